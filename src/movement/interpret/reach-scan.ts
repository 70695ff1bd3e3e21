import type { Millis } from '../../core/units';
import type { Calibration, FrameOf, HandContact, Interpreter, MovementSignal } from '../types';
import { isPressed } from './stick';
import { createSwitchPress, safeSwitches } from './switch-press';

/** Stops of a two-switch scan lie this far apart: no target is smaller (clinical.md C9, 20 mm). */
const stopMm = 20;
/** A chosen place is touched for at least this long, so that targets that want a hold can be won. */
const touchMs: Millis = 800;
/** A level line that nobody stops turns back into an upright one after this many crossings: a wrong column is no trap. */
const mostCrossings = 4;

/** Where a scan is: its two lines in mm, and since when the chosen place is touched. */
interface Scan {
  line: 'upright' | 'level';
  xMm: number;
  yMm: number;
  toward: 1 | -1;
  crossings: number;
  chosenMs: Millis | null;
  id: number;
}

/**
 * Point scanning for switches: an upright line moves over the play field until a press, then a level line until the next, and the place
 * where they cross is touched. With one switch the lines go to and fro by themselves and stand while the switch is down; with two, the
 * first moves a line from stop to stop (held, it moves on) and the second chooses.
 */
export function createScanInterpreter(calibration: Calibration): Interpreter<'reach'> {
  const { fieldMm } = calibration;
  const settings = calibration.switches ?? safeSwitches;
  const two = settings.scan === 'two';
  const choose = createSwitchPress(settings);
  const move = createSwitchPress(settings);
  const scan: Scan = { line: 'upright', xMm: 0, yMm: fieldMm.height / 2, toward: 1, crossings: 0, chosenMs: null, id: 1 };
  let frame: FrameOf<'gamepad'> | null = null;
  let lastMs: Millis | null = null;
  let movedMs: Millis = 0;
  let told = '';

  const sizeOf = () => (scan.line === 'upright' ? fieldMm.width : fieldMm.height);
  const place = () => (scan.line === 'upright' ? scan.xMm : scan.yMm);

  function put(mm: number): void {
    if (scan.line === 'upright') scan.xMm = mm;
    else scan.yMm = mm;
  }

  function startLine(line: Scan['line']): void {
    Object.assign(scan, { line, toward: 1, crossings: 0 });
    if (line === 'upright') Object.assign(scan, { xMm: 0, yMm: fieldMm.height / 2 });
    else scan.yMm = 0;
  }

  function glide(elapsedMs: Millis): void {
    const size = sizeOf();
    const mm = place() + (scan.toward * size * elapsedMs) / settings.scanMs;
    const inside = mm >= 0 && mm <= size;
    put(inside ? mm : mm < 0 ? -mm : 2 * size - mm);
    if (inside) return;
    scan.toward = scan.toward === 1 ? -1 : 1;
    countCrossing();
  }

  function hop(): void {
    const mm = place() + stopMm;
    put(mm > sizeOf() ? 0 : mm);
    if (mm > sizeOf()) countCrossing();
  }

  function countCrossing(): void {
    scan.crossings += 1;
    if (scan.line === 'level' && scan.crossings >= mostCrossings) startLine('upright');
  }

  function stepTwo(down: boolean, nowMs: Millis): void {
    const press = move(down, nowMs);
    const everyMs = (settings.scanMs * stopMm) / sizeOf();
    if (!press.begins && !(press.counts && nowMs - movedMs >= everyMs)) return;
    movedMs = nowMs;
    hop();
  }

  function choosePlace(nowMs: Millis): void {
    if (scan.line === 'upright') startLine('level');
    else Object.assign(scan, { chosenMs: nowMs, id: scan.id + 1 });
  }

  function advance(nowMs: Millis): void {
    const elapsedMs = Math.max(0, nowMs - (lastMs ?? nowMs));
    lastMs = Math.max(lastMs ?? nowMs, nowMs);
    const pressed = frame !== null && (two ? frame.buttons[1] === true : isPressed(frame));
    const press = choose(pressed, nowMs);
    if (scan.chosenMs !== null) {
      if (press.down || nowMs - scan.chosenMs < touchMs) return;
      Object.assign(scan, { chosenMs: null, id: scan.id + 1 });
      startLine('upright');
    } else if (press.begins) choosePlace(nowMs);
    else if (two) stepTwo(frame?.buttons[0] === true, nowMs);
    else if (!press.down) glide(elapsedMs);
  }

  return (frames, nowMs) => {
    let stamp = { capturedMs: nowMs, deliveredMs: nowMs };
    for (const heard of frames) {
      if (heard.kind !== 'gamepad') continue;
      frame = heard;
      stamp = { capturedMs: heard.capturedMs, deliveredMs: heard.deliveredMs };
    }
    advance(nowMs);
    const { id, xMm, yMm, line, chosenMs } = scan;
    const counts = chosenMs !== null;
    const contact: HandContact = { id, xMm, yMm, side: null, counts, ...(counts ? {} : { scanLine: line }) };
    const news = JSON.stringify(contact);
    if (news === told) return [];
    told = news;
    const signal: MovementSignal<'reach'> = { ...stamp, value: { contacts: [contact] }, quality: 1 };
    return [signal];
  };
}

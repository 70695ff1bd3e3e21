import type { Millis } from '../../core/units';
import type { Calibration, Frame, HandContact, Interpreter, MovementSignal, Stamp, TouchContact } from '../types';

/** A lifted finger that lands again within this distance, in the child's merge time, is the same touch. */
const mergeDistanceMm = 30;
/** A contact that has not moved for this long is taken for a resting hand and gives way to a livelier one. */
const restAfterMs = 1500;
/** Movement below this is the screen's own noise. */
const stillMm = 1;

interface Track {
  readonly id: number;
  fingerId: number;
  xMm: number;
  yMm: number;
  bornMs: Millis;
  movedMs: Millis;
  liftedMs: Millis | null;
  cancelled: boolean;
  onEdge: boolean;
  palm: boolean;
  counting: boolean;
}

/** Touch frames as hands at the play field: palms, edge rests and tremor are taken out by the child's touch settings. */
export function createReachInterpreter(calibration: Calibration): Interpreter<'reach'> {
  const { fieldMm, touch } = calibration;
  let tracks: Track[] = [];
  let nextId = 1;

  const isWorking = (track: Track) => !track.onEdge && !track.palm;

  function speak(stamp: Stamp, released: Track | null): MovementSignal<'reach'> {
    const atMs = stamp.capturedMs;
    const isResting = (track: Track) => atMs - track.movedMs > restAfterMs;
    const working = tracks
      .filter(isWorking)
      .sort((p, q) => Number(isResting(p)) - Number(isResting(q)) || p.bornMs - q.bornMs || p.id - q.id)
      .map((track): HandContact => ({ id: track.id, xMm: track.xMm, yMm: track.yMm, side: null, counts: track === released || track.counting }));
    return { capturedMs: atMs, deliveredMs: stamp.deliveredMs, value: { contacts: working }, quality: 1 };
  }

  function startsCounting(track: Track, atMs: Millis): boolean {
    return touch.accept === 'contact' && !track.counting && track.liftedMs === null && isWorking(track) && atMs - track.bornMs >= touch.holdMs;
  }

  function follow(contact: TouchContact, atMs: Millis): void {
    const xMm = contact.x * fieldMm.width;
    const yMm = contact.y * fieldMm.height;
    const onEdge = Math.min(xMm, fieldMm.width - xMm, yMm, fieldMm.height - yMm) < touch.edgeRestMm;
    const palm = contact.sizeMm !== undefined && contact.sizeMm > touch.palmMm;
    let track = tracks.find((known) => known.fingerId === contact.id && known.liftedMs === null);
    if (!track) {
      if (contact.cancelled) return;
      track = tracks.find((known) => known.liftedMs !== null && Math.hypot(known.xMm - xMm, known.yMm - yMm) <= mergeDistanceMm);
      if (track) {
        track.fingerId = contact.id;
        track.liftedMs = null;
      } else {
        track = {
          id: nextId++,
          fingerId: contact.id,
          xMm,
          yMm,
          bornMs: atMs,
          movedMs: atMs,
          liftedMs: null,
          cancelled: false,
          onEdge,
          palm,
          counting: false,
        };
        tracks.push(track);
      }
    }
    if (contact.cancelled) {
      track.cancelled = true;
      track.liftedMs = atMs;
      return;
    }
    if (Math.hypot(track.xMm - xMm, track.yMm - yMm) > stillMm) track.movedMs = atMs;
    track.xMm = xMm;
    track.yMm = yMm;
    if (track.onEdge && !onEdge) track.bornMs = atMs;
    track.onEdge = track.onEdge && onEdge;
    track.palm = track.palm || palm;
    if (track.palm) track.counting = false;
  }

  function dropLifted(atMs: Millis, stamp: Stamp, out: MovementSignal<'reach'>[]): void {
    for (const track of tracks.filter((known) => known.liftedMs !== null && atMs - known.liftedMs >= touch.mergeMs)) {
      const liftedMs = track.liftedMs ?? atMs;
      const chooses = touch.accept === 'release' && !track.cancelled && isWorking(track) && liftedMs - track.bornMs >= touch.holdMs;
      if (chooses) out.push(speak({ capturedMs: liftedMs, deliveredMs: stamp.deliveredMs }, track));
      tracks = tracks.filter((known) => known !== track);
      out.push(speak({ capturedMs: liftedMs, deliveredMs: stamp.deliveredMs }, null));
    }
  }

  function read(frame: Frame, out: MovementSignal<'reach'>[]): void {
    if (frame.kind !== 'touch') return;
    for (const contact of frame.contacts) follow(contact, frame.capturedMs);
    for (const track of tracks) {
      if (track.liftedMs === null && !frame.contacts.some((contact) => contact.id === track.fingerId)) track.liftedMs = frame.capturedMs;
      if (startsCounting(track, frame.capturedMs)) track.counting = true;
    }
    dropLifted(frame.capturedMs, frame, out);
    out.push(speak(frame, null));
  }

  return (frames, nowMs) => {
    const out: MovementSignal<'reach'>[] = [];
    for (const frame of frames) read(frame, out);
    const stamp = { capturedMs: nowMs, deliveredMs: nowMs };
    dropLifted(nowMs, stamp, out);
    for (const track of tracks) {
      if (!startsCounting(track, nowMs)) continue;
      track.counting = true;
      out.push(speak({ capturedMs: track.bornMs + touch.holdMs, deliveredMs: nowMs }, null));
    }
    return out;
  };
}

import type { BodyView } from '../../measures/joint-angles';
import type { RepeatedMovement } from '../../measures/repetitions-from-pose';
import type { Look } from './pose-space';

/** What the child was asked to do. */
export type PoseMovement = RepeatedMovement | 'walk-in-place';

const movements: readonly PoseMovement[] = ['squat', 'sit-to-stand', 'shoulder-raise', 'hurdle-step', 'lunge', 'walk-in-place', 'leg-raise'];
const views: readonly BodyView[] = ['front', 'side', '3d'];

/** How the options are typed. */
export const poseUsage = `--task ${movements.join('|')} [--mirrored] [--view ${views.join('|')}] [--image WIDTHxHEIGHT] FILE…`;

/** What `analyse pose` was asked: the movement, how to look at the files, and the files. */
export interface PoseQuestion {
  readonly movement: PoseMovement;
  readonly look: Look;
  readonly files: readonly string[];
}

/** Reads what was typed after `pose`; options may stand anywhere, and after `--` all are files. */
export function parsePoseOptions(typed: readonly string[]): PoseQuestion | { readonly wrong: string } {
  const files: string[] = [];
  const given: Record<'--task' | '--view' | '--image', string | null> = { '--task': null, '--view': null, '--image': null };
  let mirrored = false;
  for (let i = 0; i < typed.length; i += 1) {
    const word = typed[i] ?? '';
    const [name = '', inline] = splitOption(word);
    if (word === '--') {
      files.push(...typed.slice(i + 1));
      break;
    }
    if (word === '--mirrored') mirrored = true;
    else if (name === '--task' || name === '--view' || name === '--image') {
      if (inline === undefined) i += 1;
      given[name] = inline ?? typed[i] ?? '';
    } else if (word.startsWith('--')) return { wrong: `there is no option ${JSON.stringify(word)}` };
    else files.push(word);
  }
  const movement = movements.find((known) => known === given['--task']);
  if (movement === undefined)
    return { wrong: given['--task'] === null ? '--task is missing' : `there is no task ${JSON.stringify(given['--task'])}` };
  const view = views.find((known) => known === given['--view']) ?? null;
  if (given['--view'] !== null && view === null) return { wrong: `there is no view ${JSON.stringify(given['--view'])}` };
  const aspect = given['--image'] === null ? null : parseAspect(given['--image']);
  if (given['--image'] !== null && aspect === null) return { wrong: `--image ${JSON.stringify(given['--image'])} is not like 640x480` };
  return { movement, look: { mirrored, view, aspect }, files };
}

function splitOption(word: string): [string, string?] {
  const equals = word.indexOf('=');
  return equals < 0 ? [word] : [word.slice(0, equals), word.slice(equals + 1)];
}

function parseAspect(text: string): number | null {
  const found = /^([1-9]\d{0,4})x([1-9]\d{0,4})$/.exec(text);
  return found ? Number(found[1]) / Number(found[2]) : null;
}

import { fixedAdaptation } from '../../plan/adaptation';
import type { ChildProfile, PlanItem } from '../../plan/types';

/** Size of a millimetre where nobody has measured the screen. */
export const pxPerMm = 96 / 25.4;

/** A new element over the whole page. */
export function addField(): HTMLElement {
  const field = document.createElement('div');
  field.className = 'field';
  document.body.append(field);
  return field;
}

/** A child with plain touch settings. */
export const child: ChildProfile = {
  id: 'bench',
  name: '',
  picture: 'whale',
  companion: { name: 'otter', aid: 'none' },
  touch: { accept: 'contact', holdMs: 0, mergeMs: 120, edgeRestMm: 0, palmMm: 60 },
  switches: { scan: 'direct', scanMs: 6000, holdMs: 0, repeatMs: 300 },
  lockoutMs: 500,
  reachMm: null,
  play: { simplePicture: false, highContrast: false, reducedMotion: false, hand: 'right', volumes: { music: 0, effects: 0, voice: 0 } },
  weeklyGoal: null,
};
/** A plan item that leaves a level as it is. */
export const item: PlanItem = {
  id: 'item',
  game: '',
  level: '',
  source: 'touch',
  side: 'either',
  dose: { sets: 1, restS: 0, sessionsPerWeek: 1 },
  params: {},
  bounds: {},
  adapt: fixedAdaptation,
};

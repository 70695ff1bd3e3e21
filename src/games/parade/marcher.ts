import type { Look, Stage } from '../../session/types';
import type { CompanionView } from '../kit/companion';
import type { Layout } from './layout';
import type { March } from './line';

/** The companion at the head of the parade. */
export interface Marcher {
  /** `foot` is the child's own foot now; `waits`: the beat waits for the first step, and the companion points to where it goes. */
  update(march: March, foot: Stage<unknown>['live']['step'] | null, waits: boolean, deltaMs: number): void;
}

const hopMs = 300;

/** Makes the companion march, or roll where it uses a wheelchair. */
export function createMarcher(companion: CompanionView, layout: Layout, look: Look): Marcher {
  const { unit, ahead, feet } = layout;
  const rolls = look.companion.aid === 'wheelchair';
  let tilt = 0;
  let height = 0;
  return {
    update({ phase, paces, sinceMs, calmMs, still }, foot, waits, deltaMs) {
      const { root } = companion;
      if (waits) companion.pointAt(feet.x + ahead * 60 * unit, feet.y);
      // The arm conducts: up on one beat, down on the next.
      else if (phase !== null) companion.pointAt(feet.x + ahead * 220 * unit, feet.y - (250 + 74 * Math.cos(Math.PI * phase)) * unit);
      else companion.rest();
      companion.update(calmMs, deltaMs);
      const lean = still ? 0 : rolls ? (sinceMs < 260 ? 2.4 : 0) : paces === 0 ? 0 : paces % 2 === 0 ? 2.2 : -2.2;
      tilt += (lean - tilt) * (1 - Math.exp(-deltaMs / 110));
      const hop = rolls || still || sinceMs >= hopMs ? 0 : 12 * Math.sin((Math.PI * sinceMs) / hopMs);
      const onSpot = rolls || phase === null ? 0 : 3 * Math.abs(Math.sin(Math.PI * phase));
      // A foot that a camera sees in the air lifts the companion with it, as high as the foot is now.
      const lifted = foot?.phase === 'lift' ? Math.min(1.2, foot.height) : 0;
      const liftTilt = lifted * (foot?.side === 'left' ? 3 : foot?.side === 'right' ? -3 : 0);
      // A step that comes before a hop is over takes it up where it is; the foot itself is drawn as it is.
      height += (Math.max(hop, onSpot) - height) * (1 - Math.exp(-deltaMs / 40));
      root.y -= (height + 18 * lifted) * unit;
      root.angle += (tilt + liftTilt) * ahead;
    },
  };
}

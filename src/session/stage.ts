import type { Stage } from './types';

/** What a stage is made of: what changes is asked for each time, the rest stays. */
export type StageParts<S> = {
  readonly [K in 'phase' | 'state' | 'live' | 'run' | 'nowMs' | 'runMs' | 'celebrated' | 'space']: () => Stage<S>[K];
} & Pick<Stage<S>, 'rng' | 'look' | 'text'>;

/** All that a scene sees, always as it is now. */
export function createStage<S>(parts: StageParts<S>): Stage<S> {
  const { rng, look, text } = parts;
  return {
    get phase() {
      return parts.phase();
    },
    get state() {
      return parts.state();
    },
    get live() {
      return parts.live();
    },
    get run() {
      return parts.run();
    },
    get nowMs() {
      return parts.nowMs();
    },
    get runMs() {
      return parts.runMs();
    },
    get celebrated() {
      return parts.celebrated();
    },
    get space() {
      return parts.space();
    },
    rng,
    look,
    text,
  };
}

import type * as Phaser from 'phaser';
import { isCarried } from '../../drills/path/guide';
import type { PathState } from '../../drills/path/state';
import type { Look } from '../../session/types';
import type { Point } from '../kit/field';
import type { Layout } from './layout';
import { createPathView, type PathLook, type PathView } from './path-view';

/** Where nothing has to be followed the path is only shown. */
const shownMm = 26;

/** The paths of the running trial, and those that are just going. */
export interface Paths {
  update(state: Readonly<PathState>, run: number, calmMs: number, deltaMs: number): void;
  /** The running trial is decided: its comets fly on, and their stars are handed over. */
  leave(onStars: (places: readonly Point[]) => void): void;
  clear(): void;
}

/** Makes the paths; nothing is shown yet. */
export function createPaths(scene: Phaser.Scene, layout: Layout, look: Look, onStar: () => void): Paths {
  const still = { along: 0, guide: 0, begun: false };
  let trial = '';
  let views: { readonly id: number; readonly view: PathView; readonly isOther: boolean }[] = [];
  let leaving: PathView[] = [];

  const make = (state: Readonly<PathState>) => {
    const { rhythm, ways, other, set } = state;
    const isFollowed = rhythm === 'alone' || rhythm === 'together';
    const pathLook: PathLook = {
      rhythm,
      corridorMm: isFollowed ? set.params.corridorMm : Math.min(shownMm, set.params.corridorMm),
      hasSide: state.side !== null || ways.length > 1,
      strong: look.highContrast,
      onStar,
    };
    views = ways.map(({ id, place, star }) => ({ id, view: createPathView(scene, layout, place, star, pathLook), isOther: false }));
    if (other) views.push({ id: -1, view: createPathView(scene, layout, other.place, other.star, pathLook, 'shape'), isOther: true });
  };
  const drop = () => {
    for (const { view } of views) view.leave(null);
    leaving.push(...views.map(({ view }) => view));
    views = [];
  };

  return {
    update(state, run, calmMs, deltaMs) {
      const key = state.ways.length > 0 ? `${run}/${state.trial}/${state.memory.cueMs}` : '';
      if (key !== trial) {
        trial = key;
        drop();
        if (key !== '' && state.phase !== 'after') make(state);
      }
      for (const { id, view } of views) {
        const way = state.ways.find((one) => one.id === id) ?? still;
        view.update(way, isCarried(state), state.set.byAdult === true && state.phase === 'go', calmMs, deltaMs);
      }
      for (const view of leaving) view.update(still, false, false, calmMs, deltaMs);
      leaving = leaving.filter((view) => !view.gone);
    },
    leave(onStars) {
      for (const { view, isOther } of views) view.leave(isOther ? null : onStars);
      leaving.push(...views.map(({ view }) => view));
      views = [];
    },
    clear() {
      for (const view of [...views.map((one) => one.view), ...leaving]) view.destroy();
      [views, leaving, trial] = [[], [], ''];
    },
  };
}

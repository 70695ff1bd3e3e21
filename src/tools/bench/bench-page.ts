import { measureBeats } from './page-beat';
import { measureSaves } from './page-durable';
import { measureEmptyFrames, measureGame, measureSceneFrames } from './page-picture';
import { fillTablet, measureScale } from './page-scale';
import { sealTablet } from './page-seal';
import { finishTouches, startTouches } from './page-touch';

/** What the bench asks of its page. */
const bench = {
  measureEmptyFrames,
  measureGame,
  measureSceneFrames,
  startTouches,
  finishTouches,
  measureSaves,
  measureBeats,
  fillTablet,
  measureScale,
  sealTablet,
};

/** The type of `window.bench` on the page. */
export type BenchPage = typeof bench;

Object.assign(window, { bench });

import type * as Phaser from 'phaser';
import type { HoldState } from '../../drills/hold/state';
import { queuePictures } from '../kit/pictures';
import type { Layout } from './layout';

const urls = import.meta.glob<string>('../../../assets/ferry/*.svg', { query: '?url', import: 'default', eager: true });

/** What the ferry brings, in the order of a set's trials; then again. */
export const cargos = ['sheep', 'cake', 'clock', 'teacups', 'aquarium', 'bees', 'cello', 'cactus', 'books', 'tuba'] as const;
/** What stands on top of it. */
export const toppers = ['hatbox', 'hen', 'fern', 'teapot'] as const;
/** Who waits for it. */
export const owners = ['cat', 'bear', 'mouse', 'frog'] as const;
/** What may quietly arrive during a hold. */
export const guests = ['gull', 'whale', 'umbrella', 'ducks', 'balloon', 'crab'] as const;

/** Width and height of the drawings, as in their viewBox, and how many units of the ferry one unit of them is. */
const pieces = {
  ferry: [600, 250, 1],
  'ferry-rail': [600, 120, 1],
  mast: [120, 250, 1],
  crate: [170, 74, 0.94],
  cargo: [158, 166, 0.98],
  top: [98, 84, 0.98],
  tug: [240, 170, 1.05],
  owner: [80, 80, 0.9],
  gull: [110, 100, 0.62],
  crab: [120, 90, 0.62],
  whale: [300, 160, 0.78],
  umbrella: [200, 170, 1.1],
  ducks: [200, 80, 0.72],
  balloon: [110, 240, 0.82],
  board: [260, 300, 0.8],
  stance: [224, 150, 0.8],
  mark: [60, 60, 0.56],
  pennant: [60, 70, 0.5],
  cloud: [240, 90, 1],
  sail: [120, 130, 0.5],
  lantern: [90, 120, 0.46],
} as const;

/** A kind of drawing. */
export type Piece = keyof typeof pieces;

const ofShip: readonly Piece[] = ['ferry', 'ferry-rail', 'mast', 'crate', 'cargo', 'top', 'tug', 'gull', 'crab', 'umbrella', 'balloon', 'owner'];

/** Canvas pixels of a drawing of this kind. */
export function toPieceSize(piece: Piece, layout: Layout): { readonly width: number; readonly height: number } {
  const [width, height, grow] = pieces[piece];
  const scale = grow * (ofShip.includes(piece) ? layout.ship : layout.unit);
  return { width: width * scale, height: height * scale };
}

/** Queues the drawings; without scenery only what is played with. */
export function loadPictures(scene: Phaser.Scene, layout: Layout, state: Readonly<HoldState>, scenery: boolean): void {
  const add = (piece: Piece, key: string) => queuePictures(scene, urls, 'ferry', [{ key, file: key, ...toPieceSize(piece, layout) }]);
  for (const piece of ['ferry', 'ferry-rail', 'mast', 'crate', 'tug', 'board'] as const) add(piece, piece);
  for (const name of cargos) add('cargo', `cargo-${name}`);
  for (const name of toppers) add('top', `top-${name}`);
  for (const name of owners) add('owner', `owner-${name}`);
  for (const name of guests) add(name, name);
  for (const side of ['left', 'right']) add('mark', `mark-${side}`);
  add('stance', `stance-${state.set.params.stance}`);
  for (const piece of ['pennant', 'lantern'] as const) add(piece, piece);
  if (!scenery) return;
  for (const piece of ['cloud', 'sail'] as const) add(piece, piece);
}

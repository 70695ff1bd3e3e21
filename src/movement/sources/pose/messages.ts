import type { Ratio } from '../../../core/units';

/** How the tracker is started: `full` is surer, `lite` faster; one person is followed more smoothly than two. */
export interface TrackerOptions {
  readonly size: 'lite' | 'full';
  readonly delegate: 'CPU' | 'GPU';
  readonly persons: 1 | 2;
}

/** One person in a picture: 33 points of x, y, z, visibility each; `picture` in shares of the picture, `world` in metres from the hips. */
export interface TrackedPerson {
  readonly picture: Float32Array;
  readonly world: Float32Array;
  /** Mean colours of the clothes (`person-clothes.ts`), where several persons are looked for; they tell persons apart and go no further than the lock. */
  readonly clothes?: Float32Array;
}

/** What was found in one picture, and how light it is: 0 black, 1 white. */
export interface TrackedPicture {
  readonly persons: readonly TrackedPerson[];
  readonly light: Ratio;
}

/** What the page asks of the tracker. */
export type ToTracker =
  | { readonly kind: 'probe' }
  | { readonly kind: 'open'; readonly options: TrackerOptions }
  | { readonly kind: 'picture'; readonly id: number; readonly bitmap: ImageBitmap; readonly atMs: number }
  | { readonly kind: 'lose-context' };

/** What the tracker answers. */
export type FromTracker =
  | { readonly kind: 'probe'; readonly works: boolean; readonly graphics: boolean }
  | { readonly kind: 'open' }
  | ({ readonly kind: 'picture'; readonly id: number } & TrackedPicture)
  | { readonly kind: 'broken'; readonly why: string };

/** Size of the grid on which luminance is read (clinical.md C8). */
export const gridSize = { width: 64, height: 36 } as const;

/** What the meter saw: the worst second in the worst place of the screen. */
export interface FlashReport {
  readonly frames: number;
  /** Most flashes of more than a quarter of one 10 degree field at once, within one second. */
  readonly flashesPerS: number;
  readonly redFlashesPerS: number;
  /** Largest share of a 10 degree field that flashed at once. */
  readonly worstAreaRatio: number;
  readonly worstAtMs: number;
}

/** Reads frames of a game, of any length, for flashes. */
export interface FlashMeter {
  /** RGBA of one frame, 64 x 36; call it at 30 Hz. */
  add(rgba: Uint8ClampedArray, atMs: number): void;
  report(): FlashReport;
}

// WCAG 2.3.1: a flash is a pair of opposing changes of 10 % of the largest relative luminance, where the darker image is below 0.80.
const change = 0.1;
const darkEnough = 0.8;
/** A 10 degree field is a third of the width and of the height of a screen at reading distance (341 x 256 of 1024 x 768). */
const field = { width: Math.round(gridSize.width / 3), height: Math.round(gridSize.height / 3) };
const areaLimit = 0.25;
const secondMs = 1000;
/** Flashes of cells count as one when they end within half a period of three a second; a light that wanders over the picture is none. */
const atOnceMs = 1000 / 6;
const cells = gridSize.width * gridSize.height;

interface CellTrack {
  low: number;
  high: number;
  direction: -1 | 0 | 1;
  turnMs: number;
  /** When the flashes of the last second ended. */
  flashes: number[];
}

interface Kind {
  readonly tracks: readonly CellTrack[];
  worst: number;
  area: number;
  areaAtMs: number;
}

/** Makes a meter of the flash rule in clinical.md C8. */
export function createFlashMeter(): FlashMeter {
  const light = makeKind();
  const red = makeKind();
  let frames = 0;

  return {
    add(rgba, atMs) {
      frames += 1;
      for (let i = 0; i < cells; i++) {
        const [r, g, b] = [toLinear(rgba[i * 4]), toLinear(rgba[i * 4 + 1]), toLinear(rgba[i * 4 + 2])];
        follow(light.tracks[i], 0.2126 * r + 0.7152 * g + 0.0722 * b, change, darkEnough, atMs);
        // Saturated red: R / (R + G + B) of at least 0.8, and a change of (R - G - B) x 320 of more than 20.
        const sum = r + g + b;
        const redness = sum > 0 && r / sum >= 0.8 ? Math.max(0, r - g - b) : 0;
        follow(red.tracks[i], redness, 20 / 320, Number.POSITIVE_INFINITY, atMs);
      }
      countFields(light, atMs);
      countFields(red, atMs);
    },
    report: () => ({ frames, flashesPerS: light.worst, redFlashesPerS: red.worst, worstAreaRatio: light.area, worstAtMs: light.areaAtMs }),
  };
}

/** Reads what a canvas shows now as one frame of the grid; in the same turn in which it was drawn. */
export function createGridReader(): (canvas: HTMLCanvasElement) => Uint8ClampedArray {
  const small = document.createElement('canvas');
  small.width = gridSize.width;
  small.height = gridSize.height;
  const context = small.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  context.imageSmoothingQuality = 'medium';
  return (canvas) => {
    context.drawImage(canvas, 0, 0, gridSize.width, gridSize.height);
    return context.getImageData(0, 0, gridSize.width, gridSize.height).data;
  };
}

/** Relative luminance of a colour given as three bytes, 0..1 (WCAG). */
export function toLuminance(r: number, g: number, b: number): number {
  return 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b);
}

function makeKind(): Kind {
  const tracks = Array.from({ length: cells }, (): CellTrack => ({ low: Number.NaN, high: Number.NaN, direction: 0, turnMs: 0, flashes: [] }));
  return { tracks, worst: 0, area: 0, areaAtMs: 0 };
}

function toLinear(byte = 0): number {
  const c = byte / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

/** Follows one cell from turning point to turning point; two opposing changes are a flash. */
function follow(track: CellTrack | undefined, value: number, step: number, darkLimit: number, atMs: number): void {
  if (!track) return;
  if (Number.isNaN(track.low)) {
    track.low = value;
    track.high = value;
  }
  if (value > track.high) track.high = value;
  if (value < track.low) track.low = value;
  const rose = value - track.low >= step && track.low < darkLimit;
  const fell = track.high - value >= step && value < darkLimit;
  if (rose && track.direction !== 1) turn(track, 1, value, atMs);
  else if (fell && track.direction !== -1) turn(track, -1, value, atMs);
  else if (track.direction === 1 && value >= track.high) track.low = value;
  else if (track.direction === -1 && value <= track.low) track.high = value;
}

function turn(track: CellTrack, direction: 1 | -1, value: number, atMs: number): void {
  // A light that comes on and goes out after more than a second is no flash.
  if (track.direction === -direction && atMs - track.turnMs < secondMs) track.flashes.push(atMs);
  track.turnMs = atMs;
  track.direction = direction;
  track.low = value;
  track.high = value;
}

/** A field flashed n times when more than a quarter of it flashes now, for the n-th time within a second. */
function countFields(kind: Kind, atMs: number): void {
  const counts = new Uint8Array(cells);
  let most = 0;
  kind.tracks.forEach((track, i) => {
    while (track.flashes.length > 0 && (track.flashes[0] ?? 0) <= atMs - secondMs) track.flashes.shift();
    if ((track.flashes.at(-1) ?? Number.NEGATIVE_INFINITY) > atMs - atOnceMs) counts[i] = track.flashes.length;
    most = Math.max(most, counts[i] ?? 0);
  });
  for (let n = 1; n <= most; n++) {
    const area = largestArea(counts, n);
    if (n === 1 && area > kind.area) Object.assign(kind, { area, areaAtMs: atMs });
    if (area > areaLimit) kind.worst = Math.max(kind.worst, n);
  }
}

/** The largest share of any field whose cells have at least `n` flashes. */
function largestArea(counts: Uint8Array, n: number): number {
  let best = 0;
  for (let top = 0; top + field.height <= gridSize.height; top += 3) {
    for (let left = 0; left + field.width <= gridSize.width; left += 3) {
      let hit = 0;
      for (let y = top; y < top + field.height; y++) {
        for (let x = left; x < left + field.width; x++) if ((counts[y * gridSize.width + x] ?? 0) >= n) hit += 1;
      }
      best = Math.max(best, hit / (field.width * field.height));
    }
  }
  return best;
}

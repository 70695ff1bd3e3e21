import { clothesPatches } from '../../person-clothes';

/** Size of the small copy of a picture from which colours are read. */
const copy = { width: 160, height: 120 };
/** Places of the tracker's points. */
const at = { leftShoulder: 11, rightShoulder: 12, leftHip: 23, rightHip: 24, leftKnee: 25, rightKnee: 26 } as const;
/** Shares across a patch and along it at which colours are read: its middle, since arms and room lie at its edges. */
const across = [0.3, 0.42, 0.58, 0.7];
const along = { chest: [0.15, 0.25, 0.35, 0.45], belly: [0.6, 0.7, 0.8, 0.9], thighs: [0.3, 0.45, 0.6, 0.75] } as const;

/** Reads the mean colours of clothes from one picture after the other, for persons given by their packed points: red, green and blue (0..1) of each patch, NaN where it is not in the picture. */
export function createClothesReader(): (bitmap: ImageBitmap, persons: readonly Float32Array[]) => readonly Float32Array[] {
  const pen = new OffscreenCanvas(copy.width, copy.height).getContext('2d', { willReadFrequently: true });
  return (bitmap, persons) => {
    if (!pen) return persons.map(() => new Float32Array(0));
    pen.drawImage(bitmap, 0, 0, copy.width, copy.height);
    const { data } = pen.getImageData(0, 0, copy.width, copy.height);
    return persons.map((points) => new Float32Array(clothesPatches.flatMap((patch) => readPatch(data, points, patch))));
  };
}

function readPatch(data: Uint8ClampedArray, points: Float32Array, patch: (typeof clothesPatches)[number]): readonly number[] {
  const point = (place: number) => [points[place * 4] ?? 0, points[place * 4 + 1] ?? 0] as const;
  const mix = (a: readonly [number, number], b: readonly [number, number], share: number) =>
    [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share] as const;
  const [ls, rs, lh, rh, lk, rk] = [at.leftShoulder, at.rightShoulder, at.leftHip, at.rightHip, at.leftKnee, at.rightKnee].map(point);
  if (!ls || !rs || !lh || !rh || !lk || !rk) return [Number.NaN, Number.NaN, Number.NaN];
  const places =
    patch === 'thighs'
      ? along.thighs.flatMap((share) => [mix(lh, lk, share), mix(rh, rk, share)])
      : along[patch].flatMap((share) => across.map((side) => mix(mix(ls, rs, side), mix(lh, rh, side), share)));
  const sums = [0, 0, 0];
  let count = 0;
  for (const [x, y] of places) {
    if (x < 0 || x >= 1 || y < 0 || y >= 1) continue;
    const from = 4 * (Math.floor(y * copy.height) * copy.width + Math.floor(x * copy.width));
    for (let i = 0; i < 3; i++) sums[i] = (sums[i] ?? 0) + (data[from + i] ?? 0) / 255;
    count += 1;
  }
  return sums.map((sum) => (count * 2 >= places.length ? sum / count : Number.NaN));
}

/** Parts of a body whose mean colour the tracker tells, in this order. */
export const clothesPatches = ['chest', 'belly', 'thighs'] as const;

/** Mean colour of each patch: red, green, blue (0..1) one after the other, NaN where a patch is not in the picture. Never leaves the source. */
export type Clothes = ArrayLike<number>;

type Colour = readonly [red: number, green: number, blue: number];
/** For each patch the colours that it was seen in, newest first: arms before the chest and folds change what is seen. */
type Palette = readonly (readonly Colour[])[];

/** What the child and others in the room wear, as far as it was seen. */
export interface Wardrobe {
  readonly child: Palette | null;
  readonly others: readonly Palette[];
}

/** Nothing was seen yet. */
export const emptyWardrobe: Wardrobe = { child: null, others: [] };

/** A patch whose colours differ by less than this on two persons does not tell them apart. */
const tellingApart = 0.15;
/** A colour within this is one that was seen before. */
const sameColour = 0.1;
const mostColours = 6;
/** Another whose every patch is so near to a known one's is that one; so many are remembered. */
const sameClothes = 0.2;
const mostOthers = 3;
/** A patch that is so much more like the other's is not the child's: a skeleton with both has limbs of two. */
const leastChild = -0.6;
const leastMean = 0;
/** Clothes that are so much more like the child's prove it. */
const sureChild = 0.2;
const sureMean = 0.4;

/** The wardrobe after the child was seen clear of others. */
export function addChild(wardrobe: Wardrobe, seen: Clothes | undefined): Wardrobe {
  const colours = seen && toColours(seen);
  return colours ? { ...wardrobe, child: addColours(wardrobe.child, colours) } : wardrobe;
}

/** The wardrobe after another was seen clear of the child. */
export function addOther(wardrobe: Wardrobe, seen: Clothes | undefined): Wardrobe {
  const colours = seen && toColours(seen);
  if (!colours) return wardrobe;
  const known = wardrobe.others.find((one) => colours.every((colour, patch) => toNearest(colour, one[patch]) < sameClothes)) ?? null;
  const rest = wardrobe.others.filter((one) => one !== known);
  return { ...wardrobe, others: [addColours(known, colours), ...rest].slice(0, mostOthers) };
}

/** Who a person is by its clothes: `child` or `other` where they tell, else `unknown`. Who wears some of both is a mixed skeleton, and `other`. */
export function judgeClothes(seen: Clothes | undefined, { child, others }: Wardrobe): 'child' | 'other' | 'unknown' {
  const colours = seen && toColours(seen);
  if (!colours || !child || others.length === 0) return 'unknown';
  const each = others.map((other) => weighColours(colours, child, other));
  const told = each.filter((weights) => weights.length > 0);
  if (told.some((weights) => Math.min(...weights) < leastChild || toMean(weights) < leastMean)) return 'other';
  const proved = told.length === each.length && told.every((weights) => Math.min(...weights) > sureChild && toMean(weights) > sureMean);
  return proved ? 'child' : 'unknown';
}

/** Whose colours these are: 1 exactly the child's, -1 exactly the other's, of each patch that tells the two apart; empty where none does. */
function weighColours(colours: readonly Colour[], child: Palette, other: Palette): readonly number[] {
  return colours.flatMap((colour, patch) => {
    const apart = Math.min(...(child[patch] ?? []).map((one) => toNearest(one, other[patch])));
    const [fromChild, fromOther] = [toNearest(colour, child[patch]), toNearest(colour, other[patch])];
    return apart >= tellingApart ? [Math.max(-1, Math.min(1, (fromOther - fromChild) / apart))] : [];
  });
}

function addColours(palette: Palette | null, colours: readonly Colour[]): Palette {
  return colours.map((colour, patch) => {
    const rest = (palette?.[patch] ?? []).filter((one) => measureColours(one, colour) >= sameColour);
    return [colour, ...rest].slice(0, mostColours);
  });
}

/** A colour for each patch; null where one is not in the picture: half a person is no measure of its clothes. */
function toColours(clothes: Clothes): readonly Colour[] | null {
  const colours = clothesPatches.map((_, patch): Colour => {
    const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = [clothes[3 * patch], clothes[3 * patch + 1], clothes[3 * patch + 2]];
    return [red, green, blue];
  });
  return colours.flat().every(Number.isFinite) ? colours : null;
}

const measureColours = (a: Colour, b: Colour) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const toNearest = (colour: Colour, known: readonly Colour[] = []) => Math.min(...known.map((one) => measureColours(one, colour)));
const toMean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

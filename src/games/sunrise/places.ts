/** Something of the land that sleeps until a raise wakes it. */
export interface Spot {
  readonly file: string;
  /** Width and height of its drawing, as in its viewBox. */
  readonly size: readonly [width: number, height: number];
  /** The middle of its foot on an unmirrored canvas, as shares of it. */
  readonly at: readonly [x: number, y: number];
  readonly scale: number;
  /** How it lives once it is awake. */
  readonly lives?: 'bobs' | 'sways' | 'drifts' | 'turns';
}

/** One of the places over which a light rises. Large areas stay below a luminance of 0.26, so that what is lifted keeps 3:1 anywhere (art.md). */
export interface Place {
  readonly name: 'valley' | 'bay' | 'winter';
  /** What is lifted; `hangs`: it has a basket below and starts from the ground before the land, not from behind it. */
  readonly orb: {
    readonly file: string;
    readonly size: readonly [number, number];
    /** Radius and height of its middle in the drawing. */
    readonly radius: number;
    readonly middleY: number;
    readonly petal: string;
    readonly halo: string;
    readonly hangs: boolean;
  };
  /** Paper bands from the top of the sky to the horizon, before and after. */
  readonly sky: { readonly asleep: readonly string[]; readonly awake: readonly string[] };
  /** What sleeps is nearly this colour. */
  readonly dusk: string;
  readonly stars: number;
  /** Warm light over the land at the end of a set. */
  readonly glow: string;
  /** The bright day over the sky at the end of a set. */
  readonly noon: { readonly colour: string; readonly alpha: number };
  readonly cloud: number;
  readonly spots: readonly Spot[];
  /** The small gift of the trials for which the land has no spot left. */
  readonly tuft: { readonly file: string; readonly size: readonly [number, number]; readonly from: number; readonly to: number };
  readonly bit: string;
}

/** The places in the order of `look.variation`. */
export const places: readonly Place[] = [
  {
    name: 'valley',
    orb: { file: 'sun', size: [240, 240], radius: 88, middleY: 120, petal: 'petal-sun', halo: '255,214,140', hangs: false },
    sky: {
      asleep: ['#0F2140', '#182C50', '#26385F', '#3A436D', '#534E77', '#6A577B'],
      awake: ['#2A5F88', '#376B91', '#497999', '#5F829F', '#7C84A0', '#957D87'],
    },
    dusk: '#13243F',
    stars: 34,
    glow: '255,206,130',
    noon: { colour: '#BFE4F2', alpha: 0.42 },
    cloud: 0.2,
    spots: [
      { file: 'flowers', size: [200, 78], at: [0.395, 0.955], scale: 1, lives: 'sways' },
      { file: 'cottage', size: [150, 132], at: [0.285, 0.75], scale: 0.92 },
      { file: 'sheep', size: [186, 98], at: [0.635, 0.79], scale: 0.78, lives: 'bobs' },
      { file: 'windmill', size: [124, 170], at: [0.345, 0.668], scale: 0.86, lives: 'turns' },
      { file: 'apple-tree', size: [130, 152], at: [0.79, 0.815], scale: 1 },
      { file: 'barn', size: [172, 132], at: [0.735, 0.69], scale: 0.72 },
      { file: 'pond', size: [200, 74], at: [0.615, 0.925], scale: 0.9, lives: 'bobs' },
      { file: 'poplars', size: [140, 160], at: [0.905, 0.702], scale: 0.86, lives: 'sways' },
    ],
    tuft: { file: 'tuft-valley', size: [64, 50], from: 0.7, to: 0.97 },
    bit: 'bit-valley',
  },
  {
    name: 'bay',
    orb: { file: 'balloon', size: [240, 318], radius: 95, middleY: 112, petal: 'petal-balloon', halo: '255,236,190', hangs: true },
    sky: {
      asleep: ['#0A2737', '#0F3244', '#184254', '#265361', '#3A6167', '#4F6C6C'],
      awake: ['#1E6389', '#2A7094', '#3B7E9B', '#548B9F', '#668B96', '#7A8988'],
    },
    dusk: '#0C2433',
    stars: 18,
    glow: '255,226,160',
    noon: { colour: '#C6ECF2', alpha: 0.36 },
    cloud: 0.3,
    spots: [
      { file: 'pier', size: [240, 110], at: [0.335, 0.845], scale: 0.92 },
      { file: 'lighthouse', size: [140, 204], at: [0.775, 0.672], scale: 0.92 },
      { file: 'sailboat', size: [150, 144], at: [0.665, 0.815], scale: 0.86, lives: 'bobs' },
      { file: 'isle-village', size: [230, 142], at: [0.265, 0.675], scale: 0.84 },
      { file: 'seals', size: [180, 98], at: [0.595, 0.935], scale: 0.84 },
      { file: 'gulls', size: [210, 90], at: [0.77, 0.335], scale: 0.86, lives: 'drifts' },
      { file: 'pine-isle', size: [200, 152], at: [0.93, 0.695], scale: 0.78 },
      { file: 'whale', size: [214, 112], at: [0.4, 0.695], scale: 0.58, lives: 'bobs' },
    ],
    tuft: { file: 'tuft-bay', size: [64, 56], from: 0.66, to: 0.86 },
    bit: 'bit-bay',
  },
  {
    name: 'winter',
    orb: { file: 'moon', size: [240, 240], radius: 88, middleY: 120, petal: 'petal-moon', halo: '206,226,240', hangs: false },
    sky: {
      asleep: ['#091530', '#0E1C3B', '#152548', '#1E2F56', '#2A3A63', '#38466F'],
      awake: ['#1C3563', '#274270', '#36507C', '#4A5E87', '#626C90', '#797894'],
    },
    dusk: '#101C3A',
    stars: 70,
    glow: '176,206,240',
    noon: { colour: '#8FA8DC', alpha: 0.12 },
    cloud: 0.14,
    spots: [
      { file: 'lamps', size: [130, 148], at: [0.405, 0.955], scale: 0.96 },
      { file: 'snow-cottage', size: [150, 132], at: [0.285, 0.735], scale: 0.92 },
      { file: 'church', size: [130, 192], at: [0.885, 0.7], scale: 0.9 },
      { file: 'snowman', size: [96, 122], at: [0.615, 0.935], scale: 0.92 },
      { file: 'bakery', size: [196, 142], at: [0.7, 0.71], scale: 0.84 },
      { file: 'firs', size: [156, 160], at: [0.775, 0.825], scale: 0.96, lives: 'sways' },
      { file: 'deer', size: [148, 134], at: [0.415, 0.775], scale: 0.66 },
      { file: 'snow-mill', size: [124, 170], at: [0.36, 0.655], scale: 0.78, lives: 'turns' },
    ],
    tuft: { file: 'tuft-winter', size: [52, 62], from: 0.69, to: 0.97 },
    bit: 'bit-winter',
  },
];

/** The place of a variation of any number. */
export function toPlace(variation: number): Place {
  const place = places[((Math.trunc(variation) % places.length) + places.length) % places.length] ?? places[0];
  if (!place) throw new Error('there is no land to wake');
  return place;
}

/** The plain ground of the simple picture and, darker, of the high contrast. */
export const plainGround = { normal: '#12324A', highContrast: '#061522' } as const;

/** A colour between two; `share` of the second. */
export function mix(from: string, to: string, share: number): string {
  const parts = (hex: string) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
  const [a, b] = [parts(from), parts(to)];
  return `#${a
    .map((value, i) =>
      Math.round(value + ((b[i] ?? 0) - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

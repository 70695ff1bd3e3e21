/** Colours of one look of the cove. */
export interface Mood {
  readonly name: 'moon' | 'dusk' | 'mist';
  /** Paper bands from the top of the sky to the horizon. */
  readonly sky: readonly string[];
  /** Sun or moon: it stands behind all bands but the first `after` + 1. */
  readonly orb: {
    readonly colour: string;
    readonly halo: string;
    readonly sizeU: number;
    readonly x: number;
    readonly up: number;
    readonly after: number;
  };
  readonly stars: number;
  readonly islands: readonly string[];
  readonly sea: readonly string[];
  readonly nearSea: string;
  readonly glint: string;
  readonly wave: readonly [back: string, front: string];
  readonly crest: string;
  readonly rock: { readonly light: string; readonly base: string; readonly dark: string };
  readonly sand: readonly [far: string, middle: string, near: string];
  readonly foam: string;
  readonly arch: readonly [far: string, middle: string, near: string];
  /** What a friend that sleeps is seen in. */
  readonly sleep: string;
  readonly glass: readonly string[];
}

/** A night of full moon, a red evening and a misty morning, in the order of `look.variation`. */
export const moods: readonly Mood[] = [
  {
    name: 'moon',
    sky: ['#0F1E44', '#142850', '#1A335F', '#23416F', '#2E5280'],
    orb: { colour: '#F7F0D6', halo: '#8FB4CC', sizeU: 60, x: 0.35, up: 0.42, after: 2 },
    stars: 46,
    islands: ['#22406B', '#1B355D'],
    sea: ['#2B5A86', '#265079', '#21476E'],
    nearSea: '#1D4066',
    glint: '#CFE3E0',
    wave: ['#2A6688', '#1F557A'],
    crest: '#BFE6E4',
    rock: { light: '#666C9C', base: '#474C7C', dark: '#30345C' },
    sand: ['#4B4F78', '#565A84', '#43476E'],
    foam: '#C9E4E6',
    arch: ['#23284F', '#191D40', '#101330'],
    sleep: '#2F3A66',
    glass: ['#7FD0C6', '#F4B63F', '#9CC3EA', '#E79A92'],
  },
  {
    name: 'dusk',
    sky: ['#7A4F7E', '#A86284', '#D27F7A', '#EDA375', '#F7C68C'],
    orb: { colour: '#FFEBB8', halo: '#FFD596', sizeU: 74, x: 0.62, up: 0.16, after: 2 },
    stars: 0,
    islands: ['#A0688A', '#84587F'],
    sea: ['#B77D8E', '#9A6C8C', '#7C5E88'],
    nearSea: '#655483',
    glint: '#FFE0B0',
    wave: ['#56679B', '#475588'],
    crest: '#FBDDBB',
    rock: { light: '#8A6590', base: '#624870', dark: '#453150' },
    sand: ['#7C5A6C', '#866476', '#6E4F63'],
    foam: '#F8DCC4',
    arch: ['#4A3157', '#382445', '#281A35'],
    sleep: '#513B62',
    glass: ['#FBD9A0', '#8FD0C8', '#F08D72', '#B79AD0'],
  },
  {
    name: 'mist',
    sky: ['#8FBFC4', '#A3CCCB', '#B9D9D2', '#CFE5DA', '#E3EFE2'],
    orb: { colour: '#FFF8E0', halo: '#F6F1D8', sizeU: 54, x: 0.3, up: 0.34, after: 1 },
    stars: 0,
    islands: ['#9CC0C0', '#85AFB0'],
    sea: ['#8FC0C0', '#76B0B4', '#62A1A8'],
    nearSea: '#53949E',
    glint: '#F0F8EE',
    wave: ['#458C99', '#387C8A'],
    crest: '#EAF7F1',
    rock: { light: '#6E9790', base: '#4C716F', dark: '#345456' },
    sand: ['#5C7A73', '#66857D', '#4F6C66'],
    foam: '#E2F1EC',
    arch: ['#315459', '#244248', '#193137'],
    sleep: '#3D6266',
    glass: ['#F4B63F', '#E4694E', '#EAF4F4', '#9C84AC'],
  },
];

/** The mood of a variation of any number. */
export function toMood(variation: number): Mood {
  const mood = moods[((Math.trunc(variation) % moods.length) + moods.length) % moods.length] ?? moods[0];
  if (!mood) throw new Error('the cove has no moods');
  return mood;
}

/** The plain ground of the simple picture and, darker, of the high contrast. */
export const plainGround = { normal: '#12324A', highContrast: '#061522' } as const;

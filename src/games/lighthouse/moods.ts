/** Colours of one evening, night or morning; all water stays darker than a third of the rim's light, so that a target keeps 3:1 (art.md). */
export interface Mood {
  readonly name: 'dusk' | 'night' | 'dawn' | 'afterglow';
  /** What stands in the bay: each look is another place. */
  readonly place: 'village' | 'ice' | 'pines' | 'palms';
  /** Paper bands from the top of the sky to the horizon. */
  readonly sky: readonly string[];
  /** Far land, from the farthest to the nearest. */
  readonly far: readonly [string, string];
  /** Paper rings from the open water to the shallows around the rock. */
  readonly sea: readonly [string, string, string, string, string];
  readonly seaRim: string;
  readonly rock: readonly [string, string, string];
  readonly quay: { readonly top: string; readonly light: string; readonly wall: string; readonly line: string };
  readonly orb: { readonly colour: string; readonly halo: string; readonly sizeU: number; readonly xRatio: number; readonly upRatio: number } | null;
  readonly stars: number;
  readonly aurora: readonly (readonly [rgb: string, xRatio: number, widthRatio: number])[];
  readonly mist: { readonly tint: number; readonly alpha: number };
  /** What the tower and the islets are dimmed by, as Phaser's tint. */
  readonly tint: number;
}

/** Four looks, in the order of `look.variation`. */
export const moods: readonly Mood[] = [
  {
    name: 'dusk',
    place: 'village',
    sky: ['#152F50', '#1C4167', '#27557C', '#3B6A8C', '#557C96'],
    far: ['#3E6A88', '#2D5674'],
    sea: ['#123A57', '#174866', '#1D5673', '#256680', '#30768A'],
    seaRim: '#8FC0CC',
    rock: ['#3E4F62', '#56687A', '#6E8090'],
    quay: { top: '#7A6A60', light: '#968475', wall: '#3A4458', line: '#584C48' },
    orb: { colour: '#C9D4CC', halo: '#7FA2B4', sizeU: 30, xRatio: 0.76, upRatio: 0.6 },
    stars: 8,
    aurora: [],
    mist: { tint: 0xb9cfd8, alpha: 0.26 },
    tint: 0xd8dfec,
  },
  {
    name: 'night',
    place: 'ice',
    sky: ['#061627', '#081D33', '#0B2640', '#0F304C', '#143B58'],
    far: ['#234A66', '#1A3B56'],
    sea: ['#08203A', '#0B2A46', '#0F3552', '#15425F', '#1D526D'],
    seaRim: '#6FA8BF',
    rock: ['#2C4054', '#40566B', '#5A7186'],
    quay: { top: '#4C5566', light: '#657083', wall: '#1D2C42', line: '#374154' },
    orb: null,
    stars: 70,
    aurora: [
      ['96,176,142', 0.2, 0.42],
      ['120,110,176', 0.52, 0.36],
      ['96,176,160', 0.8, 0.4],
    ],
    mist: { tint: 0x8fb0c6, alpha: 0.17 },
    tint: 0xb4c2da,
  },
  {
    name: 'dawn',
    place: 'pines',
    sky: ['#466A80', '#567888', '#6B868F', '#838F92', '#9A9890'],
    far: ['#6E8890', '#577680'],
    sea: ['#2A566E', '#33637A', '#3D7084', '#487C8C', '#548693'],
    seaRim: '#B4CCCC',
    rock: ['#56666E', '#6D7E84', '#87969A'],
    quay: { top: '#8E8272', light: '#A89A86', wall: '#475862', line: '#6A6258' },
    orb: { colour: '#D9C3A0', halo: '#B8A78E', sizeU: 38, xRatio: 0.27, upRatio: 0.12 },
    stars: 0,
    aurora: [],
    mist: { tint: 0xdfe6e2, alpha: 0.3 },
    tint: 0xe9ece8,
  },
  {
    name: 'afterglow',
    place: 'palms',
    sky: ['#352C58', '#4A3767', '#634370', '#7D5072', '#956072'],
    far: ['#6B4E74', '#544269'],
    sea: ['#252F58', '#2D3A66', '#364673', '#41537E', '#4E6189'],
    seaRim: '#B49AB4',
    rock: ['#4C4666', '#645C7A', '#80768E'],
    quay: { top: '#84697A', light: '#A08090', wall: '#3A3356', line: '#5E4A62' },
    orb: { colour: '#CF8F74', halo: '#A8687A', sizeU: 50, xRatio: 0.7, upRatio: 0.02 },
    stars: 14,
    aurora: [],
    mist: { tint: 0xcdbbd0, alpha: 0.22 },
    tint: 0xe4d4e0,
  },
];

/** The mood of a variation of any number. */
export function toMood(variation: number): Mood {
  const mood = moods[((Math.trunc(variation) % moods.length) + moods.length) % moods.length] ?? moods[0];
  if (!mood) throw new Error('the lighthouse has no moods');
  return mood;
}

/** The plain ground of the simple picture and, darker, of the high contrast. */
export const plainGround = { normal: '#12324A', highContrast: '#061522' } as const;
/** Rim of a target, and of the light. */
export const rimColour = '#EAF4F4';

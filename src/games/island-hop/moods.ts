/** Colours of one look of the string of islands. */
export interface Mood {
  readonly name: 'lagoon' | 'evening' | 'north' | 'night';
  readonly sky: readonly [top: string, low: string];
  /** From the horizon to the front; the middle one lies behind the companion and is dark enough for its rim. */
  readonly sea: readonly [far: string, middle: string, near: string];
  readonly foam: string;
  readonly hills: readonly [far: string, near: string];
  readonly light: { readonly colour: string; readonly x: number; readonly y: number; readonly r: number };
  readonly cloud: string | null;
  readonly stars: boolean;
  readonly shore: readonly [light: string, shade: string];
  readonly tops: readonly [string, string];
  readonly leaves: readonly string[];
  readonly blossom: readonly string[];
  readonly plants: 'palms' | 'pines' | 'glow';
}

/** A morning lagoon, a golden evening, northern skerries in the mist and a night of moonlight, in the order of `look.variation`. */
export const moods: readonly Mood[] = [
  {
    name: 'lagoon',
    sky: ['#A9D5DE', '#E6F1EC'],
    sea: ['#4E97B2', '#2F7896', '#28698A'],
    foam: '#BFE0E2',
    hills: ['#9CC3C4', '#7FB0AC'],
    light: { colour: '255,246,214', x: 0.2, y: 0.09, r: 0.1 },
    cloud: '#F6FAF7',
    stars: false,
    shore: ['#EAD9B4', '#CDB487'],
    tops: ['#8DB774', '#9CBF78'],
    leaves: ['#4E8F5B', '#5F9F66', '#3F7A4D'],
    blossom: ['#F7EAD0', '#F2B8A4', '#F4B63F'],
    plants: 'palms',
  },
  {
    name: 'evening',
    sky: ['#8A6F9C', '#F2BE94'],
    sea: ['#8A6C8C', '#4C4E7C', '#3B4270'],
    foam: '#D9A9A0',
    hills: ['#A87F96', '#7D648A'],
    light: { colour: '255,222,160', x: 0.76, y: 0.15, r: 0.13 },
    cloud: '#E8B7A2',
    stars: false,
    shore: ['#D9B69A', '#A98888'],
    tops: ['#A8965A', '#B8A062'],
    leaves: ['#5F6E52', '#74784F', '#4C5D55'],
    blossom: ['#F4C983', '#E7A08A', '#F7E0B8'],
    plants: 'palms',
  },
  {
    name: 'north',
    sky: ['#B4C4C8', '#E3E6E0'],
    sea: ['#6C8F9B', '#40697A', '#375C6D'],
    foam: '#C9D8DA',
    hills: ['#A3B4B8', '#84999F'],
    light: { colour: '255,252,240', x: 0.55, y: 0.08, r: 0.09 },
    cloud: '#EEF1EE',
    stars: false,
    shore: ['#B9B7AE', '#8E9296'],
    tops: ['#7F8F6B', '#8C7F90'],
    leaves: ['#3F6B5B', '#52796A', '#355C50'],
    blossom: ['#A98BBB', '#C9A9CF', '#EDE6EE'],
    plants: 'pines',
  },
  {
    name: 'night',
    sky: ['#0E2038', '#26486B'],
    sea: ['#22486A', '#173A57', '#12304A'],
    foam: '#5F8CA6',
    hills: ['#1F3E5C', '#18334E'],
    light: { colour: '234,240,236', x: 0.8, y: 0.08, r: 0.06 },
    cloud: null,
    stars: true,
    shore: ['#7E8FA0', '#54677C'],
    tops: ['#3F6E6B', '#4A6A7C'],
    leaves: ['#2C5A63', '#37697A', '#2F5570'],
    blossom: ['#9CD7C8', '#F4D58A', '#B8A2D8'],
    plants: 'glow',
  },
];

/** The mood of a variation of any number. */
export function toMood(variation: number): Mood {
  const mood = moods[((Math.trunc(variation) % moods.length) + moods.length) % moods.length] ?? moods[0];
  if (!mood) throw new Error('the islands have no moods');
  return mood;
}

/** The plain grounds of the simple picture and of high contrast: sea and island. */
export const plainGround = {
  normal: { sea: '#12324A', isle: '#2B6C8F' },
  highContrast: { sea: '#061522', isle: '#1D4F6C' },
} as const;

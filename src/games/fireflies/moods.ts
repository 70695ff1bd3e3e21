/** Colours of one look of the bay; each stays darker than harbour blue, so that a target's rim keeps 3:1 anywhere (art.md). */
export interface Mood {
  readonly name: 'dusk' | 'night' | 'dawn';
  /** Paper bands from the top of the sky to the horizon. */
  readonly sky: readonly string[];
  /** Paper bands from the horizon to the near water. */
  readonly sea: readonly string[];
  readonly seaRim: string;
  /** What stands low in the sky. */
  readonly orb: { readonly colour: string; readonly halo: string; readonly sizeU: number; readonly heightRatio: number; readonly onSea: string };
  readonly stars: number;
  readonly mist: string | null;
  readonly post: string;
}

/** The bay at three times of day, in the order of `look.variation`. */
export const moods: readonly Mood[] = [
  {
    name: 'dusk',
    sky: ['#16304F', '#203A5F', '#33406C', '#4C4672', '#6A4C74', '#85556F'],
    sea: ['#4A4A70', '#36486C', '#274562', '#1B3F5C', '#153751', '#102E46'],
    seaRim: '#7A5E80',
    orb: { colour: '#B5695F', halo: '#9A5E6C', sizeU: 78, heightRatio: 0.07, onSea: '#8F5B6B' },
    stars: 9,
    mist: null,
    post: '#2B2A48',
  },
  {
    name: 'night',
    sky: ['#081A2C', '#0B2238', '#0F2C47', '#143856', '#194564', '#1F5170'],
    sea: ['#1C4D6B', '#174360', '#133A55', '#10334B', '#0C2A40', '#092235'],
    seaRim: '#2E6C8D',
    orb: { colour: '#7E9FB0', halo: '#3A6079', sizeU: 56, heightRatio: 0.3, onSea: '#3F6A84' },
    stars: 46,
    mist: null,
    post: '#0A1D30',
  },
  {
    name: 'dawn',
    sky: ['#1F4660', '#295370', '#365F7A', '#466A80', '#586F82', '#6E6F80'],
    sea: ['#4A6A80', '#3C6079', '#2F566F', '#264C65', '#1E425A', '#17384F'],
    seaRim: '#6A8597',
    orb: { colour: '#A9857F', halo: '#84767F', sizeU: 64, heightRatio: 0.13, onSea: '#7A7686' },
    stars: 0,
    mist: '#6C8494',
    post: '#24405A',
  },
];

/** The mood of a variation of any number. */
export function toMood(variation: number): Mood {
  const mood = moods[((Math.trunc(variation) % moods.length) + moods.length) % moods.length] ?? moods[0];
  if (!mood) throw new Error('the bay has no moods');
  return mood;
}

/** The plain ground of the simple picture and, darker, of the high contrast. */
export const plainGround = { normal: '#12324A', highContrast: '#061522' } as const;

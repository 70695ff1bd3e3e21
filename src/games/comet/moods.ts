/** Colours of one look of the sky; each is dark enough that the cream rim of a path keeps 3:1 anywhere (art.md). */
export interface Mood {
  readonly name: 'dusk' | 'aurora' | 'moonrise';
  /** Paper domes from the top of the sky to the glow at the horizon. */
  readonly sky: readonly string[];
  /** Where the glow stands, as a share of the width. */
  readonly glowX: number;
  readonly sea: readonly string[];
  readonly glint: string;
  /** Far islands, the headland, the hill. */
  readonly land: readonly [far: string, head: string, hill: string, hillLight: string];
  readonly stars: number;
  readonly ribbons: readonly string[];
  readonly moon: { readonly colour: string; readonly halo: string; readonly x: number; readonly y: number; readonly sizeU: number } | null;
  readonly cloud: string;
}

/** The sky on three evenings, in the order of `look.variation`. */
export const moods: readonly Mood[] = [
  {
    name: 'dusk',
    sky: ['#191D45', '#23244F', '#312B5B', '#443364', '#5A3D69', '#71486C', '#87556D'],
    glowX: 0.62,
    sea: ['#6A4A66', '#4C4162', '#37395C', '#272F53'],
    glint: '#C08A80',
    land: ['#4E3D63', '#2E2B50', '#1A2140', '#2B3459'],
    stars: 60,
    ribbons: [],
    moon: null,
    cloud: '#8A5F7C',
  },
  {
    name: 'aurora',
    sky: ['#071628', '#0B1E35', '#0F2842', '#13334F', '#193F5B', '#204B64', '#29576B'],
    glowX: 0.4,
    sea: ['#24505F', '#1A4054', '#133147', '#0D243A'],
    glint: '#6FA8A0',
    land: ['#20435A', '#14304A', '#0A1B31', '#24445C'],
    stars: 110,
    ribbons: ['#2F7F76', '#3E9A7E', '#4F7F9A'],
    moon: null,
    cloud: '#2C5468',
  },
  {
    name: 'moonrise',
    sky: ['#132D4C', '#193857', '#214463', '#2B516E', '#375E77', '#456A7E', '#557585'],
    glowX: 0.34,
    sea: ['#3F6478', '#30556D', '#244761', '#1A3853'],
    glint: '#9FC0C8',
    land: ['#31556C', '#203F58', '#122A42', '#2C4D62'],
    stars: 34,
    ribbons: [],
    moon: { colour: '#64838F', halo: '#4F7484', x: 0.2, y: 0.3, sizeU: 74 },
    cloud: '#5B7C8C',
  },
];

/** The mood of a variation of any number. */
export function toMood(variation: number): Mood {
  const mood = moods[((Math.trunc(variation) % moods.length) + moods.length) % moods.length] ?? moods[0];
  if (!mood) throw new Error('the sky has no moods');
  return mood;
}

/** The plain ground of the simple picture and, darker, of the high contrast. */
export const plainGround = { normal: '#12324A', highContrast: '#061522' } as const;

/** Colours of one look of the village's map. */
export interface Mood {
  readonly name: 'spring' | 'dusk' | 'snow';
  readonly sea: readonly [deep: string, mid: string, shallow: string];
  readonly foam: string;
  readonly shore: string;
  readonly land: string;
  /** Gardens and hills on the land. */
  readonly fields: readonly string[];
  readonly furrow: string;
  readonly lane: readonly [edge: string, top: string, cobble: string];
  readonly square: string;
  readonly walls: readonly string[];
  readonly roofs: readonly string[];
  readonly shutters: readonly string[];
  readonly glass: string;
  readonly lit: string;
  readonly trunk: string;
  readonly leaves: readonly string[];
  readonly pines: boolean;
  readonly blossom: string | null;
  readonly lamps: boolean;
  readonly cloud: string;
}

/** A spring village, harbour lanes at dusk and a snowy hamlet, in the order of `look.variation`. */
export const moods: readonly Mood[] = [
  {
    name: 'spring',
    sea: ['#5B9DB5', '#6FAEC1', '#92C6CD'],
    foam: '#D4E9E6',
    shore: '#EAD9B4',
    land: '#A9C48D',
    fields: ['#97B87F', '#B7CC93', '#8CAF7B', '#C6CF95'],
    furrow: '#86A66F',
    lane: ['#C9B48A', '#E9D9B4', '#D3BF95'],
    square: '#E2D0A6',
    walls: ['#F5E6C8', '#EED3BB', '#E1E6DA', '#F2DDB5', '#D9E2E2'],
    roofs: ['#B9705B', '#A8655F', '#7C7A94', '#9A7060', '#5F8093'],
    shutters: ['#3F7D93', '#6A4C7D', '#4E8F5B', '#2B6C8F', '#A65A48'],
    glass: '#7FA9B8',
    lit: '#FFD98A',
    trunk: '#7C6350',
    leaves: ['#6E9E6A', '#5F9160', '#7FAE72'],
    pines: false,
    blossom: '#F3CFC9',
    lamps: false,
    cloud: '#F4F8F4',
  },
  {
    name: 'dusk',
    sea: ['#23375F', '#2D4671', '#3D5A84'],
    foam: '#7C86A8',
    shore: '#7E6C80',
    land: '#525A78',
    fields: ['#495573', '#5C6480', '#454F70', '#62617F'],
    furrow: '#414B6A',
    lane: ['#3B4063', '#8A7688', '#6D6280'],
    square: '#7B6B82',
    walls: ['#8D7A9C', '#9A7F98', '#7C7EA3', '#A1818F', '#8480A4'],
    roofs: ['#4A4070', '#5A456E', '#3F4570', '#613F5C', '#44507A'],
    shutters: ['#2B5570', '#4B3A66', '#3F6B6B', '#2F4A78', '#7A4A5A'],
    glass: '#3C4468',
    lit: '#FFD384',
    trunk: '#3A3556',
    leaves: ['#45677A', '#3A5A70', '#4F7080'],
    pines: false,
    blossom: null,
    lamps: true,
    cloud: '#6E6C94',
  },
  {
    name: 'snow',
    sea: ['#5C84A0', '#7298B0', '#97B5C5'],
    foam: '#DDE9ED',
    shore: '#C3D0D6',
    land: '#E3EAEC',
    fields: ['#D5E0E5', '#EEF3F3', '#CAD8DF', '#DCE5E8'],
    furrow: '#C0D0D9',
    lane: ['#A9B8C2', '#C6B79F', '#B4A68F'],
    square: '#CBBDA6',
    walls: ['#C29A80', '#A8B0AE', '#B98C74', '#8FA3B4', '#B7A48F'],
    roofs: ['#F7F9F8', '#EDF2F3', '#F9FAF8', '#E8EFF1', '#F3F6F6'],
    shutters: ['#2B6C8F', '#6A4C7D', '#3F7A57', '#35607F', '#9A5546'],
    glass: '#6E8796',
    lit: '#FFD795',
    trunk: '#6A5648',
    leaves: ['#4F7F73', '#5D8B7C', '#447066'],
    pines: true,
    blossom: '#F7FAFA',
    lamps: true,
    cloud: '#F6F9F9',
  },
];

/** The mood of a variation of any number. */
export function toMood(variation: number): Mood {
  const mood = moods[((Math.trunc(variation) % moods.length) + moods.length) % moods.length] ?? moods[0];
  if (!mood) throw new Error('the village has no moods');
  return mood;
}

/** The plain ground of the simple picture and, darker, of the high contrast, with the lane on it. */
export const plainGround = { normal: '#12324A', highContrast: '#061522', lane: '#2B5E7E', laneHighContrast: '#2B6C8F' } as const;

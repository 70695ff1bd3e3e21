/** Colours of one look of the promenade. */
export interface Mood {
  readonly name: 'market' | 'evening' | 'snow';
  /** Paper bands from the top of the sky to the horizon. */
  readonly sky: readonly string[];
  readonly orb: { readonly colour: string; readonly halo: string; readonly sizeU: number; readonly x: number; readonly up: number };
  readonly hills: readonly string[];
  readonly sea: readonly string[];
  readonly seaRim: string;
  /** Fronts of the houses, their roofs and what shows in their windows. */
  readonly walls: readonly string[];
  readonly roofs: readonly string[];
  readonly window: string;
  readonly door: string;
  readonly trunk: string;
  readonly leaves: readonly [light: string, base: string];
  readonly awnings: readonly (readonly [string, string])[];
  /** Promenade: wall, its top, the path far and near, its joints. */
  readonly wall: string;
  readonly wallTop: string;
  readonly path: readonly string[];
  readonly joint: string;
  readonly post: string;
  readonly lamp: string | null;
  readonly snowy: boolean;
  readonly cloud: string;
  /** What drifts through the air: petals, nothing, snow. */
  readonly drift: { readonly colour: string; readonly count: number; readonly fallU: number } | null;
  /** Picture that flutters out of the instruments. */
  readonly flutter: readonly string[];
  readonly glints: string;
}

/** The promenade on a market day in spring, on a summer evening and in the first snow, in the order of `look.variation`. */
export const moods: readonly Mood[] = [
  {
    name: 'market',
    sky: ['#A9D3DE', '#B7DBE1', '#C7E3E3', '#D8EAE3', '#E8EFE0'],
    orb: { colour: '#F9DF9C', halo: '#FBEBC4', sizeU: 54, x: 0.2, up: 0.62 },
    hills: ['#A5C4C4', '#8FB5B0', '#7DA79B'],
    sea: ['#7DB3C4', '#6AA5BA', '#5897AF', '#4B8BA5'],
    seaRim: '#B8DAE0',
    walls: ['#F1DFC0', '#E8C9AE', '#D7DFD2', '#EBD6B4', '#CFDDE0'],
    roofs: ['#C98B74', '#B97A6C', '#8F8CA0', '#A98574', '#7F9CA8'],
    window: '#8FB4C2',
    door: '#6F8FA0',
    trunk: '#8A6F5C',
    leaves: ['#F2C9C2', '#E5AFA9'],
    awnings: [
      ['#EBA48E', '#F5DCC4'],
      ['#8DBFA0', '#EFE8CC'],
      ['#8FB6CC', '#EDE8D4'],
    ],
    wall: '#CDB893',
    wallTop: '#E6D6B3',
    path: ['#D9C7A2', '#E0CFAB', '#D5C197'],
    joint: '#C4AF86',
    post: '#7E8F96',
    lamp: null,
    snowy: false,
    cloud: '#F4F7F2',
    drift: { colour: '#F0B9B4', count: 14, fallU: 26 },
    flutter: ['ribbon-1', 'ribbon-2', 'ribbon-3', 'ribbon-4'],
    glints: '#DDEFF0',
  },
  {
    name: 'evening',
    sky: ['#2A3763', '#3C4372', '#57507F', '#775F86', '#9A7288'],
    orb: { colour: '#E9B98A', halo: '#C08E86', sizeU: 62, x: 0.24, up: 0.2 },
    hills: ['#5C5781', '#4B4D78', '#3D456E'],
    sea: ['#5B5C86', '#48547D', '#384B74', '#2E426A'],
    seaRim: '#A58AA0',
    walls: ['#7A6A96', '#866F94', '#6A6B98', '#8C6F88', '#71709A'],
    roofs: ['#4A4272', '#57466F', '#414673', '#5C4568', '#474C78'],
    window: '#F0C177',
    door: '#4B4872',
    trunk: '#3B3B62',
    leaves: ['#567689', '#466679'],
    awnings: [
      ['#7A5A7C', '#937089'],
      ['#4B6C80', '#668598'],
      ['#6B5F86', '#87799A'],
    ],
    wall: '#3A4069',
    wallTop: '#585884',
    path: ['#454A75', '#4B5079', '#40466F'],
    joint: '#3A4068',
    post: '#232C4E',
    lamp: '#FFD98A',
    snowy: false,
    cloud: '#8A7394',
    drift: null,
    flutter: ['lantern', 'ribbon-2', 'lantern', 'ribbon-1'],
    glints: '#E9C09A',
  },
  {
    name: 'snow',
    sky: ['#8FAABD', '#9FB6C6', '#B1C3CE', '#C4D0D6', '#D6DBDB'],
    orb: { colour: '#F3E6CC', halo: '#E4DFD2', sizeU: 46, x: 0.7, up: 0.34 },
    hills: ['#AFC0CB', '#9DB2C0', '#8BA4B4'],
    sea: ['#7C9DB2', '#6D90A7', '#5F839C', '#547893'],
    seaRim: '#B3C8D3',
    walls: ['#C0A99B', '#A9B4B8', '#B9A58C', '#9FA9B8', '#BBAFA4'],
    roofs: ['#F3F6F6', '#E9EFF1', '#F5F7F5', '#E6EDF0', '#F0F4F4'],
    window: '#F4CF92',
    door: '#6C7C8A',
    trunk: '#6A5D58',
    leaves: ['#E9F0F0', '#5F8577'],
    awnings: [
      ['#B0847C', '#E9EFEF'],
      ['#7C9D92', '#E9EFEF'],
      ['#7E95AC', '#E9EFEF'],
    ],
    wall: '#A9B9C3',
    wallTop: '#EEF3F4',
    path: ['#C4D1D8', '#CDD8DD', '#BFCDD5'],
    joint: '#AFBFC9',
    post: '#5E7280',
    lamp: '#FFE2A6',
    snowy: true,
    cloud: '#E4E9EA',
    drift: { colour: '#FFFFFF', count: 26, fallU: 34 },
    flutter: ['paper-star', 'ribbon-2', 'paper-star', 'ribbon-4'],
    glints: '#C9DAE2',
  },
];

/** The mood of a variation of any number. */
export function toMood(variation: number): Mood {
  const mood = moods[((Math.trunc(variation) % moods.length) + moods.length) % moods.length] ?? moods[0];
  if (!mood) throw new Error('the promenade has no moods');
  return mood;
}

/** The plain ground of the simple picture and, darker, of the high contrast, with the path on it. */
export const plainGround = { normal: '#12324A', highContrast: '#061522', path: '#1D4766', pathHighContrast: '#12324A' } as const;

/** What falls softly through the air. */
export type Weather = 'rain' | 'snow' | null;

/** Colours of one look of the river. */
export interface Mood {
  readonly name: 'forenoon' | 'rain' | 'evening' | 'winter';
  /** Paper bands from the top of the sky to the far shore. */
  readonly sky: readonly string[];
  readonly hills: readonly string[];
  /** Paper bands of the water behind the ferry, from far to near. */
  readonly sea: readonly string[];
  /** Bands of the water before the ferry. */
  readonly near: readonly string[];
  readonly foam: string;
  readonly orb: { readonly colour: string; readonly halo: string; readonly x: number; readonly y: number; readonly sizeU: number } | null;
  readonly cloud: number;
  /** Walls of the houses on the two banks, lit and in shade. */
  readonly walls: readonly [home: readonly [string, string], far: readonly [string, string]];
  readonly roof: readonly [string, string];
  readonly stone: readonly [string, string, string];
  readonly farHouse: readonly string[];
  readonly tree: readonly [string, string];
  /** Panes of a window where nobody is yet, and its frame. */
  readonly pane: string;
  readonly frame: string;
  /** Tint of the ferry and all on it, 0xffffff none. */
  readonly light: number;
  readonly weather: Weather;
  readonly lanterns: boolean;
  readonly snow: boolean;
}

/** The river at four times, in the order of `look.variation`. */
export const moods: readonly Mood[] = [
  {
    name: 'forenoon',
    sky: ['#7FBBD0', '#93C8D6', '#A9D3DB', '#C1DFDF', '#DBE8DC'],
    hills: ['#A9CDBF', '#8CBBA5', '#72A78C'],
    sea: ['#A4D0D2', '#86BFC8', '#6AABBB', '#5298AE', '#4189A2'],
    near: ['#33799A', '#2B6C8F', '#225C7D', '#1A4D6B'],
    foam: '#EAF4F4',
    orb: { colour: '#FBEBB4', halo: '#FFF6D6', x: 0.24, y: 0.2, sizeU: 44 },
    cloud: 0xffffff,
    walls: [
      ['#D98F73', '#C27A60'],
      ['#E6C88F', '#CFAF76'],
    ],
    roof: ['#8A4B4A', '#733C3E'],
    stone: ['#B9AE9C', '#A0957F', '#857B6B'],
    farHouse: ['#E3B79B', '#EAD9AE', '#C9A6A0', '#DDE2D0'],
    tree: ['#5E9C68', '#4A8355'],
    pane: '#4A5E70',
    frame: '#F7EAD0',
    light: 0xffffff,
    weather: null,
    lanterns: false,
    snow: false,
  },
  {
    name: 'rain',
    sky: ['#6F8796', '#7D949F', '#8CA1A8', '#9BADB0', '#ABB9B6'],
    hills: ['#93A9A4', '#7E9891', '#6A877E'],
    sea: ['#93AAB0', '#7F9AA3', '#6C8A96', '#5B7B89', '#4D6D7C'],
    near: ['#3F6072', '#365567', '#2D495A', '#253D4D'],
    foam: '#D6E2E2',
    orb: null,
    cloud: 0xb9c5c8,
    walls: [
      ['#7F8FA0', '#6C7C8D'],
      ['#B08A82', '#997369'],
    ],
    roof: ['#4F4A5C', '#423E4E'],
    stone: ['#948F88', '#7F7A74', '#6A6661'],
    farHouse: ['#B09A92', '#BDB5A2', '#9E9498', '#AFB6AF'],
    tree: ['#5A8069', '#4A6E59'],
    pane: '#3B4A58',
    frame: '#DAD6C8',
    light: 0xf0f2f4,
    weather: 'rain',
    lanterns: false,
    snow: false,
  },
  {
    name: 'evening',
    sky: ['#4B4672', '#6E5478', '#98667C', '#C17F7C', '#E0A27F'],
    hills: ['#A9757E', '#835F75', '#61506C'],
    sea: ['#C98F82', '#A6788A', '#7F6784', '#5F5678', '#4A4A70'],
    near: ['#3D4168', '#33395D', '#293050', '#202744'],
    foam: '#F2CFA8',
    orb: { colour: '#F8D08C', halo: '#F0B184', x: 0.56, y: 0.84, sizeU: 66 },
    cloud: 0xd99a90,
    walls: [
      ['#8F5A66', '#774A58'],
      ['#6B5A80', '#574A6C'],
    ],
    roof: ['#43365A', '#362B4A'],
    stone: ['#7C6C7C', '#685A6C', '#55495B'],
    farHouse: ['#9A6A74', '#A87C74', '#7C5F78', '#B08A7C'],
    tree: ['#4F5E6A', '#3F4C5A'],
    pane: '#332A48',
    frame: '#C9A088',
    light: 0xffeedd,
    weather: null,
    lanterns: true,
    snow: false,
  },
  {
    name: 'winter',
    sky: ['#8CA9C4', '#9FB8CC', '#B3C6D4', '#C7D4DB', '#DBE2E2'],
    hills: ['#C4D3DC', '#B0C4D1', '#9AB2C3'],
    sea: ['#B5CBD4', '#9DBAC8', '#84A7BA', '#6C93AA', '#58809A'],
    near: ['#4A738F', '#3F6480', '#345570', '#2A475F'],
    foam: '#F4F8F8',
    orb: { colour: '#F7E7CF', halo: '#F3DFCB', x: 0.7, y: 0.36, sizeU: 40 },
    cloud: 0xf0f4f6,
    walls: [
      ['#B5705F', '#9C5C4E'],
      ['#5F8A88', '#4E7573'],
    ],
    roof: ['#EEF3F4', '#D3DFE4'],
    stone: ['#9AA3AC', '#868F99', '#717A85'],
    farHouse: ['#C4A49A', '#D6CBB4', '#A9B2B8', '#B88F86'],
    tree: ['#5C8378', '#EEF3F4'],
    pane: '#3F5165',
    frame: '#F4F4EC',
    light: 0xf6fafc,
    weather: 'snow',
    lanterns: false,
    snow: true,
  },
];

/** The mood of a variation of any number. */
export function toMood(variation: number): Mood {
  const mood = moods[((Math.trunc(variation) % moods.length) + moods.length) % moods.length] ?? moods[0];
  if (!mood) throw new Error('the river has no moods');
  return mood;
}

/** The plain ground and the plain water of the simple picture and, darker, of the high contrast. */
export const plain = {
  normal: { ground: '#A9CFD6', water: '#235B7C', quay: 0x6f7f88, wall: 0x8fa3aa },
  highContrast: { ground: '#061522', water: '#0E2A40', quay: 0x33475a, wall: 0x1d3346 },
} as const;

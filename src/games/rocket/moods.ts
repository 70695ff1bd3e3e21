/** Colours and company of one launch place. */
export interface Mood {
  readonly name: 'forenoon' | 'evening' | 'night';
  /** Paper bands from the horizon up into space. */
  readonly sky: readonly string[];
  /** Paper bands from the horizon to the near water. */
  readonly sea: readonly string[];
  readonly isle: string;
  readonly cloud: number;
  /** Opacity of stars low and high in the sky. */
  readonly stars: readonly [low: number, high: number];
  readonly orb: { readonly colour: string; readonly halo: string; readonly heightRatio: number; readonly sizeU: number };
  readonly drifters: readonly Drifter[];
}

/** What drifts by on the way up: `at` is the share of the set at which it is in the middle of the picture. */
export interface Drifter {
  readonly picture: 'gull' | 'kite' | 'balloon' | 'lantern' | 'cloud';
  readonly at: number;
  /** Place across the picture. */
  readonly x: number;
  readonly size: number;
}

const clouds: readonly Drifter[] = [
  { picture: 'cloud', at: -0.2, x: 0.86, size: 0.7 },
  { picture: 'cloud', at: 0.02, x: 0.1, size: 0.8 },
  { picture: 'cloud', at: 0.42, x: 0.93, size: 1.1 },
  { picture: 'cloud', at: 0.5, x: 0.05, size: 1.25 },
  { picture: 'cloud', at: 0.72, x: 0.84, size: 1.2 },
  { picture: 'cloud', at: 0.84, x: 0.16, size: 1.05 },
  { picture: 'cloud', at: 1.06, x: 0.95, size: 0.8 },
];

/** The launch places in the order of `look.variation`: an island workshop, a garden with a windmill, an observatory. */
export const moods: readonly Mood[] = [
  {
    name: 'forenoon',
    sky: ['#B4D6D2', '#9DCACD', '#85BCC8', '#6CABBF', '#5597B3', '#4383A5', '#356E94', '#2B5980', '#27476E', '#22385C', '#1A2B4C', '#14213D'],
    sea: ['#6FB0BC', '#5AA0B1', '#468EA4', '#377C96'],
    isle: '#7FAF9F',
    cloud: 0xe4f1ef,
    stars: [0, 0.75],
    orb: { colour: '#F8E3A8', halo: '#F3E3C3', heightRatio: 0.36, sizeU: 46 },
    drifters: [
      ...clouds,
      { picture: 'gull', at: 0.1, x: 0.72, size: 0.8 },
      { picture: 'gull', at: 0.2, x: 0.17, size: 1 },
      { picture: 'kite', at: 0.34, x: 0.87, size: 0.8 },
      { picture: 'balloon', at: 0.64, x: 0.13, size: 0.8 },
      { picture: 'gull', at: 0.46, x: 0.8, size: 0.6 },
      { picture: 'balloon', at: 0.92, x: 0.88, size: 0.5 },
    ],
  },
  {
    name: 'evening',
    sky: ['#E6B592', '#DDA088', '#CF8D84', '#BC7C84', '#A56E85', '#8D6282', '#75577C', '#5F4D74', '#4C4369', '#3A395D', '#2A2E50', '#1C2340'],
    sea: ['#B98389', '#A07585', '#85697F', '#6D5E79'],
    isle: '#9A6F80',
    cloud: 0xf2cdb8,
    stars: [0, 0.85],
    orb: { colour: '#FBD9A0', halo: '#F6C390', heightRatio: 0.06, sizeU: 74 },
    drifters: [
      ...clouds,
      { picture: 'lantern', at: 0.14, x: 0.8, size: 0.7 },
      { picture: 'gull', at: 0.1, x: 0.2, size: 0.7 },
      { picture: 'lantern', at: 0.3, x: 0.12, size: 0.9 },
      { picture: 'balloon', at: 0.46, x: 0.86, size: 0.75 },
      { picture: 'lantern', at: 0.68, x: 0.9, size: 0.8 },
      { picture: 'kite', at: 0.74, x: 0.1, size: 0.7 },
      { picture: 'lantern', at: 0.95, x: 0.12, size: 0.7 },
    ],
  },
  {
    name: 'night',
    sky: ['#3E6C84', '#35617B', '#2D5671', '#264B67', '#20415D', '#1B3853', '#172F49', '#142840', '#112239', '#0E1C31', '#0C182B', '#0A1425'],
    sea: ['#345F78', '#2B536C', '#234760', '#1C3C54'],
    isle: '#2B5068',
    cloud: 0x5f8aa0,
    stars: [0.5, 0.9],
    orb: { colour: '#E9E4CE', halo: '#7FA0AE', heightRatio: 0.5, sizeU: 50 },
    drifters: [
      ...clouds,
      { picture: 'lantern', at: 0.16, x: 0.86, size: 0.6 },
      { picture: 'lantern', at: 0.3, x: 0.12, size: 0.8 },
      { picture: 'balloon', at: 0.56, x: 0.87, size: 0.7 },
      { picture: 'lantern', at: 0.7, x: 0.15, size: 0.7 },
      { picture: 'kite', at: 0.9, x: 0.86, size: 0.6 },
    ],
  },
];

/** The mood of a variation of any number. */
export function toMood(variation: number): Mood {
  const mood = moods[((Math.trunc(variation) % moods.length) + moods.length) % moods.length] ?? moods[0];
  if (!mood) throw new Error('the launch place has no moods');
  return mood;
}

/** The plain ground of the simple picture and, darker, of the high contrast. */
export const plainGround = { normal: '#2B5F7E', highContrast: '#061522' } as const;

/** The planets in the order in which a session's sets visit them. */
export const planets = ['garden', 'bells', 'library', 'whales', 'kites', 'lanterns'] as const;

/** The planet of the set with this number, from 0; each launch place begins its journey elsewhere. */
export function toPlanet(set: number, variation: number): (typeof planets)[number] {
  const index = (((Math.trunc(variation) * 2 + set) % planets.length) + planets.length) % planets.length;
  return planets[index] ?? 'garden';
}

/** Colours of the bands of light, from the first to the last; then again. */
export const bandColours = [0xf4b63f, 0xf0995a, 0xea8079, 0xb987b4, 0x8f9ad0, 0x6fb6d8, 0x6cc7b4, 0x9bcf84] as const;

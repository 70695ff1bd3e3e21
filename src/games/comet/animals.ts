import type { Point } from '../kit/field';

/** A picture in the stars: its name in the assets, and the corners of its outline in its drawing of 600 x 440. */
export interface Animal {
  readonly name: string;
  readonly corners: readonly Point[];
}

/** Width and height of the drawings. */
export const animalSize = { width: 600, height: 440 } as const;

const at = (...places: readonly (readonly [number, number])[]): readonly Point[] => places.map(([x, y]) => ({ x, y }));

/** The animals of the sky, in the order in which a session meets them. */
export const animals: readonly Animal[] = [
  {
    name: 'whale',
    corners: at(
      [56, 262],
      [120, 166],
      [214, 122],
      [330, 118],
      [440, 160],
      [512, 222],
      [528, 146],
      [582, 212],
      [514, 268],
      [430, 342],
      [286, 372],
      [130, 342],
    ),
  },
  {
    name: 'turtle',
    corners: at(
      [120, 236],
      [170, 140],
      [296, 92],
      [410, 140],
      [468, 222],
      [522, 170],
      [574, 218],
      [506, 258],
      [420, 318],
      [458, 394],
      [342, 340],
      [226, 334],
      [142, 374],
      [174, 306],
    ),
  },
  {
    name: 'swan',
    corners: at(
      [100, 160],
      [144, 128],
      [212, 100],
      [242, 206],
      [268, 278],
      [404, 196],
      [512, 170],
      [566, 212],
      [500, 340],
      [400, 378],
      [250, 384],
      [162, 318],
      [182, 214],
    ),
  },
  {
    name: 'fox',
    corners: at(
      [176, 44],
      [234, 104],
      [308, 104],
      [368, 46],
      [378, 134],
      [300, 224],
      [356, 292],
      [430, 272],
      [470, 160],
      [530, 164],
      [512, 340],
      [384, 400],
      [190, 400],
      [242, 226],
      [164, 132],
    ),
  },
  {
    name: 'owl',
    corners: at([300, 62], [370, 78], [412, 44], [412, 122], [436, 268], [342, 388], [258, 388], [164, 268], [188, 122], [188, 44], [230, 78]),
  },
  {
    name: 'dolphin',
    corners: at(
      [40, 286],
      [104, 244],
      [210, 140],
      [344, 116],
      [416, 56],
      [424, 142],
      [540, 268],
      [600, 290],
      [542, 318],
      [502, 370],
      [486, 292],
      [318, 252],
      [236, 312],
      [254, 258],
      [112, 298],
    ),
  },
];

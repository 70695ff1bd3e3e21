import { ink, line, oval, type Point, shape, type Tones } from './shapes';

/** How a child is: on a chair, in a wheelchair, driving it, standing before a chair, walking, or on a mat. */
export const postures = ['chair', 'wheelchair', 'driving', 'standing', 'walking', 'floor'] as const;
/** One of `postures`. */
export type Posture = (typeof postures)[number];

/** Height of the floor in the pictures. */
export const floorY = 268;

/** Joints of a person in side view. */
interface Body {
  readonly head: Point;
  readonly shoulder: Point;
  readonly hip: Point;
  readonly knee: Point;
  readonly ankle: Point;
  readonly elbow: Point;
  readonly hand: Point;
}

interface Clothes {
  readonly skin: Tones;
  readonly shirt: Tones;
  readonly trousers: Tones;
  readonly shoe: string;
  readonly hair: string;
}

const at = (x: number, y: number): Point => ({ x, y });

const childClothes: Clothes = {
  skin: { light: '#D9A27C', base: '#C98B62', shade: '#AD7049' },
  shirt: { light: '#F7CB70', base: '#F4B63F', shade: '#D99A24' },
  trousers: { light: '#4B86A6', base: '#2B6C8F', shade: '#1E5473' },
  shoe: '#EAF4F4',
  hair: '#3B2A24',
};

const adultClothes: Clothes = {
  skin: { light: '#EFCBAA', base: '#E2B48C', shade: '#C4926A' },
  shirt: { light: '#8A6C9E', base: '#6A4C7D', shade: '#523963' },
  trousers: { light: '#5A6C78', base: '#3F525F', shade: '#2F3F4A' },
  shoe: '#12324A',
  hair: '#5B4636',
};

const seatedOnWheels: Body = {
  head: at(176, 88),
  shoulder: at(168, 130),
  hip: at(162, 192),
  knee: at(222, 196),
  ankle: at(230, 244),
  elbow: at(194, 166),
  hand: at(232, 164),
};

const bodies: Readonly<Record<Posture, Body>> = {
  chair: {
    head: at(176, 92),
    shoulder: at(168, 134),
    hip: at(162, 196),
    knee: at(222, 200),
    ankle: at(224, 254),
    elbow: at(194, 170),
    hand: at(232, 166),
  },
  wheelchair: seatedOnWheels,
  driving: { ...seatedOnWheels, elbow: at(148, 176), hand: at(182, 186) },
  standing: {
    head: at(202, 62),
    shoulder: at(196, 104),
    hip: at(194, 172),
    knee: at(200, 216),
    ankle: at(196, 256),
    elbow: at(214, 138),
    hand: at(244, 132),
  },
  walking: {
    head: at(204, 62),
    shoulder: at(196, 104),
    hip: at(192, 172),
    knee: at(212, 212),
    ankle: at(216, 256),
    elbow: at(212, 140),
    hand: at(238, 154),
  },
  floor: {
    head: at(166, 142),
    shoulder: at(158, 184),
    hip: at(152, 246),
    knee: at(202, 232),
    ankle: at(246, 254),
    elbow: at(184, 218),
    hand: at(222, 226),
  },
};

/** The hip of a child, where a pouch is worn. */
export const toHip = (posture: Posture): Point => bodies[posture].hip;

const bent = (a: Point, b: Point, c: Point) => `M${a.x} ${a.y}L${b.x} ${b.y}L${c.x} ${c.y}`;
const part = (d: string, t: Tones, width: number) => line(d, t.shade, width) + line(d, t.base, width - 5, 'transform="translate(-1.5 -1.5)"');

function drawHead({ x, y }: Point, { skin, hair }: Clothes, size: number): string {
  const r = 25 * size;
  return (
    oval(x, y, r * 0.94, r, skin.base) +
    shape(
      `M${x - r * 1.02} ${y + r * 0.25}C${x - r * 1.2} ${y - r * 1.05} ${x + r * 0.75} ${y - r * 1.5} ${x + r * 0.86} ${y - r * 0.32}C${x + r * 0.3} ${y - r * 0.5} ${x - r * 0.1} ${y - r * 0.4} ${x - r * 0.28} ${y + r * 0.12}C${x - r * 0.36} ${y + r * 0.5} ${x - r * 0.7} ${y + r * 0.72} ${x - r * 1.02} ${y + r * 0.25}z`,
      hair,
    ) +
    oval(x - r * 0.2, y + r * 0.16, r * 0.15, r * 0.2, skin.shade) +
    oval(x + r * 0.52, y - r * 0.02, r * 0.1, r * 0.13, ink) +
    line(`M${x + r * 0.4} ${y + r * 0.46}C${x + r * 0.5} ${y + r * 0.58} ${x + r * 0.66} ${y + r * 0.56} ${x + r * 0.74} ${y + r * 0.46}`, ink, 2.6)
  );
}

function drawBody(b: Body, c: Clothes, size: number): string {
  const w = 21 * size;
  const foot = `M${b.ankle.x - 3} ${b.ankle.y + 6}H${b.ankle.x + 17 * size}`;
  const trunk = `M${b.shoulder.x - 1} ${b.shoulder.y + 8}L${b.hip.x + 2} ${b.hip.y - 6}`;
  return (
    line(`M${b.head.x - 4} ${b.head.y + 14}L${b.shoulder.x} ${b.shoulder.y + 4}`, c.skin.shade, 15 * size) +
    part(bent(b.hip, b.knee, b.ankle), c.trousers, w + 3) +
    line(foot, c.shoe === '#EAF4F4' ? '#7FA3B8' : c.shoe, 15 * size) +
    line(foot, c.shoe, 11 * size) +
    line(trunk, c.shirt.shade, 41 * size) +
    line(trunk, c.shirt.base, 36 * size, 'transform="translate(-1.5 -1)"') +
    drawHead(b.head, c, size)
  );
}

function drawArm({ shoulder, elbow, hand }: Body, c: Clothes, size: number): string {
  const from = at(shoulder.x + 2, shoulder.y + 10);
  return (
    part(bent(from, elbow, hand), c.skin, 14 * size) +
    part(`M${from.x} ${from.y}L${(from.x + elbow.x * 2) / 3} ${(from.y + elbow.y * 2) / 3}`, c.shirt, 19 * size) +
    oval(hand.x + 3, hand.y, 9 * size, 8 * size, c.skin.base)
  );
}

const wood: Tones = { light: '#DDB987', base: '#C9A06A', shade: '#A67F4C' };

/** A chair whose seat is at the height of a child's thighs, `x` to the right. */
export const drawChair = (x: number): string =>
  ['M136 214 130 262', 'M206 214 210 262'].map((d) => line(d, wood.shade, 9, `transform="translate(${x} 0)"`)).join('') +
  line(`M${x + 132} 116V214H${x + 206}`, wood.shade, 13) +
  line(`M${x + 131} 115V213H${x + 205}`, wood.base, 9);

const drawWheelchairBack = (): string => line('M112 126H132V212H214', '#1E5473', 13) + line('M214 212 232 252H256', '#3F525F', 8);

const drawWheelchairFront = (): string =>
  oval(158, 220, 48, 48, ink) +
  oval(158, 220, 41, 41, '#EAF4F4') +
  [0, 45, 90, 135].map((turn) => line('M158 182V258', '#9FBBC7', 3, `transform="rotate(${turn} 158 220)"`)).join('') +
  oval(158, 220, 8, 8, '#2B6C8F') +
  oval(228, 257, 11, 11, ink) +
  oval(228, 257, 5, 5, '#9FBBC7');

/** The child and what it sits on. `pouch`: a phone in a pouch at the waist. */
export function drawChild(posture: Posture, pouch: boolean): string {
  const body = bodies[posture];
  const arm: Body = (posture === 'standing' || posture === 'walking') && pouch ? { ...body, elbow: at(222, 142), hand: at(240, 170) } : body;
  const onWheels = posture === 'wheelchair' || posture === 'driving';
  const child = drawBody(body, childClothes, 1) + (pouch && !onWheels ? drawPouch(body.hip) : '') + drawArm(arm, childClothes, 1);
  if (posture === 'chair') return drawChair(0) + child;
  // A thin tray of the wheel in front: the body stays seen.
  if (onWheels)
    return `${drawWheelchairBack()}${child}<g opacity=".94">${drawWheelchairFront()}</g>${posture === 'driving' ? drawArm(arm, childClothes, 1) : ''}${pouch ? drawPouch({ x: body.hip.x, y: body.hip.y - 4 }) : ''}`;
  if (posture === 'standing') return drawChair(-42) + child;
  if (posture === 'walking') return drawBackLeg(body) + child;
  return `<rect x="66" y="${floorY - 6}" width="300" height="14" rx="7" fill="#4E8F5B"/><rect x="66" y="${floorY - 6}" width="300" height="8" rx="4" fill="#6FA565"/>${child}`;
}

const drawBackLeg = ({ hip }: Body): string =>
  part(bent(hip, at(184, 216), at(162, 250)), { ...childClothes.trousers, base: childClothes.trousers.shade }, 22) +
  line('M158 254 172 260', '#7FA3B8', 14);

/** A band around the waist with the phone in it, ringed so that it is found. */
function drawPouch({ x, y }: Point): string {
  const top = y - 22;
  return (
    oval(x + 7, top + 4, 31, 31, '#FDFCF8') +
    oval(x + 7, top + 4, 28, 28, '#F9DDA0') +
    line(`M${x - 20} ${top + 3}H${x + 26}`, '#12324A', 13) +
    `<rect x="${x - 3}" y="${top - 13}" width="21" height="34" rx="5" fill="#E4694E"/><rect x="${x}" y="${top - 9}" width="15" height="22" rx="3" fill="#F0977F"/>`
  );
}

/** One of the places that an adult stands, and does not kneel, behind. */
const onTheWay = new Set<Posture>(['standing', 'walking', 'driving']);

/** The adult within reach behind the child: on one knee beside a seat or a mat, on the feet beside a child who stands. */
export function drawAdultBehind(posture: Posture): string {
  if (onTheWay.has(posture)) {
    const body: Body = {
      head: at(62, 42),
      shoulder: at(58, 88),
      hip: at(58, 172),
      knee: at(62, 218),
      ankle: at(56, 256),
      elbow: at(96, 132),
      hand: at(146, 134),
    };
    return drawBody(body, adultClothes, 1.12) + drawArm(body, adultClothes, 1.1);
  }
  const down = posture === 'floor' ? 20 : 0;
  const body: Body = {
    head: at(50, 94 + down),
    shoulder: at(44, 138 + down),
    hip: at(40, 212 + down / 2),
    knee: at(88, 216 + down / 2),
    ankle: at(84, 256),
    elbow: at(78, 180 + down),
    hand: at(116, 168 + down),
  };
  const kneeling = part(bent(body.hip, at(46, 258), at(8, 260)), adultClothes.trousers, 24);
  return kneeling + drawBody(body, adultClothes, 1.08) + drawArm(body, adultClothes, 1.06);
}

/** The adult who counts, face to face with the child, the tablet in one hand and a finger of the other on it. */
export function drawAdultCounting(): string {
  const body: Body = {
    head: at(66, 94),
    shoulder: at(60, 138),
    hip: at(56, 214),
    knee: at(104, 216),
    ankle: at(100, 256),
    elbow: at(94, 186),
    hand: at(134, 170),
  };
  const inside = part(bent(body.hip, at(62, 258), at(24, 260)), adultClothes.trousers, 24) + drawBody(body, adultClothes, 1.08);
  const tablet =
    '<g transform="rotate(-58 150 176)"><rect x="112" y="170" width="76" height="12" rx="6" fill="#12324A"/><rect x="116" y="167" width="68" height="6" rx="3" fill="#BFE3EE"/></g>';
  return `<g transform="translate(462 0) scale(-1 1)">${inside}${tablet}${drawArm(body, adultClothes, 1.06)}</g>`;
}

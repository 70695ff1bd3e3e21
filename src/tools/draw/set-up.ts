import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawAdultBehind, drawAdultCounting, drawChild, floorY, type Posture, postures, toHip } from './set-up-people';
import { line, oval, shape } from './shapes';

/** What plays: the tablet under the hands, its camera, a phone in a pouch at the waist, a switch, or the adult's thumb. */
const sources = ['touch', 'pose', 'motion', 'gamepad', 'adult'] as const;
type SetUpSource = (typeof sources)[number];

const room =
  '<rect width="480" height="300" fill="#D9EAEE"/><path d="M0 0H480V96C360 70 210 128 0 92z" fill="#E6F2F3"/>' +
  `<path d="M0 ${floorY - 8}H480V300H0z" fill="#EBD6AC"/><path d="M0 ${floorY - 8}H480V${floorY}C320 ${floorY + 8} 140 ${floorY - 4} 0 ${floorY + 4}z" fill="#F3E3C3"/>`;

/** Height of the table top beside a child of this posture. */
const tops: Readonly<Record<Posture, number>> = { chair: 182, wheelchair: 182, driving: 182, standing: 150, walking: 150, floor: floorY };

const table = (top: number, from = 236, to = 404): string =>
  [from + 18, to - 18].map((x) => line(`M${x} ${top + 10}V${floorY - 4}`, '#A67F4C', 10)).join('') +
  `<rect x="${from}" y="${top}" width="${to - from}" height="14" rx="7" fill="#A67F4C"/><rect x="${from}" y="${top}" width="${to - from}" height="9" rx="4.500" fill="#DDB987"/>`.replace(
    '4.500',
    '4.5',
  );

/** A tablet that lies flat, seen a little from above, with a light on it. */
const flatTablet = (x: number, y: number): string =>
  shape(`M${x} ${y}L${x + 20} ${y - 24}H${x + 120}L${x + 104} ${y}z`, '#12324A') +
  shape(`M${x + 12} ${y - 4}L${x + 26} ${y - 20}H${x + 110}L${x + 99} ${y - 4}z`, '#2B6C8F') +
  oval(x + 40, y - 12, 17, 6.5, '#F9DDA0') +
  oval(x + 40, y - 12, 10, 4, '#F4B63F');

/** A tablet that stands, its screen to the child; `y` is its foot. */
const standingTablet = (x: number, y: number): string =>
  line(`M${x + 18} ${y - 46}L${x + 36} ${y - 3}`, '#3F525F', 7) +
  `<g transform="rotate(10 ${x} ${y})"><rect x="${x - 6}" y="${y - 92}" width="13" height="92" rx="6" fill="#12324A"/><rect x="${x - 9}" y="${y - 86}" width="6" height="80" rx="3" fill="#BFE3EE"/></g>`;

const switchBox = (x: number, y: number): string =>
  shape(`M${x} ${y}C${x} ${y - 30} ${x + 54} ${y - 30} ${x + 54} ${y}z`, '#6A4C7D') +
  line(`M${x + 14} ${y - 16}C${x + 20} ${y - 21} ${x + 28} ${y - 22} ${x + 34} ${y - 21}`, '#9C82AE', 4) +
  `<rect x="${x - 8}" y="${y - 7}" width="70" height="10" rx="5" fill="#3F525F"/>`;

/** A tripod some steps away, its camera seeing the child from head to foot. */
function farStand(posture: Posture): string {
  const eye = posture === 'floor' ? 196 : 148;
  const top = posture === 'standing' || posture === 'walking' ? 26 : posture === 'floor' ? 102 : 54;
  return (
    shape(`M428 ${eye}L${toHip(posture).x - 44} ${top}V${floorY + 6}z`, '#FDFCF8', 'opacity=".62"') +
    [-26, 2, 26].map((dx) => line(`M436 ${eye + 42}L${436 + dx} ${floorY + 2}`, '#3F525F', 7)).join('') +
    standingTablet(432, eye + 46) +
    line(`M282 ${floorY + 16}H404`, '#A67F4C', 4, 'stroke-dasharray="2 12"')
  );
}

function drawSource(source: SetUpSource, posture: Posture): string {
  const top = tops[posture];
  if (source === 'touch')
    return (posture === 'floor' ? '' : table(top)) + flatTablet(posture === 'floor' ? 270 : 250, top - (posture === 'floor' ? 4 : 0));
  // The device is in the pouch, or far away on its stand.
  if (source === 'pose' || source === 'motion') return '';
  if (source === 'adult') return drawAdultCounting();
  const far = posture === 'floor' ? '' : table(top, 236, 440);
  const y = posture === 'floor' ? floorY : top;
  return `${far}${switchBox(posture === 'floor' ? 282 : 254, posture === 'floor' ? y - 6 : y)}${standingTablet(posture === 'floor' ? 380 : 384, y)}`;
}

/** One picture: the room, the adult within reach, the child, what plays. The adult who counts sits face to face with the child. */
export function drawSetUp(source: SetUpSource, posture: Posture): string {
  const inside =
    room +
    (source === 'pose' ? farStand(posture) : '') +
    (source === 'adult' ? '' : drawAdultBehind(posture)) +
    drawSource(source, posture) +
    drawChild(posture, source === 'motion');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300">${inside}</svg>\n`;
}

/** Writes a picture for each source and posture into assets/pictures/set-up: `node src/tools/run.mjs draw/set-up`. Returns 0. */
export function main(args: readonly string[]): number {
  const folder = args[0] ?? join(process.cwd(), 'assets/pictures/set-up');
  mkdirSync(folder, { recursive: true });
  for (const source of sources) {
    for (const posture of postures) writeFileSync(join(folder, `${source}-${posture}.svg`), drawSetUp(source, posture));
  }
  return 0;
}

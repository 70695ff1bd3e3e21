import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A drawing of the game's own, put on the place at (x, y), `width` wide. */
type Part = readonly [file: string, x: number, y: number, width: number];

/** A place of the bay, of drawings that its game has already, on a paper islet; and what is collected there. */
interface Place {
  readonly ground: readonly [far: string, near: string];
  readonly parts: readonly Part[];
  readonly keepsake: string;
}

const places: Readonly<Record<string, Place>> = {
  fireflies: {
    ground: ['#33406C', '#274562'],
    parts: [
      ['quay-dusk', 16, 44, 200],
      ['quay-windows', 16, 44, 200],
      ['lantern-on', 34, 22, 30],
      ['lantern-on', 104, 12, 34],
      ['lantern-on', 176, 26, 28],
    ],
    keepsake: 'lantern-on',
  },
  lighthouse: {
    ground: ['#2B6C8F', '#1F5170'],
    parts: [
      ['tower', 66, 6, 112],
      ['boat-1', 8, 98, 74],
      ['boat-3', 166, 104, 66],
    ],
    keepsake: 'boat-2',
  },
  ferry: {
    ground: ['#3C86A0', '#2B6C8F'],
    parts: [
      ['ferry', 14, 78, 212],
      ['cargo-cake', 84, 34, 76],
    ],
    keepsake: 'cargo-teacups',
  },
  parade: {
    ground: ['#4E8F5B', '#3C7A4C'],
    parts: [
      ['bandstand', 42, 8, 156],
      ['hedgehog', 2, 104, 72],
      ['mouse', 168, 108, 68],
    ],
    keepsake: 'kite-1',
  },
  sunrise: {
    ground: ['#4E8F5B', '#6FA565'],
    parts: [
      ['sun', 62, 2, 116],
      ['windmill', 20, 52, 76],
      ['sails', 16, 44, 84],
      ['cottage', 136, 82, 90],
    ],
    keepsake: 'sun-awake',
  },
  rocket: {
    ground: ['#C9A66B', '#2B6C8F'],
    parts: [
      ['rocket-hull', 66, 4, 110],
      ['rocket-belly', 66, 4, 110],
      ['rocket-cabin', 66, 4, 110],
      ['deck', 30, 154, 180],
    ],
    keepsake: 'planet-garden',
  },
};

/** Draws `place.svg` and `keepsake.svg` of the games named, or of all: `node src/tools/run.mjs draw/places [game …]`. Returns 0. */
export function main(games: readonly string[]): number {
  for (const [game, { ground, parts, keepsake }] of Object.entries(places)) {
    if (games.length > 0 && !games.includes(game)) continue;
    const folder = join('assets', game);
    const pieces = parts.map(([file, x, y, width], i) => nest(folder, file, `p${i}-`, x, y, width));
    const [far, near] = ground;
    const islet =
      `<ellipse cx="120" cy="172" rx="112" ry="26" fill="${near}"/><ellipse cx="120" cy="166" rx="104" ry="22" fill="${far}"/>` +
      '<path d="M22 176c30 12 166 12 196 0" fill="none" stroke="#EAF4F4" stroke-opacity=".45" stroke-width="3" stroke-linecap="round"/>';
    writeFileSync(join(folder, 'place.svg'), `${svg(240, 200, islet + pieces.join(''))}\n`);
    const { height, width } = sizeOf(read(folder, keepsake));
    const scale = 92 / Math.max(width, height);
    const kept = nest(folder, keepsake, 'k-', 48 - (width * scale) / 2, 48 - (height * scale) / 2, width * scale);
    writeFileSync(join(folder, 'keepsake.svg'), `${svg(96, 96, kept)}\n`);
  }
  return 0;
}

const svg = (width: number, height: number, inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${inside}</svg>`;

const read = (folder: string, file: string) => readFileSync(join(folder, `${file}.svg`), 'utf8');

function sizeOf(drawing: string): { readonly box: string; readonly width: number; readonly height: number } {
  const box = /viewBox="([^"]+)"/.exec(drawing)?.[1] ?? '0 0 100 100';
  const [, , width = 100, height = 100] = box.split(/\s+/).map(Number);
  return { box, width, height };
}

/** A drawing inside another; its ids are its own there too. */
function nest(folder: string, file: string, prefix: string, x: number, y: number, width: number): string {
  const drawing = read(folder, file);
  const { box, width: own, height } = sizeOf(drawing);
  const inside = drawing
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/\bid="([^"]+)"/g, `id="${prefix}$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${prefix}$1)`)
    .replace(/href="#([^"]+)"/g, `href="#${prefix}$1"`);
  const round = (value: number) => Math.round(value * 10) / 10;
  return `<svg x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round((width / own) * height)}" viewBox="${box}">${inside}</svg>`;
}

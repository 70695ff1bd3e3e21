import { toPebblePicture } from '../../report/family';

/** Colour and its shade of each of the six drawings of a pebble, as seen from afar. */
const tones = [
  ['#99BCC2', '#81A1A7'],
  ['#ECB478', '#D79F65'],
  ['#A2BF94', '#8CAF7F'],
  ['#EFC064', '#D8AA56'],
  ['#B59BAF', '#A4889F'],
  ['#ECE7D5', '#CFD0C2'],
] as const;

const width = 800;
/** The beach below the path is about so high; pebbles become smaller where many lie there. */
const beach = 190;

/** All pebbles that came before those on the path, one for each; a few strokes of the pen, however many they are. */
export function OlderPebbles({ count }: { readonly count: number }) {
  if (count <= 0) return null;
  const gap = Math.min(24, Math.max(3, Math.sqrt((width * beach) / count)));
  const columns = Math.floor((width - gap) / gap);
  const rows = Math.ceil(count / columns);
  const height = Math.ceil(rows * gap + gap);
  const drawn = tones.map(() => ['', ''] as [string, string]);
  for (let n = 0; n < count; n++) {
    // The newest lie uppermost, nearest to the path.
    const back = count - 1 - n;
    const row = Math.floor(back / columns);
    const sway = Math.sin(n * 12.9898) * gap * 0.12;
    const x = gap * (1 + (back % columns)) + sway + (row % 2 ? gap * 0.3 : -gap * 0.2);
    const y = gap * (0.8 + row) + Math.cos(n * 78.233) * gap * 0.12;
    const r = gap * (0.38 + 0.06 * Math.sin(n * 3.7));
    const paths = drawn[toPebblePicture(n) - 1];
    if (!paths) continue;
    paths[0] += oval(x, y, r, r * 0.8);
    paths[1] += oval(x, y + r * 0.14, r, r * 0.8);
  }
  return (
    <svg class="older-pebbles" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" data-pebbles={count}>
      {tones.map(([light, shade], i) => (
        <g key={light}>
          <path d={drawn[i]?.[1]} fill={shade} />
          <path d={drawn[i]?.[0]} fill={light} />
        </g>
      ))}
    </svg>
  );
}

function oval(x: number, y: number, rx: number, ry: number): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  return `M${round(x - rx)} ${round(y)}a${round(rx)} ${round(ry)} 0 1 0 ${round(2 * rx)} 0a${round(rx)} ${round(ry)} 0 1 0 ${round(-2 * rx)} 0`;
}

/** A place on the pebble path, in the units of its drawing. */
export interface PathPoint {
  readonly x: number;
  readonly y: number;
}

/** A winding path: its line, and a place for each pebble from the first to the newest. */
export interface PebblePath {
  readonly width: number;
  readonly height: number;
  /** Of an SVG path. */
  readonly line: string;
  readonly places: readonly PathPoint[];
}

const spacing = 74;
const rowGap = 100;
const edge = 44;
const top = 124;
const wobble = 13;
/** Narrower drawings have the companion below the path, not beside it. */
const narrow = 600;
const companionRoom = 120;

/** A path that winds down the sand row by row, with room for `count` pebbles; `width` decides how many are in a row. */
export function layPath(width: number, count: number): PebblePath {
  const radius = rowGap / 2;
  const row = width - 2 * edge - 2 * radius - (width < narrow ? 0 : companionRoom);
  const turn = Math.PI * radius;
  const length = Math.max(1, count - 1) * spacing;
  const rows = Math.max(1, Math.ceil((length + turn) / (row + turn)));
  const at = (along: number): PathPoint => {
    const index = Math.min(rows - 1, Math.floor(along / (row + turn)));
    const rest = along - index * (row + turn);
    const y = top + index * rowGap;
    const forward = index % 2 === 0;
    const left = edge + radius;
    // A straight row that sways a little, then half a circle down to the next.
    if (rest <= row) return { x: forward ? left + rest : left + row - rest, y: y + wobble * Math.sin((rest / row) * 2 * Math.PI) };
    const angle = Math.PI * ((rest - row) / turn);
    const out = radius * Math.sin(angle);
    return { x: forward ? left + row + out : left - out, y: y + radius - radius * Math.cos(angle) };
  };
  const whole = rows * row + (rows - 1) * turn;
  const steps = Math.ceil(whole / 12);
  const line = Array.from({ length: steps + 1 }, (_, i) => at((i / steps) * whole)).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  // The path comes from somewhere; where it ends at that edge again, it leads on.
  const leadsOn = rows % 2 === 0 ? `H${-edge}` : '';
  return {
    width,
    height: top + (rows - 1) * rowGap + (width < narrow ? companionRoom : 76),
    line: `M${-edge} ${top}L${line.join('L')}${leadsOn}`,
    places: Array.from({ length: count }, (_, i) => at(i * spacing)),
  };
}

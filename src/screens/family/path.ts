/** A place on the pebble path, in CSS pixels of its drawing. */
export interface PathPoint {
  readonly x: number;
  readonly y: number;
}

/** The sand and the winding path on it. */
export interface PebblePath {
  readonly width: number;
  readonly height: number;
  /** Side of a pebble's picture. */
  readonly pebble: number;
  /** The trodden way up to the companion, of an SVG path. */
  readonly line: string;
  /** Width of the trodden way. */
  readonly tread: number;
  /** A place for each pebble, oldest first. */
  readonly places: readonly PathPoint[];
  /** Where the companion's feet are, and how wide it is drawn. */
  readonly end: PathPoint & { readonly size: number };
}

/** Few pebbles lie large and far apart; many, and narrow screens, draw them closer. */
const dense = { spacing: 58, rowGap: 84, edge: 32, pebble: 52, tread: 54, companion: 96 } as const;
const roomy = { spacing: 80, rowGap: 108, edge: 46, pebble: 70, tread: 70, companion: 136 } as const;
const roomyMost = 21;
const narrow = 560;

const wobble = 12;
/** Room between the path and where all is sand, and under it. */
const above = 62;
const below = 70;
/** From the newest pebble to the companion, in spacings. */
const ahead = 1.35;

/** A path that winds up the sand from its lower edge to the water, `width` wide, with `count` pebbles; the sand begins at `top`. */
export function layPath(width: number, top: number, count: number): PebblePath {
  const { spacing, rowGap, edge, pebble, tread, companion } = count > roomyMost || width < narrow ? dense : roomy;
  const radius = rowGap / 2;
  const left = edge + radius;
  const row = width - 2 * left;
  const turn = Math.PI * radius;
  const whole = (count === 0 ? ahead : count - 1 + ahead) * spacing;
  const last = Math.floor(whole / (row + turn));
  const turned = Math.max(0, whole - last * (row + turn) - row) / turn;
  const climb = last * rowGap + radius * (1 - Math.cos(Math.PI * turned));
  const height = Math.round(top + above + climb + below);
  const at = (along: number): PathPoint => {
    const index = Math.floor(along / (row + turn));
    const rest = along - index * (row + turn);
    const y = height - below - index * rowGap;
    const forward = index % 2 === 0;
    // A straight row that sways a little, then half a circle up to the next.
    if (rest <= row) return { x: forward ? left + rest : left + row - rest, y: y - wobble * Math.sin((rest / row) * 2 * Math.PI) };
    const angle = Math.PI * ((rest - row) / turn);
    const out = radius * Math.sin(angle);
    return { x: forward ? left + row + out : left - out, y: y - radius + radius * Math.cos(angle) };
  };
  const steps = Math.ceil(whole / 12);
  const line = Array.from({ length: steps + 1 }, (_, i) => at((i / steps) * whole)).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  const end = at(whole);
  return {
    width,
    height,
    pebble,
    tread,
    // The path comes from somewhere: further down the beach.
    line: `M${-edge} ${height - below}L${line.join('L')}`,
    places: Array.from({ length: count }, (_, i) => at(i * spacing)),
    end: { x: Math.min(width - companion / 2, Math.max(companion / 2, end.x)), y: end.y, size: companion },
  };
}

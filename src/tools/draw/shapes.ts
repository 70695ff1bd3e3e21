/** Three tones of one paper: lit from the top left, base, and turned away from the light. CSS colours. */
export interface Tones {
  readonly light: string;
  readonly base: string;
  readonly shade: string;
}

/** A point of the companions' 480 x 560 picture, in viewBox units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The darkest ink of the pictures: pupils, noses, tyres. */
export const ink = '#14293A';

/** A filled path; `extra` is further attributes. */
export const shape = (d: string, fill: string, extra = ''): string => `<path d="${d}" fill="${fill}"${extra && ` ${extra}`}/>`;

/** A round-ended line of the given width, unfilled. */
export const line = (d: string, colour: string, width: number, extra = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${extra && ` ${extra}`}/>`;

/** An ellipse, turned by `turn` degrees about its middle. */
export const oval = (cx: number, cy: number, rx: number, ry: number, fill: string, turn = 0): string =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"${turn ? ` transform="rotate(${turn} ${cx} ${cy})"` : ''}/>`;

/** A cut-paper shape: the outline in its base tone, with `inside` drawn on it and cut off at its edge. `id` must be unique on a page. */
export const cut = (id: string, d: string, fill: string, inside: string): string =>
  `<clipPath id="${id}"><path d="${d}"/></clipPath><path d="${d}" fill="${fill}"/><g clip-path="url(#${id})">${inside}</g>`;

/** Moves a drawing by (x, y). */
export const move = (x: number, y: number, inside: string): string => `<g transform="translate(${x} ${y})">${inside}</g>`;

/** A calm eye in three-quarter view with its upper lid; `lid` is the lid's colour, `k` the size (1 = 26 units high). */
export const eye = (at: Point, lid: string, k = 1): string =>
  `<g transform="translate(${at.x} ${at.y}) scale(${k})">` +
  shape('M-10.500 1C-10.500-8-6-13 1-13S11.500-8 11.500 1 7 13 .5 13-10.500 9-10.500 1z'.replaceAll('.500', '.5'), ink) +
  oval(-3, -4.5, 3.6, 4, '#EAF4F4') +
  oval(4, 6, 2, 2.2, '#7FA3B8') +
  line('M-13.5-5C-10-16 9-19 14.5-7', lid, 3.8) +
  '</g>';

/** A limb bent through `elbow`, shaded along its lower right; `width` in viewBox units. */
export const limb = (from: Point, elbow: Point, to: Point, tones: Tones, width: number): string => {
  const bend = (dx: number, dy: number) => `M${from.x + dx} ${from.y + dy}Q${elbow.x + dx} ${elbow.y + dy} ${to.x + dx} ${to.y + dy}`;
  return line(bend(0, 0), tones.shade, width) + line(bend(-2.5, -2), tones.base, width - 6);
};

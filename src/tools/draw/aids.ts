import { ink, line, oval, type Point, shape, type Tones } from './shapes';

/** What a companion moves with: nothing, a posterior walker, an active wheelchair, or ankle-foot splints. */
export const aids = ['none', 'walker', 'wheelchair', 'splints'] as const;
/** One of `aids`. */
export type Aid = (typeof aids)[number];

/** Where the hands hold the walker's grips (viewer's left, viewer's right). */
export const walkerGrips: readonly [Point, Point] = [
  { x: 100, y: 388 },
  { x: 384, y: 386 },
];
/** Where the viewer's-left hand rests on the wheelchair's push rim. */
export const rimHand: Point = { x: 96, y: 366 };
/** How much lower (viewBox units) the upper body is when seated. */
export const seatedDrop = 24;

const tube = (d: string, t: Tones, width = 12): string =>
  line(d, t.shade, width) +
  line(d, t.base, width - 4, 'transform="translate(-1 -1)"') +
  line(d, t.light, 2.5, 'transform="translate(-2.500 -2)"'.replace('00', ''));

const smallWheel = (x: number, y: number, r: number, t: Tones): string =>
  oval(x, y, r * 0.84, r, ink) + oval(x - 1, y, r * 0.56, r * 0.7, '#C9DCE2') + oval(x - 1, y, r * 0.28, r * 0.34, t.base);

/** The half of the walker behind the child: the rear bar and the rear legs. */
export const walkerBack = (t: Tones): string =>
  smallWheel(122, 500, 19, t) + smallWheel(366, 498, 19, t) + tube('M122 490V392C122 376 130 366 146 366H342C358 366 366 376 366 392V488', t);

/** The sides of the walker, beside the child: rails, grips, front legs and wheels. */
export const walkerFront = (t: Tones): string =>
  ['M122 384C108 384 92 388 86 402L78 508', 'M366 382C382 382 396 388 400 402L412 506'].map((d) => tube(d, t)).join('') +
  tube('M119 452 83 462', t, 9) +
  tube('M368 450 405 460', t, 9) +
  smallWheel(76, 514, 26, t) +
  smallWheel(414, 512, 26, t) +
  line('M116 384C108 385 98 387 92 394', ink, 17) +
  line('M370 382C380 384 389 386 394 392', ink, 17);

/** The parts of the wheelchair behind the child: far wheel, backrest, seat, footplate. `guard` colours the cloth. */
export const chairBack = (t: Tones, guard: Tones): string =>
  oval(352, 424, 38, 106, ink, 4) +
  oval(350, 424, 28, 94, guard.shade, 4) +
  tube('M142 330C138 312 130 304 116 304', t, 13) +
  tube('M340 328C344 312 350 304 362 303', t, 13) +
  shape('M156 322H328C344 322 352 332 352 348V470H132V348C132 332 140 322 156 322z', guard.shade) +
  shape('M154 322H318C334 322 340 332 340 346V470H132V348C132 332 138 322 154 322z', guard.base) +
  shape('M140 458H344C352 458 356 464 354 472L350 492C349 498 345 501 339 501H152C146 501 141 498 140 492z', ink) +
  tube('M166 494C170 516 178 530 198 536H322C334 534 338 516 340 492', t, 11) +
  smallWheel(176, 524, 18, t) +
  smallWheel(352, 520, 17, t);

/** The near wheel of the wheelchair with its painted spoke guard and push rim. */
export const chairFront = (t: Tones, guard: Tones): string =>
  `<g transform="rotate(-5 118 424)">${oval(118, 424, 72, 112, ink)}${oval(116, 424, 61, 100, guard.base)}` +
  shape(
    'M116 324C150 324 177 369 177 424S150 524 116 524C96 524 79 509 68 486 86 500 96 502 112 498 140 490 154 456 154 414 154 376 142 342 116 324z',
    guard.shade,
  ) +
  line('M57 424C57 369 83 324 116 324S177 369 177 424 150 524 116 524 57 479 57 424z', '#C9DCE2', 5, 'transform="translate(-3 0)"') +
  line('M114 424V352M114 424 154 386M114 424 152 468M114 424V498M114 424 74 468M114 424 74 382', guard.light, 9) +
  oval(115, 425, 20, 27, guard.shade) +
  oval(113, 424, 18, 25, guard.light) +
  oval(113, 424, 8, 11, t.shade) +
  '</g>';

/** The back shell of one ankle-foot splint, drawn behind a leg of half-width `w` whose middle is at `x`. */
export const splintBack = (x: number, w: number): string =>
  shape(
    `M${x - w - 7} 452C${x - w - 7} 444 ${x + w + 8} 444 ${x + w + 8} 452L${x + w + 6} 496C${x + w + 34} 500 ${x + w + 34} 538 ${x + w + 8} 538H${x - w - 6}C${x - w - 24} 538 ${x - w - 22} 506 ${x - w - 6} 496z`,
    '#8FB7CB',
  );

/** The side wings and the two straps of one splint, drawn over the leg. */
export const splintFront = (x: number, w: number, strap: Tones): string => {
  const wing = (side: -1 | 1, fill: string) =>
    shape(
      `M${x + side * (w + 7)} 452C${x + side * (w - 6)} 446 ${x + side * (w - 10)} 462 ${x + side * (w - 10)} 478C${x + side * (w - 9)} 500 ${x + side * (w - 4)} 520 ${x + side * (w + 10)} 530C${x + side * (w + 16)} 520 ${x + side * (w + 10)} 504 ${x + side * (w + 6)} 496z`,
      fill,
    );
  const band = (y: number, dip: number) => `M${x - w - 4} ${y}C${x - w * 0.4} ${y + dip} ${x + w * 0.4} ${y + dip} ${x + w + 4} ${y}`;
  return (
    wing(-1, '#D5E7EE') +
    wing(1, '#B4D0DD') +
    line(band(462, 7), strap.shade, 13) +
    line(band(460.5, 7), strap.base, 10) +
    line(band(497, 9), strap.shade, 13) +
    line(band(495.5, 9), strap.base, 10) +
    oval(x + w * 0.45, 466, 4.5, 4.5, strap.light) +
    oval(x + w * 0.45, 502, 4.5, 4.5, strap.light)
  );
};

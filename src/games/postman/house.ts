import { paper } from '../kit/paper';

/** How one house is coloured. */
export interface HouseColours {
  readonly wall: string;
  readonly roof: string;
  readonly shutter: string;
  readonly glass: string;
  readonly lit: string;
}

/** Size of a house's drawing in units, and where in it things are, from the middle of its foot: letterbox, window, ridge, sill, and the door's two sides. */
export const houseU = { width: 168, height: 190, footY: 178 } as const;
export const letterboxU = { x: 66, y: -32 } as const;
export const windowU = { x: -33, y: -50 } as const;
export const ridgeU = { x: -22, y: -138 } as const;
export const sillU = { x: -32, y: -12 } as const;
export const doorstepU = { x: -12, y: 5 } as const;
export const besideDoorU = { x: 40, y: 5 } as const;

/** Paints a house seen from above its front; `open` with its shutters open and its windows lit, else shut. */
export function paintHouse(pen: CanvasRenderingContext2D, unit: number, colours: HouseColours, open: boolean): void {
  const { wall, roof, shutter, glass, lit } = colours;
  pen.save();
  pen.scale(unit, unit);
  const shape = (colour: string, points: readonly (readonly [number, number])[]) => {
    pen.fillStyle = colour;
    pen.beginPath();
    for (const [x, y] of points) pen.lineTo(x, y);
    pen.closePath();
    pen.fill();
  };
  pen.fillStyle = 'rgba(10,24,40,.2)';
  pen.beginPath();
  pen.ellipse(90, 176, 76, 10, 0, 0, 7);
  pen.fill();
  paper(pen, 6 * unit, 0.25, () =>
    shape(wall, [
      [16, 92],
      [116, 92],
      [116, 178],
      [16, 178],
    ]),
  );
  shape(wall, [
    [116, 92],
    [142, 80],
    [142, 166],
    [116, 178],
  ]);
  shape('rgba(20,34,60,.22)', [
    [116, 92],
    [142, 80],
    [142, 166],
    [116, 178],
  ]);
  shape('rgba(20,34,60,.12)', [
    [16, 92],
    [116, 92],
    [116, 104],
    [16, 104],
  ]);
  pen.fillStyle = roof;
  pen.fillRect(98, 22, 16, 34);
  pen.fillStyle = 'rgba(20,34,60,.3)';
  pen.fillRect(107, 22, 7, 34);
  paper(pen, 7 * unit, 0.3, () =>
    shape(roof, [
      [6, 98],
      [34, 38],
      [112, 32],
      [124, 98],
    ]),
  );
  shape(roof, [
    [124, 98],
    [112, 32],
    [150, 82],
  ]);
  shape('rgba(20,34,60,.24)', [
    [124, 98],
    [112, 32],
    [150, 82],
  ]);
  pen.strokeStyle = 'rgba(20,34,60,.13)';
  pen.lineWidth = 2.5;
  for (const [x, y, to] of [
    [27, 54, 116],
    [20, 69, 119],
    [13, 84, 122],
  ] as const) {
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(to, y - 1);
    pen.stroke();
  }
  shape('rgba(255,255,255,.16)', [
    [6, 98],
    [34, 38],
    [62, 36],
    [32, 98],
  ]);
  paintWindow(pen, 52, 118, { glass: open ? lit : glass, shutter }, open);
  pen.fillStyle = shutter;
  pen.beginPath();
  pen.roundRect(80, 124, 28, 54, [12, 12, 0, 0]);
  pen.fill();
  pen.fillStyle = open ? lit : 'rgba(10,20,40,.25)';
  pen.beginPath();
  pen.arc(94, 138, 7, 0, 7);
  pen.fill();
  pen.fillStyle = '#F4B63F';
  pen.beginPath();
  pen.arc(102, 156, 2.6, 0, 7);
  pen.fill();
  paintLetterbox(pen, open);
  pen.restore();
}

function paintWindow(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  { glass, shutter }: { readonly glass: string; readonly shutter: string },
  open: boolean,
): void {
  pen.fillStyle = 'rgba(20,34,60,.35)';
  pen.beginPath();
  pen.roundRect(x - 20, y - 4, 40, 40, 6);
  pen.fill();
  pen.fillStyle = glass;
  pen.beginPath();
  pen.roundRect(x - 17, y - 1, 34, 34, 4);
  pen.fill();
  pen.fillStyle = shutter;
  for (const [left, wide] of open
    ? ([
        [x - 34, 13],
        [x + 21, 8],
      ] as const)
    : ([
        [x - 18, 17.2],
        [x + 0.8, 17.2],
      ] as const)) {
    pen.fillStyle = shutter;
    pen.beginPath();
    pen.roundRect(left, y - 3, wide, 38, 3);
    pen.fill();
    pen.fillStyle = 'rgba(255,255,255,.2)';
    for (const bar of [6, 15, 24]) pen.fillRect(left + 2.5, y + bar - 3, wide - 5, 3);
  }
  pen.fillStyle = '#F6EBD2';
  pen.fillRect(x - 23, y + 34, 46, 5);
}

function paintLetterbox(pen: CanvasRenderingContext2D, open: boolean): void {
  pen.fillStyle = '#6B4F3E';
  pen.fillRect(147, 152, 6, 28);
  pen.fillStyle = '#12324A';
  pen.beginPath();
  pen.roundRect(136, 128, 29, 28, [12, 12, 4, 4]);
  pen.fill();
  pen.fillStyle = '#2B6C8F';
  pen.beginPath();
  pen.roundRect(138.5, 130.5, 24, 23, [10, 10, 3, 3]);
  pen.fill();
  pen.fillStyle = '#12324A';
  pen.fillRect(142, 138, 17, 4);
  if (!open) return;
  pen.fillStyle = '#EAF4F4';
  pen.fillRect(144, 131, 13, 9);
}

import type { Point } from './field';

/** Draws with the soft shadow of a sheet of paper that lies a little above the one below; `blur` in canvas pixels. */
export function paper(context: CanvasRenderingContext2D, blur: number, alpha: number, draw: () => void): void {
  context.save();
  context.shadowColor = `rgba(6,18,34,${alpha})`;
  context.shadowBlur = blur;
  context.shadowOffsetY = -blur * 0.25;
  draw();
  context.restore();
}

/** Adds the upper edge of a paper wave to the path, from the left to the right of the canvas. */
export function wave(context: CanvasRenderingContext2D, width: number, y: number, swell: number, length: number, shift: number): void {
  for (let x = 0; x <= width + 8; x += 8) {
    const at = (x / length) * 2 * Math.PI + shift;
    context.lineTo(x, y + swell * (Math.sin(at) * 0.65 + Math.sin(at * 0.47 + 1) * 0.35));
  }
}

/** Fills a disc. */
export function disc(context: CanvasRenderingContext2D, at: Point, radius: number): void {
  context.beginPath();
  context.arc(at.x, at.y, radius, 0, 7);
  context.fill();
}

/** Fills a lens that lies flat: a glint, a ripple; `half` and `thick` are half of its width and height. */
export function lens(context: CanvasRenderingContext2D, x: number, y: number, half: number, thick: number): void {
  context.beginPath();
  context.moveTo(x - half, y);
  context.quadraticCurveTo(x, y - thick * 2, x + half, y);
  context.quadraticCurveTo(x, y + thick * 2, x - half, y);
  context.fill();
}

/** Fills a bar with round ends; `half` and `thick` are half of its width and height. */
export function pill(context: CanvasRenderingContext2D, x: number, y: number, half: number, thick: number): void {
  context.beginPath();
  context.roundRect(x - half, y - thick, half * 2, thick * 2, thick);
  context.fill();
}

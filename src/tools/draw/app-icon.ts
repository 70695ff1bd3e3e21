import { oval, shape } from './shapes';

const sky = '#2B6C8F';
const deep = '#1E5473';
const foam = '#EAF4F4';

/** The app's sign on a 512 x 512 ground: one sunlit pebble in the bay. All that matters lies within the middle 80 %, as masks cut off the rest. */
function drawSign(): string {
  return [
    shape('M0 0H512V512H0z', sky),
    oval(256, 214, 132, 132, '#F4B63F'),
    oval(256, 214, 104, 104, '#F9CD76'),
    shape('M0 296C70 268 122 268 188 292S318 326 386 296 476 270 512 284V512H0z', '#4C93B5'),
    shape('M0 352C80 328 150 334 214 352S344 384 410 356 486 338 512 344V512H0z', deep),
    oval(262, 396, 138, 17, '#163F59'),
    shape('M122 348C122 284 176 236 254 236 332 236 394 276 394 336 394 388 336 408 256 408 176 408 122 396 122 348z', '#F3E3C3'),
    shape(
      'M254 236C332 236 394 276 394 336 394 388 336 408 256 408 216 408 182 405 158 394 262 400 340 372 340 312 340 274 302 247 254 236z',
      '#D9C096',
    ),
    `<path d="M166 324C182 288 214 270 254 268" fill="none" stroke="${foam}" stroke-width="17" stroke-linecap="round"/>`,
    `<path d="M64 444C104 430 132 432 168 444S236 458 272 446M330 452C364 438 396 438 440 450" fill="none" stroke="#4C93B5" stroke-width="12" stroke-linecap="round"/>`,
  ].join('');
}

const svg = (width: number, height: number, inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`;

const scaled = (px: number, x: number, y: number, inside: string) => `<g transform="translate(${x} ${y}) scale(${px / 512})">${inside}</g>`;

/** An icon as an SVG of `px` x `px`; `round` cuts the corners, where the system does not. */
export function drawIcon(px: number, round: boolean): string {
  const sign = scaled(px, 0, 0, drawSign());
  if (!round) return svg(px, px, sign);
  return svg(px, px, `<clipPath id="sign"><rect width="${px}" height="${px}" rx="${px * 0.22}"/></clipPath><g clip-path="url(#sign)">${sign}</g>`);
}

/** What stands on the screen while the app starts from the home screen: the sign in the middle of the bay's blue. */
export function drawSplash(width: number, height: number): string {
  const px = Math.round(Math.min(width, height) * 0.3);
  const at = `translate(${(width - px) / 2} ${(height - px) / 2})`;
  const sign = `<clipPath id="sign"><rect width="${px}" height="${px}" rx="${px * 0.22}"/></clipPath><g clip-path="url(#sign)">${scaled(px, 0, 0, drawSign())}</g>`;
  return svg(width, height, `<rect width="${width}" height="${height}" fill="#12324A"/><g transform="${at}">${sign}</g>`);
}

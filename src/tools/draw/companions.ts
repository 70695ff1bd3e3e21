import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Aid, aids, chairBack, chairFront, rimHand, seatedDrop, splintBack, splintFront, walkerBack, walkerFront, walkerGrips } from './aids';
import type { Companion } from './companion';
import { fox } from './fox';
import { otter } from './otter';
import { puffin } from './puffin';
import { limb, move, oval, type Point, shape } from './shapes';
import { turtle } from './turtle';

const armPivot: Point = { x: 50, y: 80 };
// Raised and a little forward: reads as a greeting on cards and as the start of a reach in a game.
const restDeg = -48;
// Above this the hand would cover the face, below it the leg.
const turnDeg = { min: -55, max: 70 };

const shoulderOf = (c: Companion, aid: Aid): Point => ({ x: c.shoulder.x, y: c.shoulder.y + (aid === 'wheelchair' ? seatedDrop : 0) });

const bentArm = (c: Companion, from: Point, elbow: Point, to: Point): string => limb(from, elbow, to, c.armTones, c.armWidth) + c.hand(to.x, to.y);

const leftArm = (c: Companion, aid: Aid): string => {
  const from = { x: 482 - c.shoulder.x, y: shoulderOf(c, aid).y - 14 };
  if (aid === 'walker') return bentArm(c, from, { x: 116, y: 322 }, walkerGrips[0]);
  if (aid === 'wheelchair') return bentArm(c, from, { x: 100, y: 326 }, rimHand);
  return bentArm(c, from, { x: 116, y: 330 }, { x: 128, y: 384 });
};

const legs = (c: Companion, aid: Aid): string => {
  const w = c.legs.halfWidth;
  if (aid === 'splints')
    return c.legs.standing.map((x) => splintBack(x, w)).join('') + c.legs.standing.map((x) => c.leg(x) + splintFront(x, w, c.strap)).join('');
  return c.legs[aid === 'wheelchair' ? 'seated' : 'standing'].map((x) => c.leg(x)).join('');
};

// Seated, the thighs point at the viewer: a knee over each shin is what is seen of them.
const knees = (c: Companion): string =>
  shape('M176 486C170 440 196 424 258 424S350 440 338 484z', c.kneeTones.shade) +
  c.legs.seated
    .map((x) => {
      const w = c.legs.halfWidth + 9;
      return (
        shape(`M${x - w} 466C${x - w} 428 ${x + w} 426 ${x + w} 464L${x + w - 8} 492H${x - w + 8}z`, c.kneeTones.base) +
        shape(
          `M${x - w + 4} 458C${x - w + 6} 432 ${x + w - 14} 430 ${x + w - 8} 448 ${x + w - 30} 440 ${x - w + 20} 442 ${x - w + 4} 458z`,
          c.kneeTones.light,
        )
      );
    })
    .join('');

/** One companion with one aid, without the viewer's-right arm: the inside of a 480 x 560 picture. */
export const drawBody = (c: Companion, aid: Aid): string => {
  const shadow = oval(242, 537, aid === 'none' || aid === 'splints' ? 150 : 190, 13, '#12324A').replace('/>', ' opacity=".13"/>');
  if (aid === 'wheelchair')
    return (
      shadow +
      c.behindSeated +
      chairBack(c.frame, c.guard) +
      move(0, seatedDrop, c.torso) +
      `<clipPath id="ch-shin"><path d="M0 470H480V560H0z"/></clipPath><g clip-path="url(#ch-shin)">${legs(c, aid)}</g>` +
      knees(c) +
      chairFront(c.frame, c.guard) +
      leftArm(c, aid) +
      move(0, seatedDrop, c.collar + c.head)
    );
  if (aid === 'walker')
    return shadow + walkerBack(c.frame) + c.behind + legs(c, aid) + c.torso + walkerFront(c.frame) + leftArm(c, aid) + c.collar + c.head;
  return shadow + c.behind + legs(c, aid) + c.torso + leftArm(c, aid) + c.collar + c.head;
};

/** The viewer's-right arm as it is in the complete picture: on the grip with the walker, raised otherwise. */
export const drawRightArm = (c: Companion, aid: Aid): string => {
  const s = shoulderOf(c, aid);
  if (aid === 'walker') return bentArm(c, s, { x: 366, y: 322 }, walkerGrips[1]);
  return `<g transform="translate(${s.x} ${s.y}) rotate(${restDeg}) translate(${-armPivot.x} ${-armPivot.y})">${c.arm}</g>`;
};

// Several of these are inlined in one page: every id carries the file's own name.
const svg = (width: number, height: number, inside: string, name: string, id: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${inside.replace(/(id="|url\(#)[a-z]+-/g, `$1${name}-${id}-`)}</svg>\n`;

/**
 * Writes every companion's pictures and `pivots.json` into assets/companions (or the folder named first); returns 0.
 * To show a reach, lay `<name>-arm.svg` on `<name>-<aid>-body.svg` with its `arm.pivot` on `shoulder[aid]` and turn it about there:
 * 0 degrees points to the viewer's right, negative turns upwards, `restDeg` is the complete picture's angle,
 * `minDeg` to `maxDeg` keeps hand and face apart. For a reach to the viewer's left, mirror the whole companion. viewBox units.
 */
export const main = (args: readonly string[]): number => {
  const folder = args[0] ?? join(process.cwd(), 'assets/companions');
  mkdirSync(folder, { recursive: true });
  const pivots: Record<string, unknown> = {};
  for (const c of [otter, puffin, fox, turtle]) {
    const write = (name: string, width: number, height: number, inside: string) =>
      writeFileSync(join(folder, `${c.id}-${name}.svg`), svg(width, height, inside, c.id, name));
    for (const aid of aids) {
      const body = drawBody(c, aid);
      write(`${aid}-body`, 480, 560, body);
      write(aid, 480, 560, body + drawRightArm(c, aid));
    }
    write('arm', 240, 160, c.arm);
    pivots[c.id] = {
      arm: { width: 240, height: 160, pivot: armPivot, tip: c.tip, restDeg, minDeg: turnDeg.min, maxDeg: turnDeg.max },
      shoulder: Object.fromEntries(aids.map((aid) => [aid, shoulderOf(c, aid)])),
    };
  }
  writeFileSync(join(folder, 'pivots.json'), `${JSON.stringify(pivots, null, 2)}\n`);
  return 0;
};

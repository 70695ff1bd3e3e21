import type * as Phaser from 'phaser';
import type { Side } from '../../core/units';
import { paintGlow, paintOnce } from '../kit/glow';
import type { Layout } from './layout';
import { boatKinds, sizes } from './pictures';

/** A boat with its crew and its lanterns; the root is where its hull lies on the water. */
export interface Boat {
  readonly root: Phaser.GameObjects.Container;
  readonly kind: number;
  /** How many of its lanterns glow, as a share of all; `kept`: what glowed once goes on faintly. */
  kindle(held: number, kept: number): void;
  /** All at once, gently: the boat is out of the mist. */
  light(): void;
  /** The crew waves for as long as the picture moves. */
  wave(): void;
  update(calmMs: number, deltaMs: number): void;
}

const { width: drawnWidth, height: drawnHeight } = sizes.boat;
/** Where the hull lies on the water: there is the root, so that the light falls on the hull and never on the crew or the sail's mark. */
const middle = { x: 100, y: 172 } as const;
/** How far the root lies below the middle of the drawing, as a share of its width. */
export const rootBelowMiddle = (172 - 105) / 200;
/** Lanterns hang on the stays, from bow to stern over the mast's top. */
const lanternSpots = [
  [176, 124],
  [152, 88],
  [124, 46],
  [64, 44],
  [42, 86],
  [26, 126],
] as const;
const crewFoot = { x: 146, y: 151 } as const;
const mistTint = 0xc2d2da;
const markSpot = { x: 64, y: 108 } as const;
/** A lantern kindles with this time constant: half a second from dark to light. */
const kindleMs = 190;

/** How wide the boat of a target is: large enough to be seen well, never a wall. */
export function toBoatPx(layout: Layout, radiusRatio: number): number {
  return Math.min(150 * layout.unit, Math.max(98 * layout.unit, 1.7 * radiusRatio * layout.limit.x));
}

/** The kind of boat that belongs to a trial. */
export function toKind(trial: number): number {
  return (trial % boatKinds) + 1;
}

/** Makes a boat in the mist; `strong`: in its own colours from the start. */
export function createBoat(scene: Phaser.Scene, trial: number, widthPx: number, side: Side | null, strong: boolean): Boat {
  const kind = toKind(trial);
  const scale = widthPx / drawnWidth;
  const root = scene.add.container(0, 0);
  const body = scene.add.container(0, 0);
  const at = (x: number, y: number) => [(x - middle.x) * scale, (y - middle.y) * scale] as const;
  const glow = scene.add
    .image(0, 0, toBoatGlow(scene))
    .setDisplaySize(widthPx * 2, widthPx * 1.5)
    .setAlpha(0);
  const picture = (key: string, x: number, y: number, width: number, height: number) =>
    scene.add.image(...at(x, y), key).setDisplaySize(width * scale, height * scale);
  const paperBoat = () => picture(`boat-${kind}`, drawnWidth / 2, drawnHeight / 2, drawnWidth, drawnHeight);
  const misty = paperBoat().setTint(strong ? 0xffffff : mistTint);
  const clear = paperBoat().setAlpha(0);
  const crew = picture(`crew-${kind}`, crewFoot.x, crewFoot.y, sizes.crew.width * 0.72, sizes.crew.height * 0.72).setOrigin(0.5, 1);
  const arm = picture(`crew-${kind}-arm`, crewFoot.x + 14, crewFoot.y - 14, sizes.arm.width * 0.72, sizes.arm.height * 0.72).setOrigin(0.2, 0.5);
  const lanterns = lanternSpots.map(([x, y]) => picture('lantern', x, y, 24, 31).setOrigin(0.5, 0.1).setAlpha(0));
  const halos = lanternSpots.map(([x, y]) =>
    scene.add
      .image(...at(x, y + 10), toBoatGlow(scene))
      .setDisplaySize(58 * scale, 58 * scale)
      .setAlpha(0),
  );
  body.add([misty, clear, arm, crew, ...halos, ...lanterns]);
  if (side) body.add(picture(`mark-${side}`, markSpot.x, markSpot.y, 44, 44));
  root.add([glow, body]).setData('widthPx', widthPx);
  const restDeg = 38;
  let wanted: readonly number[] = lanterns.map(() => 0);
  let lit = 0;
  let litGoal = 0;
  let waves = false;
  arm.setAngle(restDeg);

  return {
    root,
    kind,
    kindle(held, kept) {
      if (litGoal === 1) return;
      wanted = lanterns.map((_, i) => (held * lanterns.length >= i + 0.999 ? 1 : kept * lanterns.length >= i + 0.999 ? 0.62 : 0));
    },
    light() {
      litGoal = 1;
      wanted = lanterns.map(() => 1);
    },
    wave() {
      waves = true;
    },
    update(calmMs, deltaMs) {
      const near = 1 - Math.exp(-deltaMs / kindleMs);
      for (const [i, lantern] of lanterns.entries()) {
        lantern.setAlpha(lantern.alpha + ((wanted[i] ?? 0) - lantern.alpha) * near);
        halos[i]?.setAlpha(lantern.alpha * 0.75);
      }
      lit += (litGoal - lit) * near * 0.7;
      clear.setAlpha(lit);
      glow.setAlpha(0.42 * lit);
      body.setAngle(Math.sin(calmMs / 1500) * 1.6).setY(Math.sin(calmMs / 1150) * 0.012 * widthPx);
      const goal = waves ? -38 + 26 * Math.sin(calmMs / 190) : restDeg;
      arm.setAngle(arm.angle + (goal - arm.angle) * (1 - Math.exp(-deltaMs / 120)));
    },
  };
}

/** Paints a boat that has come home, lit, as one picture of the boats' own size. Returns its key. */
export function paintMoored(scene: Phaser.Scene, kind: number): string {
  const source = scene.textures.get(`boat-${kind}`).getSourceImage();
  const scale = source.width / drawnWidth;
  return paintOnce(scene, `moored-${kind}`, drawnWidth * scale, drawnHeight * scale, (context) => {
    context.scale(scale, scale);
    const draw = (key: string, x: number, y: number, width: number, height: number) =>
      context.drawImage(scene.textures.get(key).getSourceImage() as CanvasImageSource, x, y, width, height);
    draw(`boat-${kind}`, 0, 0, drawnWidth, drawnHeight);
    const [width, height] = [sizes.crew.width * 0.72, sizes.crew.height * 0.72];
    draw(`crew-${kind}`, crewFoot.x - width / 2, crewFoot.y - height, width, height);
    for (const [x, y] of lanternSpots) {
      const light = context.createRadialGradient(x, y + 10, 0, x, y + 10, 30);
      light.addColorStop(0, 'rgba(255,214,130,.6)');
      light.addColorStop(1, 'rgba(255,214,130,0)');
      context.fillStyle = light;
      context.fillRect(x - 30, y - 20, 60, 60);
      draw('lantern', x - 12, y - 3, 24, 31);
    }
  });
}

/** The light that a boat casts around it. */
export function toBoatGlow(scene: Phaser.Scene): string {
  return paintGlow(scene, 'glow-boat', 192, '255,206,120', [
    [0, 0.75],
    [0.25, 0.4],
    [0.6, 0.1],
    [1, 0],
  ]);
}

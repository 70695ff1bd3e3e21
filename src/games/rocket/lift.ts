import type * as Phaser from 'phaser';
import type { Side } from '../../core/units';
import type { Look } from '../../session/types';
import { paintGlow, paintOnce } from '../kit/glow';
import { createHose, type Hose } from './hose';
import type { Layout } from './layout';
import { toPieceSize } from './pictures';

/** What the lift shows in one frame. */
export interface LiftView {
  /** Where the body is, 0 down and 1 up. */
  readonly height: number;
  /** The height that is asked for. */
  readonly goal: number;
  /** How much of the stay at the top is done. */
  readonly held: number;
  readonly side: Side | null;
  /** The way up is asked for now. */
  readonly asked: boolean;
}

/** The launch tower's lift: the body's height carries the lamp up to the glass bell, whose light flows into the rocket. */
export interface Lift {
  show(view: LiftView, calmMs: number, deltaMs: number): void;
  /** Light flows from the bell into the rocket. */
  pour(): void;
  /** The crane brings the bell down to the lamp, wherever it is, and takes it up again. */
  fetch(): void;
  /** Everything stands as it does before a set. */
  reset(): void;
  /** How far the whole tower has sunk out of the picture, in pixels, and how much of it is seen. */
  place(sunkPx: number, alpha: number): void;
}

/** Middle of the lamp in the drawings of lamp and bell, and the lamp's foot. */
const lampMiddle = { lamp: 98 / 176, bell: 122 / 216, footPx: 74 } as const;
const bellMs = 240;
const fetchMs = 1500;
/** A bell that is that near to its place is there. */
const there = 0.002;

/** Puts up the tower; what is played with stands in two layers, behind and before the rocket. */
export function createLift(scene: Phaser.Scene, layout: Layout, look: Look): Lift {
  const { scale, lamp: way, deck, mirrored } = layout;
  const piece = (x: number, y: number, key: string, kind: Parameters<typeof toPieceSize>[0]) => {
    const { width, height } = toPieceSize(kind, layout);
    return scene.add.image(x, y, key).setDisplaySize(width, height).setFlipX(mirrored);
  };
  const tower = piece(way.x, deck.y + 10 * scale, 'tower', 'tower').setOrigin(0.5, 1);
  const topY = tower.y - tower.displayHeight * (1 - 60 / 624);
  const arrowKey = paintOnce(scene, 'arrow', 62 * scale, 40 * scale, (context, w, h) => paintArrow(context, w, h, scale));
  const arrows = Array.from({ length: 3 }, () => scene.add.image(way.x, 0, arrowKey).setName('invitation'));
  const hose: Hose = createHose(scene, layout);
  scene.add
    .container(0, 0, [tower, ...arrows, ...hose.parts])
    .setDepth(44)
    .setName('lift-back');

  const rope = scene.add.rectangle(way.x, topY, 4 * scale, 10, 0xd9c093).setOrigin(0.5, 0);
  const rod = scene.add.rectangle(way.x, 0, 12 * scale, 10, 0x6f5033).setOrigin(0.5, 0);
  const tray = piece(way.x, 0, 'tray', 'tray').setOrigin(0.5, 6 / 60);
  const lamp = piece(way.x, 0, 'lamp', 'lamp').setOrigin(0.5, lampMiddle.lamp).setName('lamp').setFlipX(false);
  const haloKey = paintGlow(scene, 'glow-lamp', 256, '255,220,140', [
    [0, 0.6],
    [0.3, 0.3],
    [0.6, 0.1],
    [1, 0],
  ]);
  const halo = scene.add.image(way.x, 0, haloKey).setDisplaySize(150 * scale, 150 * scale);
  const bell = piece(way.x, 0, 'bell', 'bell').setOrigin(0.5, lampMiddle.bell).setName('bell');
  const bellLight = scene.add
    .image(way.x, 0, haloKey)
    .setDisplaySize(190 * scale, 190 * scale)
    .setAlpha(0);
  const ring = scene.add.graphics().setName('hold');
  const floor = look.simplePicture
    ? scene.add.rectangle(deck.x, deck.y + 10 * scale, 560 * scale, 12 * scale, 0x0d2a3e).setOrigin(0.5, 0)
    : piece(deck.x, deck.y, 'deck', 'deck').setOrigin(0.5, 0.05).setName('scenery');
  const front = scene.add.container(0, 0, [rod, tray, halo, bellLight, lamp, rope, bell, ring, floor]).setDepth(48).setName('lift');
  const back = scene.children.getByName('lift-back') as Phaser.GameObjects.Container;

  let bellAt: number | null = null;
  let fetching = 0;
  let light = 0;
  let shownHeld = -1;
  let shownMark = '';
  let inviting = 0;

  const toY = (height: number) => way.downY - height * way.wayPx;
  const drawRing = (held: number) => {
    if (Math.abs(held - shownHeld) < 0.004) return;
    shownHeld = held;
    ring.clear();
    if (held <= 0) return;
    const radius = 84 * scale;
    for (const [width, colour] of [
      [13, 0x061a2a],
      [8, 0xfff3cf],
    ] as const)
      ring
        .lineStyle(width * scale, colour, 1)
        .beginPath()
        .arc(0, 0, radius, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * held * (mirrored ? -1 : 1), mirrored)
        .strokePath();
  };
  const drawArrows = (lampY: number, bellY: number, calmMs: number) => {
    const from = lampY - 74 * scale;
    const to = bellY + 92 * scale;
    const room = Math.max(0, Math.min(1, (from - to) / (120 * scale)));
    for (const [i, arrow] of arrows.entries()) {
      const along = (calmMs / 4200 + i / arrows.length) % 1;
      arrow.setY(from + (to - from) * along).setAlpha(inviting * room * Math.sin(along * Math.PI) ** 0.7);
    }
  };

  return {
    show({ height, goal, held, side, asked }, calmMs, deltaMs) {
      const ease = 1 - Math.exp(-deltaMs / bellMs);
      const y = toY(height);
      fetching = Math.max(0, fetching - deltaMs);
      const wanted = fetching > 0 ? Math.min(goal, height) : goal;
      bellAt = bellAt === null ? wanted : Math.abs(wanted - bellAt) < there ? wanted : bellAt + (wanted - bellAt) * ease;
      // A body that goes higher than it must takes the bell along.
      const bellY = toY(Math.max(bellAt, fetching > 0 ? 0 : height));
      const mark = side ? `lamp-${side}` : 'lamp';
      if (mark !== shownMark) lamp.setTexture(mark);
      shownMark = mark;
      lamp.setY(y);
      halo.setY(y).setAlpha(look.simplePicture ? 0 : 0.45);
      const foot = y + lampMiddle.footPx * 0.64 * scale;
      tray.setY(foot);
      rod.setY(foot + 20 * scale).setDisplaySize(12 * scale, Math.max(1, deck.y - foot - 10 * scale));
      bell.setY(bellY);
      ring.setPosition(way.x, bellY);
      rope.setDisplaySize(4 * scale, Math.max(1, bellY - topY - 78 * scale));
      const inside = Math.max(0, 1 - Math.abs(height - bellAt) / 0.12);
      light += (Math.max(inside, hose.flowing() ? 1 : 0) - light) * ease;
      bellLight.setY(bellY).setAlpha(light * 0.45);
      inviting += ((asked ? 1 : 0) - inviting) * ease;
      drawArrows(y, bellY, calmMs);
      drawRing(held);
      hose.hang(bellY);
    },
    pour: () => hose.pour(),
    fetch() {
      fetching = fetchMs;
    },
    reset() {
      fetching = 0;
      bellAt = null;
    },
    place(sunkPx, alpha) {
      for (const layer of [back, front])
        layer
          .setY(sunkPx)
          .setAlpha(alpha)
          .setVisible(alpha > 0.001 && sunkPx < layout.height);
    },
  };
}

function paintArrow(context: CanvasRenderingContext2D, width: number, height: number, scale: number): void {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const [line, colour] of [
    [15, '#061A2A'],
    [9, '#FCE3A8'],
  ] as const) {
    context.lineWidth = line * scale;
    context.strokeStyle = colour;
    context.beginPath();
    context.moveTo(9 * scale, height - 10 * scale);
    context.lineTo(width / 2, 10 * scale);
    context.lineTo(width - 9 * scale, height - 10 * scale);
    context.stroke();
  }
}

import type * as Phaser from 'phaser';
import pivots from '../../../assets/companions/pivots.json';
import type { Look } from '../../session/types';

const urls = import.meta.glob<string>('../../../assets/companions/*.svg', { query: '?url', import: 'default', eager: true });
const bodySize = { width: 480, height: 560 } as const;
/** Where the feet stand in the body's drawing. */
const footY = 534;
/** The arm follows with this time constant: a gesture of about half a second. */
const armMs = 170;
const breathMs = 4600;

/** The child's companion on the stage. */
export interface CompanionView {
  readonly root: Phaser.GameObjects.Container;
  /** Points the arm to a place on the canvas, until told otherwise. */
  pointAt(x: number, y: number): void;
  /** Lets the arm sink. */
  rest(): void;
  /** Lets through what lies behind it, or not: what is played with comes first. */
  stepBack(back: boolean): void;
  /** A small gesture of gladness. */
  cheer(): void;
  /** Where the fingertip is on the canvas. */
  tip(): { readonly x: number; readonly y: number };
  /** One frame: `calmMs` is the scenery's time (it stands still when nothing may move by itself). */
  update(calmMs: number, deltaMs: number): void;
}

/** Queues the drawings of the child's companion, `height` canvas pixels tall. */
export function loadCompanion(scene: Phaser.Scene, look: Look, height: number): void {
  const { name, aid } = look.companion;
  const scale = height / bodySize.height;
  const arm = pivots[name].arm;
  scene.load.svg('companion-body', toUrl(`${name}-${aid}-body`), {
    width: Math.round(bodySize.width * scale),
    height: Math.round(bodySize.height * scale),
  });
  scene.load.svg('companion-arm', toUrl(`${name}-arm`), { width: Math.round(arm.width * scale), height: Math.round(arm.height * scale) });
}

/** Puts the companion with its feet at (x, y); mirrored, it points to the left. */
export function createCompanion(scene: Phaser.Scene, look: Look, x: number, y: number, height: number, mirrored: boolean): CompanionView {
  const { name, aid } = look.companion;
  const { arm: armPart, shoulder: shoulders } = pivots[name];
  const shoulder = shoulders[aid];
  const scale = height / bodySize.height;
  const root = scene.add.container(x, y);
  const body = scene.add.image(0, 0, 'companion-body').setOrigin(0.5, footY / bodySize.height);
  const arm = scene.add.image((shoulder.x - bodySize.width / 2) * scale, (shoulder.y - footY) * scale, 'companion-arm');
  arm.setOrigin(armPart.pivot.x / armPart.width, armPart.pivot.y / armPart.height);
  root.add([body, arm]);
  const side = mirrored ? -1 : 1;
  root.setScale(side, 1);
  const restDeg = 62;
  let wantedDeg = restDeg;
  let armDeg = restDeg;
  let cheering: Phaser.Tweens.Tween | null = null;
  const lift = { value: 0 };
  let seenGoal = 1;

  const clampDeg = (deg: number) => Math.max(-84, Math.min(80, deg));
  return {
    root,
    pointAt(px, py) {
      const dx = (px - root.x) * side - arm.x;
      const dy = py - root.y - arm.y;
      wantedDeg = clampDeg((Math.atan2(dy, dx) * 180) / Math.PI);
    },
    rest() {
      wantedDeg = restDeg;
    },
    stepBack(back) {
      seenGoal = back ? 0.3 : 1;
    },
    cheer() {
      if (cheering?.isPlaying()) return;
      cheering = scene.tweens.add({ targets: lift, value: 1, duration: 380, ease: 'Sine.easeInOut', yoyo: true, hold: 220 });
    },
    tip() {
      const reach = (armPart.tip.x - armPart.pivot.x) * scale;
      const rad = (armDeg * Math.PI) / 180;
      return { x: root.x + side * (arm.x + Math.cos(rad) * reach), y: root.y + arm.y + Math.sin(rad) * reach };
    },
    update(calmMs, deltaMs) {
      const breath = Math.sin((calmMs / breathMs) * 2 * Math.PI);
      body.setScale(1, 1 + breath * 0.008);
      arm.y = (shoulder.y - footY) * scale * (1 + breath * 0.008);
      const goal = wantedDeg + (-56 - wantedDeg) * lift.value;
      armDeg += (goal - armDeg) * (1 - Math.exp(-deltaMs / armMs));
      arm.setAngle(armDeg);
      root.setAlpha(root.alpha + (seenGoal - root.alpha) * (1 - Math.exp(-deltaMs / armMs)));
      root.setAngle(side * lift.value * -2.5);
      root.y = y - lift.value * height * 0.025;
    },
  };
}

function toUrl(file: string): string {
  const url = urls[`../../../assets/companions/${file}.svg`];
  if (!url) throw new Error(`assets/companions/${file}.svg is missing`);
  return url;
}

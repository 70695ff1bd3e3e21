import type * as Phaser from 'phaser';
import type { Millis, Side } from '../../core/units';
import type { GaitState } from '../../drills/gait/state';
import type { Look } from '../../session/types';
import { paintOnce } from '../kit/glow';
import type { Layout } from './layout';
import { toBeatSide } from './progress';
import { stoneColours } from './stone-colours';

/** The beat to be seen: stepping stones that come to the feet in rhythm, and the marks that steps leave behind. */
export interface Stones {
  /** A foot came down: its mark lies there at once. */
  mark(side: Side | null, paces: number): void;
  clear(): void;
  /** `paces` is how far the parade has walked as it is drawn; `nowMs` the time on the beat's clock. */
  update(state: Readonly<GaitState>, nowMs: Millis, paces: number, playing: boolean, deltaMs: number): void;
}

const stoneCount = 4;
/** So many beats ahead a stone comes into view; fewer at a quick beat, or the whole lane would flicker (clinical.md C8). */
const toSeenAhead = (periodMs: Millis) => Math.min(2.6, Math.max(1.5, periodMs / 200));
const markCount = 26;
type Kind = Side | 'plain';

/** Makes the stones; in the simple picture one at a time is to be seen. */
export function createStones(scene: Phaser.Scene, layout: Layout, look: Look): Stones {
  const { unit, ahead, feet, pacePx, width } = layout;
  const grow = look.simplePicture ? 1.5 : 1;
  const textures = paintTextures(scene, unit * grow);
  const stones = Array.from({ length: look.simplePicture ? 2 : stoneCount }, () =>
    scene.add.image(0, feet.y, textures.plain.stone).setDepth(43).setVisible(false).setName('stone'),
  );
  const marks: { readonly image: Phaser.GameObjects.Image; readonly at: number; readonly born: { ms: number } }[] = [];
  const waiting = scene.add
    .image(feet.x + ahead * 0.55 * pacePx, feet.y, textures.plain.stone)
    .setDepth(43)
    .setAlpha(0)
    .setName('waiting-stone');
  let strength = 0;

  function showStones(state: Readonly<GaitState>, nowMs: Millis): void {
    const { beat } = state;
    const from = beat ? Math.ceil((nowMs - beat.firstMs) / beat.periodMs - 0.4) : 0;
    for (const [i, image] of stones.entries()) {
      const n = from + i;
      if (!beat || n < 0 || strength < 0.01) {
        image.setVisible(false);
        continue;
      }
      // With reduced motion a stone lies still and the next takes its place: nothing glides by itself.
      const until = (beat.firstMs + n * beat.periodMs - nowMs) / beat.periodMs;
      const away = look.reducedMotion ? i * 0.9 : until;
      const x = feet.x + ahead * away * pacePx;
      const side = toBeatSide(state, beat, n);
      const stressed = beat.accent !== null && n % 2 === beat.accent;
      const edge = Math.min(toSeenAhead(beat.periodMs) - away, (ahead > 0 ? width - x : x) / pacePx);
      const passed = look.reducedMotion ? 1 : Math.max(0, Math.min(1, 1 + until / 0.4));
      const arrives = look.reducedMotion ? 0 : Math.max(0, 1 - Math.abs(until) / 0.22);
      const swell = 1 + 0.2 * (0.5 - 0.5 * Math.cos(Math.PI * arrives));
      const kind = textures[side ?? 'plain'];
      image.setTexture(stressed ? kind.stressed : kind.stone).setPosition(x, feet.y);
      image
        .setScale(swell)
        .setAlpha(strength * passed * Math.max(0, Math.min(1, edge * 1.3)))
        .setVisible(true);
      image.setDepth(43 + 0.01 * (stoneCount - i));
    }
  }

  return {
    mark(side, paces) {
      const { image } = (marks.length < markCount ? null : marks.shift()) ?? { image: scene.add.image(0, 0, '').setName('mark') };
      const kind: Kind = side ?? 'plain';
      const deeper = side === 'left' ? 14 : side === 'right' ? -10 : 2;
      image
        .setTexture(textures[kind].mark)
        .setPosition(feet.x, feet.y + deeper * unit * grow)
        .setDepth(39)
        .setVisible(true);
      marks.push({ image, at: paces, born: { ms: 0 } });
    },
    clear() {
      for (const { image } of marks) image.destroy();
      marks.length = 0;
    },
    update(state, nowMs, paces, playing, deltaMs) {
      const wanted = playing && state.phase === 'cue' ? 1 : 0;
      strength += Math.max(-deltaMs / 420, Math.min(deltaMs / 420, wanted - strength));
      showStones(state, nowMs);
      const waits = wanted === 1 && !state.beat ? 1 : 0;
      waiting.setAlpha(waiting.alpha + Math.max(-deltaMs / 420, Math.min(deltaMs / 420, waits - waiting.alpha)));
      waiting.setVisible(waiting.alpha > 0.01);
      for (const { image, at, born } of marks) {
        born.ms += deltaMs;
        const x = feet.x - ahead * (paces - at) * pacePx;
        const lands = Math.min(1, born.ms / 260);
        image
          .setX(x)
          .setScale(1.45 - 0.45 * (1 - (1 - lands) ** 2))
          .setVisible(x > -80 * unit && x < width + 80 * unit);
      }
    },
  };
}

interface Textures {
  readonly stone: string;
  readonly stressed: string;
  readonly mark: string;
}

function paintTextures(scene: Phaser.Scene, unit: number): Readonly<Record<Kind, Textures>> {
  const make = (kind: Kind): Textures => ({
    stone: paintStone(scene, `stone-${kind}`, kind, 82 * unit, unit, false),
    stressed: paintStone(scene, `stone-${kind}-stressed`, kind, 100 * unit, unit, true),
    mark: paintMark(scene, `mark-${kind}`, kind, 46 * unit, unit),
  });
  return { left: make('left'), right: make('right'), plain: make('plain') };
}

function paintStone(scene: Phaser.Scene, key: string, kind: Kind, size: number, unit: number, stressed: boolean): string {
  return paintOnce(scene, key, size + 8 * unit, size * 0.68 + 8 * unit, (pen, w, h) => {
    const flat = (rx: number, ry: number, colour: string, dy = 0) => {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.ellipse(w / 2, h / 2 + dy, rx, ry, 0, 0, 7);
      pen.fill();
    };
    flat(size / 2, size * 0.31, stoneColours.edge, 3 * unit);
    flat(size / 2 - 3.5 * unit, size * 0.31 - 3.5 * unit, stressed ? stoneColours.stress : stoneColours.face);
    if (stressed) flat(size / 2 - 13 * unit, size * 0.31 - 10 * unit, stoneColours.face);
    paintSign(pen, kind, w / 2, h / 2 - unit, size * 0.2, null, unit);
  });
}

function paintMark(scene: Phaser.Scene, key: string, kind: Kind, size: number, unit: number): string {
  return paintOnce(scene, key, size, size * 0.8, (pen, w, h) => {
    paintSign(pen, kind, w / 2, h / 2, size * 0.32, 'rgba(255,255,255,.65)', unit);
  });
}

/** The sign of a foot, lying flat on the ground: a disc for the left, a star for the right, a leaf where nobody knows. */
function paintSign(pen: CanvasRenderingContext2D, kind: Kind, x: number, y: number, r: number, rim: string | null, unit: number): void {
  pen.fillStyle = stoneColours[kind];
  pen.beginPath();
  if (kind === 'left') pen.ellipse(x, y, r, r * 0.72, 0, 0, 7);
  else if (kind === 'right') {
    for (let i = 0; i < 10; i++) {
      const radius = i % 2 ? r * 0.52 : r * 1.25;
      const turn = (Math.PI * (i - 2.5)) / 5;
      pen.lineTo(x + Math.cos(turn) * radius, y + Math.sin(turn) * radius * 0.74);
    }
    pen.closePath();
  } else {
    pen.moveTo(x - r * 1.2, y + r * 0.3);
    pen.quadraticCurveTo(x - r * 0.2, y - r * 1.1, x + r * 1.2, y - r * 0.3);
    pen.quadraticCurveTo(x + r * 0.3, y + r * 1, x - r * 1.2, y + r * 0.3);
  }
  pen.fill();
  if (!rim) return;
  pen.strokeStyle = rim;
  pen.lineWidth = 2.5 * unit;
  pen.stroke();
}

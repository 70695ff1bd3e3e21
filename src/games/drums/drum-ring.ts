import type * as Phaser from 'phaser';
import type { Millis, Side } from '../../core/units';
import { isAsked } from '../../drills/drum/beat';
import type { DrumState } from '../../drills/drum/state';
import type { Look } from '../../session/types';
import type { Point } from '../kit/field';
import { paintGlow, paintOnce } from '../kit/glow';
import type { Layout } from './layout';
import { drumPicture } from './pictures';
import { createRipples, type Ripples } from './ripples';
import type { Strikes } from './strikes';

/** The drums that the child plays: one for any hand, one for a side, or one for each hand. */
export interface DrumRing {
  /** Puts up the drums that a set asks for. */
  arrange(set: DrumState['set']): void;
  /** A drum answers: by its side, else the one that is due. */
  strike(side: Side | null): void;
  /** Where the drum of a side is. */
  spot(side: Side | null): Point;
  /** `lit`: the drums are played now; `gapMs` is the time between the last two hits. */
  update(state: Readonly<DrumState>, runMs: Millis, strikes: Strikes, lit: boolean, gapMs: Millis, deltaMs: number): void;
}

const depth = { halo: 49, body: 51, skin: 52, shade: 52.5, cue: 53, shells: 54 } as const;
/** A skin that is let go comes back in about this time. */
const backMs = 130;
/** The ring of a beat is seen coming for at most this long. */
const mostLeadMs = 1100;
const fadeMs = 300;
/** At quick hits in turn both drums stay lit, and rings start less often: light that changes sides five times a second would flash (clinical.md C8). */
const quickMs = { none: 300, full: 620 } as const;
const rippleEveryMs = 340;

interface Drum {
  readonly side: Side | null;
  readonly x: number;
  readonly scale: number;
  readonly parts: readonly Phaser.GameObjects.Image[];
  readonly body: Phaser.GameObjects.Image;
  readonly skin: Phaser.GameObjects.Image;
  readonly halo: Phaser.GameObjects.Image;
  readonly shade: Phaser.GameObjects.Image;
  readonly coming: Phaser.GameObjects.Image;
  readonly arrived: Phaser.GameObjects.Image;
  pressed: number;
  light: number;
  calm: number;
  rippleMs: number;
}

/** Makes the ring without drums. */
export function createDrumRing(scene: Phaser.Scene, layout: Layout, look: Look): DrumRing {
  const { unit, drums: at, width, shellsY } = layout;
  const rim = at.alonePx * 1.02;
  const haloKey = paintGlow(scene, 'drum-halo', 256, '255,226,160', [
    [0, 0.75],
    [0.55, 0.42],
    [1, 0],
  ]);
  const shadeKey = paintOnce(scene, 'drum-shade', at.alonePx, at.alonePx * 0.42, (pen, w, h) => {
    pen.fillStyle = '#1A2140';
    pen.beginPath();
    pen.ellipse(w / 2, h / 2, w / 2, h / 2, 0, 0, 7);
    pen.fill();
  });
  const cueKey = paintOnce(scene, 'drum-cue', rim + 12 * unit, rim * 0.42 + 12 * unit, (pen, w, h) => {
    for (const [colour, line] of [
      ['rgba(8,20,40,.7)', 9],
      ['#FFF4D2', look.highContrast ? 7 : 5],
    ] as const) {
      pen.strokeStyle = colour;
      pen.lineWidth = line * unit;
      pen.beginPath();
      pen.ellipse(w / 2, h / 2, w / 2 - 7 * unit, h / 2 - 7 * unit, 0, 0, 7);
      pen.stroke();
    }
  });
  const ripples: Ripples = createRipples(scene, at.alonePx, look.reducedMotion);
  const shells = [0, 1, 2, 3].map((i) =>
    scene.add
      .image(width / 2 + (i - 1.5) * 66 * unit, shellsY, 'shell-on')
      .setDepth(depth.shells)
      .setVisible(false)
      .setName('pattern'),
  );
  let drums: readonly Drum[] = [];
  let arranged = '';

  function put(side: Side | null, x: number, px: number): Drum {
    const scale = px / at.alonePx;
    const add = (key: string, over: number) => scene.add.image(x, at.y, key).setDepth(over).setScale(scale);
    const halo = add(haloKey, depth.halo).setDisplaySize(px * 1.75, px * 1.05);
    const body = add('drum', depth.body)
      .setOrigin(drumPicture.skinX / drumPicture.width, drumPicture.skinY / drumPicture.height)
      .setName('drum');
    const skin = add(`skin-${side ?? 'any'}`, depth.skin).setName('skin');
    const shade = add(shadeKey, depth.shade).setDisplaySize(skin.displayWidth, skin.displayHeight).setAlpha(0);
    const [coming, arrived] = [add(cueKey, depth.cue), add(cueKey, depth.cue)];
    coming.setAlpha(0).setName('beat');
    arrived.setAlpha(0);
    return {
      side,
      x,
      scale,
      parts: [halo, body, skin, shade, coming, arrived],
      body,
      skin,
      halo,
      shade,
      coming,
      arrived,
      pressed: 0,
      light: 1,
      calm: 1,
      rippleMs: rippleEveryMs,
    };
  }

  const find = (side: Side | null) => drums.find((drum) => drum.side === side) ?? drums.find((drum) => drum.side === null);

  function showBeat(drum: Drum, state: Readonly<DrumState>, runMs: Millis, due: boolean): void {
    const { beat, set } = state;
    drum.coming.setAlpha(0);
    drum.arrived.setAlpha(0);
    if (!beat || !due || state.phase !== 'cue') return;
    const passed = Math.floor((runMs - beat.firstMs) / beat.periodMs);
    const sinceMs = runMs - beat.firstMs - passed * beat.periodMs;
    const untilMs = beat.periodMs - sinceMs;
    const leadMs = Math.min(mostLeadMs, beat.periodMs);
    if (isAsked(set.params, passed)) drum.arrived.setScale(drum.scale).setAlpha(0.8 * Math.max(0, 1 - sinceMs / fadeMs));
    if (!isAsked(set.params, passed + 1) || untilMs > leadMs) return;
    const away = untilMs / leadMs;
    drum.coming.setScale(drum.scale * (1 + 0.62 * away)).setAlpha(0.85 * Math.min(1, (1 - away) * 2.2));
  }

  function showPattern(state: Readonly<DrumState>, runMs: Millis, deltaMs: number): void {
    const { beat, set, phase } = state;
    const asks = set.params.mode === 'pattern' && phase !== 'done';
    const now = beat && phase === 'cue' && runMs >= beat.firstMs ? Math.floor((runMs - beat.firstMs) / beat.periodMs + 0.15) % 4 : -1;
    for (const [i, shell] of shells.entries()) {
      shell.setVisible(asks);
      if (!asks) continue;
      const wish = i === now ? 1.3 : 1;
      shell.setTexture(isAsked(set.params, i) ? 'shell-on' : 'shell-off');
      shell.setScale(shell.scale + (wish - shell.scale) * (1 - Math.exp(-deltaMs / 90)));
    }
  }

  return {
    arrange({ params, sides }) {
      const known = new Set(sides.filter((side) => side !== null));
      const pair = params.hands === 'alternate' || (params.hands === 'one' && known.size === 2);
      const alone = params.hands === 'one' && known.size === 1 ? (sides.find((side) => side !== null) ?? null) : null;
      const key = pair ? 'pair' : String(alone);
      if (key === arranged) return;
      arranged = key;
      for (const drum of drums) for (const part of drum.parts) part.destroy();
      const middle = width / 2;
      // Each hand's drum lies in its own half of the field, where a touch is that hand's.
      const off = (px: number) => px / 2 + 12 * unit;
      const toX = (side: Side, px: number) => (side === 'left' ? middle - off(px) : middle + off(px));
      if (pair) drums = (['left', 'right'] as const).map((side) => put(side, toX(side, at.pairPx), at.pairPx));
      else drums = [alone ? put(alone, toX(alone, at.sidePx), at.sidePx) : put(null, middle, at.alonePx)];
    },
    strike(side) {
      const struck = side === null ? drums : drums.filter((drum) => drum === find(side));
      for (const drum of struck) {
        drum.pressed = 1;
        if (drum.rippleMs < rippleEveryMs) continue;
        drum.rippleMs = 0;
        ripples.start(drum.x, at.y, drum.scale);
      }
    },
    spot(side) {
      return { x: find(side)?.x ?? drums[0]?.x ?? width / 2, y: at.y };
    },
    update(state, runMs, strikes, lit, gapMs, deltaMs) {
      const calm = Math.min(1, Math.max(0, (gapMs - quickMs.none) / (quickMs.full - quickMs.none)));
      for (const drum of drums) {
        const down = strikes.isDown(drum.side) || strikes.isDown(null) || (drum.side === null && (strikes.isDown('left') || strikes.isDown('right')));
        // The skin is where the hand is now; only its way back is its own.
        drum.pressed = down ? 1 : drum.pressed * Math.exp(-deltaMs / backMs);
        if (drum.pressed < 0.004) drum.pressed = 0;
        drum.skin.setScale(drum.scale * (1 - 0.05 * drum.pressed)).setY(at.y + 5 * drum.pressed * unit * drum.scale);
        drum.body.setScale(drum.scale * (1 + 0.012 * drum.pressed), drum.scale * (1 - 0.02 * drum.pressed));
        const due = drum.side === null || state.due === null || state.due === drum.side;
        const wish = lit && due ? 1 : 0;
        drum.light += Math.sign(wish - drum.light) * Math.min(Math.abs(wish - drum.light), deltaMs / 260);
        drum.calm += (calm - drum.calm) * (1 - Math.exp(-deltaMs / 400));
        drum.rippleMs += deltaMs;
        drum.shade.setAlpha(0.36 * (1 - drum.light) * (lit ? drum.calm : 1)).setY(drum.skin.y);
        drum.halo.setAlpha((look.simplePicture ? 0.3 : 0.46) * (1 - (1 - drum.light) * (lit ? drum.calm : 1)));
        showBeat(drum, state, runMs, due && lit);
      }
      showPattern(state, runMs, deltaMs);
      ripples.update(deltaMs);
    },
  };
}

import type * as Phaser from 'phaser';
import { afterEach, expect, test } from 'vitest';
import { score } from '../../assets/drums/sound/score';
import measured from '../../assets/drums/sound/sounds.json' with { type: 'json' };
import type { DrumState } from '../../src/drills/drum/state';
import { toEncore } from '../../src/games/drums/tune';
import { DEFAULT_VOLUMES } from '../../src/games/kit/sound';
import { measureLoudestDb } from '../../src/tools/sounds/meter';
import { renderPiece } from '../../src/tools/sounds/render-piece';
import type { Piece } from '../../src/tools/sounds/score';
import { SAMPLE_RATE } from '../../src/tools/sounds/voices';
import { createFlashMeter, createGridReader } from './flash-meter';
import { type GameRig, type GameRigOptions, startGameRig } from './game-rig';

let rig: GameRig<DrumState> | undefined;
const small = { width: 256, height: 160 } as const;
const start = async (options: GameRigOptions = {}) => {
  rig = await startGameRig<DrumState>('drums', { size: small, ...options });
  return rig;
};
afterEach(() => {
  rig?.destroy();
  rig = undefined;
});

const images = (game: GameRig<DrumState>, name: string) => game.find(name) as Phaser.GameObjects.Image[];
const struck = (game: GameRig<DrumState>) => game.played.filter((name) => /^(hit|band)-/.test(name));
const woken = (game: GameRig<DrumState>) => game.played.filter((name) => name.startsWith('wake-')).length;
const press = (down: boolean, side: 'left' | 'right' | null) => ({ press: { down, side } });
/** One finger that strikes at a share of the field's width, so often. */
function strike(game: GameRig<DrumState>, times: number, everyMs: number, x: (i: number) => number, seen?: () => void): void {
  for (let i = 0; i < times; i++) {
    const touch = (contacts: readonly { id: number; x: number; y: number }[]) =>
      game.push({ kind: 'touch', capturedMs: game.nowMs, deliveredMs: game.nowMs, contacts });
    touch([{ id: i + 1, x: x(i), y: 0.6 }]);
    game.run(everyMs * 0.4, seen, 40);
    touch([]);
    game.run(everyMs * 0.6, seen, 40);
  }
}

test('a skin goes down in the very frame in which the hand is heard, stays down with it, and comes back softly', async () => {
  const game = await start({ level: 7, abilities: { restsRatio: 1 } });
  game.run(1000, undefined, 100);
  const [left, right] = images(game, 'skin');
  if (!left || !right) throw new Error('two drums are wanted');
  const [upY, otherY] = [left.y, right.y];
  game.setLive(press(true, 'left'));
  game.run(16, undefined, 16);
  const downY = left.y;
  expect(downY).toBeGreaterThan(upY);
  expect(right.y).toBe(otherY);
  game.run(500, undefined, 100);
  expect(left.y).toBe(downY);
  game.setLive(press(false, 'left'));
  game.run(32, undefined, 32);
  expect(left.y).toBeGreaterThan(upY);
  game.run(1500, undefined, 100);
  expect(left.y).toBeCloseTo(upY, 1);
});

test('each hit sounds once, though it is heard at once and known to the drill later', async () => {
  const game = await start({ abilities: { restsRatio: 1 }, params: { boutS: 20 } });
  game.run(1000, undefined, 100);
  strike(game, 8, 400, () => 0.4);
  expect(game.state.hits).toHaveLength(8);
  expect(struck(game)).toHaveLength(8);
  game.setLive({});
  game.run(600, undefined, 100);
  expect(struck(game)).toHaveLength(8);
});

test('friends wake one by one and none goes; at the end of the set all eight are awake', async () => {
  const game = await start({ trials: 2, params: { boutS: 10, restS: 0 } });
  let awake = 0;
  for (let i = 0; i < 60 && !game.state.done; i++) {
    game.run(1000, undefined, 250);
    expect(woken(game)).toBeGreaterThanOrEqual(awake);
    expect(images(game, 'friend').filter(({ visible }) => visible).length).toBeGreaterThanOrEqual(awake);
    awake = woken(game);
  }
  game.setPhase('set-end');
  game.run(4000, undefined, 200);
  expect(woken(game)).toBe(8);
  expect(images(game, 'friend').filter(({ visible, alpha }) => visible && alpha > 0.99)).toHaveLength(8);
  expect(game.played.filter((name) => name.startsWith('bout-'))).toHaveLength(2);
});

test('a bout that falls short ends as the others do: its friends wake and its wave sounds', async () => {
  const wokenAfter = async (abilities: GameRigOptions['abilities']) => {
    const game = await start({ trials: 2, params: { boutS: 10, restS: 60 }, ...(abilities ? { abilities } : {}) });
    for (let i = 0; i < 30 && game.state.results.length < 1; i++) game.run(500, undefined, 250);
    game.run(3000, undefined, 200);
    expect(game.played).toContain('bout-1');
    const { outcome } = game.state.results[0] ?? {};
    const count = woken(game);
    game.destroy();
    return { outcome, count };
  };
  const good = await wokenAfter({});
  const short = await wokenAfter({ restsRatio: 1 });
  expect([good.outcome, short.outcome]).toEqual(['success', 'miss']);
  expect(short.count).toBe(good.count);
});

test('the left drum lies in the left half and wears the circle, the right one in the right half and wears the star, for either hand', async () => {
  for (const hand of ['left', 'right'] as const) {
    const game = await start({ level: 7, look: { hand } });
    game.run(200, undefined, 100);
    const skins = images(game, 'skin').map(({ texture, x, displayWidth }) => [texture.key, x + displayWidth / 2 < 128, x - displayWidth / 2 > 128]);
    expect(skins).toEqual([
      ['skin-left', true, false],
      ['skin-right', false, true],
    ]);
    game.destroy();
  }
});

test('the ring of a beat meets the rim as the beat sounds; for a pause none comes', async () => {
  const game = await start({ level: 11, params: { pattern: 'skip', beatBpm: 60 }, trials: 1, abilities: { restsRatio: 1 } });
  game.run(1700, undefined, 100);
  const [drum] = images(game, 'drum');
  const [ring] = images(game, 'beat');
  if (!drum || !ring) throw new Error('one drum is wanted');
  let checked = 0;
  game.run(
    4500,
    () => {
      const { beat } = game.state;
      if (!beat) return;
      const at = (game.nowMs - beat.firstMs) / beat.periodMs;
      const next = Math.floor(at) + 1;
      if (next % 4 === 1) expect(ring.alpha).toBe(0);
      else if (ring.alpha > 0) {
        expect(ring.scaleX).toBeCloseTo(1 + 0.62 * (next - at), 5);
        checked += 1;
      }
    },
    50,
  );
  expect(checked).toBeGreaterThan(30);
});

test('the encore is the child’s own drumming: its last hits at their own distances', () => {
  const hits = [1000, 8000, 8500, 9250, 9500].map((tMs) => ({ tMs, side: null }));
  const { beat, hitsMs, part } = toEncore(hits, 8, 100);
  expect(hitsMs.map((tMs) => tMs - (hitsMs[0] ?? 0))).toEqual([0, 500, 1250, 1500]);
  const drums = Array.from({ length: 8 }, (_, n) => part(n).flatMap(({ voice, after }) => (voice === 'drum' ? [(n + after) * beat.periodMs] : [])));
  expect(drums.flat().map(Math.round)).toEqual([0, 500, 1250, 1500]);
});

test('five hits a second, with the whole band awake, keep to the flash rule', async () => {
  const game = await start({ trials: 1, level: 7, params: { boutS: 20, hitsPerMin: 20 }, abilities: { restsRatio: 1 } });
  game.run(1000, undefined, 100);
  strike(game, 10, 200, (i) => (i % 2 === 0 ? 0.3 : 0.7));
  game.run(1500, undefined, 100);
  expect(woken(game)).toBe(8);
  const meter = createFlashMeter();
  const read = createGridReader();
  let atMs = 0;
  strike(
    game,
    20,
    200,
    (i) => (i % 2 === 0 ? 0.3 : 0.7),
    () => {
      atMs += 40;
      meter.add(read(game.canvas()), atMs);
    },
  );
  // The rule of clinical.md C8.
  expect(meter.report().flashesPerS, JSON.stringify(meter.report())).toBeLessThanOrEqual(3);
  expect(meter.report().redFlashesPerS).toBe(0);
});

test('five hits a second are never more than 6 dB above the music', () => {
  const music = measured.music.meanDb + 20 * Math.log10(DEFAULT_VOLUMES.music);
  for (const kind of ['hit', 'band']) {
    const out = new Float32Array(SAMPLE_RATE * 3);
    for (let i = 0; i < 12; i++) {
      const name = `${kind}-${(i % 8) + 1}`;
      const samples = renderPiece(score[name] as Piece, name);
      const from = Math.round(i * 0.2 * SAMPLE_RATE);
      for (let k = 0; k < samples.length && from + k < out.length; k++) out[from + k] = (out[from + k] ?? 0) + (samples[k] ?? 0);
    }
    // The effects' volume, and the rule of clinical.md C8 (startle).
    expect(measureLoudestDb(out) + 20 * Math.log10(DEFAULT_VOLUMES.effects) - music).toBeLessThanOrEqual(6);
  }
});

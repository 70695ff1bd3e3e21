import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_VOLUMES } from '../../src/games/kit/sound';
import { games } from '../../src/games/registry';
import type { Score } from '../../src/tools/sounds/score';

const scores = import.meta.glob<{ readonly score: Score }>('../../assets/*/sound/score.ts', { eager: true });
const assets = join(import.meta.dirname, '../../assets');

// clinical.md C8, startle: attack of at least 150 ms where nobody expects it, effects at most 6 dB above the music.
const unannouncedRiseMs = 150;
const ownTouchRiseMs = 20;
const aboveMusicDb = 6;
const peakDb = -3;
/** A game is fetched whole by a home's network. */
const mostBytes = 1_000_000;

interface Measured {
  readonly kind: string;
  readonly lengthMs: number;
  readonly riseMs: number | null;
  readonly loudestDb: number;
  readonly meanDb: number;
  readonly peakDb: number;
}

const toDb = (volume: number) => 20 * Math.log10(volume);

describe.each(games.map(({ id }) => ({ id })))('the sounds of $id, as measured when they were rendered', ({ id }) => {
  const folder = join(assets, id, 'sound');
  const score = scores[`../../assets/${id}/sound/score.ts`]?.score ?? {};
  const measured: Readonly<Record<string, Measured>> = JSON.parse(readFileSync(join(folder, 'sounds.json'), 'utf8'));
  const music = Object.values(measured).find(({ kind }) => kind === 'music');
  const musicDb = (music?.meanDb ?? Number.NaN) + toDb(DEFAULT_VOLUMES.music);

  test('are those of its score, in both formats', () => {
    expect(Object.keys(measured).sort()).toEqual(Object.keys(score).sort());
    for (const [name, piece] of Object.entries(score)) {
      expect(measured[name]).toMatchObject({ kind: piece.kind, lengthMs: Math.round(piece.lengthS * 1000) });
      for (const ending of ['ogg', 'mp3']) expect(statSync(join(folder, `${name}.${ending}`)).size).toBeGreaterThan(500);
    }
    const bytes = readdirSync(folder).reduce((sum, file) => sum + (file.endsWith('.ogg') ? statSync(join(folder, file)).size : 0), 0);
    expect(bytes).toBeLessThan(mostBytes);
  });

  test('startle nobody', () => {
    const loud = Object.entries(measured).flatMap(([name, one]) => {
      const least = score[name]?.moment === 'own-touch' ? ownTouchRiseMs : unannouncedRiseMs;
      if (one.kind !== 'effect') return one.peakDb > peakDb ? [`${name}: peak`] : [];
      return [
        ...((one.riseMs ?? 0) < least ? [`${name}: rises in ${one.riseMs} ms`] : []),
        ...(one.loudestDb + toDb(DEFAULT_VOLUMES.effects) - musicDb > aboveMusicDb ? [`${name}: too loud beside the music`] : []),
        ...(one.peakDb > peakDb ? [`${name}: peak`] : []),
      ];
    });
    expect(loud).toEqual([]);
  });
});

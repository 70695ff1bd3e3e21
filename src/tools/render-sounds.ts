// Renders every score.ts under assets/ into the sound files beside it: `node src/tools/run.mjs render-sounds [game…] [sound…]`.
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Coding, encodeSound, LOOP_MARGIN_S, wrapLoop } from './sounds/encode';
import { measureLoudestDb, measureMeanDb, measurePeakDb, measureRiseMs } from './sounds/meter';
import { renderPiece } from './sounds/render-piece';
import type { Piece, Score } from './sounds/score';

/** What the player must know of a file, and what was measured of it; one entry a sound in `sounds.json`. */
export interface Rendered {
  readonly kind: Piece['kind'];
  readonly lengthMs: number;
  /** The window to loop inside the file, ms; null for a sound that ends. */
  readonly loop: { readonly startMs: number; readonly lengthMs: number } | null;
  /** 10 to 90 % attack; null for a loop, which the player fades in. */
  readonly riseMs: number | null;
  readonly loudestDb: number;
  readonly meanDb: number;
  readonly peakDb: number;
}

const CODINGS: Readonly<Record<Piece['kind'], Coding>> = {
  music: { vorbisQuality: -1, mp3Kbps: 32 },
  ambience: { vorbisQuality: -1, mp3Kbps: 16 },
  effect: { vorbisQuality: 0, mp3Kbps: 24 },
};

const scores = import.meta.glob<Score>('../../assets/**/sound/score.ts', { import: 'score', eager: true });

/** Folder of a score under assets/: a game's, or `sound` for the shared ones. */
function toGame(path: string): string {
  return path.split('/assets/')[1]?.split('/')[0] ?? '';
}

/** Writes the files of all scores, of the named games or of the named sounds only, with a `sounds.json` that describes all of a game; the exit code, 2 for a name that nothing has. */
export async function main(words: readonly string[]): Promise<number> {
  const known = Object.keys(scores).map(toGame);
  const games = words.filter((word) => known.includes(word));
  const names = words.filter((word) => !known.includes(word));
  const wanted = Object.entries(scores).filter(([path]) => games.length === 0 || games.includes(toGame(path)));
  const unknown = names.find((name) => !wanted.some(([, score]) => Object.hasOwn(score, name)));
  if (unknown !== undefined) {
    console.error(`no game or sound ${unknown}; games: ${known.join(', ')}`);
    return 2;
  }
  for (const [path, score] of wanted) {
    const folder = join(import.meta.dirname, dirname(path));
    const described: Record<string, Rendered> = {};
    for (const [name, piece] of Object.entries(score)) {
      const sound = renderPiece(piece, name);
      const loops = piece.kind !== 'effect';
      described[name] = {
        kind: piece.kind,
        lengthMs: Math.round(piece.lengthS * 1000),
        loop: loops ? { startMs: LOOP_MARGIN_S * 500, lengthMs: Math.round(piece.lengthS * 1000) } : null,
        riseMs: loops ? null : measureRiseMs(sound),
        loudestDb: round(measureLoudestDb(sound)),
        meanDb: round(measureMeanDb(sound)),
        peakDb: round(measurePeakDb(sound)),
      };
      if (names.length > 0 && !names.includes(name)) continue;
      const { ogg, mp3 } = await encodeSound(loops ? wrapLoop(sound) : sound, CODINGS[piece.kind]);
      await writeFile(join(folder, `${name}.ogg`), ogg);
      await writeFile(join(folder, `${name}.mp3`), mp3);
      const { riseMs, loudestDb, peakDb } = described[name] ?? {};
      console.log(
        `${name}: ogg ${ogg.length} B, mp3 ${mp3.length} B, ${riseMs === null ? 'loops' : `rises in ${riseMs} ms`}, loudest ${loudestDb} dB, peak ${peakDb} dB`,
      );
    }
    await writeFile(join(folder, 'sounds.json'), `${JSON.stringify(described, null, 2)}\n`);
  }
  return 0;
}

function round(decibels: number): number {
  return Math.round(decibels * 10) / 10;
}

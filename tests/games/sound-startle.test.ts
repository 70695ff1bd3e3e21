import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { score as fireflies } from '../../assets/fireflies/sound/score';
import firefliesFiles from '../../assets/fireflies/sound/sounds.json' with { type: 'json' };
import { score as shared } from '../../assets/sound/score';
import sharedFiles from '../../assets/sound/sounds.json' with { type: 'json' };
import { DEFAULT_VOLUMES, limitEffects } from '../../src/games/kit/sound';
import { measureLoudestDb, measureMeanDb, measurePeakDb, measureRiseMs } from '../../src/tools/sounds/meter';
import { renderPiece } from '../../src/tools/sounds/render-piece';
import { type Piece, type Score, toHz, toNotes } from '../../src/tools/sounds/score';
import { SAMPLE_RATE } from '../../src/tools/sounds/voices';

// Clinical rule C8, startle: attack of at least 150 ms, effects at most 6 dB above the music.
const UNANNOUNCED_RISE_MS = 150;
const OWN_TOUCH_RISE_MS = 20;
const ABOVE_MUSIC_DB = 6;
const PEAK_DB = -3;

const assets = join(import.meta.dirname, '../../assets');
const scores: readonly {
  folder: string;
  score: Score;
  files: Record<string, { riseMs: number | null; loudestDb: number; meanDb: number; peakDb: number }>;
}[] = [
  { folder: join(assets, 'fireflies/sound'), score: fireflies, files: firefliesFiles },
  { folder: join(assets, 'sound'), score: shared, files: sharedFiles },
];
const sounds = scores.flatMap(({ folder, score, files }) =>
  Object.entries(score).map(([name, piece]) => ({ folder, name, piece, described: files[name], samples: renderPiece(piece, name) })),
);
const effects = sounds.filter((sound) => sound.piece.kind === 'effect');
const loops = sounds.filter((sound) => sound.piece.kind !== 'effect');
const musicDb = measureMeanDb(loops.find((sound) => sound.name === 'music')?.samples ?? new Float32Array(1)) + toDb(DEFAULT_VOLUMES.music);

function toDb(volume: number): number {
  return 20 * Math.log10(volume);
}

// Power at one frequency in Hann windows of 0.37 s (Goertzel), narrow enough to part semitones from A3 up.
function measureTone(samples: Float32Array, hz: number): number {
  const size = 16_384;
  const turn = 2 * Math.cos((2 * Math.PI * hz) / SAMPLE_RATE);
  let power = 0;
  for (let from = 0; from + size <= samples.length; from += size) {
    let [one, two] = [0, 0];
    for (let i = 0; i < size; i++) {
      const next = (samples[from + i] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size)) + turn * one - two;
      [two, one] = [one, next];
    }
    power += one * one + two * two - turn * one * two;
  }
  return power;
}

function findStartle(piece: Piece, samples: Float32Array): string[] {
  const least = piece.moment === 'own-touch' ? OWN_TOUCH_RISE_MS : UNANNOUNCED_RISE_MS;
  const above = measureLoudestDb(samples) + toDb(DEFAULT_VOLUMES.effects) - musicDb;
  return [
    ...(measureRiseMs(samples) < least ? ['rises too fast'] : []),
    ...(above > ABOVE_MUSIC_DB ? ['too loud beside the music'] : []),
    ...(measurePeakDb(samples) > PEAK_DB ? ['peak too high'] : []),
  ];
}

describe('no sound startles', () => {
  it.each(effects)('$name rises slowly enough and stands no more than 6 dB above the music', ({ piece, samples }) => {
    expect(findStartle(piece, samples)).toEqual([]);
  });

  it.each(loops)('$name stays below the peak limit', ({ samples }) => {
    expect(measurePeakDb(samples)).toBeLessThanOrEqual(PEAK_DB);
  });

  it.each(['appear', 'help', 'hold', 'set-end', 'grow', 'pause', 'resume'])('%s counts as unannounced', (name) => {
    expect(fireflies[name]?.moment).toBe('unannounced');
  });
});

describe('the startle meter', () => {
  const appear = fireflies.appear as Piece;
  const struck: Piece = { ...appear, parts: [{ voice: 'mallet', stepS: 1, gainDb: 0, attackS: 0.01, line: 'D5' }] };

  it('catches a struck note that nobody announced', () => {
    expect(findStartle(struck, renderPiece(struck, 'planted'))).toContain('rises too fast');
  });

  it('catches a sudden note inside a sound that began softly', () => {
    const late: Piece = {
      ...struck,
      lengthS: 3,
      parts: [
        { voice: 'pad', stepS: 1, gainDb: -20, lengthS: 3, line: 'D4' },
        { voice: 'mallet', stepS: 1, gainDb: 0, attackS: 0.01, startS: 1.5, line: 'D5' },
      ],
    };
    expect(findStartle(late, renderPiece(late, 'planted'))).toContain('rises too fast');
  });

  it('catches a click at the child’s own touch', () => {
    const click: Piece = { ...struck, moment: 'own-touch', parts: [{ voice: 'wood', stepS: 1, gainDb: 0, attackS: 0.001, line: 'A5' }] };
    expect(findStartle(click, renderPiece(click, 'planted'))).toContain('rises too fast');
  });

  it('catches a sound 6.1 dB above the music and passes one 5.9 dB above it', () => {
    const levelDb = musicDb - toDb(DEFAULT_VOLUMES.effects);
    const louder = { ...appear, levelDb: levelDb + 6.1 };
    const softer = { ...appear, levelDb: levelDb + 5.9 };
    expect(findStartle(louder, renderPiece(louder, 'planted'))).toContain('too loud beside the music');
    expect(findStartle(softer, renderPiece(softer, 'planted'))).toEqual([]);
  });

  it('catches a peak above -3 dBFS', () => {
    expect(
      findStartle(
        appear,
        new Float32Array(SAMPLE_RATE).map((_, i) => 0.72 * Math.sin(i / 10)),
      ),
    ).toContain('peak too high');
  });

  it('measures the rise of a known ramp', () => {
    const ramp = Float32Array.from({ length: SAMPLE_RATE }, (_, i) => 0.5 * Math.min(1, i / (0.4 * SAMPLE_RATE)) * Math.sin(i / 4));
    expect(Math.abs(measureRiseMs(ramp) - 320)).toBeLessThan(8);
  });

  it('measures a 997 Hz tone as the loudness standard does', () => {
    // One channel at full scale reads -3.01 LKFS (ITU-R BS.1770-4).
    const tone = Float32Array.from({ length: 2 * SAMPLE_RATE }, (_, i) => Math.sin((2 * Math.PI * 997 * i) / SAMPLE_RATE));
    expect(measureMeanDb(tone)).toBeCloseTo(-3.01, 1);
  });
});

describe('the loops', () => {
  it.each(loops)('$name joins its own beginning without a click', ({ samples }) => {
    const at = (i: number): number => samples[(i + samples.length) % samples.length] ?? 0;
    const bend = (i: number): number => Math.abs(at(i + 1) - 2 * at(i) + at(i - 1));
    let [step, curve] = [0, 0];
    for (let i = 1; i < samples.length - 1; i++) {
      step = Math.max(step, Math.abs(at(i) - at(i - 1)));
      curve = Math.max(curve, bend(i));
    }
    expect(Math.abs(at(0) - at(-1))).toBeLessThanOrEqual(step);
    expect(Math.max(bend(0), bend(-1))).toBeLessThanOrEqual(curve);
  });

  it('effects end in silence', () => {
    for (const { samples } of effects) expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.0005);
  });
});

describe('the score', () => {
  it('has no note outside D major pentatonic', () => {
    for (const { piece } of sounds) for (const part of piece.parts) expect(toNotes(part).length).toBeGreaterThan(0);
    expect(() => toHz('C4')).toThrow('pentatonic');
    expect(() => toHz('G4')).toThrow('pentatonic');
  });

  it('sounds in D major pentatonic: what lies between its notes is at least 15 dB softer', () => {
    const music = loops.find((sound) => sound.name === 'music')?.samples ?? new Float32Array(1);
    const inKey = [2, 4, 6, 9, 11];
    const power = Array.from({ length: 12 }, (_, semitone) =>
      [4, 5].reduce((sum, octave) => sum + measureTone(music, 440 * 2 ** ((semitone - 9) / 12 + octave - 4)), 0),
    );
    const quietest = Math.min(...inKey.map((semitone) => power[semitone] ?? 0));
    const strangest = Math.max(...power.filter((_, semitone) => !inKey.includes(semitone)));
    expect(10 * Math.log10(quietest / strangest)).toBeGreaterThan(15);
  });

  it('has five catches that rise, so that successes in a row make a melody', () => {
    const heights = [1, 2, 3, 4, 5].map((n) => {
      const first = fireflies[`catch-${n}`]?.parts[0];
      return first ? toNotes(first)[0]?.hz : undefined;
    });
    expect(heights).toEqual([...heights].sort((a, b) => Number(a) - Number(b)));
    expect(new Set(heights).size).toBe(5);
  });

  it('is rendered the same each time', () => {
    const piece = fireflies.appear as Piece;
    expect(renderPiece(piece, 'appear')).toEqual(renderPiece(piece, 'appear'));
  });
});

describe('the files', () => {
  it.each(sounds)('$name was rendered from the present score', ({ described, piece, samples }) => {
    expect(described?.riseMs).toBe(piece.kind === 'effect' ? measureRiseMs(samples) : null);
    expect(described?.loudestDb).toBeCloseTo(measureLoudestDb(samples), 0);
    expect(described?.meanDb).toBeCloseTo(measureMeanDb(samples), 0);
    expect(described?.peakDb).toBeCloseTo(measurePeakDb(samples), 0);
  });

  it.each(sounds)('$name is there in both formats', ({ folder, name }) => {
    expect(
      readFileSync(join(folder, `${name}.ogg`))
        .subarray(0, 4)
        .toString('latin1'),
    ).toBe('OggS');
    expect(statSync(join(folder, `${name}.mp3`)).size).toBeGreaterThan(1000);
  });

  it('all sounds of Fireflies take less than 700 kB', () => {
    const here = sounds.filter((sound) => sound.piece === fireflies[sound.name]);
    const bytes = here.flatMap(({ folder, name }) => ['ogg', 'mp3'].map((format) => statSync(join(folder, `${name}.${format}`)).size));
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(700_000);
  });
});

describe('the sliders', () => {
  const loudestDb = Math.max(...sounds.filter((sound) => !loops.includes(sound)).map((sound) => measureLoudestDb(sound.samples)));
  const musicAtFullDb = musicDb - toDb(DEFAULT_VOLUMES.music);

  it('keep every effect at most 6 dB above the music, wherever they stand', () => {
    for (const music of [0.05, 0.2, 0.4, 1]) {
      for (const effects of [0, 0.3, 0.55, 1]) {
        const kept = limitEffects({ music, effects });
        expect(kept).toBeLessThanOrEqual(effects);
        if (kept > 0) expect(loudestDb + toDb(kept) - (musicAtFullDb + toDb(music))).toBeLessThanOrEqual(ABOVE_MUSIC_DB);
      }
    }
  });

  it('leave effects as they are by default, and no louder than that without music', () => {
    expect(limitEffects(DEFAULT_VOLUMES)).toBe(DEFAULT_VOLUMES.effects);
    expect(limitEffects({ music: 0, effects: 1 })).toBe(DEFAULT_VOLUMES.effects);
    expect(limitEffects({ music: 0, effects: 0.2 })).toBe(0.2);
  });
});

import { Howler } from 'howler';
import { openOutput } from '../../games/kit/audio-output';
import type { HeardBeat } from '../../games/kit/beat';
import { createSound, DEFAULT_VOLUMES } from '../../games/kit/sound';
import { tapOutput } from './beat-ear';

/** 150 a minute, the fastest usual cadence. */
const beat: HeardBeat = { firstMs: 1000, periodMs: 400, accent: 0 };

/** Plays a beat for so many ms as a scene does, once a frame, and returns how late (ms) each beat was heard; rejects without running audio. */
export async function measureBeats(lengthMs: number): Promise<readonly number[]> {
  const context = openOutput();
  await context?.resume();
  if (context?.state !== 'running') throw new Error('no audio runs here');
  const ear = await tapOutput(context, Howler.masterGain);
  const sound = createSound('', DEFAULT_VOLUMES);
  const startMs = performance.now();
  await new Promise<void>((done) => {
    const frame = () => {
      const nowMs = performance.now() - startMs;
      sound.followBeat(beat, nowMs);
      ear.look();
      if (nowMs > lengthMs) done();
      else requestAnimationFrame(frame);
    };
    frame();
  });
  sound.stop();
  const errors = ear.onsetsPerfMs().map((perfMs) => {
    const afterMs = perfMs - startMs - beat.firstMs;
    return afterMs - Math.round(afterMs / beat.periodMs) * beat.periodMs;
  });
  ear.close();
  return errors;
}

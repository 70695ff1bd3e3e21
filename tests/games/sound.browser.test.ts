import { Howler } from 'howler';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { connectLimiter } from '../../src/games/kit/audio-output';
import { createSound, DEFAULT_VOLUMES, playShared, type Sound, stopShared } from '../../src/games/kit/sound';
import { findSounds } from '../../src/games/kit/sound-files';

interface Playing {
  _howls: { playing(): boolean; state(): string; volume(): number; _src: string; _sounds: { _paused: boolean; _volume: number }[] }[];
}

const howls = (): Playing['_howls'] => (Howler as unknown as Playing)._howls;
const howlOf = (name: string) => howls().find((howl) => String(howl._src).includes(`/${name}.`));
const allLoaded = () => vi.waitFor(() => expect(howls().every((howl) => howl.state() === 'loaded')).toBe(true), { timeout: 15_000 });

// Likeness (correlation, 1 = the same) of the 50 ms after the start of a loop's window and the 50 ms after its end.
function compareEnds(decoded: AudioBuffer, startS: number, lengthS: number): number {
  const samples = decoded.getChannelData(0);
  const from = Math.round(startS * decoded.sampleRate);
  const period = Math.round(lengthS * decoded.sampleRate);
  let [both, first, second] = [0, 0, 0];
  for (let i = from; i < from + 0.05 * decoded.sampleRate; i++) {
    const [a, b] = [samples[i] ?? 0, samples[i + period] ?? 0];
    both += a * b;
    first += a * a;
    second += b * b;
  }
  return both / Math.sqrt(first * second);
}

let sound: Sound;

describe('the sound of Fireflies', () => {
  beforeEach(async () => {
    await userEvent.click(document.body);
    sound = createSound('fireflies', DEFAULT_VOLUMES);
    await allLoaded();
    await vi.waitFor(() => expect(Howler.ctx.state).toBe('running'));
  });

  afterEach(async () => {
    sound.stop();
    await vi.waitFor(() => expect(howls()).toEqual([]), { timeout: 5000 });
  });

  it('has every file in two formats behind a working address', async () => {
    const files = findSounds('fireflies');
    expect(files.map((file) => file.name)).toEqual(expect.arrayContaining(['music', 'catch-5', 'set-end', 'tap', 'pebble']));
    for (const file of files) {
      expect(file.urls).toHaveLength(2);
      for (const url of file.urls) expect((await fetch(url)).status, url).toBe(200);
    }
  });

  it('can be decoded in both formats, and a loop ends where it begins', async () => {
    for (const file of findSounds('fireflies').filter((found) => found.loop || found.name === 'catch-1')) {
      for (const url of file.urls) {
        const decoded = await Howler.ctx.decodeAudioData(await (await fetch(url)).arrayBuffer());
        if (file.loop) expect(compareEnds(decoded, file.loop.startMs / 1000, file.loop.lengthMs / 1000), url).toBeGreaterThan(0.8);
        else expect(decoded.duration).toBeGreaterThan(2.1);
      }
    }
  });

  it('plays an effect once when it is asked for twice at once', () => {
    sound.play('catch-1');
    sound.play('catch-1');
    expect(howlOf('catch-1')?._sounds.filter((one) => !one._paused)).toHaveLength(1);
  });

  it('lets the music grow out of silence, rest and come back', async () => {
    sound.startMusic();
    await vi.waitFor(() => expect(howlOf('music')?.playing()).toBe(true));
    expect(howlOf('music')?._sounds[0]?._volume).toBeLessThan(0.1);
    sound.pause();
    await vi.waitFor(() => expect(howlOf('music')?.playing()).toBe(false));
    sound.resume();
    await vi.waitFor(() => expect(howlOf('music')?._sounds[0]?._volume).toBe(DEFAULT_VOLUMES.music), { timeout: 5000 });
    sound.setVolumes({ music: 0.1, effects: 0, voice: 0 });
    await vi.waitFor(() => expect(howlOf('music')?._sounds[0]?._volume).toBe(0.1), { timeout: 5000 });
    expect(howlOf('catch-1')?.volume()).toBe(0);
  });

  it('stays awake while no file sounds for long: beats would fall silent with it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    // What Howler does whenever a sound has ended.
    (Howler as unknown as { _autoSuspend(): void })._autoSuspend();
    vi.advanceTimersByTime(31_000);
    vi.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(Howler.ctx.state).toBe('running');
  });

  it('does nothing for a name it does not know, and nothing at all once it has stopped', () => {
    sound.play('thunder');
    sound.stop();
    sound.play('catch-1');
    sound.startMusic();
    expect(howls().some((howl) => howl.playing())).toBe(false);
  });
});

describe('sound that cannot be heard yet', () => {
  it('is dropped while the browser keeps audio locked, so that nothing bursts out at the first touch', async () => {
    sound = createSound('fireflies', DEFAULT_VOLUMES);
    await allLoaded();
    const resume = vi.spyOn(Howler.ctx, 'resume').mockResolvedValue();
    await Howler.ctx.suspend();
    sound.startMusic();
    for (const name of ['catch-1', 'catch-2', 'help']) sound.play(name);
    await vi.waitFor(() => expect(resume).toHaveBeenCalled());
    resume.mockRestore();
    await new Promise((done) => setTimeout(done, 300));
    await Howler.ctx.resume();
    await vi.waitFor(() => expect(howlOf('music')?.playing()).toBe(true));
    expect(
      howls()
        .filter((howl) => howl.playing())
        .map((howl) => howl._src.replace(/.*\/(.*)\.ogg.*/, '$1'))
        .sort(),
    ).toEqual(['ambience', 'music']);
    sound.stop();
    await vi.waitFor(() => expect(howls()).toEqual([]));
  });

  it('shared sounds play without a game and leave nothing behind', async () => {
    playShared('tap');
    await allLoaded();
    await new Promise((done) => setTimeout(done, 100));
    playShared('tap', 0.2);
    await vi.waitFor(() => expect(howlOf('tap')?.playing()).toBe(true));
    stopShared();
    await vi.waitFor(() => expect(howls()).toEqual([]));
  });
});

describe('the limiter', () => {
  const hear = async (amplitude: number): Promise<number> => {
    const context = new OfflineAudioContext(1, 44_100, 44_100);
    const tone = new OscillatorNode(context, { frequency: 440 });
    const gain = new GainNode(context, { gain: amplitude });
    connectLimiter(context, tone.connect(gain));
    tone.start();
    const samples = (await context.startRendering()).getChannelData(0).subarray(22_050);
    return Math.max(...samples);
  };

  it('passes soft sound unchanged', async () => {
    expect(20 * Math.log10((await hear(0.1)) / 0.1)).toBeCloseTo(0, 0);
  });

  it('keeps ten sounds at once below -3 dBFS', async () => {
    expect(20 * Math.log10(await hear(4))).toBeLessThan(-3);
  });
});

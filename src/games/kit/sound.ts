import { Howl } from 'howler';
import type { Millis, Ratio } from '../../core/units';
import { openOutput, tellHowler, wake } from './audio-output';
import { type BeatPart, type BeatPlayer, createBeatPlayer, createHearingClock, type HeardBeat } from './beat';
import { findSounds, type SoundFile } from './sound-files';

/** How loud each kind of sound is, 0..1; three sliders. */
export interface Volumes {
  readonly music: Ratio;
  readonly effects: Ratio;
  readonly voice: Ratio;
}

/** Quiet, and with every effect at most 6 dB above the music (clinical rule C8, startle). */
export const DEFAULT_VOLUMES: Volumes = { music: 0.4, effects: 0.55, voice: 0.8 };

/** Of the music's volume: the loudest effect, 5.3 dB over the music at the default volumes, is then 6 dB over it. */
const MOST_EFFECTS_OVER_MUSIC = 1.49;

/** Effects as loud as asked, but at most 6 dB above the music; without music at most as loud as by default (clinical rule C8, startle). */
export function limitEffects({ music, effects }: Pick<Volumes, 'music' | 'effects'>): Ratio {
  return Math.min(effects, music > 0 ? music * MOST_EFFECTS_OVER_MUSIC : DEFAULT_VOLUMES.effects);
}

/** The beat is as loud as an effect; what plays along belongs to the music. */
function toBeatVolumes(volumes: Volumes): { beat: Ratio; along: Ratio } {
  return { beat: limitEffects(volumes), along: volumes.music };
}

/** The sound of one game while it is on screen. Nothing throws; where audio is absent or still locked it is silent. */
export interface Sound {
  /** Plays an effect of the game, or a shared one, once. A sound that cannot start within 200 ms is dropped: late is worse than silent. */
  play(name: string): void;
  /** Music and ambience fade in over 1.8 s, as soon as the browser lets them. */
  startMusic(): void;
  /**
   * The beat of the drill as it is now, called in each frame with the time on the drill's own clock; null: none. Heard on time whatever the
   * frames do (kit/beat.ts); `part` plays along with it.
   */
  followBeat(beat: HeardBeat | null, nowMs: Millis, part?: BeatPart): void;
  setVolumes(volumes: Volumes): void;
  /** Music and ambience fade out over 250 ms and wait; effects that sound die away by themselves. */
  pause(): void;
  resume(): void;
  /** Fades over 400 ms and frees everything; nothing can be played after it. */
  stop(): void;
}

const MUSIC_IN_MS = 1800;
const RESUME_MS = 700;
const PAUSE_MS = 250;
const SLIDE_MS = 200;
const STOP_MS = 400;
const DOUBLE_MS = 60;
const LATE_MS = 200;
const GESTURES = ['pointerup', 'touchend', 'click', 'keydown'] as const;
const SILENCE: Sound = { play() {}, startMusic() {}, followBeat() {}, setVolumes() {}, pause() {}, resume() {}, stop() {} };

/** Loads the sounds of a game (its folder's name under assets/) with the shared ones. */
export function createSound(game: string, volumes: Volumes): Sound {
  const context = openOutput();
  if (!context) return SILENCE;
  const files = findSounds(game);
  const loops = files.flatMap((file) => (file.loop ? createLoop(file.urls, file.loop) : []));
  const effects = new Map(
    files.flatMap((file) => (file.loop ? [] : [[file.name, new Howl({ src: [...file.urls], volume: limitEffects(volumes) })]])),
  );
  const playedAtMs = new Map<string, number>();
  let beatVolumes = toBeatVolumes(volumes);
  let beats: BeatPlayer | null = null;
  let volume = volumes.music;
  let started = false;
  let paused = false;
  let stopped = false;

  const raise = (overMs: number): void => {
    if (!started || paused || stopped || !tellHowler(context)) return;
    for (const loop of loops) loop.raise(volume, overMs);
  };
  const onState = (): void => raise(MUSIC_IN_MS);
  const onGesture = (): void => {
    if (context.state !== 'running') void wake(context);
  };
  for (const loop of loops) loop.howl.once('load', onState);
  context.addEventListener('statechange', onState);
  for (const gesture of GESTURES) document.addEventListener(gesture, onGesture, { capture: true, passive: true });

  const playSoon = (howl: Howl, askedMs: number): void => {
    const late = performance.now() - askedMs > LATE_MS;
    if (stopped || late || !tellHowler(context)) return;
    // Howler would play a sound that is still loading as soon as it is there, however late.
    if (howl.state() === 'loaded') howl.play();
    else howl.once('load', () => playSoon(howl, askedMs));
  };

  return {
    play(name) {
      const howl = effects.get(name);
      const askedMs = performance.now();
      if (stopped || !howl || askedMs - (playedAtMs.get(name) ?? Number.NEGATIVE_INFINITY) < DOUBLE_MS) return;
      playedAtMs.set(name, askedMs);
      if (context.state === 'running') playSoon(howl, askedMs);
      else void wake(context).then(() => playSoon(howl, askedMs));
    },
    startMusic() {
      if (started || stopped) return;
      started = true;
      void wake(context).then(() => raise(MUSIC_IN_MS));
    },
    followBeat(beat, nowMs, part) {
      if (stopped || paused || (!beat && !beats)) return;
      beats ??= createBeatPlayer(context, Howler.masterGain, beatVolumes, createHearingClock(context));
      beats.follow(beat, nowMs, part);
    },
    setVolumes(next) {
      if (stopped) return;
      beatVolumes = toBeatVolumes(next);
      beats?.setVolumes(beatVolumes);
      for (const howl of effects.values()) howl.volume(limitEffects(next));
      if (next.music === volume) return;
      volume = next.music;
      raise(SLIDE_MS);
    },
    pause() {
      if (paused || stopped) return;
      paused = true;
      beats?.pause();
      for (const loop of loops) loop.lower(PAUSE_MS);
    },
    resume() {
      if (!paused || stopped) return;
      paused = false;
      beats?.resume();
      void wake(context).then(() => raise(RESUME_MS));
    },
    stop() {
      if (stopped) return;
      stopped = true;
      beats?.stop();
      context.removeEventListener('statechange', onState);
      for (const gesture of GESTURES) document.removeEventListener(gesture, onGesture, { capture: true });
      for (const loop of loops) loop.lower(STOP_MS);
      for (const howl of effects.values()) if (howl.playing()) howl.fade(howl.volume(), 0, STOP_MS);
      setTimeout(() => {
        for (const loop of loops) loop.howl.unload();
        for (const howl of effects.values()) howl.unload();
      }, STOP_MS);
    },
  };
}

interface Loop {
  readonly howl: Howl;
  /** Starts or continues and brings the loop to a volume, from where it is now. */
  raise(volume: Ratio, overMs: number): void;
  /** Brings it to silence, then holds it where it is. */
  lower(overMs: number): void;
}

function createLoop(urls: readonly string[], window: NonNullable<SoundFile['loop']>): Loop {
  const howl = new Howl({ src: [...urls], volume: 0, sprite: { loop: [window.startMs, window.lengthMs, true] } });
  let id: number | null = null;
  let holding: ReturnType<typeof setTimeout> | undefined;
  const fadeTo = (volume: Ratio, overMs: number, playing: number): void => {
    const from = Number(howl.volume(playing));
    // Howler's fade between equal volumes never ends.
    if (Math.abs(from - volume) > 0.001) howl.fade(from, volume, overMs, playing);
    else howl.volume(volume, playing);
  };
  return {
    howl,
    raise(volume, overMs) {
      clearTimeout(holding);
      if (howl.state() !== 'loaded') return;
      if (id === null) id = howl.play('loop');
      else if (!howl.playing(id)) howl.play(id);
      fadeTo(volume, overMs, id);
    },
    lower(overMs) {
      clearTimeout(holding);
      const playing = id;
      if (playing === null || !howl.playing(playing)) return;
      fadeTo(0, overMs, playing);
      holding = setTimeout(() => howl.pause(playing), overMs);
    },
  };
}

let shared: Sound | null = null;

/** Plays a sound that all screens share (`tap`, `choose`, `pebble`) at a volume 0..1; loads them at the first call. */
export function playShared(name: string, volume: Ratio = DEFAULT_VOLUMES.effects): void {
  const volumes = { ...DEFAULT_VOLUMES, effects: volume };
  shared ??= createSound('', volumes);
  shared.setVolumes(volumes);
  shared.play(name);
}

/** Frees the shared sounds. */
export function stopShared(): void {
  shared?.stop();
  shared = null;
}

import type { Millis, Ratio } from '../../core/units';
import { type BeatVoice, renderBeatSound } from './beat-sounds';

/** A beat on the clock of a run: number 0 at `firstMs`, then one each `periodMs`; stressed are those with even (0) or odd (1) numbers. */
export interface HeardBeat {
  readonly firstMs: Millis;
  readonly periodMs: Millis;
  readonly accent: 0 | 1 | null;
}

/** A note that plays along: `after` a beat, as a share of its period. */
export interface BeatNote {
  readonly voice: BeatVoice;
  readonly hz: number;
  readonly after: Ratio;
  readonly gain: Ratio;
}

/** What plays along with the beat of this number. Asked once a beat, a little before it sounds. */
export type BeatPart = (beat: number) => readonly BeatNote[];

/** Loudness of the beat itself and of what plays along. */
export interface BeatVolumes {
  readonly beat: Ratio;
  readonly along: Ratio;
}

/** Plays a beat on the audio clock. */
export interface BeatPlayer {
  /**
   * The beat as it is now, called in each frame: `nowMs` is the time on the beat's clock at this call. Notes are scheduled ahead of time on
   * the audio clock, so a late frame moves none of them; a beat that nobody follows any more falls silent by itself. Null ends it at once.
   */
  follow(beat: HeardBeat | null, nowMs: Millis, part?: BeatPart): void;
  setVolumes(volumes: BeatVolumes): void;
  /** Silent at once, nothing stray after it, until `resume`. */
  pause(): void;
  resume(): void;
  stop(): void;
}

/** Tells when a sound must start on a context's own clock to be heard at a time of `performance.now`; seconds, null while nobody can say. */
export type HearingClock = (perfMs: number) => number | null;

/** The limiter at the end of the output looks ahead by this much (Web Audio API 1.1, DynamicsCompressorNode: a fixed look-ahead of 6 ms). */
const limiterS = 0.006;
/** Longer than any frame of a tablet that stutters; short enough for a new instrument to be heard within a beat. */
const aheadMs = 700;
/** A clock that drifts this far from where notes were put has them put again. */
const mostDriftS = 0.0015;
/** A jump of the clocks, as after a pause: what was learned before it is no longer true. */
const jumpS = 0.05;
const learned = 61;
const fadeS = 0.012;
/** Just enough to start a note in time; one that is later than that is dropped: late is worse than silent. */
const leastAheadS = 0.004;
/** Soft wood for a beat, a low drum for a stressed one: another timbre, not only louder. */
const beatSound = { plain: { voice: 'wood', hz: 587.33 }, stressed: { voice: 'drum', hz: 110 } } as const;

interface Scheduled {
  /** Its number; null for a note that plays along. */
  readonly beat: number | null;
  readonly atS: number;
  readonly source: AudioBufferSourceNode;
}

/** The clock of what is heard from a live context: what the device is playing now, so its own delay is in it. */
export function createHearingClock(context: AudioContext): HearingClock {
  return (perfMs) => {
    if (context.state !== 'running') return null;
    const stamp = context.getOutputTimestamp?.();
    if (stamp?.contextTime && stamp.performanceTime) return stamp.contextTime + (perfMs - stamp.performanceTime) / 1000;
    return context.currentTime - (context.outputLatency || context.baseLatency || 0) + (perfMs - performance.now()) / 1000;
  };
}

/** A player of beats into `out`, which leads through the limiter; `nowPerfMs` is the clock that `hears` knows. */
export function createBeatPlayer(
  context: BaseAudioContext,
  out: AudioNode,
  volumes: BeatVolumes,
  hears: HearingClock,
  nowPerfMs: () => number = () => performance.now(),
): BeatPlayer {
  const buffers = new Map<string, AudioBuffer>();
  const toGain = (gain: number) => new GainNode(context, { gain });
  let loud = volumes;
  let bus: { readonly beat: GainNode; readonly along: GainNode } | null = null;
  let scheduled: Scheduled[] = [];
  let current: HeardBeat | null = null;
  let next = 0;
  let paused = false;
  let stopped = false;
  /** Context time of the beat clock's zero, as seen in the last frames and as used for the notes that wait. */
  let seen: number[] = [];
  let zeroS = 0;

  function toBuffer(voice: BeatVoice, hz: number): AudioBuffer {
    const key = `${voice}/${hz}`;
    const known = buffers.get(key);
    if (known) return known;
    const samples = renderBeatSound(voice, hz, context.sampleRate);
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: context.sampleRate });
    buffer.copyToChannel(samples, 0);
    buffers.set(key, buffer);
    return buffer;
  }

  /** The middle of what the last frames saw: single readings of the audio clock are off by a block or two. */
  function learnZero(nowMs: Millis): number | null {
    const heardS = hears(nowPerfMs());
    if (heardS === null) return null;
    const zero = heardS - nowMs / 1000;
    if (seen.length > 0 && Math.abs(zero - (seen.at(-1) ?? 0)) > jumpS) seen = [];
    seen = [...seen.slice(1 - learned), zero];
    return [...seen].sort((a, b) => a - b)[seen.length >> 1] ?? zero;
  }

  /** Takes back every note that has not begun; with `all`, those that sound fade too. */
  function takeBack(all: boolean): void {
    const nowS = context.currentTime;
    for (const { atS, source } of scheduled) if (all || atS > nowS + leastAheadS) source.stop(all ? nowS + 4 * fadeS : 0);
    const first = scheduled.find(({ beat, atS }) => beat !== null && atS > nowS + leastAheadS);
    scheduled = [];
    next = first?.beat ?? next;
    if (!all || !bus) return;
    for (const gain of [bus.beat.gain, bus.along.gain]) gain.setTargetAtTime(0, nowS, fadeS / 3);
    bus = null;
  }

  function put(beat: number | null, voice: BeatVoice, hz: number, atS: number, gain: Ratio, to: GainNode): void {
    if (atS < context.currentTime + leastAheadS) return;
    const source = new AudioBufferSourceNode(context, { buffer: toBuffer(voice, hz) });
    const level = toGain(gain);
    source.connect(level).connect(to);
    source.onended = () => level.disconnect();
    source.start(atS);
    scheduled.push({ beat, atS, source });
  }

  function openBus(): NonNullable<typeof bus> {
    if (bus) return bus;
    bus = { beat: toGain(loud.beat), along: toGain(loud.along) };
    bus.beat.connect(out);
    bus.along.connect(out);
    return bus;
  }

  function putBeat(beat: HeardBeat, n: number, part: BeatPart | undefined): void {
    const to = openBus();
    const atS = zeroS + (beat.firstMs + n * beat.periodMs) / 1000 - limiterS;
    const { voice, hz } = beat.accent !== null && n % 2 === beat.accent ? beatSound.stressed : beatSound.plain;
    put(n, voice, hz, atS, 1, to.beat);
    for (const note of part?.(n) ?? []) put(null, note.voice, note.hz, atS + (note.after * beat.periodMs) / 1000, note.gain, to.along);
  }

  return {
    follow(beat, nowMs, part) {
      if (stopped || paused) return;
      if (!beat) {
        if (current) takeBack(true);
        current = null;
        return;
      }
      const zero = learnZero(nowMs);
      if (zero === null) return;
      const other = !current || current.firstMs !== beat.firstMs || current.periodMs !== beat.periodMs;
      if (other || current?.accent !== beat.accent || Math.abs(zero - zeroS) > mostDriftS) {
        takeBack(false);
        zeroS = zero;
      }
      if (other) next = Math.max(0, Math.ceil((nowMs - beat.firstMs) / beat.periodMs));
      current = beat;
      const nowS = context.currentTime;
      scheduled = scheduled.filter(({ atS }) => atS > nowS - 1);
      for (; beat.firstMs + next * beat.periodMs < nowMs + aheadMs; next++) putBeat(beat, next, part);
    },
    setVolumes(next) {
      loud = next;
      bus?.beat.gain.setTargetAtTime(next.beat, context.currentTime, 0.05);
      bus?.along.gain.setTargetAtTime(next.along, context.currentTime, 0.05);
    },
    pause() {
      paused = true;
      takeBack(true);
      current = null;
      seen = [];
    },
    resume() {
      paused = false;
    },
    stop() {
      stopped = true;
      takeBack(true);
      current = null;
    },
  };
}

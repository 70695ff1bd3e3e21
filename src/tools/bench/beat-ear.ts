/** Shortest time between two onsets that are told apart. */
const apartS = 0.12;

/** Times in ms at which a note begins: where the sound rises by a seventh of its loudest within 12 ms. */
export function findOnsets(samples: Float32Array, rate: number): number[] {
  let highest = 0;
  for (const sample of samples) highest = Math.max(highest, Math.abs(sample));
  // A note may begin while the last one dies away: what counts is a rise over the loudest of the 60 ms before.
  const onsets: number[] = [];
  const window = Math.round(0.011 * rate);
  const before = Math.round(0.06 * rate);
  const envelope = toEnvelope(samples, window);
  for (let i = 0; i < envelope.length; i++) {
    const rise = (envelope[i] ?? 0) - Math.max(envelope[i - Math.round(0.012 * rate)] ?? 0, 0);
    const last = onsets.at(-1) ?? Number.NEGATIVE_INFINITY;
    if (rise < highest * 0.14 || i / rate - last / 1000 < apartS) continue;
    let from = i;
    const ground = envelope[Math.max(0, i - Math.round(0.012 * rate))] ?? 0;
    while (from > Math.max(0, i - before) && (envelope[from] ?? 0) > ground + rise * 0.3) from -= 1;
    onsets.push((from / rate) * 1000);
  }
  return onsets;
}

/** Loudest sample of the window that ends at each sample. */
function toEnvelope(samples: Float32Array, window: number): Float32Array {
  const out = new Float32Array(samples.length);
  const queue: number[] = [];
  let head = 0;
  for (let i = 0; i < samples.length; i++) {
    const value = Math.abs(samples[i] ?? 0);
    while (queue.length > head && Math.abs(samples[queue.at(-1) ?? 0] ?? 0) <= value) queue.pop();
    queue.push(i);
    if ((queue[head] ?? 0) <= i - window) head += 1;
    out[i] = Math.abs(samples[queue[head] ?? 0] ?? 0);
  }
  return out;
}

/** Listens to what a context hands to the device. */
export interface OutputEar {
  /** Reads the clocks; call it in each frame. */
  look(): void;
  /** When each onset was heard, on the clock of `performance.now`. */
  onsetsPerfMs(): number[];
  close(): void;
}

const worklet = `registerProcessor('ear', class extends AudioWorkletProcessor {
  process([input]) {
    if (input[0]) this.port.postMessage({ at: currentFrame, samples: input[0].slice() });
    return true;
  }
});`;

/** Taps a context behind its limiter: `from` is led through a second one with the same settings. */
export async function tapOutput(context: AudioContext, from: AudioNode): Promise<OutputEar> {
  const url = URL.createObjectURL(new Blob([worklet], { type: 'text/javascript' }));
  await context.audioWorklet.addModule(url);
  URL.revokeObjectURL(url);
  const ear = new AudioWorkletNode(context, 'ear', { numberOfOutputs: 0 });
  const limiter = new DynamicsCompressorNode(context, { threshold: -6, ratio: 20, knee: 0, attack: 0.001, release: 0.15 });
  from.connect(limiter).connect(ear);
  const parts: { readonly at: number; readonly samples: Float32Array }[] = [];
  ear.port.onmessage = ({ data }) => parts.push(data);
  /** performance.now minus context time of what the device plays, in ms. */
  const offsets: number[] = [];
  return {
    look() {
      const { contextTime, performanceTime } = context.getOutputTimestamp();
      if (contextTime && performanceTime) offsets.push(performanceTime - contextTime * 1000);
    },
    onsetsPerfMs() {
      const firstFrame = parts[0]?.at ?? 0;
      const last = parts.at(-1);
      const all = new Float32Array(last ? last.at + last.samples.length - firstFrame : 0);
      for (const { at, samples } of parts) all.set(samples, at - firstFrame);
      const offset = offsets.sort((a, b) => a - b)[offsets.length >> 1] ?? Number.NaN;
      return findOnsets(all, context.sampleRate).map((onset) => onset + (firstFrame / context.sampleRate) * 1000 + offset);
    },
    close() {
      from.disconnect(limiter);
      ear.disconnect();
    },
  };
}

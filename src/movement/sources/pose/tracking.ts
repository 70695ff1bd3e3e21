import type { FromTracker, ToTracker, TrackedPicture, TrackerOptions } from './messages';

/** The tracker as the page uses it, wherever it runs. */
export interface Tracking {
  readonly place: 'worker' | 'page';
  /** A graphics processor is there that may be quicker than the processor. */
  readonly graphics: boolean;
  open(options: TrackerOptions): Promise<void>;
  /** Hands a picture over, which is then no longer the caller's. */
  find(bitmap: ImageBitmap, atMs: number): Promise<TrackedPicture>;
  /** For tests: the graphics context is lost, as it is on tablets that slept. */
  loseContext(): void;
  close(): void;
}

/** A tracker off the main thread; on the page where workers have no graphics (older Safari); null where there are none at all. */
export async function createTracking(): Promise<Tracking | null> {
  return (await createWorkerTracking()) ?? createPageTracking();
}

async function createWorkerTracking(): Promise<Tracking | null> {
  const worker = new Worker(new URL('./tracker.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<string, { resolve(message: FromTracker): void; reject(error: Error): void }>();
  let nextId = 1;
  const ask = (key: string, message: ToTracker, transfer: Transferable[] = []) =>
    new Promise<FromTracker>((resolve, reject) => {
      waiting.set(key, { resolve, reject });
      worker.postMessage(message, transfer);
    });
  const fail = (why: string) => {
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<FromTracker>) => {
    if (data.kind === 'broken') return fail(data.why);
    const key = data.kind === 'picture' ? `picture ${data.id}` : data.kind;
    waiting.get(key)?.resolve(data);
    waiting.delete(key);
  };
  worker.onerror = (event) => fail(event.message);
  const probe = await ask('probe', { kind: 'probe' }).catch(() => null);
  if (probe?.kind !== 'probe' || !probe.works) {
    worker.terminate();
    return null;
  }
  return {
    place: 'worker',
    graphics: probe.graphics,
    async open(options) {
      await ask('open', { kind: 'open', options });
    },
    async find(bitmap, atMs) {
      const id = nextId++;
      const found = await ask(`picture ${id}`, { kind: 'picture', id, bitmap, atMs }, [bitmap]);
      if (found.kind !== 'picture') throw new Error('the tracker answered something else');
      return { persons: found.persons, light: found.light };
    },
    loseContext: () => worker.postMessage({ kind: 'lose-context' } satisfies ToTracker),
    close() {
      fail('closed');
      worker.terminate();
    },
  };
}

async function createPageTracking(): Promise<Tracking | null> {
  const probe = document.createElement('canvas').getContext('webgl2');
  if (!probe) return null;
  probe.getExtension('WEBGL_lose_context')?.loseContext();
  // Loaded only where no worker can: it is the whole tracker again.
  const { createTracker } = await import('./tracker');
  let canvas: HTMLCanvasElement | null = null;
  const tracker = createTracker(() => {
    canvas = document.createElement('canvas');
    return canvas;
  });
  return {
    place: 'page',
    graphics: false,
    open: tracker.open,
    find: tracker.find,
    loseContext: () => canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext(),
    close: tracker.close,
  };
}

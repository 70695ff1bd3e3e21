import { afterEach, expect, test, vi } from 'vitest';
import { keepCopy } from '../../src/offline/keep-copy';
import { createOffline } from '../../src/offline/offline';

type Stage = 'installing' | 'waiting' | 'active';

/** A worker of the browser, as far as a page sees one. */
class Worker extends EventTarget {
  state: string;
  readonly heard: unknown[] = [];
  constructor(state: string) {
    super();
    this.state = state;
  }
  postMessage(words: unknown): void {
    this.heard.push(words);
  }
  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

/** The browser's side of the copy, moved by hand. */
class Registration extends EventTarget {
  installing: Worker | null = null;
  waiting: Worker | null = null;
  active: Worker | null = null;
  /** Moves a worker from one stage to the next, as a browser does before it tells of it. */
  move(from: Stage, to: Stage, state: string): void {
    const worker = this[from];
    this[from] = null;
    this[to] = worker;
    worker?.become(state);
  }
  find(worker: Worker): void {
    this.installing = worker;
    this.dispatchEvent(new Event('updatefound'));
  }
}

async function open(registration: Registration | null, controller: Worker | null = registration?.active ?? null) {
  const container = Object.assign(new EventTarget(), {
    controller,
    register: () => (registration ? Promise.resolve(registration) : Promise.reject(new Error('refused'))),
  });
  const reload = vi.fn();
  vi.stubGlobal('navigator', { serviceWorker: container });
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('location', { reload });
  const desk = createOffline('storing');
  const seen: string[] = [];
  desk.offline.watch(() => seen.push(desk.offline.read()));
  await keepCopy(desk, { worker: './worker.js', program: 'https://bay.example/assets/index-A.js', isPlaying: () => false });
  return { offline: desk.offline, seen, container, reload };
}

afterEach(() => vi.unstubAllGlobals());

test('the first copy is told as stored once it is whole, never as a newer version', async () => {
  const registration = new Registration();
  registration.installing = new Worker('installing');
  const { seen, container, offline } = await open(registration);
  expect(offline.read()).toBe('storing');
  registration.move('installing', 'waiting', 'installed');
  registration.move('waiting', 'active', 'activating');
  container.dispatchEvent(new Event('controllerchange'));
  registration.active?.become('activated');
  expect(seen).toEqual(['ready']);
});

test('a newer version waits, and is used only when an adult asks: then this page is loaded anew', async () => {
  const registration = new Registration();
  registration.active = new Worker('activated');
  const { offline, container, reload } = await open(registration);
  expect(offline.read()).toBe('ready');
  registration.find(new Worker('installing'));
  expect(offline.read()).toBe('ready');
  registration.move('installing', 'waiting', 'installed');
  expect(offline.read()).toBe('newer');
  const { waiting } = registration;
  expect(waiting?.heard).toEqual([]);
  const using = offline.useNewer();
  expect(waiting?.heard).toEqual([{ type: 'SKIP_WAITING' }]);
  expect(reload).not.toHaveBeenCalled();
  registration.move('waiting', 'active', 'activating');
  container.dispatchEvent(new Event('controllerchange'));
  await using;
  expect(reload).toHaveBeenCalledTimes(1);
});

test('a version that another window took into use never loads this page anew by itself', async () => {
  const registration = new Registration();
  registration.active = new Worker('activated');
  const { offline, container, reload } = await open(registration);
  registration.find(new Worker('installing'));
  registration.move('installing', 'waiting', 'installed');
  registration.move('waiting', 'active', 'activated');
  container.dispatchEvent(new Event('controllerchange'));
  expect(offline.read()).toBe('newer');
  expect(reload).not.toHaveBeenCalled();
  await offline.useNewer();
  expect(reload).toHaveBeenCalledTimes(1);
});

test('a copy that could not be made is told, and a newer one that breaks leaves the old one in use', async () => {
  expect((await open(null)).offline.read()).toBe('problem');
  const first = new Registration();
  first.installing = new Worker('installing');
  const broken = await open(first);
  first.installing.become('redundant');
  expect(broken.offline.read()).toBe('problem');

  const second = new Registration();
  second.active = new Worker('activated');
  const { offline } = await open(second);
  const newer = new Worker('installing');
  second.find(newer);
  second.installing = null;
  newer.become('redundant');
  expect(offline.read()).toBe('ready');
});

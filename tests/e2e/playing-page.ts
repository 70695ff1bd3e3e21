import type { BrowserContext, Page } from '@playwright/test';

/** What a page said before it was gone. */
export interface Told {
  /** Set and number of each trial whose transaction the browser called complete. */
  readonly durable: string[];
  /** How many of them each page told. */
  readonly byPage: Map<Page, number>;
  /** The most trials that the app itself called kept on this page. */
  kept: number;
  /** Databases that the browser closed under a page. */
  closed: number;
  playing(): Promise<void>;
  forget(): void;
}

/** Has every page of `context` play by an adult's thumb whenever it shows a child, a press each so many milliseconds at most, and tell what is kept. */
export async function playEverywhere(context: BrowserContext, pressEveryMs = 40): Promise<Told> {
  let startedPlay = () => {};
  let playing = Promise.resolve();
  const told: Told = {
    durable: [],
    byPage: new Map(),
    kept: 0,
    closed: 0,
    playing: () => playing,
    forget() {
      told.kept = 0;
      playing = new Promise((resolve) => {
        startedPlay = resolve;
      });
    },
  };
  told.forget();
  await context.exposeBinding('tell', ({ page }, what: 'durable' | 'kept' | 'closed' | 'playing', value: string) => {
    if (what === 'durable') {
      told.durable.push(value);
      told.byPage.set(page, (told.byPage.get(page) ?? 0) + 1);
    } else if (what === 'kept') told.kept = Math.max(told.kept, Number(value));
    else if (what === 'closed') told.closed++;
    else startedPlay();
  });
  await context.addInitScript(watchAndPlay, pressEveryMs);
  return told;
}

/** Runs in the page, before the app. */
function watchAndPlay(pressEveryMs: number): void {
  const tell = (what: string, value: string) => void (window as unknown as { tell(what: string, value: string): Promise<void> }).tell(what, value);
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (value, key) {
    if (this.name === 'events' && value.kind === 'trial') {
      this.transaction.addEventListener('complete', () => tell('durable', `${value.body.set}/${value.body.result.trial}`));
    }
    return key === undefined ? add.call(this, value) : add.call(this, value, key);
  };
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...how) {
    const request = open.apply(this, how);
    request.addEventListener('success', () => request.result.addEventListener('close', () => tell('closed', '')));
    return request;
  };
  let step = 0;
  let pressedMs = 0;
  let thumb = false;
  let kept = '0';
  const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();
  setInterval(() => {
    if (!location.hash.startsWith('#/play/')) return;
    press('.start-button');
    // One press at a time: the next one has to see what became of it.
    if (document.querySelector('.ready')) press(['.face-row button', '.ready-ask:last-child .ready-chips button', '.ready-well'][step++ % 3] ?? '');
    press('.play-skip button');
    press('.phase-resting .rest button');
    const play = document.querySelector<HTMLElement>('.play.phase-playing');
    if (!play) return;
    if (!thumb) {
      thumb = true;
      tell('playing', '');
      if (!document.querySelector('.tap-button')) press('.play-buttons button:nth-of-type(3)');
    }
    if (performance.now() - pressedMs >= pressEveryMs - 10) {
      pressedMs = performance.now();
      press('.tap-button');
    }
    const now = play.dataset.kept ?? '0';
    if (now !== kept) tell('kept', now);
    kept = now;
  }, 40);
}

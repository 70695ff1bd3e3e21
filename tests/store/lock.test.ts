import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLock, type LockRecord } from '../../src/store/formats/lock';
import { areSame } from '../../src/store/lock/derive';
import { createRecoveryCode, toPlainCode } from '../../src/store/lock/recovery-code';
import { longestWaitMs, toWaitMs } from '../../src/store/lock/wait';
import { openStore, type StoreOptions } from '../../src/store/open';
import type { Store } from '../../src/store/types';
import { answer, withRaw } from './raw';

const pin = '4711';
const name = 'lock';
const randomBytes = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);

let indexedDB: IDBFactory;
let opened: Store[] = [];
/** The page's own clock, and the tablet's, which anybody can set. */
let clock = { sinceLoadMs: 0, wall: '09:00:00.000' };

beforeEach(() => {
  indexedDB = new IDBFactory();
  clock = { sinceLoadMs: 0, wall: '09:00:00.000' };
});

afterEach(() => {
  for (const store of opened) store.close();
  opened = [];
});

/** A page of the app on this tablet; opening another one is a reload, or a second window. */
async function load(more: Partial<StoreOptions> = {}): Promise<Store> {
  const { store } = await openStore({
    indexedDB,
    name,
    randomBytes,
    now: () => ({ on: '2026-03-26', at: `2026-03-26T${clock.wall}Z` }),
    sinceLoadMs: () => clock.sinceLoadMs,
    ...more,
  });
  if (!store) throw new Error('no store');
  opened.push(store);
  return store;
}

async function reload(more: Partial<StoreOptions> = {}): Promise<Store> {
  clock.sinceLoadMs = 0;
  return load(more);
}

async function loadLocked(): Promise<{ store: Store; code: string }> {
  const store = await load();
  const code = store.lock.createCode();
  await store.lock.set(pin, code);
  store.lock.close();
  return { store, code };
}

const tryWrong = async (store: Store, times: number) => {
  for (let i = 0; i < times; i++) {
    clock.sinceLoadMs += longestWaitMs;
    expect((await store.lock.tryPin('0000')).answer).toBe('wrong');
  }
};

const readKept = () => withRaw(indexedDB, name, (db) => answer(db.transaction('meta').objectStore('meta').get('lock'))) as Promise<LockRecord>;

describe('a tablet without a PIN', () => {
  it('is open: nothing is asked until a therapist sets one', async () => {
    const { lock } = await load();
    expect(await lock.read()).toEqual({ standing: 'none', waitMs: 0 });
    expect(lock.isSet).toBe(false);
  });

  it('cannot get one on a page that is not secure, and says so', async () => {
    expect((await load()).lock.canSet).toBe(true);
    const { lock } = await load({ subtle: undefined });
    expect(lock.canSet).toBe(false);
    await expect(lock.set(pin, lock.createCode())).rejects.toThrow('not secure');
    expect((await lock.read()).standing).toBe('none');
  });
});

describe('a PIN', () => {
  it.each(['123', '123456789', '12a4', '', '１２３４', '12 34'])('of other form than 4 to 8 digits is refused: "%s"', async (wish) => {
    const { lock } = await load();
    await expect(lock.set(wish, lock.createCode())).rejects.toThrow(RangeError);
    expect((await lock.read()).standing).toBe('none');
  });

  it.each(['1234', '12345678', '0000'])('of 4 to 8 digits opens, after a reload too: %s', async (wish) => {
    const first = await load();
    await first.lock.set(wish, first.lock.createCode());
    const { lock } = await reload();
    expect((await lock.read()).standing).toBe('closed');
    expect(lock.isSet).toBe(true);
    expect((await lock.tryPin(wish)).answer).toBe('open');
    expect((await lock.read()).standing).toBe('open');
  });

  it('is open once it is set, closed by an adult, and by a reload', async () => {
    const { lock } = await load();
    await lock.set(pin, lock.createCode());
    expect((await lock.read()).standing).toBe('open');
    lock.close();
    expect((await lock.read()).standing).toBe('closed');
    await lock.tryPin(pin);
    expect((await (await reload()).lock.read()).standing).toBe('closed');
  });

  it('cannot be changed or taken away while the lock is closed', async () => {
    const { store, code } = await loadLocked();
    await expect(store.lock.set('9999', code)).rejects.toThrow('closed');
    await expect(store.lock.remove()).rejects.toThrow('closed');
    expect((await store.lock.tryPin(pin)).answer).toBe('open');
    await store.lock.set('90210', store.lock.createCode());
    store.lock.close();
    expect((await store.lock.tryPin(pin)).answer).toBe('wrong');
    expect((await store.lock.tryPin('90210')).answer).toBe('open');
    await store.lock.remove();
    expect((await (await reload()).lock.read()).standing).toBe('none');
  });

  it('tells those who wait for it when the lock opens, closes and changes', async () => {
    const { lock } = await load();
    const heard: boolean[] = [];
    const end = lock.subscribe(() => heard.push(lock.isOpen()));
    await lock.set(pin, lock.createCode());
    lock.close();
    expect(heard.at(0)).toBe(true);
    expect(heard.at(-1)).toBe(false);
    end();
    const before = heard.length;
    await lock.tryPin(pin);
    expect(heard).toHaveLength(before);
  });
});

describe('the open lock', () => {
  it('closes after ten minutes without input, not before', async () => {
    const { store } = await loadLocked();
    await store.lock.tryPin(pin);
    clock.sinceLoadMs += 599_999;
    expect(store.lock.isOpen()).toBe(true);
    store.lock.stay();
    clock.sinceLoadMs += 599_999;
    expect(store.lock.isOpen()).toBe(true);
    clock.sinceLoadMs += 1;
    expect(store.lock.isOpen()).toBe(false);
    store.lock.stay();
    expect((await store.lock.read()).standing).toBe('closed');
  });

  it('closes while the tablet sleeps and its own clock stands still', async () => {
    const { store } = await loadLocked();
    await store.lock.tryPin(pin);
    clock.wall = '09:10:00.000';
    expect(store.lock.isOpen()).toBe(false);
  });

  it('is not kept open by a clock that is set back', async () => {
    const { store } = await loadLocked();
    await store.lock.tryPin(pin);
    clock = { sinceLoadMs: clock.sinceLoadMs + 600_000, wall: '08:00:00.000' };
    expect(store.lock.isOpen()).toBe(false);
  });
});

describe('wrong PINs', () => {
  it('cost nothing three times, then a wait that doubles up to ten minutes and never for ever', () => {
    expect([0, 1, 3].map(toWaitMs)).toEqual([0, 0, 0]);
    expect([4, 5, 6, 7, 8].map(toWaitMs)).toEqual([30_000, 60_000, 120_000, 240_000, 480_000]);
    expect([9, 20, 1e6].map(toWaitMs)).toEqual([600_000, 600_000, 600_000]);
  });

  it('after five, the right PIN has to wait a minute and then opens', async () => {
    const { store } = await loadLocked();
    await tryWrong(store, 5);
    expect(await store.lock.tryPin(pin)).toEqual({ answer: 'wait', waitMs: 60_000 });
    clock.sinceLoadMs += 59_999;
    expect(await store.lock.tryPin(pin)).toEqual({ answer: 'wait', waitMs: 1 });
    clock.sinceLoadMs += 1;
    expect((await store.lock.tryPin(pin)).answer).toBe('open');
    expect((await readKept()).wrong).toBe(0);
  });

  it('after twenty, nobody is locked out for ever: ten minutes', async () => {
    const { store } = await loadLocked();
    await tryWrong(store, 20);
    expect((await readKept()).wrong).toBe(20);
    expect(await store.lock.tryPin(pin)).toEqual({ answer: 'wait', waitMs: 600_000 });
    clock.sinceLoadMs += 600_000;
    expect((await store.lock.tryPin(pin)).answer).toBe('open');
    store.lock.close();
    expect((await store.lock.tryPin('0000')).waitMs).toBe(0);
  }, 60_000);

  it('are not forgotten by a reload: the wait begins anew with the page', async () => {
    const { store } = await loadLocked();
    await tryWrong(store, 5);
    clock.sinceLoadMs += 50_000;
    const again = await reload();
    expect(await again.lock.read()).toEqual({ standing: 'closed', waitMs: 60_000 });
    clock.sinceLoadMs = 59_000;
    expect((await again.lock.tryPin(pin)).answer).toBe('wait');
    expect((await readKept()).wrong).toBe(5);
    clock.sinceLoadMs = 60_000;
    expect((await again.lock.tryPin(pin)).answer).toBe('open');
  });

  it('are not shortened by a clock that is set forward or back', async () => {
    const { store } = await loadLocked();
    await tryWrong(store, 5);
    for (const wall of ['23:59:59.000', '00:00:00.000']) {
      clock.wall = wall;
      expect((await store.lock.tryPin(pin)).waitMs).toBe(60_000);
    }
  });

  it('count in every window: a second one is not one more try', async () => {
    const { store } = await loadLocked();
    await tryWrong(store, 4);
    const other = await load();
    clock.sinceLoadMs += 30_000;
    expect((await store.lock.tryPin('0000')).answer).toBe('wrong');
    expect((await other.lock.tryPin(pin)).answer).toBe('wait');
    clock.sinceLoadMs += 60_000;
    expect((await other.lock.tryPin(pin)).answer).toBe('open');
  });

  it('are counted before they are looked at: closing the page in between wins nothing', async () => {
    await loadLocked();
    const { importKey } = crypto.subtle;
    const endless = { importKey: importKey.bind(crypto.subtle), deriveBits: () => new Promise(() => {}) } as unknown as SubtleCrypto;
    const { lock } = await reload({ subtle: endless });
    void lock.tryPin('0000');
    await expect.poll(async () => (await readKept()).wrong).toBe(1);
  });

  it('that come all at once wait for each other', async () => {
    const { store } = await loadLocked();
    const answers = await Promise.all(Array.from({ length: 8 }, () => store.lock.tryPin('0000')));
    expect(answers.map((one) => one.answer)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wait', 'wait', 'wait', 'wait']);
  });

  it('that no PIN could be are not counted', async () => {
    const { store } = await loadLocked();
    for (const words of ['1', '<script>', '‮1234', '9'.repeat(10_000)]) expect((await store.lock.tryPin(words)).answer).toBe('wrong');
    expect((await readKept()).wrong).toBe(0);
  });
});

describe('the recovery code', () => {
  it('opens at once, whatever wrong PINs came before; the children and the count stay and go as they should', async () => {
    const { store, code } = await loadLocked();
    const child = '00000000-0000-4000-8000-000000000001';
    await store.editChild(child, { name: 'Mia', picture: 'whale' });
    await tryWrong(store, 9);
    expect((await store.lock.tryCode(code.replaceAll('-', ' ').toLowerCase())).answer).toBe('open');
    await store.lock.set('2580', store.lock.createCode());
    expect((await store.readChild(child))?.name).toBe('Mia');
    store.lock.close();
    expect((await store.lock.tryCode(code)).answer).toBe('wrong');
    expect((await store.lock.tryPin('2580')).answer).toBe('open');
  });

  it('that is wrong opens nothing and costs no wait', async () => {
    const { store, code } = await loadLocked();
    const other = code.endsWith('Z') ? `${code.slice(0, -1)}Y` : `${code.slice(0, -1)}Z`;
    for (const wrong of [other, '', 'x'.repeat(10_000), code.slice(0, -1)]) {
      expect(await store.lock.tryCode(wrong)).toEqual({ answer: 'wrong', waitMs: 0 });
    }
    expect((await store.lock.read()).standing).toBe('closed');
  });

  it('has 16 letters that are not taken for each other, and is read as somebody writes it', () => {
    const code = createRecoveryCode((bytes) => bytes.map((_, i) => i * 37));
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(toPlainCode('o1il-2345 6789–abcd')).toBe('011123456789ABCD');
    expect(toPlainCode('U123-4567-89AB-CDEF')).toBeNull();
    expect(new Set(Array.from({ length: 50 }, () => createRecoveryCode(randomBytes))).size).toBe(50);
  });
});

describe('what the database holds', () => {
  it('neither PIN nor code in plain, nor a quick hash of them', async () => {
    const { code } = await loadLocked();
    const raw = JSON.stringify(await withRaw(indexedDB, name, (db) => answer(db.transaction('meta').objectStore('meta').getAll())));
    const plain = code.replaceAll('-', '');
    for (const secret of [pin, code, plain, code.toLowerCase()]) {
      const quick = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)));
      const hex = [...quick].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      for (const trace of [btoa(secret), btoa(String.fromCharCode(...quick)), hex]) expect(raw).not.toContain(trace);
      expect(raw).not.toContain(`"${secret}"`);
    }
    expect(raw).not.toContain(plain);
  });

  it('a slow hash with a salt of its own: the same PIN looks different on every tablet', async () => {
    await loadLocked();
    const first = await readKept();
    expect(first.pin).toMatchObject({ kdf: 'PBKDF2-SHA-256' });
    expect(Math.min(first.pin.rounds, first.code.rounds)).toBeGreaterThanOrEqual(600_000);
    indexedDB = new IDBFactory();
    await loadLocked();
    const second = await readKept();
    expect(second.pin.salt).not.toBe(first.pin.salt);
    expect(second.pin.proof).not.toBe(first.pin.proof);
    expect(first.pin.salt).not.toBe(first.code.salt);
  });

  it('no event of it: the proof of a PIN travels with no history', async () => {
    await loadLocked();
    const events = await withRaw(indexedDB, name, (db) => answer(db.transaction('events').objectStore('events').getAll()));
    expect(events).toEqual([]);
  });

  it('is hashed with more rounds once these are raised and the PIN is said again', async () => {
    await loadLocked();
    const { lock } = await reload({ rounds: 700_000 });
    await lock.tryPin(pin);
    expect((await readKept()).pin.rounds).toBe(700_000);
    lock.close();
    expect((await lock.tryPin(pin)).answer).toBe('open');
  });

  it.each([
    ['no record', 7],
    ['a format from the future', { format: 2 }],
    ['fewer rounds', { rounds: 1 }],
    ['an endless number of rounds', { rounds: 1e12 }],
    ['half a proof', { proof: 'ab' }],
  ] as const)('opens to nobody when it is damaged, and is left untouched: %s', async (_what, harm) => {
    await loadLocked();
    const good = await readKept();
    const bad = typeof harm === 'number' ? harm : 'format' in harm ? { ...good, ...harm } : { ...good, pin: { ...good.pin, ...harm } };
    await withRaw(indexedDB, name, (db) => answer(db.transaction('meta', 'readwrite').objectStore('meta').put(bad, 'lock')));
    const { lock } = await reload();
    expect((await lock.read()).standing).toBe('damaged');
    expect((await lock.tryPin(pin)).answer).toBe('unreadable');
    await expect(lock.set('1234', lock.createCode())).rejects.toThrow('closed');
    expect(await readKept()).toEqual(bad);
    expect(checkLock(bad).ok).toBe(false);
  });
});

it('two proofs are the same only where every byte is', () => {
  expect(areSame(Uint8Array.of(1, 2, 3), Uint8Array.of(1, 2, 3))).toBe(true);
  for (const other of [[1, 2, 4], [0, 2, 3], [1, 2], [1, 2, 3, 0], []]) expect(areSame(Uint8Array.of(1, 2, 3), Uint8Array.from(other))).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { toWaitMs } from '../../src/store/lock/wait';
import { clock, load, loadLocked, pin, readKept, reload, tryWrong, useTablet } from './lock-tablet';

useTablet();

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
    clock.sinceLoadMs += 600_000;
    clock.wall = '08:00:00.000';
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
  });

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

import { describe, expect, it } from 'vitest';
import { clock, load, loadLocked, pin, plantLock, readKept, reload, useTablet } from '../lock-tablet';

useTablet();

/** The private half as somebody would have to steal it; null: there is none in this page. */
async function readPrivate(lock: Awaited<ReturnType<typeof load>>['lock']): Promise<string | null> {
  const key = lock.readPrivateKey();
  return key ? JSON.stringify(await crypto.subtle.exportKey('jwk', key)) : null;
}

describe('the key of the records', () => {
  it('is there as soon as a PIN is set, and none is there without one', async () => {
    const { lock } = await load();
    expect([lock.publicKey, lock.readPrivateKey()]).toEqual([null, null]);
    await lock.set(pin, lock.createCode());
    expect(lock.publicKey).toMatch(/^04[0-9a-f]{128}$/);
    expect(await readPrivate(lock)).not.toBeNull();
    await lock.remove();
    expect([lock.publicKey, lock.readPrivateKey()]).toEqual([null, null]);
  });

  it('opens by the PIN and by the recovery code, and is the same', async () => {
    const { store, code } = await loadLocked();
    expect(await readPrivate(store.lock)).toBeNull();
    expect(store.lock.publicKey).not.toBeNull();
    await store.lock.tryPin(pin);
    const byPin = await readPrivate(store.lock);
    store.lock.close();
    expect(await readPrivate(store.lock)).toBeNull();
    await store.lock.tryCode(code);
    expect(await readPrivate(store.lock)).toBe(byPin);
    expect(byPin).not.toBeNull();
  });

  it('opens by nothing else: a wrong PIN, a wrong code, ten minutes without anybody, a reload', async () => {
    const { store } = await loadLocked();
    await store.lock.tryPin('0000');
    await store.lock.tryCode('0000-0000-0000-0000');
    expect(await readPrivate(store.lock)).toBeNull();
    await store.lock.tryPin(pin);
    clock.sinceLoadMs += 600_001;
    expect(await readPrivate(store.lock)).toBeNull();
    const { lock } = await reload();
    expect(lock.publicKey).toBe(store.lock.publicKey);
    expect(await readPrivate(lock)).toBeNull();
  });

  it('stays when the PIN changes or is hashed with more rounds: what was sealed before still opens', async () => {
    const { store } = await loadLocked();
    await store.lock.tryPin(pin);
    const before = await readPrivate(store.lock);
    const code = store.lock.createCode();
    await store.lock.set('2580', code);
    const { lock } = await reload({ rounds: 700_000 });
    expect((await lock.tryPin(pin)).answer).toBe('wrong');
    await lock.tryPin('2580');
    expect(await readPrivate(lock)).toBe(before);
    expect((await readKept()).pin.rounds).toBe(700_000);
    lock.close();
    await lock.tryPin('2580');
    expect(await readPrivate(lock)).toBe(before);
    lock.close();
    await lock.tryCode(code);
    expect(await readPrivate(lock)).toBe(before);
  });

  it('is not in a lock from before records were sealed, until PIN and code are set anew', async () => {
    await loadLocked();
    const { records: _none, ...kept } = await readKept();
    await plantLock({ ...kept, format: 1 });
    const { lock } = await reload();
    expect((await lock.read()).standing).toBe('closed');
    expect((await lock.tryPin(pin)).answer).toBe('open');
    expect([lock.publicKey, lock.readPrivateKey()]).toEqual([null, null]);
    await lock.set(pin, lock.createCode());
    expect(lock.publicKey).not.toBeNull();
    expect(await readPrivate(lock)).not.toBeNull();
  });
});

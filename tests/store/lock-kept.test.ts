import { describe, expect, it } from 'vitest';
import { checkLock } from '../../src/store/formats/lock';
import { areSame } from '../../src/store/lock/derive';
import { createRecoveryCode, toPlainCode } from '../../src/store/lock/recovery-code';
import { load, loadLocked, pin, plantLock, randomBytes, readAll, readKept, reload, renewTablet, tryWrong, useTablet } from './lock-tablet';

useTablet();

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
    const raw = JSON.stringify(await readAll('meta'));
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
    const real = await load({ subtle: crypto.subtle });
    await real.lock.set(pin, real.lock.createCode());
    real.lock.close();
    expect((await real.lock.tryPin('0000')).answer).toBe('wrong');
    expect((await real.lock.tryPin(pin)).answer).toBe('open');
    const first = await readKept();
    expect(first.pin).toMatchObject({ kdf: 'PBKDF2-SHA-256' });
    expect(Math.min(first.pin.rounds, first.code.rounds)).toBeGreaterThanOrEqual(600_000);
    renewTablet();
    await loadLocked();
    const second = await readKept();
    expect(second.pin.salt).not.toBe(first.pin.salt);
    expect(second.pin.proof).not.toBe(first.pin.proof);
    expect(first.pin.salt).not.toBe(first.code.salt);
  }, 30_000);

  it('no event of it: the proof of a PIN travels with no history', async () => {
    await loadLocked();
    const events = await readAll('events');
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
    ['a format from the future', { format: 3 }],
    ['fewer rounds', { rounds: 1 }],
    ['an endless number of rounds', { rounds: 1e12 }],
    ['half a proof', { proof: 'ab' }],
  ] as const)('opens to nobody when it is damaged, and is left untouched: %s', async (_what, harm) => {
    await loadLocked();
    const good = await readKept();
    const bad = typeof harm === 'number' ? harm : 'format' in harm ? { ...good, ...harm } : { ...good, pin: { ...good.pin, ...harm } };
    await plantLock(bad);
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

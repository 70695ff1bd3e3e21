import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Store } from '../../src/store/types';
import { type LockedTablet, openTablet, pin } from './lock-app';
import { type ShownApp, showApp } from './screen-app';
import { newId } from './therapist-app';

let name = '';
let tablet: LockedTablet;
let store: Store;
let shown: ShownApp | null = null;
const child = newId();

beforeEach(async () => {
  name = newId();
  tablet = await openTablet(name);
  store = tablet.store;
  await store.editChild(child, { name: 'Mia', picture: 'whale' });
});

afterEach(() => {
  shown?.leave();
  shown = null;
  store.close();
});

async function lock(): Promise<string> {
  const code = store.lock.createCode();
  await store.lock.set(pin, code);
  store.lock.close();
  return code;
}

async function reload(hash: string): Promise<void> {
  shown?.leave();
  store.close();
  tablet = await openTablet(name);
  store = tablet.store;
  shown = showApp({ store }, hash);
}

const lockTitle = () => page.getByRole('heading', { level: 1, name: "The therapist's side is locked" });
const roster = () => page.getByRole('heading', { name: 'Children', exact: true });
const press = (label: string) => page.getByRole('button', { name: label, exact: true }).click();
async function pressPin(digits: string): Promise<void> {
  for (const digit of digits) await press(digit);
  await press('Done');
}
const typePin = (digits: string) => userEvent.keyboard(`${digits}{Enter}`);
const findViolations = async () => {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

describe('a tablet without a PIN', () => {
  it('opens the therapist as before, and asks kindly for one once there is a child', async () => {
    shown = showApp({ store }, '#/therapist');
    await expect.element(page.getByText('Set a PIN for this side?')).toBeVisible();
    expect(await findViolations()).toEqual([]);
    await press('Not now');
    await expect.element(page.getByText('Set a PIN for this side?')).not.toBeInTheDocument();
    await reload('#/therapist');
    await expect.element(page.getByRole('heading', { name: 'Lock', exact: true })).toBeVisible();
    expect(page.getByText('Set a PIN for this side?').query()).toBeNull();
  });

  it('is not asked before there is a child to protect', async () => {
    store.close();
    store = (await openTablet(newId())).store;
    shown = showApp({ store }, '#/therapist');
    await expect.element(page.getByText('No PIN is set: everybody can open this side.')).toBeVisible();
    expect(page.getByText('Set a PIN for this side?').query()).toBeNull();
  });

  it('gets one: chosen twice, in force once the recovery code is on paper', async () => {
    shown = showApp({ store }, '#/therapist');
    await page.getByRole('button', { name: 'Set a PIN' }).first().click();
    await pressPin('1234');
    await expect.element(page.getByText('This PIN is easy to guess.', { exact: false })).toBeVisible();
    await press('Choose another one');
    await pressPin('4711');
    await pressPin('4712');
    await expect.element(page.getByText('The two were not the same. Choose again.')).toBeVisible();
    await pressPin(pin);
    await pressPin(pin);
    await expect.element(page.getByText('Write this code down')).toBeVisible();
    expect(await findViolations()).toEqual([]);
    const groups = [...document.querySelectorAll('.code span')].map((group) => group.textContent ?? '');
    expect(groups.map((group) => group.length)).toEqual([4, 4, 4, 4]);
    const ready = page.getByRole('dialog').getByRole('button', { name: 'Set the PIN' });
    await expect.element(ready).toBeDisabled();
    expect(store.lock.isSet).toBe(false);
    await page.getByLabelText('Type the last four letters or digits from your paper').fill((groups[3] ?? '').toLowerCase());
    await ready.click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await press('Lock this side');
    await expect.element(page.getByRole('link', { name: 'Therapist' })).toBeVisible();
    await page.getByRole('link', { name: 'Therapist' }).click();
    await expect.element(lockTitle()).toBeVisible();
    expect((await store.lock.tryCode(groups.join(' '))).answer).toBe('open');
  });
});

describe('a forgotten PIN', () => {
  it('is restored by the recovery code: a new PIN, and everything is still there', { timeout: 60_000 }, async () => {
    const code = await lock();
    shown = showApp({ store }, '#/therapist');
    let taps = 0;
    const tap = async (label: string) => {
      await press(label);
      taps += 1;
    };
    await tap('Forgot the PIN?');
    await page.getByLabelText('Recovery code').fill('AAAA-BBBB-CCCC-DDDD');
    await press('Open');
    await expect.element(page.getByText('That is not the code of this tablet.', { exact: false })).toBeVisible();
    await page.getByLabelText('Recovery code').fill(code.toLowerCase());
    expect(await findViolations()).toEqual([]);
    await tap('Open');
    await expect.element(page.getByText('Choose a PIN of 4 to 8 digits')).toBeVisible();
    for (let i = 0; i < 2; i++) await pressPin('2580');
    const last = [...document.querySelectorAll('.code span')].at(-1)?.textContent ?? '';
    await page.getByLabelText('Type the last four letters or digits from your paper').fill(last);
    await tap('Set the PIN');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(page.getByText('Mia', { exact: true }).first()).toBeVisible();
    expect(taps).toBeLessThanOrEqual(3);
    store.lock.close();
    await expect.element(lockTitle()).toBeVisible();
    await typePin('2580');
    await expect.element(page.getByText('Mia', { exact: true }).first()).toBeVisible();
    expect((await store.lock.tryCode(code)).answer).toBe('wrong');
  });

  it('without the code: says plainly what is left, and offers no way round', async () => {
    await lock();
    shown = showApp({ store }, '#/therapist');
    await press('Forgot the PIN?');
    await page.getByText('Neither PIN nor code?').click();
    await expect.element(page.getByText('There is no other way in, for anybody.', { exact: false })).toBeVisible();
    await expect.element(page.getByText('It cannot be undone.', { exact: false })).toBeVisible();
    await press('Back to the PIN');
    await expect.element(page.getByText('Type the PIN to go on')).toBeVisible();
  });
});

describe('the PIN that is set', () => {
  it('is asked for before it is changed or taken away', async () => {
    await lock();
    shown = showApp({ store }, '#/therapist');
    await expect.element(lockTitle()).toBeVisible();
    await typePin(pin);
    await press('Change the PIN');
    await expect.element(page.getByText('Type the PIN that is set now')).toBeVisible();
    await typePin('9999');
    await expect.element(page.getByText('That was not the PIN. Try again.')).toBeVisible();
    await press('Close');
    await press('Take the PIN away');
    await expect.element(page.getByText('Type the PIN that is set now')).toBeVisible();
    await typePin(pin);
    await expect.element(page.getByText('No PIN is set: everybody can open this side.')).toBeVisible();
    await reload('#/therapist');
    await expect.element(roster()).toBeVisible();
  });

  it('that cannot be read keeps this side closed and says so', async () => {
    await lock();
    const found = await store.lock.read();
    expect(found.standing).toBe('closed');
    const broken: Store = { ...store, lock: { ...store.lock, isSet: true, read: async () => ({ standing: 'damaged', waitMs: 0 }) } };
    shown = showApp({ store: broken }, '#/therapist');
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(page.getByRole('button', { name: '1', exact: true }).query()).toBeNull();
  });

  it('speaks Chinese', async () => {
    await lock();
    shown = showApp({ store }, '#/therapist', ['zh-CN']);
    await expect.element(page.getByRole('heading', { level: 1, name: '治疗师页面已锁定' })).toBeVisible();
    await userEvent.keyboard('00000{Enter}');
    await expect.element(page.getByText('密码不对，请再试一次。')).toBeVisible();
  });
});

it.each([320, 768, 1280])('nothing of the lock scrolls sideways at %i px', async (width) => {
  await lock();
  await page.viewport(width, 900);
  shown = showApp({ store }, '#/therapist');
  await expect.element(lockTitle()).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await press('Forgot the PIN?');
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await page.viewport(1280, 800);
});

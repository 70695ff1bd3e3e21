import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Store } from '../../src/store/types';
import { toRecords } from '../store/history';
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

describe('the PIN that is taken away', () => {
  it('says what goes on while years of records are opened, then that it is gone', async () => {
    await lock();
    let opened = () => {};
    const opening = new Promise<void>((resolve) => {
      opened = resolve;
    });
    const { remove } = store.lock;
    vi.spyOn(store.lock, 'remove').mockImplementation(() => opening.then(remove));
    shown = showApp({ store }, '#/therapist');
    await expect.element(lockTitle()).toBeVisible();
    await typePin(pin);
    await press('Take the PIN away');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await pressPin(pin);
    await expect.element(page.getByText('Opening the records.')).toBeVisible();
    expect(document.querySelector('.keypad-key')).toBeNull();
    expect(await findViolations()).toEqual([]);
    opened();
    await expect.element(page.getByText('No PIN is set')).toBeVisible();
    expect(document.querySelector('[role="dialog"]')).toBeNull();
  });
});

describe("the children's side", () => {
  it.each(['#/therapist', '#/therapist/', `#/therapist/${child}`, `#/therapist/${newId()}`, '#/therapist/%F0%9F%90%B3', '#therapist'])(
    'does not lead to the therapist by an address that is typed: %s',
    async (hash) => {
      await lock();
      shown = showApp({ store }, hash);
      await expect.element(lockTitle()).toBeVisible();
      expect(document.body.textContent).not.toContain('Mia');
      expect(document.querySelector('.tabs')).toBeNull();
      location.hash = '#/';
      await expect.element(page.getByRole('link', { name: 'Therapist' })).toBeVisible();
      location.hash = hash;
      await expect.element(lockTitle()).toBeVisible();
    },
  );

  it('does not lead there by the back button or a reload once a child plays', async () => {
    await lock();
    shown = showApp({ store }, `#/therapist/${child}`);
    await expect.element(lockTitle()).toBeVisible();
    await typePin(pin);
    await expect.element(page.getByRole('tab').first()).toBeVisible();
    location.hash = `#/play/${child}`;
    await expect.element(page.getByText('There is no game in the plan yet')).toBeVisible();
    history.back();
    await expect.element(lockTitle()).toBeVisible();
    await typePin(pin);
    await expect.element(page.getByRole('tab').first()).toBeVisible();
    await reload(`#/therapist/${child}`);
    await expect.element(lockTitle()).toBeVisible();
  });

  it('shows pictures without names, whatever was chosen before the PIN, and lets no child be added', async () => {
    await store.editDevice({ showNames: true });
    await lock();
    shown = showApp({ store }, '#/');
    await expect.element(page.getByRole('link', { name: 'Play: Whale' })).toBeVisible();
    expect(document.documentElement.outerHTML).not.toContain('Mia');
    expect(page.getByRole('button', { name: 'Add a child' }).query()).toBeNull();
    for (const hash of [`#/play/${child}`, `#/family/${child}`]) {
      await reload(hash);
      await expect.element(page.getByRole('heading', { level: 1 }).or(page.getByText('There is no game in the plan yet'))).toBeVisible();
      expect(document.documentElement.outerHTML).not.toContain('Mia');
    }
    await reload('#/therapist');
    await expect.element(lockTitle()).toBeVisible();
    await typePin(pin);
    await expect.element(page.getByText('Outside this side only pictures show.')).toBeVisible();
    expect(page.getByRole('switch', { name: "Names beside the children's pictures" }).query()).toBeNull();
    await press('Lock this side');
    await expect.element(page.getByRole('link', { name: 'Play: Whale' })).toBeVisible();
    await reload('#/therapist');
    await expect.element(lockTitle()).toBeVisible();
    await typePin(pin);
    await expect.element(page.getByText('Mia').first()).toBeVisible();
  });

  it('leaves the family page open: the path is there, how play went is said to be behind the PIN, and opens with it', async () => {
    const sets = [{ set: newId(), level: '01-calm', outcomes: ['success', 'assisted', 'miss'] as const }];
    for (const record of toRecords({ session: newId(), child, sets, ended: 'finished' })) await store.save(record);
    shown = showApp({ store }, `#/family/${child}`);
    await expect.element(page.getByRole('list', { name: '1 pebble on the path' })).toBeVisible();
    expect(page.getByText('How play went is behind the PIN.').query()).toBeNull();
    await lock();
    await reload(`#/family/${child}`);
    await expect.element(page.getByRole('list', { name: '1 pebble on the path' })).toBeVisible();
    await expect.element(page.getByText('How play went is behind the PIN.')).toBeVisible();
    expect(lockTitle().query()).toBeNull();
    expect(await findViolations()).toEqual([]);
    await page.getByRole('link', { name: 'Open with the PIN' }).click();
    await expect.element(lockTitle()).toBeVisible();
    await typePin(pin);
    await expect.element(page.getByRole('heading', { level: 1, name: 'Mia' })).toBeVisible();
  });
});

describe('the keypad', () => {
  it('opens by touch; keys are 15 mm and more and stand apart', async () => {
    await lock();
    shown = showApp({ store }, '#/therapist');
    await expect.element(lockTitle()).toBeVisible();
    const mm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));
    const keys = [...document.querySelectorAll('.keypad-key')].map((key) => key.getBoundingClientRect());
    expect(keys).toHaveLength(12);
    for (const key of keys) expect(Math.min(key.width, key.height)).toBeGreaterThanOrEqual(15 * mm);
    expect((keys[1]?.left ?? 0) - (keys[0]?.right ?? 0)).toBeGreaterThanOrEqual(12);
    expect(await findViolations()).toEqual([]);
    await pressPin(pin);
    await expect.element(roster()).toBeVisible();
  });

  it('opens by keyboard, takes digits back, and never shows them', async () => {
    await lock();
    shown = showApp({ store }, '#/therapist');
    await expect.element(lockTitle()).toBeVisible();
    await userEvent.keyboard('479');
    await expect.element(page.getByText('3 digits typed')).toBeInTheDocument();
    expect(document.querySelector('.keypad-dots')?.textContent).not.toMatch(/4|7|9/);
    await userEvent.keyboard('{Backspace}11{Enter}');
    await expect.element(roster()).toBeVisible();
  });

  it('after wrong PINs says calmly how long to wait, also after a reload, and then goes on', async () => {
    await lock();
    shown = showApp({ store }, '#/therapist');
    await expect.element(lockTitle()).toBeVisible();
    for (let i = 0; i < 3; i++) {
      await typePin('0000');
      await expect.element(page.getByText('That was not the PIN. Try again.')).toBeVisible();
    }
    await typePin('0000');
    await expect.element(page.getByText('That was not the PIN. The next try can begin in')).toBeVisible();
    await expect.element(page.getByText('30 sec')).toBeVisible();
    expect(await findViolations()).toEqual([]);
    await typePin(pin);
    await expect.element(lockTitle()).toBeVisible();
    await reload('#/therapist');
    await expect.element(page.getByText('After several wrong PINs there is a wait.', { exact: false })).toBeVisible();
    tablet.pass(30_000);
    await expect.element(page.getByText('After several wrong PINs there is a wait.', { exact: false })).not.toBeInTheDocument();
    await typePin(pin);
    await expect.element(roster()).toBeVisible();
  });

  it('locks again after ten minutes without input, and stays open while somebody works', async () => {
    await lock();
    shown = showApp({ store }, '#/therapist');
    await expect.element(lockTitle()).toBeVisible();
    await typePin(pin);
    await expect.element(roster()).toBeVisible();
    tablet.pass(599_000);
    await userEvent.keyboard('x');
    tablet.pass(599_000);
    expect(store.lock.isOpen()).toBe(true);
    tablet.pass(1000);
    await expect.element(lockTitle(), { timeout: 8000 }).toBeVisible();
  });
});

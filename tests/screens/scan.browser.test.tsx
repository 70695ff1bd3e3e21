import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createDefaultItem } from '../../src/plan/default-item';
import type { Store } from '../../src/store/types';
import { passReady, type ShownApp, showApp } from './screen-app';
import { findLevel, newId, openTestStore } from './therapist-app';
import '../../src/screens/child/play.css';

let store: Store;
let shown: ShownApp | null = null;

beforeEach(async () => {
  ({ store } = await openTestStore(newId()));
});

afterEach(() => {
  shown?.leave();
  store.close();
});

const focused = () => document.activeElement?.textContent?.trim() || document.activeElement?.getAttribute('aria-label') || '';
const press = (code: string, target: EventTarget = document.activeElement ?? document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true }));

/** A child at its start card who plays by switch. */
async function sit(scan: string, source = 'gamepad'): Promise<void> {
  const child = newId();
  const item = newId();
  await store.editChild(child, { picture: 'whale', 'switches.scan': scan, 'switches.scanMs': 1000, 'switches.repeatMs': 0 });
  await store.editPlan(child, { ...createDefaultItem(findLevel(3), item, 0), [`items.${item}.source`]: source });
  shown = showApp({ store }, `#/play/${child}`);
  await expect.element(page.getByRole('button', { name: 'Start Fireflies' })).toBeVisible();
}

describe("a child's screen by switch", () => {
  it('one switch: the choice moves by itself and a press chooses', async () => {
    await sit('one');
    const seen = new Set<string>();
    await expect
      .poll(
        () => {
          if (document.activeElement !== document.body) seen.add(focused());
          return seen.size;
        },
        { timeout: 6000 },
      )
      .toBe(2);
    expect([...seen].sort()).toEqual(['My bay', 'Start Fireflies']);
    await expect.poll(focused, { timeout: 4000 }).toBe('Start Fireflies');
    press('Space');
    expect(await passReady()).toBeGreaterThan(0);
    await expect.poll(() => shown?.plays.length).toBe(1);
    // In the pause and at the end it goes on.
    shown?.plays[0]?.show({ phase: 'paused', pausedFor: 'asked' });
    await expect.element(page.getByRole('button', { name: 'Go on' })).toHaveFocus();
    await expect.poll(focused, { timeout: 4000 }).toBe('Stop');
    press('Space');
    await expect.poll(() => shown?.plays[0]?.calls.includes('end stopped')).toBe(true);
    await expect.poll(focused, { timeout: 4000 }).toMatch(/Home|Play again/);
  });

  it('two switches: the first moves on, the second chooses', async () => {
    await sit('two');
    await expect.poll(() => document.activeElement !== document.body).toBe(true);
    const first = focused();
    press('Space');
    const second = focused();
    expect([first, second].sort()).toEqual(['My bay', 'Start Fireflies']);
    press('Space');
    expect(focused()).toBe(first);
    while (focused() !== 'My bay') press('Space');
    press('Enter');
    await expect.poll(focused).toBe('Back');
    press('Enter');
    await expect.element(page.getByRole('button', { name: 'Start Fireflies' })).toBeVisible();
  });

  it('a second press right after the first is tremor', async () => {
    await sit('two');
    await store.editChild((await store.readChildren())[0]?.id ?? '', { 'switches.repeatMs': 2000 });
    shown?.leave();
    shown = showApp({ store }, location.hash);
    await expect.element(page.getByRole('button', { name: 'Start Fireflies' })).toBeVisible();
    await expect.poll(() => document.activeElement !== document.body).toBe(true);
    const first = focused();
    press('Space');
    const second = focused();
    press('Space');
    expect(focused()).toBe(second);
    expect(second).not.toBe(first);
  });

  it('arrow keys move the choice; who plays by touch is left alone', async () => {
    await sit('direct');
    await expect.poll(() => document.activeElement !== document.body).toBe(true);
    const first = focused();
    press('ArrowRight');
    expect(focused()).not.toBe(first);
    shown?.leave();
    await sit('one', 'touch');
    const before = focused();
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(focused()).toBe(before);
  });
});

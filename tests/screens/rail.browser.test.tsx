import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createDefaultItem } from '../../src/plan/default-item';
import type { Store } from '../../src/store/types';
import { passReady, type ShownApp, showApp } from './screen-app';
import { findLevel, newId, openTestStore } from './therapist-app';
import '../../src/screens/child/play.css';

let store: Store;
let shown: ShownApp | null = null;
let child = '';

beforeEach(async () => {
  ({ store } = await openTestStore(newId()));
  child = newId();
  await store.editChild(child, { picture: 'whale' });
  await store.editPlan(child, { ...createDefaultItem(findLevel(3), newId(), 0) });
  shown = showApp({ store }, `#/play/${child}`);
  await button('Start Fireflies').click();
  await passReady();
  await expect.element(button('Pause')).toBeVisible();
});

afterEach(async () => {
  shown?.leave();
  store.close();
  await page.viewport(1280, 800);
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const calls = () => shown?.plays.at(-1)?.calls ?? [];
const opener = () => button('Change play: hold').element() as HTMLElement;
const press = (type: string) => opener().dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0 }));
const item = async () => (await store.readPlan(child)).items[0];

/** An adult's thumb that stays. */
async function openRail(): Promise<void> {
  press('pointerdown');
  await expect.element(page.getByRole('complementary', { name: 'Change play' })).toBeVisible();
}

describe('the thumb rail in play', () => {
  it("opens for a thumb that stays, not for a child's tap", async () => {
    press('pointerdown');
    press('pointerup');
    opener().dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(page.getByRole('complementary').elements()).toHaveLength(0);
    await openRail();
  });

  it('changes the level in one tap without leaving the game, and the plan keeps it', async () => {
    await openRail();
    await button('Harder level').click();
    expect(calls().at(-1)).toContain(`change ${findLevel(4).id}`);
    await expect.element(page.getByText(/^From the next try: 4\./)).toBeVisible();
    await expect.poll(async () => (await item())?.level).toBe(findLevel(4).id);
    await button('Easier level').click();
    await button('Easier level').click();
    await expect.poll(async () => (await item())?.level).toBe(findLevel(2).id);
    expect(calls().filter((call) => call.startsWith('change'))).toHaveLength(3);
  });

  it('changes speed and side, gives help, rests, and stops', async () => {
    await openRail();
    await button('Slower').click();
    await expect.poll(async () => Number((await item())?.params.windowMs)).toBeGreaterThan(Number(findLevel(3).params.windowMs));
    await button('Side: either side. Next').click();
    await expect.poll(async () => (await item())?.side).toBe('left');
    await button('Help: No help. Next').click();
    expect(calls()).toContain('help 1');
    await button('Rest now').click();
    expect(calls()).toContain('pause');
    await button('Go on').click();
    await page.getByRole('complementary').getByRole('button', { name: 'Stop', exact: true }).click();
    expect(calls()).toContain('end stopped');
  });

  it('keeps a note of the session', async () => {
    await openRail();
    await button('Note').click();
    await page.getByRole('textbox', { name: 'What you saw' }).fill('Tall in the chair. صباح الخير');
    await button('Keep it').click();
    await expect.element(page.getByText('Kept.')).toBeVisible();
    await expect.poll(async () => (await store.readSafetyLog(child)).notes.map(({ words }) => words)).toEqual(['Tall in the chair. صباح الخير']);
  });

  it.each([
    [1280, 800],
    [768, 1024],
  ])('lies whole at either edge of %i x %i with targets of 15 mm, and passes the accessibility rules', async (width, height) => {
    await page.viewport(width, height);
    await openRail();
    for (const edge of ['left', 'right']) {
      const boxes = [...document.querySelectorAll('.rail-buttons button')].map((one) => one.getBoundingClientRect());
      expect(boxes.length).toBeGreaterThan(9);
      expect(Math.min(...boxes.map((box) => Math.min(box.width, box.height)))).toBeGreaterThanOrEqual(56);
      expect(boxes.every((box) => box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height)).toBe(true);
      expect(boxes.every((box) => (edge === 'left') === box.left < width / 2)).toBe(true);
      await button('To the other edge').click();
    }
    expect((await axe.run(document.body)).violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('a level that a child may not have today', () => {
  it('is not taken up in play, and says why', async () => {
    await store.editChild(child, { 'safety.locks.adduction': true });
    shown?.leave();
    await store.editPlan(child, { [`items.${(await item())?.id}.level`]: findLevel(4).id });
    shown = showApp({ store }, `#/play/${child}`);
    await button('Start Fireflies').click();
    await passReady();
    await expect.element(button('Pause')).toBeVisible();
    await openRail();
    for (let i = 0; i < 8; i++) await button('Harder level').click();
    await expect.element(page.getByText('It crosses the middle, which the therapist has locked.')).toBeVisible();
    expect(Number((await item())?.level.slice(0, 2))).toBeLessThan(12);
  });
});

describe('the thumb rail where a PIN is set', () => {
  const asked = () => document.querySelector<HTMLElement>('.adult-press');
  const numbers: Record<string, string> = { one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9' };
  const wanted = () => [...(asked()?.querySelector('p')?.textContent?.matchAll(/\w+/g) ?? [])].flatMap(([word]) => numbers[word] ?? []);
  const press = (digit: (one: string) => boolean) =>
    [...(asked()?.querySelectorAll('button') ?? [])].find(({ textContent }) => digit(textContent ?? ''))?.click();
  const hold = () => opener().dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
  const isOpen = () => page.getByRole('complementary', { name: 'Change play' }).elements().length > 0;

  it('asks for two presses more, the numbers in words in their order; a wrong one makes the next hold wait', async () => {
    expect(await store.lock.set('4711', store.lock.createCode())).toEqual({ saved: true });
    hold();
    await expect.poll(asked).not.toBeNull();
    expect(isOpen()).toBe(false);
    const boxes = [...(asked()?.querySelectorAll('button') ?? [])].map((one) => one.getBoundingClientRect());
    expect(boxes).toHaveLength(6);
    expect(Math.min(...boxes.map((box) => Math.min(box.width, box.height)))).toBeGreaterThanOrEqual(56);
    expect((await axe.run(document.body)).violations.map(({ id }) => id)).toEqual([]);
    const [first, second] = wanted();
    press((one) => one === first);
    expect(isOpen()).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 50));
    press((one) => one === second);
    await expect.poll(isOpen).toBe(true);
    await page.getByRole('complementary').getByRole('button', { name: 'Close', exact: true }).click();
    hold();
    await expect.poll(asked).not.toBeNull();
    press((one) => one === wanted()[1]);
    await expect.poll(asked).toBeNull();
    hold();
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(asked()).toBeNull();
    expect(isOpen()).toBe(false);
  });
});

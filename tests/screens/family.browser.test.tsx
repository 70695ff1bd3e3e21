import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays } from '../../src/core/dates';
import { calmAbilities } from '../../src/session/simulate';
import type { Store } from '../../src/store/types';
import { type ShownApp, showApp } from './screen-app';
import { findLevel, newId, openTestStore, today } from './therapist-app';
import { keepSession } from './therapist-history';

let store: Store;
let clock: { on: string };
let shown: ShownApp | null = null;
const child = newId();

beforeEach(async () => {
  ({ store, clock } = await openTestStore(newId()));
  await store.editChild(child, { name: 'Mia', picture: 'whale' });
});

afterEach(() => {
  shown?.leave();
  store.close();
});

const keep = (on: string) => {
  clock.on = on;
  return keepSession(store, { child, item: newId(), level: findLevel(2), abilities: calmAbilities, sets: 1, seed: on, newId });
};
const show = (language = 'en') => {
  shown = showApp({ store }, `#/family/${child}`, [language]);
};
const goal = () => page.getByRole('spinbutton', { name: 'Our own goal for a week' });
const pebbles = () => document.querySelectorAll('.pebble').length;

describe("the family's page", () => {
  it('lays one pebble for each session that had a trial, and they are there again after a reload', async () => {
    await keep(addDays(today, -20));
    await keep(addDays(today, -9));
    await keep(today);
    const stopped = newId();
    await store.save({ kind: 'session', session: stopped, child });
    await store.save({ kind: 'session-end', session: stopped, child, reason: 'stopped', activeMs: 0 });
    for (let visit = 0; visit < 2; visit++) {
      show();
      await expect.element(page.getByRole('img', { name: '3 pebbles on the path' })).toBeVisible();
      expect(pebbles()).toBe(3);
      shown?.leave();
    }
  });

  it('says kindly what came this week, and nothing of weeks before', async () => {
    await keep(addDays(today, -7));
    const { trials } = await keep(today);
    show();
    await expect.element(page.getByText(`1 session this week. ${trials} fireflies came home.`)).toBeVisible();
  });

  it('a week without play is only a new week', async () => {
    await keep(addDays(today, -30));
    await store.editChild(child, { weeklyGoal: 5 });
    show();
    await expect.element(page.getByText('A new week begins')).toBeVisible();
    await expect.element(page.getByText('The bay is here whenever you like.')).toBeVisible();
    expect(document.body.textContent).not.toMatch(/miss|streak|last played|days? ago|0 of|0 sessions/i);
  });

  it('more sessions than the goal are simply more', async () => {
    for (const back of [3, 2, 1, 0]) await keep(addDays(today, -back));
    await store.editChild(child, { weeklyGoal: 2 });
    show();
    await expect.element(page.getByText('4 sessions: your goal is there')).toBeVisible();
    expect(document.querySelectorAll('.week-pebbles img')).toHaveLength(4);
    expect(document.querySelectorAll('.open-pebble')).toHaveLength(0);
  });

  it('the goal is set by taps, from none to 14, and can be taken away', async () => {
    show();
    await expect.element(goal()).toHaveTextContent('No goal yet');
    const more = page.getByRole('button', { name: 'Our own goal for a week: more' });
    const less = page.getByRole('button', { name: 'Our own goal for a week: less' });
    await expect.element(less).toBeDisabled();
    await more.click();
    await more.click();
    await expect.element(goal()).toHaveTextContent('2 sessions');
    await expect.poll(async () => (await store.readChild(child))?.weeklyGoal).toBe(2);
    goal().element().focus();
    await userEvent.keyboard('{End}');
    await expect.element(goal()).toHaveTextContent('14 sessions');
    await expect.element(more).toBeDisabled();
    await userEvent.keyboard('{Home}{ArrowLeft}');
    await expect.element(goal()).toHaveTextContent('No goal yet');
    await expect.poll(async () => (await store.readChild(child))?.weeklyGoal).toBe(null);
  });

  it('a goal that cannot be kept is told', async () => {
    shown = showApp({ store: { ...store, editChild: async () => ({ saved: false, problem: 'full' }) } }, `#/family/${child}`);
    await page.getByRole('button', { name: 'Our own goal for a week: more' }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('This tablet is full');
  });

  it('says so where the tablet keeps nothing, and where the child is not known', async () => {
    shown = showApp({ store: null, problem: 'blocked' }, `#/family/${child}`);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Another Pebble Bay window');
    shown.leave();
    shown = showApp({ store }, `#/family/${newId()}`);
    await expect.element(page.getByText('This child is not on this tablet')).toBeVisible();
  });

  it.each(['en', 'zh-CN'])('holds against the accessibility rules (%s)', async (language) => {
    await keep(today);
    await store.editChild(child, { weeklyGoal: 3 });
    show(language);
    await expect.poll(pebbles).toBe(1);
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast-enhanced': { enabled: true } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

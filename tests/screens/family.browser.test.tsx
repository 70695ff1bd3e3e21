import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { addDays } from '../../src/core/dates';
import { createDefaultItem } from '../../src/plan/default-item';
import { calmAbilities } from '../../src/session/simulate';
import type { SessionSummary, Store } from '../../src/store/types';
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

afterEach(async () => {
  shown?.leave();
  store.close();
  await page.viewport(1280, 800);
});

const keep = (on: string) => {
  clock.on = on;
  return keepSession(store, { child, item: newId(), level: findLevel(2), abilities: calmAbilities, sets: 1, seed: on, newId });
};
const show = (language = 'en') => {
  shown = showApp({ store }, `#/family/${child}`, [language]);
};
const openGoals = () => page.getByRole('group', { name: 'Our own goal' }).getByRole('button').first().click();
const choose = (name: string) => page.getByRole('button', { name, exact: true }).click();
/** Sessions newest first; every other one ended before its first trial. */
async function makeHistory(count: number): Promise<readonly SessionSummary[]> {
  await keep(today);
  const [one] = await store.readSessions(child, 1);
  if (!one) throw new Error('the session was not kept');
  return Array.from({ length: count }, (_, back) => {
    const on = addDays(today, -back);
    return { ...one, session: `s${back}`, on, at: `${on}T10:00:00.000Z`, trials: back % 2 === 0 ? 6 : 0 };
  });
}
async function expectNoGame(): Promise<void> {
  show();
  await expect.element(page.getByText('No game in the plan yet. Your therapist can add one.')).toBeVisible();
  shown?.leave();
}
/** Pebbles drawn on the beach: two ovals each, the stone and its shade; an oval is one move of the pen. */
const countOlder = () =>
  [...document.querySelectorAll('.older-pebbles path')].reduce((sum, path) => sum + (path.getAttribute('d')?.match(/M/g)?.length ?? 0), 0) / 2;
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
      await expect.element(page.getByRole('list', { name: '3 pebbles on the path' })).toBeVisible();
      expect(pebbles()).toBe(3);
      shown?.leave();
    }
  });

  it('names each pebble by its day, oldest first', async () => {
    await keep('2025-12-31');
    await keep('2026-01-01');
    show();
    await expect.poll(pebbles).toBe(2);
    const names = [...document.querySelectorAll<HTMLImageElement>('.pebble img')].map((image) => image.alt);
    expect(names[0]).toMatch(/^Wednesday.*31.*2025$/);
    expect(names[1]).toMatch(/^Thursday.*1.*2026$/);
  });

  it('shows the newest 40 of a long history and counts them all, past sessions that laid no pebble', async () => {
    const summaries = await makeHistory(100);
    const long: Store = {
      ...store,
      readTotals: async () => ({ sessions: 50, trials: 300, activeMs: 84 * 60_000, firstOn: '2025-12-01', games: {} }),
      readSessions: async (_child, limit, before = '~') => summaries.filter(({ at }) => at < before).slice(0, limit),
    };
    shown = showApp({ store: long }, `#/family/${child}`);
    await expect.element(page.getByRole('list', { name: '50 pebbles: the newest 40 on the path, all the others on the beach below' })).toBeVisible();
    expect(pebbles()).toBe(40);
    expect(countOlder()).toBe(10);
    await expect.element(page.getByText('1 hour 24 minutes')).toBeVisible();
  });

  it('before the first session the companion waits, and nothing is counted', async () => {
    show();
    await expect.element(page.getByText('The first time at play lays the first pebble.')).toBeVisible();
    await expect.element(page.getByText('This week is wide open')).toBeVisible();
    expect(pebbles()).toBe(0);
    expect(document.querySelectorAll('.path-companion img')).toHaveLength(1);
    expect(document.querySelector('main')?.textContent).not.toMatch(/\b0\b/);
  });

  it("tells the therapist's plan with today's own values, and how to set up", async () => {
    await expectNoGame();
    const item = newId();
    const tip = 'A towel under the elbow helps.';
    await store.editPlan(child, { ...createDefaultItem(findLevel(3), item, 0), [`items.${item}.params.trials`]: 6, [`items.${item}.tip`]: tip });
    show();
    await expect.element(page.getByText(tip)).toBeVisible();
    await expect.element(page.getByText('Tablet flat on the table, within easy reach.')).toBeVisible();
    expect(document.querySelectorAll('.set-up')).toHaveLength(1);
    await expect.element(page.getByText('2 sets of 6 targets')).toBeVisible();
    await expect.element(page.getByText(findLevel(3).name.en)).toBeVisible();
    await expect.element(page.getByText('3 sessions a week')).toBeVisible();
    await expect.element(page.getByText('No eating while playing.')).toBeVisible();
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
    await expect.element(page.getByText('This week is wide open')).toBeVisible();
    await expect.element(page.getByText('Welcome back! Every pebble is where you left it.')).toBeVisible();
    expect(document.body.textContent).not.toMatch(/miss|streak|last played|days? ago|0 of|0 sessions|\b30\b/i);
  });

  it('more sessions than the goal are simply more', async () => {
    for (const back of [3, 2, 1, 0]) await keep(addDays(today, -back));
    await store.editChild(child, { weeklyGoal: 2 });
    show();
    await expect.element(page.getByText('4 sessions: your goal, and more')).toBeVisible();
    expect(document.querySelectorAll('.week-pebbles img')).toHaveLength(4);
    expect(document.querySelectorAll('.open-pebble')).toHaveLength(0);
  });

  it('a goal is there once it is met exactly', async () => {
    for (const back of [1, 0]) await keep(addDays(today, -back));
    await store.editChild(child, { weeklyGoal: 2 });
    show();
    await expect.element(page.getByText('2 sessions: your goal is there')).toBeVisible();
    expect(document.querySelectorAll('.open-pebble')).toHaveLength(0);
    await openGoals();
    await choose('3 sessions a week');
    await expect.element(page.getByText('2 of 3 sessions')).toBeVisible();
    expect(document.querySelectorAll('.open-pebble')).toHaveLength(1);
  });

  it('a goal is two taps away, in sessions or in active minutes, and can be none', async () => {
    show();
    await expect.element(page.getByText('No goal, and that is fine.')).toBeVisible();
    await openGoals();
    await choose('2 sessions a week');
    await expect.element(page.getByText('Our own goal: 2 sessions a week')).toBeVisible();
    await expect.poll(async () => (await store.readChild(child))?.weeklyGoal).toBe(2);
    await openGoals();
    await choose('45 active minutes a week');
    await expect.poll(async () => (await store.readChild(child))?.weeklyMinutes).toBe(45);
    expect((await store.readChild(child))?.weeklyGoal).toBeNull();
    await openGoals();
    await choose('No goal');
    await expect.element(page.getByText('No goal, and that is fine.')).toBeVisible();
    await expect.poll(async () => (await store.readChild(child))?.weeklyMinutes).toBeNull();
  });

  it('a goal in minutes is told in minutes', async () => {
    await keep(today);
    await store.editChild(child, { weeklyMinutes: 45 });
    show();
    await expect.element(page.getByText('1 of 45 active minutes')).toBeVisible();
    expect(document.querySelectorAll('.open-pebble')).toHaveLength(0);
  });

  it('a goal that cannot be kept is told', async () => {
    shown = showApp({ store: { ...store, editChild: async () => ({ saved: false, problem: 'full' }) } }, `#/family/${child}`);
    await openGoals();
    await choose('3 sessions a week');
    await expect.element(page.getByRole('alert')).toHaveTextContent('This tablet is full');
  });

  it('says so where the tablet keeps nothing, and where the child is not known', async () => {
    shown = showApp({ store: null, problem: 'blocked' }, `#/family/${child}`);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Another Pebble Bay window');
    shown.leave();
    shown = showApp({ store }, `#/family/${newId()}`);
    await expect.element(page.getByText('This child is not on this tablet')).toBeVisible();
    await expect.element(page.getByRole('main').getByRole('link', { name: 'Home' })).toHaveAttribute('href', '#/');
  });

  it.each([
    ['en', 320],
    ['zh-CN', 320],
    ['en', 768],
    ['zh-CN', 1280],
  ])('fits without sideways scrolling, and everything to press is at least 44 px (%s, %i px wide)', async (language, width) => {
    await keep(today);
    await store.editPlan(child, createDefaultItem(findLevel(3), newId(), 0));
    await page.viewport(width, 800);
    show(language);
    await expect.poll(pebbles).toBe(1);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    for (const target of document.querySelectorAll('a, button, label.choice-option')) {
      const { width: wide, height: high } = target.getBoundingClientRect();
      expect(Math.min(wide, high), target.outerHTML).toBeGreaterThanOrEqual(44);
    }
  });

  it.each(['en', 'zh-CN'])('holds against the accessibility rules (%s)', async (language) => {
    await keep(today);
    await store.editChild(child, { weeklyGoal: 3 });
    await store.editPlan(child, createDefaultItem(findLevel(3), newId(), 0));
    show(language);
    await expect.poll(pebbles).toBe(1);
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast-enhanced': { enabled: true } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

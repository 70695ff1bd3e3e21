import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { addDays } from '../../src/core/dates';
import { createDefaultItem } from '../../src/plan/default-item';
import { calmAbilities } from '../../src/session/simulate';
import type { Store } from '../../src/store/types';
import { type ShownApp, showApp } from './screen-app';
import { findLevel, newId, openTestStore, today } from './therapist-app';
import { keepSession } from './therapist-history';

let store: Store;
let clock: { on: string };
let shown: ShownApp | null = null;
const child = newId();
/** Waits for a value, also where the machine is busy. */
const poll = <T,>(read: () => T) => expect.poll(read, { timeout: 10_000 });

beforeEach(async () => {
  ({ store, clock } = await openTestStore(newId()));
  await store.editChild(child, { name: 'Mia', picture: 'whale' });
});

afterEach(async () => {
  shown?.leave();
  store.close();
  await page.viewport(1280, 800);
});

const keep = (on: string, level = 2) => {
  clock.on = on;
  return keepSession(store, { child, item: newId(), level: findLevel(level), abilities: calmAbilities, sets: 1, seed: on, newId });
};
const show = (hash = `#/family/${child}`, language = 'en') => {
  shown?.leave();
  shown = showApp({ store }, hash, [language]);
};
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const plants = () => document.querySelectorAll('.plant').length;
const readPage = () => document.querySelector('main')?.textContent ?? '';

describe('not today', () => {
  it.each([
    ['Ill', 'ill'],
    ['Hospital', 'hospital'],
    ['School', 'school'],
    ['Pain', 'pain'],
    ['Needs rest', 'rest'],
  ])('%s is one tap, is kept for the therapist, and can be taken back', async (words, reason) => {
    show();
    await press(words);
    await expect.element(page.getByText(`Today is a day off: ${words}.`)).toBeVisible();
    await poll(async () => (await store.readFamilyDays(child)).notToday).toEqual({ [today]: reason });
    await press('Take it back');
    await expect.element(page.getByText('Not today?')).toBeVisible();
    await poll(async () => (await store.readFamilyDays(child)).notToday).toEqual({});
  });

  it('is two taps away from the first screen', async () => {
    show('#/');
    const links = () => document.querySelectorAll<HTMLAnchorElement>(`a[href="#/family/${child}"]`);
    await poll(() => links().length).toBe(1);
    links()[0]?.click();
    await press('School');
    await poll(async () => (await store.readFamilyDays(child)).notToday).toEqual({ [today]: 'school' });
  });

  it('is there again after a reload', async () => {
    await store.setNotToday(child, today, 'school');
    show();
    await expect.element(page.getByText('Today is a day off: School.')).toBeVisible();
  });

  it('pain names whom to call', async () => {
    show();
    await press('Pain');
    await expect.element(page.getByText('If the pain is new or strong, call your therapist or doctor.')).toBeVisible();
  });

  it('is neutral to the child: its bay is the same with and without it', async () => {
    await keep(addDays(today, -1));
    const read = async () => {
      show('#/');
      await expect.element(page.getByText('Mia').first()).toBeVisible();
      return document.querySelector('#app, body')?.textContent;
    };
    const before = await read();
    await store.setNotToday(child, today, 'pain');
    await store.setRestDay(child, addDays(today, 1), true);
    expect(await read()).toBe(before);
  });

  it('makes the goal of its week smaller, and says so', async () => {
    await keep(addDays(today, -3));
    await store.editChild(child, { weeklyGoal: 3 });
    for (const back of [2, 1]) await store.setNotToday(child, addDays(today, -back), 'ill');
    show();
    await expect.element(page.getByText('1 of 3 sessions')).toBeVisible();
    await press('Ill');
    await expect.element(page.getByText('1 of 2 sessions')).toBeVisible();
    await expect.element(page.getByText("With your days off, this week's goal is smaller: 2 sessions a week.")).toBeVisible();
  });

  it('that cannot be kept is told', async () => {
    shown = showApp({ store: { ...store, setNotToday: async () => ({ saved: false, problem: 'full' }) } }, `#/family/${child}`);
    await press('Ill');
    await expect.element(page.getByRole('alert')).toHaveTextContent('This tablet is full');
  });
});

describe('planned rest', () => {
  const sunday = () => page.getByRole('button', { name: /^Sun March 29: rest$/ });

  it('is a tap on a day from today on, this week or the next, and another tap takes it back', async () => {
    show();
    await sunday().click();
    await expect.element(sunday()).toHaveAttribute('aria-pressed', 'true');
    await poll(async () => (await store.readFamilyDays(child)).rest).toEqual(['2026-03-29']);
    await page.getByRole('radio', { name: 'Next week' }).click();
    await page.getByRole('button', { name: /^Wed April 1: rest$/ }).click();
    await poll(async () => (await store.readFamilyDays(child)).rest).toEqual(['2026-03-29', '2026-04-01']);
    await page.getByRole('radio', { name: 'This week' }).click();
    await sunday().click();
    await poll(async () => (await store.readFamilyDays(child)).rest).toEqual(['2026-04-01']);
  });

  it('is not asked of days that are over', async () => {
    show();
    await expect.element(page.getByRole('button', { name: /^Wed March 25: rest$/ })).toBeDisabled();
    await expect.element(page.getByRole('button', { name: /^Thu March 26: rest$/ })).toBeEnabled();
  });
});

describe('the garden', () => {
  it('has no bed before the first plant: nothing waits to be filled', async () => {
    await keep(addDays(today, -7));
    show();
    await expect.element(page.getByText('Days off')).toBeVisible();
    expect(plants()).toBe(0);
    expect(readPage()).not.toMatch(/garden/i);
  });

  it('grows a plant for each week that reached the goal, and loses none when the goal is raised or a day off is undone', async () => {
    clock.on = addDays(today, -21);
    await store.editChild(child, { weeklyGoal: 2 });
    for (const back of [15, 14, 1]) await keep(addDays(today, -back));
    clock.on = today;
    for (const back of [2, 1, 0]) await store.setNotToday(child, addDays(today, -back), 'ill');
    await store.setRestDay(child, addDays(today, 1), true);
    show();
    await expect.element(page.getByText('2 weeks reached your own goal. Each grew a plant.')).toBeVisible();
    expect(plants()).toBe(2);
    await press('Take it back');
    expect(plants()).toBe(2);
    await poll(async () => (await store.readFamilyDays(child)).grown).toEqual(['2026-03-09', '2026-03-23']);
    await store.editChild(child, { weeklyGoal: 7 });
    await store.setRestDay(child, addDays(today, 1), false);
    show();
    await poll(plants).toBe(2);
  });
});

describe('what is said', () => {
  it('one sentence tells of a new level, and none where nothing changed', async () => {
    await keep(addDays(today, -8), 2);
    await keep(today, 3);
    show();
    await expect.element(page.getByText(`A new level in Fireflies: ${findLevel(3).name.en}.`)).toBeVisible();
    expect(document.querySelectorAll('.news')).toHaveLength(1);
  });

  it.each([2, 9, 34, 400])('after %i days away nobody counts them, and the child is welcome', async (away) => {
    await keep(addDays(today, -away));
    clock.on = today;
    await store.editChild(child, { weeklyGoal: 5 });
    show();
    await expect.element(page.getByText(away < 9 ? /1 session this week/ : /^Welcome back!/)).toBeVisible();
    const words = readPage();
    expect(words).not.toMatch(
      /miss(ed|ing)|streak|skipp?ed|overdue|days? ago|days? without|last played|not played|forg[eo]t|\bonly\b|\bmust\b|\bshould\b/i,
    );
    if (away > 9) expect(words).not.toMatch(new RegExp(`\\b${away}\\b`));
  });

  it('500 pebbles are all there: 40 by their day, 460 on the beach, in a handful of strokes', async () => {
    await keep(today);
    const [one] = await store.readSessions(child, 1);
    if (!one) throw new Error('the session was not kept');
    const newest = Array.from({ length: 40 }, (_, i) => ({ ...one, session: `s${i}`, on: addDays(today, -i) }));
    const totals = await store.readTotals(child);
    const long: Store = { ...store, readTotals: async () => ({ ...totals, sessions: 500 }), readSessions: async () => newest };
    shown = showApp({ store: long }, `#/family/${child}`);
    await expect.element(page.getByRole('list', { name: /^500 pebbles/ })).toBeVisible();
    const strokes = [...document.querySelectorAll('.older-pebbles path')];
    expect(strokes.length).toBeLessThanOrEqual(12);
    expect(strokes.reduce((sum, path) => sum + (path.getAttribute('d')?.match(/M/g)?.length ?? 0), 0)).toBe(2 * 460);
    expect(document.querySelectorAll('.pebble')).toHaveLength(40);
  });
});

it.each([
  ['en', 320],
  ['en', 768],
  ['zh-CN', 1280],
])('with everything on it the page fits and holds against the accessibility rules (%s, %i px wide)', async (language, width) => {
  clock.on = addDays(today, -21);
  await store.editChild(child, { weeklyGoal: 1 });
  await keep(addDays(today, -8), 2);
  await keep(today, 3);
  await store.setNotToday(child, today, 'hospital');
  await store.setRestDay(child, addDays(today, 2), true);
  const games = [
    ['fireflies', 'touch'],
    ['lighthouse', 'pose'],
    ['rocket', 'motion'],
    ['parade', 'adult'],
    ['ferry', 'gamepad'],
  ] as const;
  for (const [i, [game, source]] of games.entries()) {
    const item = newId();
    await store.editPlan(child, {
      ...createDefaultItem(findLevel(1, game), item, i, source),
      [`items.${item}.tip`]: 'supercalifragilistic'.repeat(14),
    });
  }
  await page.viewport(width, 800);
  show(undefined, language);
  await poll(plants).toBe(2);
  await page
    .getByRole('group', { name: language === 'en' ? 'Our own goal' : '我们自己的目标' })
    .getByRole('button')
    .first()
    .click();
  expect(document.querySelectorAll('.set-up')).toHaveLength(5);
  for (const picture of document.querySelectorAll<HTMLImageElement>('.set-up')) {
    await picture.decode();
    expect(picture.naturalWidth).toBeGreaterThan(0);
  }
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  for (const target of document.querySelectorAll('a, button, label.choice-option')) {
    const { width: wide, height: high } = target.getBoundingClientRect();
    expect(Math.min(wide, high), target.outerHTML).toBeGreaterThanOrEqual(44);
  }
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast-enhanced': { enabled: true } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

it.each([320, 768, 1280])('words longer by two fifths are not cut off at %i px', async (width) => {
  await keep(today);
  await store.editChild(child, { weeklyGoal: 3 });
  await store.editPlan(child, createDefaultItem(findLevel(1), newId(), 0));
  await page.viewport(width, 800);
  show();
  await press('Change');
  const walk = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    node.textContent = (node.textContent ?? '').replace(/\p{L}{3,}/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)));
  }
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  const cut = [...document.querySelectorAll<HTMLElement>('main button, main p, main h2, main h3, main label')].filter(
    (element) => !element.closest('.unseen') && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 6),
  );
  expect(cut.map((element) => `${element.className}: ${element.textContent}`)).toEqual([]);
});

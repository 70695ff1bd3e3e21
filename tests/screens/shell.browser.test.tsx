import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { StorageProblem } from '../../src/session/types';
import type { Store } from '../../src/store/types';
import { type ShownApp, showApp } from './screen-app';
import { newId, openTestStore } from './therapist-app';

let store: Store;
let name = '';
let shown: ShownApp | null = null;

beforeEach(async () => {
  name = newId();
  ({ store } = await openTestStore(name));
});

afterEach(() => {
  shown?.leave();
  store.close();
});

it('speaks the language that the browser wants, until the tablet is told another; that is kept', async () => {
  shown = showApp({ store }, '#/', ['zh-Hans-CN', 'en']);
  await expect.element(page.getByRole('heading', { level: 1, name: '卵石湾' })).toBeVisible();
  expect(document.documentElement.lang).toBe('zh-CN');
  await page.getByRole('radio', { name: 'English' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Pebble Bay' })).toBeVisible();
  expect(document.documentElement.lang).toBe('en');
  await expect.poll(async () => (await store.readDevice()).language).toBe('en');
  shown.leave();
  shown = showApp({ store }, '#/', ['zh-CN']);
  await expect.element(page.getByRole('heading', { level: 1, name: 'Pebble Bay' })).toBeVisible();
});

it('a place that does not exist is the picker', async () => {
  shown = showApp({ store }, '#/nowhere/at/all');
  await expect.element(page.getByRole('button', { name: 'Add a child' })).toBeVisible();
  expect(location.hash).toBe('#/');
});

it('who goes on before the picker is drawn is not called back to it', async () => {
  const child = newId();
  await store.editChild(child, { picture: 'whale' });
  shown = showApp({ store }, `#/family/${child}`);
  await expect.element(page.getByRole('heading', { name: "Whale's path" })).toBeVisible();
  const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
  location.hash = '#/nowhere';
  await changed;
  // The picker stands in the page by now; what follows its first picture has not run yet.
  await Promise.resolve();
  location.hash = '#/therapist';
  await expect.element(page.getByRole('heading', { level: 1, name: 'Therapist' })).toBeVisible();
  expect(location.hash).toBe('#/therapist');
});

it('while overviews are made anew an adult is told, and reads them again once they are there', async () => {
  let isCurrent = false;
  const listeners = new Set<() => void>();
  const overview = {
    get isCurrent() {
      return isCurrent;
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  shown = showApp({ store: { ...store, overview } }, '#/therapist');
  await expect.element(page.getByText('The overviews are being made anew.', { exact: false })).toBeVisible();
  await store.editChild(newId(), { name: 'Ada', picture: 'whale' });
  isCurrent = true;
  for (const listener of listeners) listener();
  await expect.element(page.getByText('Ada', { exact: true }).first()).toBeVisible();
  expect(page.getByText('The overviews are being made anew.', { exact: false }).query()).toBeNull();
});

it('a measured screen sets the millimetre, and with it the size of buttons', async () => {
  await store.editDevice({ pxPerMm: 6 });
  shown = showApp({ store }, '#/');
  const therapist = page.getByRole('link', { name: 'Therapist' });
  await expect.element(therapist).toBeVisible();
  expect(document.documentElement.style.getPropertyValue('--mm')).toBe('6px');
  expect(therapist.element().getBoundingClientRect().width).toBeGreaterThanOrEqual(15 * 6);
});

it.each<StorageProblem>(['refused', 'blocked', 'full', 'newer', 'broken'])(
  'storage that is %s is told in words before play; no child can be added, play is only for fun',
  async (problem) => {
    shown = showApp({ store: null, problem }, '#/');
    const alert = page.getByRole('alert');
    await expect.element(alert).toBeVisible();
    expect(alert.element().textContent).not.toContain('storage.');
    expect(page.getByRole('button', { name: 'Add a child' }).elements()).toHaveLength(0);
    await page.getByRole('link', { name: 'Play: Just for fun' }).click();
    await expect.element(page.getByText('This play is just for fun: nothing is kept.')).toBeVisible();
    await page.getByRole('button', { name: 'Start Fireflies' }).click();
    await expect.poll(() => shown?.plays[0]?.options.keep).toBe(false);
  },
);

it.each([320, 640, 768, 1280])('nothing scrolls sideways at %i px', async (width) => {
  const child = newId();
  await store.editChild(child, { picture: 'whale', name: 'Maximiliane-Alexandrina' });
  await page.viewport(width, 720);
  for (const hash of ['#/', `#/play/${child}`, `#/family/${child}`]) {
    shown = showApp({ store }, hash);
    await expect.element(page.getByRole('heading', { level: 1 }).or(page.getByText('There is no game in the plan yet'))).toBeVisible();
    expect(document.documentElement.scrollWidth, hash).toBeLessThanOrEqual(width);
    shown.leave();
  }
  await page.viewport(1280, 800);
});

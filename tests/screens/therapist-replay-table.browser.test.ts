import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { calmAbilities } from '../../src/session/simulate';
import { findFaults } from './sources-app';
import { findLevel, newId } from './therapist-app';
import { keepSession } from './therapist-history';
import { child, prepareResults } from './therapist-replay-page';

const results = prepareResults();
/** Where the trials of a set stand; the week's measures above have such a room of their own. */
const findTrials = () => document.querySelector('.metric-head')?.closest('.table-room') ?? null;

it.each([
  ['en', 5, 10],
  ['en', 10, 11],
  ['en', 11, 11],
  ['zh-CN', 10, 11],
] as const)('on a landscape tablet all measures of a set stand side by side (%s, level %i)', async (language, order, most) => {
  await page.viewport(1280, 800);
  const abilities = { ...calmAbilities, aimSdMm: 6, restsRatio: 0.2 };
  await keepSession(results.store, { child, item: newId(), level: findLevel(order), abilities, sets: 1, seed: 'wide', newId });
  await results.openSession(language);
  expect(document.querySelectorAll('.metric-head').length).toBeGreaterThanOrEqual(most);
  const room = findTrials();
  expect(room?.scrollWidth).toBeLessThanOrEqual(room?.clientWidth ?? Number.NaN);
  for (const head of document.querySelectorAll('.metric-head')) expect(head.getBoundingClientRect().height).toBeGreaterThanOrEqual(48);
});

it.each([
  [768, 'en'],
  [768, 'zh-CN'],
  [1024, 'en'],
] as const)(
  'at %i px nothing scrolls sideways, and each measure that is not in a column is in the row of its trial (%s)',
  async (width, language) => {
    await page.viewport(width, 1024);
    const abilities = { ...calmAbilities, aimSdMm: 6, restsRatio: 0.2 };
    await keepSession(results.store, { child, item: newId(), level: findLevel(10), abilities, sets: 1, seed: 'wide', newId });
    await results.openSession(language);
    await expect.poll(() => document.querySelectorAll('.more-button').length).toBeGreaterThan(0);
    const room = findTrials();
    expect(room?.scrollWidth).toBeLessThanOrEqual(room?.clientWidth ?? Number.NaN);
    const columns = document.querySelectorAll('thead .metric-head').length;
    expect(columns).toBeGreaterThanOrEqual(3);
    const buttons = [...document.querySelectorAll<HTMLElement>('tbody .more-button')];
    expect(buttons).toHaveLength(room?.querySelectorAll('tbody th').length ?? 0);
    buttons[1]?.click();
    await expect.poll(() => document.querySelectorAll('.more-row').length).toBe(1);
    expect(document.querySelector('.more-row')?.previousElementSibling?.querySelector('th')?.textContent).toBe('2');
    const more = [...document.querySelectorAll('.more-row dd')].map((one) => one.textContent ?? '');
    expect(columns + more.length).toBe(11);
    for (const value of more) expect(value).toMatch(/\d|–/);
    expect(room?.scrollWidth).toBeLessThanOrEqual(room?.clientWidth ?? Number.NaN);
    buttons[1]?.click();
    await expect.poll(() => document.querySelectorAll('.more-row').length).toBe(0);
    document.querySelector<HTMLElement>('tfoot .more-button')?.click();
    await expect.poll(() => document.querySelectorAll('tfoot .more-row dd').length).toBe(more.length);
    expect(await findFaults()).toEqual([]);
  },
);

it('turned to landscape the columns come back', async () => {
  await page.viewport(768, 1024);
  await keepSession(results.store, { child, item: newId(), level: findLevel(10), abilities: calmAbilities, sets: 1, seed: 'wide', newId });
  await results.openSession();
  await expect.poll(() => document.querySelectorAll('.more-button').length).toBeGreaterThan(0);
  await page.viewport(1280, 800);
  await expect.poll(() => document.querySelectorAll('.more-button').length).toBe(0);
});

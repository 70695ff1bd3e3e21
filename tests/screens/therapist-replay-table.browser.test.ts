import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { calmAbilities } from '../../src/session/simulate';
import { findLevel, newId } from './therapist-app';
import { keepSession } from './therapist-history';
import { child, prepareResults } from './therapist-replay-page';

const results = prepareResults();

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
  const room = document.querySelector('.table-room');
  expect(room?.scrollWidth).toBeLessThanOrEqual(room?.clientWidth ?? 0);
  for (const head of document.querySelectorAll('.metric-head')) expect(head.getBoundingClientRect().height).toBeGreaterThanOrEqual(48);
});

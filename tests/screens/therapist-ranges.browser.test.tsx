import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Language } from '../../src/core/text';
import type { MovementRanges, SourceKind } from '../../src/movement/types';
import { calmAbilities } from '../../src/session/simulate';
import type { Store } from '../../src/store/types';
import { findLevel, newId, openTestStore, showTherapist, today } from './therapist-app';
import { keepSession } from './therapist-history';

let store: Store;
let clock: { on: string };
let leave: (() => void) | null = null;
const child = newId();

beforeEach(async () => {
  ({ store, clock } = await openTestStore(newId()));
  await store.editChild(child, { name: 'Mia', picture: 'whale' });
});

afterEach(() => {
  leave?.();
  store.close();
  document.body.innerHTML = '';
});

async function keepCheck(on: string, source: SourceKind, ranges: MovementRanges) {
  clock.on = on;
  const outcome = await store.save({ kind: 'range', check: newId(), child, source, ranges });
  if (!outcome.saved) throw new Error(outcome.problem);
}

async function showResults(language: Language = 'en') {
  location.hash = `#/therapist/${child}`;
  const root = document.createElement('div');
  document.body.append(root);
  leave = showTherapist(root, store, language);
  await page.getByRole('tab', { name: /^(Results|结果)$/ }).click();
}

const toLean = (left: number, right: number) => ({ lean: { neutral: { x: 1, y: -3 }, left, right, forward: 18, backward: 6 } });
const toArm = (side: 'left' | 'right', comfortableDeg: number) => ({ angle: { shoulder_elevation: { [side]: { restDeg: 10, comfortableDeg } } } });
const readRows = (name: string) =>
  [...(document.querySelector(`[aria-label="${name}"]`)?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.children].map((cell, i) => (i === 0 ? (cell.firstChild?.textContent ?? '') : (cell.textContent ?? ''))),
  );

async function keepSomeDays() {
  for (const [on, left, right] of [
    ['2026-03-12', 9, 12],
    ['2026-03-19', 11, 14],
  ] as const) {
    await keepCheck(on, 'pose', toLean(left, right));
  }
  await keepCheck('2026-03-19', 'pose', toArm('left', 60));
  await keepCheck('2026-03-19', 'motion', toLean(15, 15));
  const right = { left: -0.6, right: 1.5, top: -0.4, bottom: 1.1 };
  await keepCheck('2026-03-19', 'pose', { reach: { right, left: { ...right, left: -1.2, right: 0.5 } } });
  await keepCheck(today, 'pose', { rise: { low: 0.14, high: 0.72 } });
  await keepCheck(today, 'pose', { step: { left: 0.18, right: 0.24 } });
  await keepCheck(today, 'pose', toArm('right', 110));
  await keepCheck(today, 'pose', toLean(13, 15));
}

describe('range by day', () => {
  it("shows today's check beside the days before, newest first, with its unit and sensor", async () => {
    await keepSomeDays();
    await keepSession(store, { child, item: newId(), level: findLevel(5), abilities: calmAbilities, sets: 1, seed: 'a', newId });
    await showResults();
    await expect.element(page.getByRole('heading', { name: 'Range by day' })).toBeVisible();
    await expect.element(page.getByRole('table', { name: /Lean of the trunk · camera, in degrees/ })).toBeVisible();
    expect(readRows('Lean of the trunk · camera')).toEqual([
      ['Today', '13', '15', '18', '6', '1', '-3'],
      ['Thu, March 19, 2026', '11', '14', '18', '6', '1', '-3'],
      ['Thu, March 12, 2026', '9', '12', '18', '6', '1', '-3'],
    ]);
    expect(readRows('Lean of the trunk · motion sensor')).toEqual([['Thu, March 19, 2026', '15', '15', '18', '6']]);
  });

  it('leaves a gap, not a zero, for a side that a check did not look at', async () => {
    await keepSomeDays();
    await showResults();
    await expect.element(page.getByRole('table', { name: /Raising the arm · camera/ })).toBeVisible();
    expect(readRows('Raising the arm · camera')).toEqual([
      ['Today', '–not part of this check', '–not part of this check', '10', '110'],
      ['Thu, March 19, 2026', '10', '60', '–not part of this check', '–not part of this check'],
    ]);
    expect(readRows('Reach of the hands · camera')).toEqual([['Thu, March 19, 2026', '1.2', '0.5', '0.4', '1.1', '0.6', '1.5', '0.4', '1.1']]);
  });

  it('is there before the first session, and absent for a child who never needed a check', async () => {
    await showResults();
    await expect.element(page.getByText(/No session yet/)).toBeVisible();
    expect(document.querySelector('.ranges')).toBeNull();
    leave?.();
    document.body.innerHTML = '';
    await keepCheck(today, 'gamepad', { lean: { neutral: { x: 0, y: 0 }, left: 0.5, right: 0.75, forward: 1, backward: 0.8 } });
    await showResults();
    await expect.element(page.getByRole('heading', { name: 'Range by day' })).toBeVisible();
    expect(readRows('Lean of the trunk · keys and switches')).toEqual([['Today', '50', '75', '100', '80']]);
  });

  it('shows five checks of a movement, and the days before on request', async () => {
    for (let day = 10; day < 18; day++) await keepCheck(`2026-03-${day}`, 'pose', toLean(day, day));
    await showResults();
    const lefts = () => readRows('Lean of the trunk · camera').map((row) => row[1]);
    await expect.poll(lefts).toEqual(['17', '16', '15', '14', '13']);
    await page.getByRole('button', { name: 'Show all range checks' }).click();
    await expect.poll(lefts).toEqual(['17', '16', '15', '14', '13', '12', '11', '10']);
    expect(page.getByRole('button', { name: 'Show all range checks' }).elements()).toEqual([]);
  });

  it.each(['en', 'zh-CN'] as const)('can be read by everyone and has all its words (%s)', async (language) => {
    await keepSomeDays();
    await showResults(language);
    await expect.poll(() => document.querySelectorAll('.range-days').length).toBe(6);
    expect(document.body.textContent).not.toMatch(/(therapist|reach|unit|common)\.[a-z]/i);
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    const folder = import.meta.env.VITE_RANGE_SHOTS;
    for (const [width, height] of folder
      ? ([
          [1280, 800],
          [768, 1024],
        ] as const)
      : []) {
      await page.viewport(width, height);
      await page.screenshot({ path: `${folder}/range-${language}-${width}.png`, element: document.querySelector('.ranges') as HTMLElement });
    }
  });
});

import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Language } from '../../src/core/text';
import type { Store } from '../../src/store/types';
import { findLevel, newId, openTestStore, showTherapist, today } from './therapist-app';
import { keepSession, toGrowing } from './therapist-history';

let store: Store;
let clock: { on: string };
let leave = () => {};
let child = '';

beforeEach(async () => {
  ({ store, clock } = await openTestStore(newId()));
  child = newId();
  await store.editChild(child, { name: 'Mia', picture: 'whale' });
});

afterEach(() => {
  leave();
  store.close();
  document.body.innerHTML = '';
});

async function show(language: Language = 'en'): Promise<void> {
  location.hash = `#/therapist/${child}`;
  const root = document.createElement('div');
  document.body.append(root);
  leave = showTherapist(root, store, language);
  await page.getByRole('tab', { name: /^(Results|结果)$/ }).click();
  await expect.poll(() => document.querySelector('.goals')).not.toBeNull();
}

/** A goal that is there already; its id. */
async function agree(words: string, kind: 'gas' | 'copm', order = 0): Promise<string> {
  const id = newId();
  const fields = { words, kind, order, on: '2026-03-02', ...(kind === 'gas' ? { 'steps.0': 'With one hand held.' } : {}) };
  await store.editGoals(child, Object.fromEntries(Object.entries(fields).map(([path, to]) => [`goals.${id}.${path}`, to])));
  return id;
}

const readChecks = async () => (await store.readGoals(child)).checks.map(({ measure, value }) => [measure, value]);

describe("a child's goals", () => {
  it('are agreed in words, with five described steps', async () => {
    await show();
    await page.getByRole('button', { name: 'Add a goal' }).click();
    await page.getByLabelText(/in the family's words/).fill('Pulls up the zip alone.');
    await page.getByLabelText(/^0: As expected/).fill('With one hand held.');
    await page.getByRole('button', { name: 'Keep the goal' }).click();
    await expect.element(page.getByText('Pulls up the zip alone.', { exact: true })).toBeVisible();
    const { goals } = await store.readGoals(child);
    expect(goals).toMatchObject([{ kind: 'gas', on: today, weight: 1, closed: null, steps: { 0: 'With one hand held.', 1: '' } }]);
  });

  it('are checked with one tap a goal; the last tap of a day counts', async () => {
    await agree('Zip', 'gas');
    await show();
    await page.getByRole('button', { name: '−1: Less than expected' }).click();
    await expect.poll(readChecks).toEqual([['step', -1]]);
    await page.getByRole('button', { name: '0: With one hand held.' }).click();
    await expect.poll(readChecks).toEqual([['step', 0]]);
    await expect.element(page.getByText('GAS T-score 50; 50 is as expected.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: '0: With one hand held.' })).toHaveAttribute('aria-pressed', 'true');
  });

  it('by COPM say whether a change counts: from 2 points on', async () => {
    const goal = await agree('Carries a cup', 'copm');
    clock.on = '2026-03-02';
    await store.save({ kind: 'goal-check', check: newId(), child, goal, measure: 'performance', value: 4 });
    clock.on = today;
    await show();
    const row = page.getByRole('group', { name: 'Performance' });
    await row.getByRole('button', { name: '5', exact: true }).click();
    await expect.element(page.getByText(/\+1 points since the first check; below 2 points/)).toBeVisible();
    await row.getByRole('button', { name: '6', exact: true }).click();
    await expect.element(page.getByText(/\+2 points since the first check; at least 2 points: it counts/)).toBeVisible();
  });

  it('lie in the same chart as the measure', async () => {
    const goal = await agree('Zip', 'gas');
    const item = newId();
    for (const [i, on] of ['2026-03-02', '2026-03-09'].entries()) {
      clock.on = on;
      await keepSession(store, { child, item, level: findLevel(5), abilities: toGrowing(1), sets: 1, seed: on, newId });
      await store.save({ kind: 'goal-check', check: newId(), child, goal, measure: 'step', value: i - 1 });
    }
    clock.on = today;
    await show();
    await expect.poll(() => document.querySelectorAll('.progress-plot .goal-mark').length).toBe(2);
    expect(document.querySelector('.progress-plot desc')?.textContent).toMatch(/Goal: Zip: Mar 2 −1; Mar 9 0/);
    const left = (of: string) =>
      Math.round([...document.querySelectorAll(of)].map((one) => one.getBoundingClientRect()).map((box) => box.x + box.width / 2)[0] ?? 0);
    expect(Math.abs(left('.plot-point circle') - left('.goal-mark'))).toBeLessThanOrEqual(1);
  });

  it('are four at most, can be put away, and words of any kind do no harm', async () => {
    for (let i = 0; i < 4; i++) await agree(i === 0 ? '<img src=x onerror=alert(1)> \u202eabc' : `Goal ${i}`, 'gas', i);
    await show();
    await expect.element(page.getByText('4 goals are open. Put one away to add another.')).toBeVisible();
    expect(document.querySelector('.goals img')).toBeNull();
    await page.getByRole('button', { name: 'Put away' }).first().click();
    await expect.element(page.getByRole('button', { name: 'Add a goal' })).toBeVisible();
    await expect.element(page.getByText('1 goal put away')).toBeVisible();
    expect((await store.readGoals(child)).goals[0]?.closed).toBe(today);
  });

  it.each(['en', 'zh-CN'] as const)('can be read by everyone, also while one is written (%s)', async (language) => {
    await agree('Zip', 'gas');
    await agree('Cup', 'copm', 1);
    await show(language);
    await userEvent.click(page.getByRole('button', { name: language === 'en' ? 'Add a goal' : '添加目标' }));
    await expect.poll(() => document.querySelector('.goal-form')).not.toBeNull();
    expect((await axe.run(document.body, { rules: { region: { enabled: false } } })).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual(
      [],
    );
  });
});

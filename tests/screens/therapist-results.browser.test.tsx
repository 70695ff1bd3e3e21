import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Language } from '../../src/core/text';
import { calmAbilities } from '../../src/session/simulate';
import type { Store } from '../../src/store/types';
import { plant } from '../store/raw';
import { findLevel, newId, openTestStore, showTherapist, today } from './therapist-app';
import { keepSession, toGrowing } from './therapist-history';

let store: Store;
let clock: { on: string };
let name = '';
let leave: (() => void) | null = null;
const child = newId();
const item = newId();

beforeEach(async () => {
  name = newId();
  ({ store, clock } = await openTestStore(name));
  await store.editChild(child, { name: 'Mia', picture: 'whale' });
});

afterEach(() => {
  leave?.();
  store.close();
  document.body.innerHTML = '';
});

function show(hash: string, language: Language = 'en') {
  location.hash = hash;
  const root = document.createElement('div');
  document.body.append(root);
  leave = showTherapist(root, store, language);
}

async function showResults(language: Language = 'en') {
  show(`#/therapist/${child}`, language);
  await page.getByRole('tab', { name: /^(Results|结果)$/ }).click();
}

const keep = (on: string, more: Partial<Parameters<typeof keepSession>[1]> = {}) => {
  clock.on = on;
  return keepSession(store, { child, item, level: findLevel(5), abilities: calmAbilities, sets: 1, seed: on, newId, ...more });
};
const rows = () => [...document.querySelectorAll('.trials tbody tr')];

describe("a child's results", () => {
  it('show every stored trial of a session with its outcome in words, never as a fault', async () => {
    const { session, trials } = await keep(today, { abilities: { ...toGrowing(0), restsRatio: 0.4 } });
    await showResults();
    await page.getByRole('button', { expanded: false, name: /Farther out/ }).click();
    await expect.element(page.getByRole('columnheader', { name: 'Trial', exact: true })).toBeVisible();
    const [set] = await store.readSets(session);
    expect(set?.trials).toHaveLength(trials);
    const words = { success: 'reached', assisted: 'helped', miss: 'not this time', lost: 'sensor lost the child' };
    expect(rows().map((row) => row.querySelector('.outcome')?.textContent)).toEqual(set?.trials.map((result) => words[result.outcome]));
    const response = rows().map((row) => row.querySelector('td.number')?.textContent?.replace(',', ''));
    const stored = set?.trials.map((result) =>
      result.metrics.responseMs === undefined ? '–not measurable' : String(Math.round(result.metrics.responseMs)),
    );
    expect(response).toEqual(stored);
    expect(document.body.textContent).not.toMatch(/fail|wrong|error|miss\b/i);
  });

  it('show a gap, not a zero, where the hand was above the glass', async () => {
    await keep(today, { lifts: true });
    await showResults();
    await page.getByRole('button', { expanded: false, name: /Farther out/ }).click();
    await expect.element(page.getByText(/A dash: not measurable in this trial/)).toBeVisible();
    await expect.element(page.getByText(/Not measurable in any trial of this set:.*Straightness/)).toBeVisible();
  });

  it('say unit and sensor at each measure, and what it means on one press', async () => {
    await keep(today);
    await showResults();
    await page.getByRole('button', { expanded: false, name: /Farther out/ }).click();
    await expect.element(page.getByRole('columnheader', { name: /Peak speed.*mm\/s · touch/ })).toBeVisible();
    await page
      .getByRole('columnheader', { name: /Smoothness/ })
      .getByRole('button')
      .click();
    await expect.element(page.getByText(/about -1.4 is perfectly smooth.*Higher is better/)).toBeVisible();
    await expect.element(page.getByText(/doi 10.1186/)).toBeVisible();
  });

  it("draw the hand's path on the play field, ending at the target", async () => {
    const { session } = await keep(today);
    const [set] = await store.readSets(session);
    const result = set?.trials[3];
    await showResults();
    await page.getByRole('button', { expanded: false, name: /Farther out/ }).click();
    await page.getByRole('button', { name: 'Hand path of trial 4' }).click();
    await expect.element(page.getByRole('img', { name: /Movement from .* peak speed/ })).toBeVisible();
    const points = document.querySelector('[data-hand=first]')?.getAttribute('points')?.split(' ') ?? [];
    const [x = 0, y = 0] = points.at(-1)?.split(',').map(Number) ?? [];
    const target = document.querySelector('.hand-path .field-target');
    const far = Math.hypot(x - Number(target?.getAttribute('cx')), y - Number(target?.getAttribute('cy')));
    expect(far).toBeCloseTo(result?.metrics.endErrorMm ?? Number.NaN, 0);
    expect(target?.getAttribute('r')).toBe('37.5');
    await page.getByRole('button', { name: 'Next trial' }).click();
    await expect.element(page.getByRole('heading', { name: 'Hand path, trial 5' })).toBeVisible();
  });

  it('plot one point for each session of the level and say in words what is better', async () => {
    for (const [i, on] of ['2026-03-02', '2026-03-05', '2026-03-09', '2026-03-12'].entries()) await keep(on, { abilities: toGrowing(i / 4) });
    await keep('2026-03-13', { level: findLevel(2) });
    await showResults();
    await page.getByLabelText('Level').selectOptions('Farther out');
    await expect.element(page.getByRole('img', { name: 'Movement time in ms, by touch, 4 sessions' })).toBeVisible();
    expect(document.querySelectorAll('.plot-point')).toHaveLength(4);
    await expect.element(page.getByText(/Lower is better/).first()).toBeVisible();
    await page.getByLabelText('Measure').selectOptions('Straightness');
    await expect.element(page.getByText(/Higher is better/).first()).toBeVisible();
  });

  it('come a page at a time, newest first', async () => {
    for (let day = 1; day <= 14; day++)
      await keep(`2026-03-${String(day).padStart(2, '0')}`, { level: { ...findLevel(5), params: { ...findLevel(5).params, trials: 1 } } });
    await showResults();
    const days = () => [...document.querySelectorAll('.session-day b')].map((day) => day.textContent);
    await expect.poll(() => days().length).toBe(12);
    expect(days()[0]).toContain('March 14');
    await page.getByRole('button', { name: 'Show older sessions' }).click();
    await expect.poll(() => days().length).toBe(14);
    expect(days()[13]).toContain('March 1,');
  });

  it.each(['en', 'zh-CN'] as const)('can be read by everyone and have all their words (%s)', async (language) => {
    await keep('2026-03-02', { abilities: { ...toGrowing(0), restsRatio: 0.4 } });
    await keep(today, { lifts: true });
    await showResults(language);
    await page.getByRole('button', { expanded: false, name: language === 'en' ? /March 2,/ : /3月2日/ }).click();
    await expect.poll(() => document.querySelectorAll('.trials').length).toBe(1);
    (document.querySelector('.metric-head') as HTMLElement).click();
    (document.querySelectorAll('.trials .icon-button')[2] as HTMLElement).click();
    await expect.poll(() => document.querySelectorAll('.hand-path .field-picture').length).toBe(1);
    expect(document.body.textContent).not.toMatch(/(therapist|reach|unit|common)\.[a-z]/i);
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
});

describe('the page of all children and the tablet', () => {
  it('lists a damaged record with its field, and leads on to the rest', async () => {
    await plant(globalThis.indexedDB, name, 'events', [
      { id: newId(), kind: 'trial', format: 1, device: store.device, n: 9999, body: { result: 7 } },
    ]);
    show('#/therapist');
    await expect.element(page.getByText('1 record cannot be read. It is kept, and left out of all results.')).toBeVisible();
    await expect.element(page.getByText('A trial', { exact: true })).toBeVisible();
    await expect.element(page.getByText(/^body\.result/).first()).toBeVisible();
    await expect.element(page.getByRole('link', { name: /Mia.*Not played yet/ })).toBeVisible();
  });

  it('keeps the size of a millimetre that was found with a bank card', async () => {
    show('#/therapist');
    await expect.element(page.getByText(/every millimetre on this tablet is a guess/)).toBeVisible();
    const larger = page.getByRole('button', { name: 'Outline larger' });
    const before = Number(document.querySelector('.bank-card')?.getAttribute('width'));
    for (let i = 0; i < 3; i++) await larger.click();
    expect(Number(document.querySelector('.bank-card')?.getAttribute('width'))).toBe(before + 6);
    await page.getByRole('button', { name: 'It fits' }).click();
    await expect.element(page.getByText(/Kept\. Targets now have their true size/)).toBeVisible();
    expect((await store.readDevice()).pxPerMm).toBeCloseTo((before + 6) / 85.6, 3);
  });

  it.each(['en', 'zh-CN'] as const)('can be used by everyone and has all its words (%s)', async (language) => {
    show('#/therapist', language);
    await expect.element(page.getByRole('link', { name: /Mia/ })).toBeVisible();
    await expect.poll(() => document.querySelectorAll('.settings .card').length).toBeGreaterThanOrEqual(4);
    expect(document.body.textContent).not.toMatch(/(therapist|reach|unit|common|lock|roster)\.[a-z]/i);
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
});

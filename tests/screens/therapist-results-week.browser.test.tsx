import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { addDays } from '../../src/core/dates';
import type { Language } from '../../src/core/text';
import { createDefaultItem } from '../../src/plan/default-item';
import { toOrder } from '../../src/plan/question';
import type { Store } from '../../src/store/types';
import { findLevel, newId, openTestStore, showTherapist, today } from './therapist-app';
import { keepSession, toGrowing } from './therapist-history';

let store: Store;
let clock: { on: string };
let leave = () => {};
let child = '';
let item = '';
const level = findLevel(5);
const short = { ...level, params: { ...level.params, trials: 6 } };

beforeEach(async () => {
  ({ store, clock } = await openTestStore(newId()));
  child = newId();
  item = newId();
  clock.on = '2026-02-02';
  await store.editChild(child, { name: 'Mia', picture: 'whale' });
  await store.editPlan(child, { ...createDefaultItem(level, item, 0), [`items.${item}.dose.sessionsPerWeek`]: 3 });
});

afterEach(async () => {
  vi.restoreAllMocks();
  leave();
  store.close();
  document.body.innerHTML = '';
  await page.viewport(1280, 800);
});

/** Ten sessions of growing reaching: the last two in this week, with everything that a therapist must see. */
async function keepHistory(): Promise<void> {
  const goal = newId();
  const steps = { 'steps.-2': 'An adult closes it.', 'steps.0': 'With one hand held.' };
  const fields = { words: 'Pulls up the zip of the red jacket alone.', kind: 'gas', on: '2026-02-02', ...steps };
  await store.editGoals(child, Object.fromEntries(Object.entries(fields).map(([path, to]) => [`goals.${goal}.${path}`, to])));
  let last = '';
  for (const [i, back] of [31, 29, 26, 24, 22, 17, 15, 10, 2, 1].entries()) {
    clock.on = addDays(today, -back);
    last = (await keepSession(store, { child, item, level: short, abilities: toGrowing(i < 5 ? 0 : 1), sets: 1, seed: `s${i}`, newId })).session;
    if (i % 3 === 0)
      await store.save({ kind: 'goal-check', check: newId(), child, goal, measure: 'step', value: Math.min(1, Math.floor(i / 3) - 2) });
  }
  await store.save({ kind: 'effort', word: newId(), session: last, child, omni: 6 });
  await store.save({ kind: 'feeling', word: newId(), session: last, child, feeling: { pain: 4, painAt: 'leg', fun: 'good' } });
  await store.save({ kind: 'note', note: newId(), session: last, child, words: 'Tall in the chair, left hand led.' });
  const incident = { what: 'fall', day: clock.on, time: '10:05', when: 'during', happened: 'Slid off the seat.', done: 'Sat down.' } as const;
  await store.save({ kind: 'incident', note: newId(), session: last, child, incident });
  const of = { session: last, child, item, game: 'fireflies', carry: 0, hits: 9, misses: 1, omni: null };
  const change = { param: 'distanceMm', from: 110, to: 115, because: 'plan.because.success' };
  await store.save({ kind: 'adjustment', adjustment: newId(), ...of, change });
  clock.on = today;
}

async function showResults(language: Language = 'en'): Promise<void> {
  location.hash = `#/therapist/${child}`;
  const root = document.createElement('div');
  document.body.append(root);
  leave = showTherapist(root, store, language);
  await page.getByRole('tab', { name: /^(Results|结果)$/ }).click();
  await expect.poll(() => document.querySelector('.week-figures, .goals')).not.toBeNull();
}

const weekWords = () => document.querySelector('.week-card')?.textContent ?? '';

/** Repeats a line until there are so many. */
function fill(line: Element | null | undefined, most: number): void {
  for (let i = 1; line && i < most; i++) line.after(line.cloneNode(true));
}

describe("a week of a child's results", () => {
  it('reads at the top: dose beside the plan, measure with its call, help, pain, effort, stops, adverse events, notes', async () => {
    await keepHistory();
    await showResults();
    await expect.element(page.getByRole('heading', { name: 'This week', exact: true })).toBeVisible();
    const figures = [...document.querySelectorAll('.week-figures > div')].map((one) => one.textContent?.replace(/\s+/g, ' '));
    expect(figures).toEqual([
      'Sessions2of 3 planned',
      expect.stringMatching(/^Active minutes[\d.]+no number planned$/),
      'Repetitions12of 60 planned',
      'Most pain 4 of 10',
      'Most effort6 of 10',
      'Ended early0',
      'Adverse events 1',
    ]);
    await expect.element(page.getByText('Real change: better')).toBeVisible();
    const row = document.querySelector('.headlines tbody tr')?.textContent ?? '';
    expect(row).toMatch(/Movement timetouch[\d,]+ ms± [\d,]+ ms7 ms/);
    expect(row).toContain('The plan changed 1 time meanwhile');
    expect(weekWords()).toContain('alone 100%');
    for (const words of ['A fall: Slid off the seat.', '“Tall in the chair, left hand led.”', 'Pain 4 of 10', '9 reached, 1 not'])
      expect(weekWords()).toContain(words);
    expect(document.querySelector('.results')?.firstElementChild?.classList.contains('week-card')).toBe(true);
  });

  it('says what is missing while a measure cannot be called yet, and shows the week before on one tap', async () => {
    clock.on = addDays(today, -9);
    await keepSession(store, { child, item, level: short, abilities: toGrowing(0), sets: 1, seed: 'a', newId });
    clock.on = today;
    await showResults();
    await expect.element(page.getByText('Nothing was played in this week.')).toBeVisible();
    await page.getByRole('radio', { name: 'Last week' }).click();
    await expect.element(page.getByText('Not measurable yet: 7 more sessions')).toBeVisible();
    expect(weekWords()).toContain('1of 3 planned');
  });

  it.each(['en', 'zh-CN'] as const)(
    'can be read by everyone, at both sizes and at 200 %% (%s)',
    async (language) => {
      await keepHistory();
      await showResults(language);
      for (const [width, height] of [
        [1280, 800],
        [768, 1024],
        [640, 400],
      ] as const) {
        await page.viewport(width, height);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      }
      expect(
        (await axe.run(document.body, { rules: { region: { enabled: false } } })).violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
      ).toEqual([]);
      expect(document.body.textContent).not.toMatch(/\b(review|goals|question)\.[a-z]/i);
    },
    60_000,
  );

  it.each(['en', 'zh-CN'] as const)(
    'prints on one A4 page, whatever was written (%s)',
    async (language) => {
      await keepHistory();
      await store.editChild(child, { name: '<b>Mia</b> '.repeat(8).trim().slice(0, 80) });
      for (let i = 0; i < 4; i++) {
        const words = (language === 'en' ? 'Carries a full cup to the table ' : '端着满满一杯水走到桌边').repeat(8).slice(0, 160);
        const path = `goals.${newId()}`;
        await store.editGoals(child, { [`${path}.words`]: words, [`${path}.kind`]: 'copm', [`${path}.order`]: i + 1 });
      }
      const [session] = await store.readSessions(child, 1);
      for (let i = 0; i < 12; i++) await store.save({ kind: 'note', note: newId(), session: session?.session ?? '', child, words: '写'.repeat(900) });
      await showResults(language);
      vi.spyOn(window, 'print').mockImplementation(() => {});
      await page.getByRole('button', { name: language === 'en' ? 'Print on one page' : '打印成一页' }).click();
      const sheet = document.querySelector<HTMLElement>('.report-print');
      expect(sheet?.querySelector('b b')).toBeNull();
      await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
      try {
        // A4 less 10 mm on each side. The frame of a test is no page, so that its height stands for it.
        if (sheet) sheet.style.width = '190mm';
        // As full as every list can be: six games, six lines of a plan, three adjustments.
        fill(sheet?.querySelector('tbody tr'), 6);
        for (const [title, most] of [
          [/^(Plan|方案)$/, 6],
          [/^(Changed by play|游戏中的调整)$/, 3],
        ] as const)
          fill(
            [...(sheet?.querySelectorAll('section') ?? [])]
              .find((one) => title.test(one.querySelector('h2')?.textContent ?? ''))
              ?.querySelector('li'),
            most,
          );
        // Twelve long notes do not push the fall off the page.
        expect(sheet?.textContent).toContain('Slid off the seat.');
        expect(getComputedStyle(sheet ?? document.body).display).toBe('block');
        expect(document.querySelector('main')?.offsetHeight).toBe(0);
        expect(sheet?.offsetHeight).toBeGreaterThan(300);
        expect(sheet?.offsetHeight).toBeLessThan((277 / 25.4) * 96);
      } finally {
        await cdp().send('Emulation.setEmulatedMedia', { media: '' });
      }
      window.dispatchEvent(new Event('afterprint'));
      expect(document.querySelector('.report-print')).toBeNull();
      expect(document.body.className).toBe('');
    },
    60_000,
  );

  it('saves every trial and every session as a table', async () => {
    await keepHistory();
    await showResults();
    const saved: Blob[] = [];
    const make = URL.createObjectURL;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return make.call(URL, blob);
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    await page.getByRole('button', { name: 'Table of trials' }).click();
    await expect.element(page.getByText('Saved: pebble-bay-trials-2026-03-26.csv, 60 rows.')).toBeVisible();
    await page.getByRole('button', { name: 'Table of sessions' }).click();
    await expect.element(page.getByText('Saved: pebble-bay-sessions-2026-03-26.csv, 10 rows.')).toBeVisible();
    const [trials = '', sessions = ''] = await Promise.all(saved.map((blob) => blob.text()));
    expect(trials.split('\r\n')).toHaveLength(62);
    expect(trials).toContain('metric_reach_movementMs [ms]');
    expect(sessions).toContain('fall · ');
    expect(trials + sessions).not.toContain('Mia');
    for (const [button, said] of [
      ['Table of goals', 'Saved: pebble-bay-goals-'],
      ['Notes and adverse events', 'Saved: pebble-bay-told-'],
      ['Changes of the plan', 'Saved: pebble-bay-plan-'],
    ] as const) {
      await page.getByRole('button', { name: button }).click();
      await expect.element(page.getByText(said, { exact: false })).toBeVisible();
    }
    expect(await saved[3]?.text()).toContain('adverse_event,fall,');
    // For a hospital: the name goes along only where the adult wants it.
    const button = page.getByRole('button', { name: 'Save the file' });
    await button.click();
    await expect.element(page.getByText('Saved: pebble-bay-fhir-2026-03-26.json, 10 sessions.')).toBeVisible();
    await page.getByRole('switch', { name: "Write the child's name into the file" }).click();
    await button.click();
    await expect.poll(() => saved.length).toBe(7);
    const [without = '', withName = ''] = await Promise.all(saved.slice(5).map((blob) => blob.text()));
    expect(JSON.parse(without)).toMatchObject({ resourceType: 'Bundle', type: 'transaction', timestamp: '2026-03-26T10:00:00.000Z' });
    expect(without).not.toContain('Mia');
    expect(withName).toContain('"Mia"');
  });
});

describe('a single-case question', () => {
  it('starts on a plan item, plays its sessions in the drawn order and answers honestly', async () => {
    await keepSession(store, { child, item, level: short, abilities: toGrowing(0), sets: 1, seed: 'a', newId });
    await showResults();
    await page.getByRole('button', { name: 'Start' }).click();
    await expect.element(page.getByText('0 of 20 sessions played.')).toBeVisible();
    const question = (await store.readPlan(child)).items[0]?.question;
    expect(question).toMatchObject({ kind: 'feedback', from: today });
    await expect.element(page.getByText(/needs 12 sessions in whole pairs; 0 count so far/)).toBeVisible();
    expect(toOrder({ seed: question?.seed ?? '' })).toHaveLength(20);
    await page.getByRole('button', { name: 'End the question' }).click();
    await page.getByRole('button', { name: 'End the question' }).click();
    await expect.element(page.getByRole('button', { name: 'Start' })).toBeVisible();
    expect((await store.readPlan(child)).items[0]?.question).toBeUndefined();
  });
});

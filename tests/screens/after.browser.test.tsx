import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Language } from '../../src/core/text';
import { createDefaultItem } from '../../src/plan/default-item';
import type { Fields, Store } from '../../src/store/types';
import { passReady, type ShownApp, showApp } from './screen-app';
import { findLevel, newId, openTestStore } from './therapist-app';
import '../../src/screens/child/play.css';

let store: Store;
let shown: ShownApp | null = null;

beforeEach(async () => {
  ({ store } = await openTestStore(newId()));
});

afterEach(async () => {
  vi.restoreAllMocks();
  shown?.leave();
  shown = null;
  store.close();
  await page.viewport(1280, 800);
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const find = (selector: string) => document.querySelector<HTMLElement>(selector);

/** A child whose session is over, after a check without pain; the words that the test presses are English. */
async function showEnd(fields: Fields = {}, language: Language = 'en'): Promise<string> {
  const child = newId();
  await store.editChild(child, { picture: 'whale', name: 'Mia', ...fields });
  await store.editPlan(child, createDefaultItem(findLevel(2), newId(), 0));
  shown = showApp({ store }, `#/play/${child}`, [language]);
  await expect.poll(() => find('.start-button'), { timeout: 5000 }).not.toBeNull();
  find('.start-button')?.click();
  await passReady();
  await expect.poll(() => shown?.plays.length).toBe(1);
  const play = shown.plays[0];
  play?.show({ phase: 'ended', ended: 'finished', trialsDone: 6, session: play.options.turn?.session ?? '' });
  await expect.poll(() => find('.after-card')).not.toBeNull();
  return child;
}

const readFeelings = async (child: string) => (await store.readSafetyLog(child)).feelings;
const readIncidents = async (child: string) => (await store.readSafetyLog(child)).incidents;

describe('after a session', () => {
  it('faces tell how it was and what hurts; the last word counts, and none is needed', async () => {
    const child = await showEnd();
    expect(await readFeelings(child)).toEqual([]);
    for (const name of ['It was all right', 'It was good', 'No pain']) await button(name).click();
    await expect
      .poll(() => readFeelings(child))
      .toMatchObject([{ fun: 'good', pain: 0, painAt: null, session: shown?.plays[0]?.options.turn?.session }]);
    await expect.element(button('Play again')).toBeVisible();
  });

  it('pain that grew by 2 asks for rest and does not offer to play again', async () => {
    const child = await showEnd();
    await button('Hurts a little bit').click();
    await button('Hip').click();
    await expect.element(page.getByText('New pain: no more play today.')).toBeVisible();
    expect(button('Play again').elements()).toHaveLength(0);
    await expect.poll(async () => (await readFeelings(child))[0]).toMatchObject({ pain: 2, painAt: 'hip' });
    await button('No pain').click();
    await expect.element(button('Play again')).toBeVisible();
    await expect.poll(async () => (await readFeelings(child))[0]).toMatchObject({ pain: 0, painAt: null });
  });

  it('effort of 8 is enough for today, of 6 is not', async () => {
    await showEnd();
    await button('Tired').click();
    await expect.element(button('Play again')).toBeVisible();
    await button('Really tired').click();
    await expect.element(page.getByText('Enough for today')).toBeVisible();
    expect(button('Play again').elements()).toHaveLength(0);
  });

  it('water is spoken of only where the therapist allows it', async () => {
    await showEnd();
    expect(document.body.textContent).not.toContain('water');
    shown?.leave();
    await showEnd({ 'safety.water': true });
    await expect.element(page.getByText('A sip of water is all right.')).toBeVisible();
  });
});

describe('the note of an adverse event', () => {
  it('from the end card is kept with its session, and printed on a page of its own', async () => {
    const child = await showEnd();
    await button('Something happened').click();
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Please choose what it was.');
    await page.getByRole('radio', { name: 'A fall' }).click();
    await page.getByLabelText('What happened, in your words').fill('Slid <b>off</b> the seat 摔倒 سقط');
    await page.getByLabelText('What was done').fill('Sat down.');
    await userEvent.fill(page.getByLabelText('Time, if known'), '10:05');
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await expect.element(page.getByText('Kept. The therapist sees it')).toBeVisible();
    expect(await readIncidents(child)).toMatchObject([
      {
        what: 'fall',
        when: 'during',
        day: '2026-03-26',
        time: '10:05',
        happened: 'Slid <b>off</b> the seat 摔倒 سقط',
        done: 'Sat down.',
        session: shown?.plays[0]?.options.turn?.session,
      },
    ]);
    const print = vi.spyOn(window, 'print').mockImplementation(() => {
      expect(find('.incident-print')?.textContent).toContain('Slid <b>off</b> the seat');
      expect(find('.incident-print')?.textContent).toContain('Mia');
      expect(find('.incident-print b')).toBeNull();
      expect(document.body.classList.contains('prints-incident')).toBe(true);
    });
    await button('Print on one page').click();
    expect(print).toHaveBeenCalledOnce();
    dispatchEvent(new Event('afterprint'));
    expect(find('.incident-print')).toBeNull();
    expect(document.body.classList.contains('prints-incident')).toBe(false);
  });

  it('is reached from a pause, and play can go on after it', async () => {
    const child = await showEnd();
    shown?.plays[0]?.show({ phase: 'paused', ended: null, pausedFor: 'asked' });
    await expect.poll(() => find('.paused')).not.toBeNull();
    await button('Something happened').click();
    await page.getByRole('radio', { name: 'Strong pain' }).click();
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await button('Done').click();
    await expect.poll(async () => (await readIncidents(child)).map(({ what }) => what)).toEqual(['pain']);
    await button('Go on').click();
    await expect.poll(() => shown?.plays[0]?.calls).toContain('resume');
  });

  it('that a full tablet cannot keep is said, stays as it was written and can be printed', async () => {
    await showEnd();
    shown?.leave();
    const full: Store = { ...store, save: async () => ({ saved: false, problem: 'full' }) };
    const opened = store;
    store = full;
    await showEnd();
    store = opened;
    await button('Something happened').click();
    await page.getByRole('radio', { name: 'A seizure' }).click();
    await page.getByLabelText('What was done').fill('Called help.');
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('could not keep it');
    await expect.element(page.getByLabelText('What was done')).toHaveValue('Called help.');
    await expect.element(button('Print on one page')).toBeVisible();
  });

  it.each([
    ['en', 1280, 800],
    ['en', 768, 1024],
    ['en', 320, 640],
    ['zh-CN', 768, 1024],
  ] as const)('and the end card in %s at %i x %i have no violation and nothing scrolls sideways', async (language, width, height) => {
    await page.viewport(width, height);
    await showEnd({}, language);
    const look = async () => {
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      const { violations } = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    };
    await look();
    find('.after-note')?.click();
    await expect.poll(() => find('.incident-form')).not.toBeNull();
    await look();
    const sheet = find('dialog');
    expect(sheet?.scrollWidth).toBeLessThanOrEqual(sheet?.clientWidth ?? 0);
  });
});

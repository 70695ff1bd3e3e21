import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Language } from '../../src/core/text';
import { createDefaultItem } from '../../src/plan/default-item';
import type { Fields, Store } from '../../src/store/types';
import { type ShownApp, showApp } from './screen-app';
import { findLevel, newId, openTestStore } from './therapist-app';
import '../../src/screens/child/play.css';

let store: Store;
let shown: ShownApp | null = null;

beforeEach(async () => {
  ({ store } = await openTestStore(newId()));
});

afterEach(async () => {
  shown?.leave();
  shown = null;
  store.close();
  await page.viewport(1280, 800);
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const find = (selector: string) => document.querySelector<HTMLElement>(selector);
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const played = () => shown?.plays.at(-1)?.options;

/** A child with these games in the plan, at the ready card. */
async function showReady(games: readonly string[], fields: Fields = {}, language: Language = 'en'): Promise<string> {
  const child = newId();
  await store.editChild(child, { picture: 'whale', ...fields });
  for (const [i, game] of games.entries()) await store.editPlan(child, createDefaultItem(findLevel(levelOf[game] ?? 2, game), newId(), i));
  shown = showApp({ store }, `#/play/${child}`, [language]);
  await expect.poll(() => find('.start-button')).not.toBeNull();
  find('.start-button')?.click();
  await expect.poll(() => find('.ready-body')).not.toBeNull();
  return child;
}

/** Levels that stand: a hold with feet apart, coming up from a seat. */
const levelOf: Readonly<Record<string, number>> = { ferry: 5, rocket: 4 };

async function press(type: 'pointerdown' | 'pointerup' | 'pointermove', at: { clientX: number; clientY: number } = { clientX: 0, clientY: 0 }) {
  find('.hold-button')?.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, ...at }));
  await wait(30);
}

const readChecks = async (child: string) => (await store.readSafetyLog(child)).checks;

describe('all is well', () => {
  it('is three taps for a game in sitting; what was said is kept with the id of the session', async () => {
    const child = await showReady(['fireflies']);
    expect(find('.face-button[aria-pressed="true"], .ready-chips [aria-pressed="true"], .is-well')).toBeNull();
    for (const name of ['No pain', 'No', 'All is well']) await button(name).click();
    await expect.poll(() => played()?.item.game).toBe('fireflies');
    const [check] = await readChecks(child);
    expect(check).toMatchObject({ outcome: 'play', because: [], changed: [], answers: { pain: 0, seizure: 'none', adult: null } });
    expect(check?.answers.lines).toEqual({ prepared: true, fed: true, mouth: true, brakes: true });
    expect(check?.session).toBe(played()?.turn?.session);
    expect(check?.tookMs).toBeLessThan(20_000);
  });

  it('is four for a standing game: the fourth is a hold that says an adult is within reach', async () => {
    const child = await showReady(['ferry']);
    for (const name of ['No pain', 'No', 'All is well']) await button(name).click();
    await expect.element(page.getByText('Hold: an adult is within reach')).toBeVisible();
    expect(shown?.plays).toHaveLength(0);
    await press('pointerdown');
    await expect.poll(() => find('.hold-button.is-yes'), { timeout: 3000 }).not.toBeNull();
    expect(shown?.plays).toHaveLength(0);
    await press('pointerup');
    await expect.poll(() => played()?.item.game).toBe('ferry');
    expect((await readChecks(child))[0]).toMatchObject({ outcome: 'play', answers: { adult: true, lines: { shoes: true, chair: true } } });
  });

  it('is not asked where play is just for fun', async () => {
    shown = showApp({ store: null, problem: 'refused' }, '#/play/fun');
    await expect.poll(() => find('.start-button')).not.toBeNull();
    expect(document.body.textContent).toContain('mouth empty');
    find('.start-button')?.click();
    await expect.poll(() => shown?.plays.length).toBe(1);
  });
});

describe('the hold', () => {
  async function showHold() {
    await showReady(['ferry']);
    for (const name of ['No pain', 'No', 'All is well']) await button(name).click();
    await expect.poll(() => find('.hold-button')).not.toBeNull();
  }

  it('is no tap and no swipe', async () => {
    await showHold();
    await press('pointerdown');
    await press('pointerup');
    await press('pointerdown');
    await press('pointermove', { clientX: 120, clientY: 0 });
    await wait(1200);
    await press('pointerup');
    for (let i = 0; i < 5; i++) await button('Hold: an adult is within reach').click();
    await wait(1100);
    await button('Hold: an adult is within reach').click();
    expect(shown?.plays).toHaveLength(0);
  });

  it('by keyboard is the same key held', async () => {
    await showHold();
    await expect.element(button('Hold: an adult is within reach')).toHaveFocus();
    await userEvent.keyboard('{ >}');
    await expect.poll(() => find('.hold-button.is-yes'), { timeout: 3000 }).not.toBeNull();
    await userEvent.keyboard('{/ }');
    await expect.poll(() => shown?.plays.length).toBe(1);
  });

  it('by a switch is two presses, not quick ones', async () => {
    await showHold();
    await userEvent.keyboard('{ }{ }');
    expect(shown?.plays).toHaveLength(0);
    await expect.element(page.getByText('Now press once more')).toBeVisible();
    await wait(1100);
    await userEvent.keyboard('{ }');
    await expect.poll(() => shown?.plays.length).toBe(1);
  });

  it('where nobody can stay blocks the standing game and plays the rest', async () => {
    await showReady(['fireflies', 'ferry']);
    for (const name of ['No pain', 'No', 'All is well', 'Nobody can stay']) await button(name).click();
    await expect.element(page.getByText('Ferry rests today.')).toBeVisible();
    await button('All is well').click();
    await expect.poll(() => played()?.item.game).toBe('fireflies');
    expect(played()?.turn?.last).toBe(true);
  });
});

describe('what is not well', () => {
  it('a line that waits keeps play waiting until it is well', async () => {
    await showReady(['fireflies']);
    await button('No pain').click();
    await button('No').click();
    await page.getByRole('button', { name: 'Not so: Mouth empty' }).click();
    await expect.element(page.getByText('Food in the mouth can be swallowed')).toBeVisible();
    expect(button('All is well').elements()).toHaveLength(0);
    await button('Empty now').click();
    await button('All is well').click();
    await expect.poll(() => shown?.plays.length).toBe(1);
  });

  it('shoes that are off let standing games rest, with the reason, and the others play', async () => {
    const child = await showReady(['fireflies', 'rocket']);
    await button('No pain').click();
    await button('No').click();
    await page.getByRole('button', { name: 'Not so: Firm shoes' }).click();
    await expect.element(page.getByText('Standing needs firm shoes.')).toBeVisible();
    await button('The rest is well').click();
    await expect.poll(() => played()?.item.game).toBe('fireflies');
    expect((await readChecks(child))[0]).toMatchObject({ outcome: 'play', changed: [{ verdict: 'blocked', because: ['shoes'] }] });
  });

  it('new pain of 4 ends kindly, is kept, and can have been a wrong tap', async () => {
    const child = await showReady(['fireflies']);
    await button('Hurts a little more').click();
    await expect.element(page.getByRole('heading', { name: 'Not today, and that is all right' })).toHaveFocus();
    await button('That was a wrong tap').click();
    await button('Hurts a little bit').click();
    await button('Leg').click();
    await button('Hurts even more').click();
    await button('Home, until another day').click();
    await expect
      .poll(async () => (await readChecks(child)).map(({ outcome, because, answers }) => [outcome, because, answers.painAt]))
      .toEqual([['not-today', ['pain'], 'leg']]);
    await expect.poll(async () => (await store.readFamilyDays(child)).notToday).toEqual({ '2026-03-26': 'pain' });
    expect(shown?.plays).toHaveLength(0);
  });

  it('pain that was told is kept also when the tablet is put away', async () => {
    const child = await showReady(['fireflies']);
    await button('Hurts a lot').click();
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'hidden');
    await expect.poll(async () => (await readChecks(child))[0]?.answers.pain).toBe(8);
  });

  it('a seizure within the hours of rest ends for today; longer ago does not', async () => {
    const child = await showReady(['fireflies'], { 'safety.rules.seizureRestH': 48 });
    await button('Yes, in the last 48 h').click();
    await expect.element(page.getByText('After a seizure the body rests first.')).toBeVisible();
    await button('That was a wrong tap').click();
    await button('Yes, over 48 h ago').click();
    await button('No pain').click();
    await button('All is well').click();
    await expect.poll(() => shown?.plays.length).toBe(1);
    expect((await readChecks(child)).at(-1)?.answers.seizure).toBe('earlier');
  });

  it('a lock that leaves nothing says so at once and leads home', async () => {
    await showReady(['rocket'], { 'safety.locks.weightBearing': true });
    await expect.element(page.getByText('The therapist has locked weight on the legs.')).toBeVisible();
    expect(button('That was a wrong tap').elements()).toHaveLength(0);
  });

  it('an answer that is missing is asked for and shown, and nothing is played', async () => {
    await showReady(['fireflies']);
    await button('All is well').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Two taps first');
    await expect.poll(() => document.activeElement?.closest('.ready-ask.is-missing')).not.toBeNull();
    expect(shown?.plays).toHaveLength(0);
  });
});

describe('the ready card', () => {
  it.each([
    [1280, 800],
    [768, 1024],
    [320, 640],
  ])('has room for words that are 40 %% longer at %i x %i', async (width, height) => {
    await page.viewport(width, height);
    await showReady(['fireflies', 'ferry']);
    await button('No pain').click();
    await button('No').click();
    await page.getByRole('button', { name: 'Not so: Firm shoes' }).click();
    await wait(50);
    const walker = document.createTreeWalker(document.querySelector('.ready') as Node, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent ?? '';
      node.textContent = words + words.slice(0, Math.ceil(words.length * 0.4));
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    for (const one of document.querySelectorAll<HTMLElement>('.ready h1, .ready h2, .ready button, .ready li, .ready p')) {
      expect(one.scrollWidth, one.textContent ?? '').toBeLessThanOrEqual(one.offsetWidth);
    }
  });

  it.each([
    ['en', 1280, 800],
    ['en', 768, 1024],
    ['en', 320, 640],
    ['zh-CN', 1280, 800],
    ['zh-CN', 768, 1024],
  ] as const)('in %s at %i x %i is one screen without a violation; nothing scrolls sideways', async (language, width, height) => {
    await page.viewport(width, height);
    await showReady(['fireflies', 'ferry'], {}, language);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    if (width >= 768) expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(height);
    const { violations } = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    for (const one of document.querySelectorAll('.ready button')) {
      const box = one.getBoundingClientRect();
      expect(Math.min(box.width, box.height), one.textContent ?? '').toBeGreaterThanOrEqual(24);
    }
  });
});

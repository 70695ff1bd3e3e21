import { afterEach, beforeEach, expect } from 'vitest';
import { page } from 'vitest/browser';
import type { Language } from '../../src/core/text';
import { calmAbilities } from '../../src/session/simulate';
import type { Store } from '../../src/store/types';
import { findLevel, newId, openTestStore, showTherapist, today } from './therapist-app';
import { keepSession } from './therapist-history';
import { keepTold, type Told } from './therapist-replay-history';

/** The child of these tests, and the item of its plan. */
export const child = newId();
const item = newId();
const realMatch = window.matchMedia;

/** For each test of a file: a store with one child, and the therapist's pages over it, on a tablet that asks for less motion. */
export function prepareResults() {
  let opened: Awaited<ReturnType<typeof openTestStore>> | null = null;
  let leave: (() => void) | null = null;
  let name = '';

  function getStore(): Store {
    if (!opened) throw new Error('no store outside a test');
    return opened.store;
  }

  beforeEach(async () => {
    name = newId();
    opened = await openTestStore(name);
    opened.clock.on = today;
    await getStore().editChild(child, { name: 'Mia Lindqvist', picture: 'whale' });
    askForLessMotion(true);
  });

  afterEach(async () => {
    leave?.();
    leave = null;
    getStore().close();
    document.body.innerHTML = '';
    window.matchMedia = realMatch;
    await page.viewport(1280, 800);
  });

  async function openSession(language: Language = 'en'): Promise<void> {
    location.hash = `#/therapist/${child}`;
    const root = document.createElement('div');
    document.body.append(root);
    leave = showTherapist(root, getStore(), language);
    await page.getByRole('tab', { name: /^(Results|结果)$/ }).click();
    await expect.poll(() => document.querySelectorAll('.session-head').length).toBe(1);
    document.querySelector<HTMLElement>('.session-head')?.click();
    await expect.poll(() => document.querySelectorAll('.trials tbody tr').length).toBeGreaterThan(0);
  }

  return {
    get store() {
      return getStore();
    },
    get name() {
      return name;
    },
    openSession,
    async openTrial(number: number, language: Language = 'en'): Promise<void> {
      await openSession(language);
      document.querySelectorAll<HTMLElement>('.trials tbody .icon-button')[number - 1]?.click();
      await expect.poll(() => document.querySelectorAll('.replay-controls, .replay .notice').length).toBeGreaterThan(0);
    },
    /** Takes away at the end of the test what it drew itself. */
    leaveWith(undo: () => void): void {
      leave = undo;
    },
    keepTouch: () => keepSession(getStore(), { child, item, level: findLevel(5), abilities: calmAbilities, sets: 1, seed: 'replay', newId }),
    keep: (told: Told) => keepTold(getStore(), { child, item, level: findLevel(5), newId }, told),
  };
}

/** The tablet's own wish for less motion; it cannot be set from within a page. */
export function askForLessMotion(less: boolean): void {
  window.matchMedia = (query) => (query.includes('reduced-motion') ? ({ matches: less } as MediaQueryList) : realMatch.call(window, query));
}

/** The slider of the replay. */
export const slider = () => page.getByRole('slider', { name: 'Moment of the trial' });

/** Goes to a moment after the start of the replay. */
export async function goTo(afterMs: number): Promise<void> {
  const input = slider().element() as HTMLInputElement;
  input.value = String(afterMs);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await expect.poll(() => Number(input.value)).toBeCloseTo(afterMs, -2);
}

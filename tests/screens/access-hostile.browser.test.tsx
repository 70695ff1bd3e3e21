import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createDefaultItem } from '../../src/plan/default-item';
import type { Store } from '../../src/store/types';
import { findLayoutFaults } from './access-look';
import { passReady, type ShownApp, showApp } from './screen-app';
import { findLevel, newId, openTestStore } from './therapist-app';
import '../../src/screens/child/play.css';

let store: Store;
let shown: ShownApp | null = null;
let child = '';

beforeEach(async () => {
  ({ store } = await openTestStore(newId()));
  child = newId();
  await store.editChild(child, { picture: 'whale', name: 'Mia' });
  await store.editPlan(child, createDefaultItem(findLevel(3), newId(), 0));
});

afterEach(async () => {
  shown?.leave();
  shown = null;
  store.close();
  await page.viewport(1280, 800);
});

const find = (selector: string) => document.querySelector<HTMLElement>(selector);
const settle = (ms = 60) => new Promise((resolve) => setTimeout(resolve, ms));

async function press(selector: string): Promise<void> {
  await expect.poll(() => find(selector), { message: selector }).not.toBeNull();
  find(selector)?.click();
  await settle();
}

/** Writes into every field for words in front, as far as the field takes them, and leaves each; returns how many there are. */
function writeEverywhere(words: string): number {
  const front = find('dialog[open]') ?? document.body;
  const fields = [...front.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type="text"], input[type="search"], textarea')];
  for (const field of fields) {
    expect(field.maxLength, field.outerHTML).toBeGreaterThan(0);
    field.focus();
    field.value = words.slice(0, field.maxLength);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.blur();
  }
  return fields.length;
}

/** Each way to a field for words: what is pressed to get there, and to keep what was written. */
const ways: readonly { readonly at: () => string; readonly to: readonly string[]; readonly keep?: string; readonly before?: () => Promise<void> }[] =
  [
    { at: () => '#/', to: ['.tile-add', '.picture-choice input'], keep: '.add-child-end .main' },
    { at: () => '#/therapist', to: ['.author-card'] },
    { at: () => `#/therapist/${child}`, to: ['.plan-item'] },
    { at: () => `#/therapist/${child}`, to: ['#tab-results', '.goals > .button'], keep: '.goal-form .main' },
    {
      at: () => `#/therapist/${child}`,
      to: ['#tab-safety', '.card:has(.incidents) > .button'],
      keep: '.incident-form .main',
    },
    {
      at: () => `#/play/${child}`,
      to: ['.play-buttons .button:nth-child(4)', '.rail-buttons .button:nth-last-child(5)'],
      keep: '.rail-note .main',
      before: async () => {
        await press('.start-button');
        await passReady();
      },
    },
  ];

const places = [() => '#/', () => '#/therapist', () => `#/therapist/${child}`, () => `#/family/${child}`, () => `#/play/${child}`];

const hostile = {
  markup: `<img src=x onerror="window.harm=1"><script>window.harm=1</script>{{name}}$t(common.back)<b>`,
  'the other direction, pictures and marks':
    '\u202Eمرحبا بالعالم 👩‍👩‍👧‍👦🏳️‍🌈 Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034C\u0334\u0319\u0324\u031E\u0349\u035A\u032F\u031E\u0320\u034DA\u036B\u0357\u0334\u0362\u0335\u031C\u0330\u0354L\u0368\u0367\u0369\u0358\u0320 ',
  'no end': 'W'.repeat(10_000),
};

describe('whatever is written into a field', () => {
  it.each(Object.entries(hostile))('%s: it stays words, and every page keeps its shape', async (_, words) => {
    let fields = 0;
    for (const { at, to, keep, before } of ways) {
      shown = showApp({ store }, at());
      await before?.();
      for (const selector of to) await press(selector);
      fields += writeEverywhere(words.padEnd(60, words));
      await settle();
      if (keep) await press(keep);
      // A child that was added is gone to.
      if (at() === '#/') await expect.poll(() => location.hash).toMatch(/^#\/play/);
      await settle();
      shown.leave();
    }
    expect(fields).toBeGreaterThanOrEqual(10);
    await store.editChild(child, { name: words.slice(0, 40) });
    const faults: string[] = [];
    await page.viewport(768, 1024);
    for (const place of places) {
      shown = showApp({ store }, place());
      await expect.poll(() => find('.card, .tiles img, .start-button'), { message: place() }).not.toBeNull();
      await settle(120);
      for (const tab of place().startsWith('#/therapist/') ? ['plan', 'results', 'safety'] : ['']) {
        if (tab) await press(`#tab-${tab}`);
        faults.push(...findLayoutFaults().map((fault) => `${place().slice(0, 14)} ${tab} ${fault}`));
      }
      expect(document.querySelectorAll('#app img[src="x"], body img[src="x"], main script')).toHaveLength(0);
      expect('harm' in window).toBe(false);
      shown.leave();
    }
    expect([...new Set(faults)]).toEqual([]);
  });
});

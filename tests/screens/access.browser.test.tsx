import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createDefaultItem } from '../../src/plan/default-item';
import type { Route } from '../../src/screens/router';
import type { SessionStatus } from '../../src/session/types';
import type { Store } from '../../src/store/types';
import { findKeyboardFaults, findLayoutFaults, findSmallTargets, findViolations, lengthen } from './access-look';
import { pin } from './lock-app';
import { passReady, type ShownApp, showApp } from './screen-app';
import { findLevel, newId, openTestStore } from './therapist-app';
import { keepSession, toGrowing } from './therapist-history';
import '../../src/screens/child/play.css';

/** Every page here speaks a language whose words are 40 % longer. */
const showLong = (hash: string) => showApp({ store }, hash, ['en'], undefined, lengthen);

/** A screen of the app: where it is, what is pressed to get there, and how it is known to be shown. */
interface Seen {
  readonly name: string;
  readonly route: Route['screen'];
  readonly to: () => string;
  /** Pressed one after the other, each once it is there. */
  readonly press?: readonly string[];
  readonly shows: string;
  /** The file of the sheet that is open. */
  readonly sheet?: string;
  /** Gets there by more than presses. */
  readonly go?: () => Promise<void>;
}

let store: Store;
let shown: ShownApp | null = null;
const mia = newId();

const find = (selector: string) => document.querySelector<HTMLElement>(selector);
const therapist = () => `#/therapist/${mia}`;
const play = () => `#/play/${mia}`;
const tab = (name: string) => `#tab-${name}`;

async function showPlay(status: Partial<SessionStatus>): Promise<void> {
  await passReady();
  await expect.poll(() => shown?.plays.length).toBe(1);
  shown?.plays[0]?.show(status);
}

const start = { route: 'play', to: play, press: ['.place', '.start-button'] } as const;
const atPlan = { route: 'therapist', to: therapist } as const;

const screens: readonly Seen[] = [
  { name: 'the children of the tablet', route: 'picker', to: () => '#/', shows: '.tile-picture img' },
  { name: 'a new child', route: 'picker', to: () => '#/', press: ['.tile-add'], shows: '.add-child' },
  { name: 'the roster and the tablet', route: 'therapist', to: () => '#/therapist', shows: '.roster-card a' },
  { name: 'the plan', ...atPlan, press: [tab('plan')], shows: '.plan-item' },
  { name: 'the profile', ...atPlan, press: [tab('profile')], shows: '.profile .card' },
  { name: 'touch and picture', ...atPlan, press: [tab('touch')], shows: '.settings .toggle' },
  { name: 'the results', ...atPlan, press: [tab('results'), '.session-list button'], shows: '.session-list' },
  { name: 'a new goal', ...atPlan, press: [tab('results'), '.goals > .button'], shows: '.goals form' },
  { name: 'the safety rules', ...atPlan, press: [tab('safety')], shows: '.tab-panel .card' },
  {
    name: 'a starting plan',
    ...atPlan,
    press: ['.plan-tools button:nth-of-type(1)'],
    shows: 'dialog[open] .sheet-paper > :nth-child(2)',
    sheet: 'plan/template-sheet',
  },
  {
    name: 'a copy of the plan',
    ...atPlan,
    press: ['.plan-tools button:nth-of-type(2)'],
    shows: 'dialog[open] .sheet-paper > :nth-child(2)',
    sheet: 'plan/copy-sheet',
  },
  {
    name: 'the plan over time',
    ...atPlan,
    press: ['.plan-tools button:nth-of-type(3)'],
    shows: 'dialog[open] .sheet-paper > :nth-child(2)',
    sheet: 'plan/history-sheet',
  },
  {
    name: 'same as last time',
    ...atPlan,
    press: ['.again-button'],
    shows: 'dialog[open] .sheet-paper > :nth-child(2)',
    sheet: 'roster/same-again-sheet',
  },
  { name: 'another child', ...atPlan, press: ['.switch-button'], shows: 'dialog[open] a', sheet: 'roster/child-switch' },
  {
    name: 'a new PIN',
    route: 'therapist',
    to: () => '#/therapist',
    press: ['.lock-buttons .button'],
    shows: 'dialog[open] .keypad',
    sheet: 'lock/set-pin-sheet',
  },
  { name: 'the family', route: 'family', to: () => `#/family/${mia}`, shows: '.page.family .card' },
  { name: "the child's bay", route: 'play', to: play, shows: '.start-button' },
  { name: 'one game', route: 'play', to: play, press: ['.place'], shows: '.start-ways' },
  { name: 'who plays along', route: 'play', to: play, press: ['.place', '.start-ways > .button'], shows: '.friends-guest' },
  { name: 'the look before play', ...start, shows: '.ready-well' },
  {
    name: 'play with the thumb rail',
    ...start,
    go: async () => {
      await showPlay({});
      await press('.play-buttons .button:nth-child(4)');
    },
    shows: '.rail',
  },
  { name: 'a pause', ...start, go: () => showPlay({ phase: 'paused', pausedFor: 'asked' }), shows: '.play-card' },
  { name: 'a rest', ...start, go: () => showPlay({ phase: 'resting', restLeftS: 20 }), shows: '.rest' },
  {
    name: 'something that happened',
    ...start,
    go: async () => {
      await showPlay({ phase: 'ended', ended: 'finished', trialsDone: 12 });
      await press('.after-note');
    },
    shows: 'dialog[open]',
    sheet: 'after/incident-sheet',
  },
  { name: 'after play', ...start, go: () => showPlay({ phase: 'ended', ended: 'finished', trialsDone: 12 }), shows: '.end-buttons' },
  ...(['backup', 'merge', 'weekly'] as const).map(
    (name, i): Seen => ({
      name: `the tablet's ${name}`,
      route: 'therapist',
      to: () => '#/therapist',
      press: [`.backup-card > .button:nth-of-type(${i + 1})`],
      shows: 'dialog[open] .sheet-paper > :nth-child(2)',
      sheet: `transfer/${name}-sheet`,
    }),
  ),
  ...(['pictures', 'erase'] as const).map(
    (name, i): Seen => ({
      name: `a child's ${name}`,
      ...atPlan,
      press: [tab('profile'), `.record-card > .button:nth-of-type(${i + 2})`],
      shows: 'dialog[open] .sheet-paper > :nth-child(2)',
      sheet: `transfer/${name}-sheet`,
    }),
  ),
  // From here on a PIN is set: these stay last.
  {
    name: 'a PIN taken away',
    route: 'therapist',
    to: () => '#/therapist',
    go: async () => {
      await store.lock.set(pin, store.lock.createCode());
      await press('.lock-buttons .button:last-child');
    },
    shows: 'dialog[open] .keypad',
    sheet: 'lock/lock-card',
  },
  {
    name: 'a question to the adult',
    route: 'picker',
    to: () => '#/',
    press: ['.tile-family'],
    shows: 'dialog[open] .adult-press',
    sheet: 'child/picker-screen',
  },
  { name: 'a wait for the PIN', route: 'therapist', to: therapist, go: async () => store.lock.close(), shows: '.lock-card .keypad' },
  { name: 'a forgotten PIN', route: 'therapist', to: therapist, press: ['.lock-card > .button'], shows: '.lock-page form' },
];

async function press(selector: string): Promise<void> {
  await expect.poll(() => find(selector), { message: selector }).not.toBeNull();
  find(selector)?.focus();
  find(selector)?.click();
  await settle();
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 60));

beforeAll(async () => {
  const opened = await openTestStore(newId());
  ({ store } = opened);
  for (const [id, name, picture] of [
    [mia, 'Mia', 'whale'],
    [newId(), 'Aleksandra-Maximiliane', 'crab'],
  ] as const) {
    await store.editChild(id, { name, picture });
    const fields = [
      ['fireflies', 3],
      ['lighthouse', 2],
    ] as const;
    await store.editPlan(id, Object.assign({}, ...fields.map(([game, order], i) => createDefaultItem(findLevel(order, game), newId(), i))));
  }
  const item = (await store.readPlan(mia)).items[0]?.id ?? '';
  for (let n = 0; n < 3; n++) {
    opened.clock.on = `2026-03-${20 + 2 * n}`;
    await keepSession(store, { child: mia, item, level: findLevel(3), abilities: toGrowing(n / 3), sets: 1, seed: `access/${n}`, newId });
  }
  opened.clock.on = '2026-03-26';
});

afterEach(async () => {
  shown?.leave();
  shown = null;
});

afterAll(async () => {
  store.close();
  await page.viewport(1280, 800);
});

describe('the table of screens', () => {
  it('has every route, every part of the page of a child, and every sheet', async () => {
    const routes: Record<Route['screen'], true> = { picker: true, play: true, therapist: true, family: true };
    expect(new Set(screens.map(({ route }) => route))).toEqual(new Set(Object.keys(routes)));
    shown = showLong(therapist());
    await expect.poll(() => document.querySelectorAll('[role="tab"]').length).toBeGreaterThan(0);
    const tabs = [...document.querySelectorAll('[role="tab"]')].map(({ id }) => `#${id}`);
    const pressed = screens.flatMap((one) => one.press ?? []);
    expect(tabs.filter((one) => !pressed.includes(one))).toEqual([]);
    const files = import.meta.glob<string>('../../src/screens/**/*.tsx', { query: '?raw', import: 'default', eager: true });
    const sheets = Object.entries(files).flatMap(([path, code]) => (/<Sheet\b/.test(code) ? [path.replace(/^.*screens\/|\.tsx$/g, '')] : []));
    const seenSheets = screens.flatMap(({ sheet }) => sheet ?? []);
    expect(sheets.filter((sheet) => !seenSheets.some((one) => sheet.endsWith(one)))).toEqual([]);
  });
});

describe('every screen in a language with longer words', () => {
  it.each(screens)('$name: read, reached and pressed by everybody', async (seen) => {
    await page.viewport(1280, 800);
    shown = showLong(seen.to());
    for (const selector of seen.press ?? []) await press(selector);
    await seen.go?.();
    await expect.poll(() => find(seen.shows), { message: seen.shows }).not.toBeNull();
    await settle();
    const faults: string[] = [];
    const note = (where: string, found: readonly string[]) => faults.push(...found.map((fault) => `${where}: ${fault}`));
    note('1280', findLayoutFaults());
    note('size', findSmallTargets());
    note('axe', await findViolations());
    note('keys', await findKeyboardFaults());
    for (const [width, height] of [
      [768, 1024],
      [640, 400],
    ] as const) {
      await page.viewport(width, height);
      await settle();
      note(String(width), findLayoutFaults());
    }
    if (seen.sheet) {
      await userEvent.keyboard('{Escape}');
      await expect.poll(() => find('dialog[open]')).toBeNull();
      const last = seen.press?.at(-1);
      if (!seen.go && last) expect(document.activeElement, 'the focus comes back').toBe(find(last));
    }
    expect(faults).toEqual([]);
  });
});

import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Language } from '../../src/core/text';
import { parseRecording } from '../../src/session/recording';
import { calmAbilities } from '../../src/session/simulate';
import type { Store } from '../../src/store/types';
import { answer, withRaw } from '../store/raw';
import { findLevel, newId, openTestStore, showTherapist, today } from './therapist-app';
import { keepSession } from './therapist-history';
import { filmWaving, keepTold, type Told } from './therapist-replay-history';

let store: Store;
let clock: { on: string };
let name = '';
let leave: (() => void) | null = null;
const child = newId();
const item = newId();
const realMatch = window.matchMedia;

beforeEach(async () => {
  name = newId();
  ({ store, clock } = await openTestStore(name));
  clock.on = today;
  await store.editChild(child, { name: 'Mia Lindqvist', picture: 'whale' });
  askForLessMotion(true);
});

afterEach(async () => {
  leave?.();
  store.close();
  document.body.innerHTML = '';
  window.matchMedia = realMatch;
  await page.viewport(1280, 800);
});

/** The tablet's own wish for less motion; it cannot be set from within a page. */
function askForLessMotion(less: boolean): void {
  window.matchMedia = (query) => (query.includes('reduced-motion') ? ({ matches: less } as MediaQueryList) : realMatch.call(window, query));
}

async function openSession(language: Language = 'en') {
  location.hash = `#/therapist/${child}`;
  const root = document.createElement('div');
  document.body.append(root);
  leave = showTherapist(root, store, language);
  await page.getByRole('tab').nth(2).click();
  await expect.poll(() => document.querySelectorAll('.session-head').length).toBe(1);
  document.querySelector<HTMLElement>('.session-head')?.click();
  await expect.poll(() => document.querySelectorAll('.trials tbody tr').length).toBeGreaterThan(0);
}

async function openTrial(number: number, language: Language = 'en') {
  await openSession(language);
  document.querySelectorAll<HTMLElement>('.trials tbody .icon-button')[number - 1]?.click();
  await expect.poll(() => document.querySelectorAll('.replay-controls, .replay .notice').length).toBeGreaterThan(0);
}

const keepTouch = () => keepSession(store, { child, item, level: findLevel(5), abilities: calmAbilities, sets: 1, seed: 'replay', newId });
const keep = (told: Told) => keepTold(store, { child, item, level: findLevel(5), newId }, told);
const slider = () => page.getByRole('slider', { name: 'Moment of the trial' });
const moment = () => slider().element().getAttribute('aria-valuetext') ?? '';
async function goTo(afterMs: number): Promise<void> {
  const input = slider().element() as HTMLInputElement;
  input.value = String(afterMs);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await expect.poll(() => Number(input.value)).toBeCloseTo(afterMs, -2);
}
const handNow = () => {
  const hand = document.querySelector('[data-hand-now]');
  return hand ? { x: Number(hand.getAttribute('cx')), y: Number(hand.getAttribute('cy')) } : null;
};

/** What pressing the button would put on the tablet: its name and text. */
async function saveFile(): Promise<{ readonly name: string; readonly text: string } | null> {
  let saved: Promise<{ name: string; text: string }> | null = null;
  const hear = (event: MouseEvent) => {
    const link = event.target;
    if (!(link instanceof HTMLAnchorElement) || !link.download) return;
    event.preventDefault();
    const { download, href } = link;
    saved = fetch(href)
      .then((answered) => answered.text())
      .then((text) => ({ name: download, text }));
  };
  document.addEventListener('click', hear);
  await page.getByRole('button', { name: 'Save this set as a file' }).click();
  await expect.poll(() => document.querySelector('.save-said')?.textContent).not.toBe('');
  document.removeEventListener('click', hear);
  return saved;
}

describe('the replay of a trial', () => {
  it('moves the hand along its stored path to the target, and the line along the signal with it', async () => {
    const { session } = await keepTouch();
    await openTrial(4);
    const [set] = await store.readSets(session);
    const result = set?.trials[3];
    const line = () => document.querySelector('.plot-now')?.getAttribute('d') ?? '';
    const [startLine, start] = [line(), handNow()];
    await goTo(500 + (result?.metrics.responseMs ?? 0));
    const [endLine, end] = [line(), handNow()];
    expect(Number(/M([\d.]+)/.exec(endLine)?.[1])).toBeGreaterThan(Number(/M([\d.]+)/.exec(startLine)?.[1]) + 50);
    const target = document.querySelector('.field-now');
    const away = (hand: { x: number; y: number } | null) =>
      Math.hypot((hand?.x ?? Number.NaN) - Number(target?.getAttribute('cx')), (hand?.y ?? Number.NaN) - Number(target?.getAttribute('cy')));
    expect(away(end)).toBeLessThan(Number(target?.getAttribute('r')));
    expect(away(start)).toBeGreaterThan(Number(target?.getAttribute('r')));
    expect(target?.classList.contains('hit')).toBe(true);
  });

  it("shows the trial's measures beside, as the table has them", async () => {
    const { session } = await keepTouch();
    await openTrial(2);
    const [set] = await store.readSets(session);
    const shown = document.querySelector('.replay-metrics')?.textContent ?? '';
    expect(shown).toContain(`${Math.round(set?.trials[1]?.metrics.responseMs ?? 0).toLocaleString('en')} ms`);
    expect(shown).toContain('reached');
  });

  it('plays to the end and stays there; pressed again, it starts anew', async () => {
    await keepTouch();
    askForLessMotion(false);
    await openTrial(1);
    await expect.element(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Play', exact: true }), { timeout: 10_000 }).toBeVisible();
    const end = moment();
    expect(end).toContain('after the cue');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect.poll(moment).toContain('before the cue');
    await page.getByRole('button', { name: 'Pause' }).click();
    const paused = moment();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    expect(moment()).toBe(paused);
  });

  it('waits for a press where the tablet asks for less motion', async () => {
    await keepTouch();
    await openTrial(1);
    await expect.element(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    expect(moment()).toContain('before the cue');
  });

  it('is led by the keyboard alone: arrows by a picture of the camera, Home and End', async () => {
    await keepTouch();
    await openTrial(1);
    (slider().element() as HTMLElement).focus();
    const before = moment();
    await userEvent.keyboard('{End}');
    await expect.poll(moment).toContain('after the cue');
    await userEvent.keyboard('{Home}');
    await expect.poll(moment).toBe(before);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    const seconds = (words: string) => Number(/[\d.]+/.exec(words)?.[0]);
    await expect.poll(() => seconds(before) - seconds(moment())).toBeCloseTo(0.08, 5);
    await page.getByRole('button', { name: 'Slowly' }).click();
    await expect.element(page.getByRole('button', { name: 'Slowly', pressed: true })).toBeVisible();
  });

  it('has nothing to press that is smaller than 15 mm', async () => {
    await keepTouch();
    await openTrial(1);
    const leastPx = Math.floor((15 * 96) / 25.4) - 1;
    const pressed = [...document.querySelectorAll('.replay button, .replay input, .save-set button')];
    expect(pressed.length).toBe(6 + 1);
    for (const one of pressed) expect(one.getBoundingClientRect().height, one.outerHTML).toBeGreaterThanOrEqual(leastPx);
  });
});

describe('the replay of a trial before the camera', () => {
  it('is a stick figure as in a mirror, beside the field with targets and hand', async () => {
    await keep({ source: 'pose', frames: filmWaving(40) });
    await openTrial(1);
    await expect.element(page.getByRole('heading', { name: 'Replay, trial 1' })).toBeVisible();
    await goTo(900);
    const x = (joint: string) => Number(document.querySelector(`[data-joint=${joint}]`)?.getAttribute('cx'));
    expect(x('right_shoulder')).toBeGreaterThan(x('left_shoulder'));
    expect(document.querySelectorAll('.bone').length).toBe(13 + 2);
    const room = document.querySelector('.stick-figure svg')?.getBoundingClientRect();
    for (const joint of document.querySelectorAll('[data-joint]')) {
      const { left, right, top, bottom } = joint.getBoundingClientRect();
      expect(left > (room?.left ?? 0) && right < (room?.right ?? 0) && top > (room?.top ?? 0) && bottom < (room?.bottom ?? 0)).toBe(true);
    }
    expect(document.querySelectorAll('.field-now')).toHaveLength(1);
    expect(handNow()).not.toBeNull();
    const wrist = () => document.querySelector('[data-joint=right_wrist]')?.getAttribute('cy');
    const before = wrist();
    await goTo(1300);
    expect(wrist()).not.toBe(before);
  });

  it('says so where the camera did not see the child, and draws nothing', async () => {
    await keep({ source: 'pose', frames: filmWaving(40) });
    await openTrial(1);
    await expect.element(page.getByText("As in a mirror: the child's right is on the right.")).toBeVisible();
    await goTo(2700);
    await expect.element(page.getByText('The camera did not see the child at this moment.')).toBeVisible();
    expect(document.querySelectorAll('[data-joint]')).toHaveLength(0);
  });

  it('shows no measure that a camera cannot carry, and says which', async () => {
    await keep({ source: 'pose', frames: filmWaving(40) });
    await openTrial(1);
    await expect.element(page.getByText(/Not measurable by camera: .*Peak speed/)).toBeVisible();
    await expect.element(page.getByText('This trial has no measure that this sensor can carry.')).toBeVisible();
    await expect.element(page.getByRole('img', { name: 'Way left to the target over time' })).toBeVisible();
    expect(document.body.textContent).not.toContain('mm/s');
  });

  it('shows the acceleration and the taps of what recorded beside', async () => {
    const motion = Array.from({ length: 200 }, (_, i) => ({
      kind: 'motion' as const,
      capturedMs: 20 * i,
      deliveredMs: 20 * i + 1,
      accelMps2: [0, 0, 9.81] as const,
      rotationDps: null,
      tiltDeg: null,
    }));
    await keep({ source: 'adult', byAdult: true, frames: [...motion, ...[2000, 4000, 6000].map(toTap)] });
    await openTrial(1);
    await expect.element(page.getByRole('img', { name: 'Size of the acceleration over time' })).toBeVisible();
    await expect.element(page.getByText('An adult counted this trial with a tap.').last()).toBeVisible();
    expect(document.querySelectorAll('.signal-plot .plot-tap')).toHaveLength(1);
  });
});

const toTap = (ms: number) => ({ kind: 'adult' as const, capturedMs: ms, deliveredMs: ms, rep: true, help: 0 as const });
const changeParts = (set: string, change: (parts: IDBObjectStore) => Promise<unknown>) =>
  withRaw(globalThis.indexedDB, name, (db) => change(db.transaction('recordings', 'readwrite').objectStore('recordings'))).then(() => set);

describe('a recording that is not whole', () => {
  const removeFrom = (set: string, trial: number) => changeParts(set, (parts) => answer(parts.delete(IDBKeyRange.bound([set, trial], [set, []]))));
  const damage = (set: string, trial: number) =>
    changeParts(set, (parts) => answer(parts.put({ set, trial, format: 1, gzip: new Uint8Array([1, 2, 3]) })));

  it('that is no longer kept is said plainly, and the results stay', async () => {
    const { set } = await keep({ source: 'pose', frames: filmWaving(40) });
    await removeFrom(set, 0);
    await openTrial(1);
    await expect.element(page.getByText('This tablet no longer keeps the recording of this set. Its results are not affected.')).toBeVisible();
    expect(await saveFile()).toBeNull();
    expect(document.querySelector('.save-said')?.textContent).toContain('no longer keeps');
    expect(document.querySelectorAll('.trials tbody tr')).toHaveLength(3);
  });

  it('that is damaged from its start is called damaged', async () => {
    const { set } = await keep({ source: 'pose', frames: filmWaving(40) });
    await damage(set, 0);
    await openTrial(2);
    await expect.element(page.getByText('The recording of this set is damaged and cannot be read. Its results are not affected.')).toBeVisible();
  });

  it('that is damaged later is replayed and saved up to there', async () => {
    const { set } = await keep({ source: 'pose', frames: filmWaving(40) });
    await damage(set, 1);
    await openTrial(3);
    await expect.element(page.getByText(/can be read up to trial 1 only/)).toBeVisible();
    await page.getByRole('button', { name: 'Trial before' }).click();
    await page.getByRole('button', { name: 'Trial before' }).click();
    await expect.element(page.getByRole('img', { name: 'The child as a stick figure' })).toBeVisible();
    const file = await saveFile();
    expect(document.querySelector('.save-said')?.textContent).toContain('It holds the first 1 of 3 trials');
    const parsed = parseRecording(file?.text ?? '');
    expect(parsed.ok && parsed.value.set.sides).toHaveLength(1);
  });

  it('of older rules shows what the camera told, without targets that cannot be known', async () => {
    await keep({ source: 'pose', frames: filmWaving(40), drillVersion: 7 });
    await openTrial(1);
    await expect.element(page.getByText(/Recorded under older rules of this game/)).toBeVisible();
    await expect.element(page.getByRole('img', { name: 'The child as a stick figure' })).toBeVisible();
    expect(document.querySelectorAll('.field-now, .field-target')).toHaveLength(0);
  });
});

describe('the file of a set', () => {
  it("holds the whole recording under a name without the child's, and can be read again", async () => {
    const { session } = await keepTouch();
    await openSession();
    const file = await saveFile();
    expect(file?.name).toBe(`fireflies-${today}-set-1.jsonl`);
    const [set] = await store.readSets(session);
    const parsed = parseRecording(file?.text ?? '');
    expect(parsed).toEqual({ ok: true, value: await store.readRecording(set?.set ?? '') });
    expect(file?.text).not.toMatch(/Mia|Lindqvist/);
    expect(file?.text).not.toContain(child);
    expect(document.querySelector('.save-said')?.textContent).toBe(`Saved as fireflies-${today}-set-1.jsonl.`);
  });
});

describe.each([
  [1280, 800],
  [768, 1024],
] as const)('on a screen of %i x %i', (width, height) => {
  it.each(['en', 'zh-CN'] as const)('a replay can be read by everyone, fits, and has all its words (%s)', async (language) => {
    await page.viewport(width, height);
    await keep({ source: 'pose', frames: filmWaving(40) });
    await openTrial(1, language);
    await expect.poll(() => document.querySelectorAll('.stick-figure').length).toBe(1);
    expect(document.body.textContent).not.toMatch(/(therapist|reach|unit|common)\.[a-z]/i);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
});

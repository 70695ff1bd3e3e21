import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openOutput } from '../../src/games/kit/audio-output';
import type { Store } from '../../src/store/types';
import { type ShownApp, showApp } from './screen-app';
import { createWholeText, newId, openTestStore } from './therapist-app';

/** A run lasts 17 s: 16 beats, one a second. */
const runMs = 60_000;
/** The limiter's look-ahead: notes start this much before they are heard (kit/beat.ts). */
const limiterMs = 6;

let store: Store;
let shown: ShownApp | null = null;
const started: number[] = [];
const { start } = AudioBufferSourceNode.prototype;

beforeEach(async () => {
  ({ store } = await openTestStore(newId()));
  started.length = 0;
  // Listens to the times for which notes are put on the audio clock.
  AudioBufferSourceNode.prototype.start = function (when, ...rest) {
    started.push(when ?? 0);
    return start.call(this, when, ...rest);
  };
});

afterEach(async () => {
  AudioBufferSourceNode.prototype.start = start;
  shown?.leave();
  shown = null;
  store.close();
  await page.viewport(1280, 800);
});

const text = { en: createWholeText('en'), 'zh-CN': createWholeText('zh-CN') };
const card = () => document.querySelector('.tap-along') as HTMLElement;
const pad = () => document.querySelector('.tap-pad');
const row = (index: number) => [...card().querySelectorAll('.tap-row')][index];
const said = () => card().querySelector('[role="status"]')?.textContent;
const findViolations = async () => {
  const { violations } = await axe.run(card(), { rules: { 'color-contrast-enhanced': { enabled: true } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

function touch(): void {
  pad()?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerId: 7, pointerType: 'touch' }));
  pad()?.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, pointerId: 7, pointerType: 'touch' }));
}

function press(): void {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, code: 'Space' }));
  document.activeElement?.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true, code: 'Space' }));
}

/** Answers each beat, as it stands on the audio clock, so much later; returns how late each answer came in truth. */
async function tapAlong(tap: () => void, toLateMs: (beat: number) => number | null): Promise<readonly number[]> {
  const context = openOutput();
  const answers: number[] = [];
  let answeredS = 0;
  let beat = 0;
  while (!pad()) await wait(5);
  while (pad()) {
    const stamp = context?.getOutputTimestamp();
    const nextS = started.find((atS) => atS > answeredS + 0.5);
    if (stamp?.contextTime && stamp.performanceTime && nextS !== undefined) {
      const heardMs = stamp.performanceTime + (nextS - stamp.contextTime) * 1000 + limiterMs;
      const lateMs = toLateMs(beat);
      if (performance.now() >= heardMs + (lateMs ?? 0)) {
        if (lateMs !== null) {
          answers.push(performance.now() - heardMs);
          tap();
        }
        answeredS = nextS;
        beat += 1;
      }
    }
    await wait(2);
  }
  return answers;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const middleOf = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

async function open(language: 'en' | 'zh-CN'): Promise<void> {
  shown = showApp({ store }, '#/therapist', [language]);
  await expect.element(page.getByRole('heading', { name: text[language]('therapist.beat.title') })).toBeVisible();
}

async function begin(index: number): Promise<void> {
  const button = row(index)?.querySelector('button');
  if (!button) throw new Error('no button');
  await userEvent.click(button);
}

describe('tapping along', () => {
  it('on the glass keeps the delay with its spread, and it can be forgotten again', { timeout: runMs }, async () => {
    await open('en');
    expect(await findViolations()).toEqual([]);
    await begin(0);
    const answering = tapAlong(touch, () => 120);
    await expect.element(page.getByText('Beat 3 of 16')).toBeVisible();
    expect(await findViolations()).toEqual([]);
    const answers = await answering;
    expect(answers.length).toBeGreaterThanOrEqual(14);
    await expect.poll(said).toBe(text.en('therapist.beat.kept'));
    const { beatOffsetMsTouch, beatSpreadMsTouch, beatOffsetMsSwitch } = await store.readDevice();
    expect(Math.abs((beatOffsetMsTouch ?? 0) - middleOf(answers.slice(2)))).toBeLessThan(12);
    expect(beatSpreadMsTouch).toBeLessThanOrEqual(80);
    expect(beatOffsetMsSwitch).toBeUndefined();
    expect(row(0)?.textContent).toContain(`${beatOffsetMsTouch} ms`);
    expect(row(0)?.textContent).toContain(text.en('therapist.beat.redo'));
    expect(await findViolations()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: text.en('therapist.beat.forget') }));
    await expect.poll(() => row(0)?.textContent).toContain(text.en('therapist.beat.none'));
    expect((await store.readDevice()).beatOffsetMsTouch).toBeUndefined();
  });

  it('by a switch keeps a delay of its own, with nothing else in focus (Chinese)', { timeout: runMs }, async () => {
    await open('zh-CN');
    await begin(1);
    const answers = await tapAlong(press, () => 60);
    await expect.poll(said).toBe(text['zh-CN']('therapist.beat.kept'));
    const { beatOffsetMsSwitch, beatOffsetMsTouch } = await store.readDevice();
    expect(Math.abs((beatOffsetMsSwitch ?? 0) - middleOf(answers.slice(2)))).toBeLessThan(12);
    expect(beatOffsetMsTouch).toBeUndefined();
    expect(await findViolations()).toEqual([]);
  });

  it('too seldom is refused with a kind word, as is a run without a tap of its own input, and what was kept stays', { timeout: runMs }, async () => {
    await store.editDevice({ beatOffsetMsTouch: 90, beatSpreadMsTouch: 12 });
    await open('zh-CN');
    await begin(0);
    await tapAlong(press, () => 60);
    await expect.poll(said).toBe(text['zh-CN']('therapist.beat.refused.few'));
    expect(await store.readDevice()).toMatchObject({ beatOffsetMsTouch: 90, beatSpreadMsTouch: 12 });
    expect(row(0)?.textContent).toContain('90');
    expect(await findViolations()).toEqual([]);
  });

  it('can be stopped, which keeps nothing and falls silent', async () => {
    await open('en');
    await begin(0);
    await expect.poll(() => started.length).toBeGreaterThan(0);
    await userEvent.click(page.getByRole('button', { name: text.en('therapist.beat.stop') }));
    expect(pad()).toBeNull();
    const count = started.length;
    await wait(1500);
    expect(started.length).toBe(count);
    expect(await store.readDevice()).not.toHaveProperty('beatOffsetMsTouch');
  });
});

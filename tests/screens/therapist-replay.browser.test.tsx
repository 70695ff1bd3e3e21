import axe from 'axe-core';
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AnyDrill } from '../../src/drills/types';
import { weightShiftDrill } from '../../src/drills/weight-shift/drill';
import type { Frame } from '../../src/movement/types';
import { type Shell, ShellContext } from '../../src/screens/parts/use-app';
import { TrialReplayCard } from '../../src/screens/therapist/results/trial-replay-card';
import type { StoredSet } from '../../src/store/types';
import { easyLean } from '../drills/weight-shift-set';
import { createWholeText } from './therapist-app';
import { filmWaving } from './therapist-replay-history';
import { askForLessMotion, goTo, prepareResults, slider } from './therapist-replay-page';

const results = prepareResults();
const moment = () => slider().element().getAttribute('aria-valuetext') ?? '';
const handNow = () => {
  const hand = document.querySelector('[data-hand-now]');
  return hand ? { x: Number(hand.getAttribute('cx')), y: Number(hand.getAttribute('cy')) } : null;
};

const toTap = (ms: number) => ({ kind: 'adult' as const, capturedMs: ms, deliveredMs: ms, rep: true, help: 0 as const });

describe('the replay of a trial', () => {
  it('moves the hand along its stored path to the target, and the line along the signal with it', async () => {
    const { session } = await results.keepTouch();
    await results.openTrial(4);
    const [set] = await results.store.readSets(session);
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
    const { session } = await results.keepTouch();
    await results.openTrial(2);
    const [set] = await results.store.readSets(session);
    const shown = document.querySelector('.replay-metrics')?.textContent ?? '';
    expect(shown).toContain(`${Math.round(set?.trials[1]?.metrics.responseMs ?? 0).toLocaleString('en')} ms`);
    expect(shown).toContain('reached');
  });

  it('plays to the end and stays there; pressed again, it starts anew', async () => {
    await results.keepTouch();
    askForLessMotion(false);
    await results.openTrial(1);
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
    await results.keepTouch();
    await results.openTrial(1);
    await expect.element(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    expect(moment()).toContain('before the cue');
  });

  it('is led by the keyboard alone: arrows by a picture of the camera, Home and End', async () => {
    await results.keepTouch();
    await results.openTrial(1);
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
    await results.keepTouch();
    await results.openTrial(1);
    const leastPx = Math.floor((15 * 96) / 25.4) - 1;
    const pressed = [...document.querySelectorAll('.replay button, .replay input, .save-set button')];
    expect(pressed.length).toBe(6 + 1);
    for (const one of pressed) expect(one.getBoundingClientRect().height, one.outerHTML).toBeGreaterThanOrEqual(leastPx);
  });
});

describe('the replay of a trial before the camera', () => {
  it('is a stick figure as in a mirror, beside the field with targets and hand', async () => {
    await results.keep({ source: 'pose', frames: filmWaving(40) });
    await results.openTrial(1);
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
    await results.keep({ source: 'pose', frames: filmWaving(40) });
    await results.openTrial(1);
    await expect.element(page.getByText("As in a mirror: the child's right is on the right.")).toBeVisible();
    await goTo(2700);
    await expect.element(page.getByText('The camera did not see the child at this moment.')).toBeVisible();
    expect(document.querySelectorAll('[data-joint]')).toHaveLength(0);
  });

  it('shows no measure that a camera cannot carry, and says which', async () => {
    await results.keep({ source: 'pose', frames: filmWaving(40) });
    await results.openTrial(1);
    await expect.element(page.getByText(/Not measurable by camera: .*Peak speed/)).toBeVisible();
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
    await results.keep({ source: 'adult', byAdult: true, frames: [...motion, ...[2000, 4000, 6000].map(toTap)] });
    await results.openTrial(1);
    await expect.element(page.getByRole('img', { name: 'Size of the acceleration over time' })).toBeVisible();
    await expect.element(page.getByText('An adult counted this trial with a tap.').last()).toBeVisible();
    expect(document.querySelectorAll('.signal-plot .plot-tap')).toHaveLength(1);
  });
});

describe('the replay of other movements and sources', () => {
  /** A replay card by itself, for a drill that no game here shows yet. */
  async function showCard(set: StoredSet, drill: AnyDrill, trial: number): Promise<void> {
    const root = document.createElement('div');
    document.body.append(root);
    const app = { opened: { store: results.store } } as unknown as Shell['app'];
    const shell: Shell = { app, text: createWholeText('en'), device: {} as Shell['device'] };
    render(
      <ShellContext.Provider value={shell}>
        <TrialReplayCard set={set} drill={drill} trial={trial} onChange={() => undefined} />
      </ShellContext.Provider>,
      root,
    );
    results.leaveWith(() => render(null, root));
    await expect.poll(() => document.querySelectorAll('.replay-controls').length).toBe(1);
  }

  it("a lean is drawn from above against today's limit, with both directions over time", async () => {
    const { session } = await results.keep({ source: 'pose', frames: filmWaving(60), drill: weightShiftDrill, params: easyLean });
    const [set] = await results.store.readSets(session);
    if (!set) throw new Error('no set');
    await showCard(set, weightShiftDrill, 0);
    await expect.element(page.getByRole('img', { name: 'The trunk from above with its target' })).toBeVisible();
    expect([...document.querySelectorAll('.signal-plot [data-trace]')].map((line) => line.getAttribute('data-trace'))).toEqual([
      'leanRight',
      'leanForward',
    ]);
    await goTo(900);
    expect(document.querySelectorAll('.lean-plane .field-target')).toHaveLength(1);
    expect(document.querySelectorAll('.lean-plane .field-touch')).toHaveLength(1);
    expect(document.querySelectorAll('.stick-figure .bone').length).toBeGreaterThan(5);
    expect((await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa'] })).violations.map(({ id }) => id)).toEqual([]);
  });

  it('a gamepad has its stick, and in words the buttons that are pressed', async () => {
    const pad = (ms: number, x: number, button: boolean): Frame => ({
      kind: 'gamepad',
      capturedMs: ms,
      deliveredMs: ms + 1,
      axes: [x, 0],
      buttons: [false, button],
    });
    await results.keep({ source: 'gamepad', frames: [pad(50, 0, false), pad(900, 0.5, false), pad(1300, 0.5, true), pad(1500, 0, false)] });
    await results.openTrial(1);
    await goTo(1000);
    await expect.element(page.getByText('Nothing is pressed now.')).toBeVisible();
    expect(document.querySelector('.stick-now')?.getAttribute('cx')).toBe('0.5');
    await goTo(1280);
    await expect.element(page.getByText('Pressed now: 2')).toBeVisible();
  });
});

describe.each([
  [1280, 800],
  [768, 1024],
] as const)('on a screen of %i x %i', (width, height) => {
  it.each(['en', 'zh-CN'] as const)('a replay can be read by everyone, fits, and has all its words (%s)', async (language) => {
    await page.viewport(width, height);
    await results.keep({ source: 'pose', frames: filmWaving(40) });
    await results.openTrial(1, language);
    await expect.poll(() => document.querySelectorAll('.stick-figure').length).toBe(1);
    expect(document.body.textContent).not.toMatch(/(therapist|reach|unit|common)\.[a-z]/i);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
});

import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createDefaultItem } from '../../src/plan/default-item';
import type { Store } from '../../src/store/types';
import { passReady, type ShownApp, showApp } from './screen-app';
import { findLevel, newId, openTestStore } from './therapist-app';
import '../../src/screens/child/play.css';

let store: Store;
let shown: ShownApp | null = null;

beforeEach(async () => {
  ({ store } = await openTestStore(newId()));
});

afterEach(() => {
  shown?.leave();
  store.close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const play = () => shown?.plays.at(-1);

/** A child with Fireflies in the plan, playing. */
async function showPlay(fields: Record<string, string> = {}): Promise<string> {
  const child = newId();
  await store.editChild(child, { picture: 'whale', ...fields });
  await store.editPlan(child, createDefaultItem(findLevel(2), newId(), 0));
  shown = showApp({ store }, `#/play/${child}`);
  await button('Start Fireflies').click();
  await passReady();
  await expect.element(button('Pause')).toBeVisible();
  return child;
}

describe('an empty tablet', () => {
  it('has a child playing after four taps and the ready card, without a word typed, and child and plan are kept', async () => {
    shown = showApp({ store }, '#/');
    let taps = 0;
    const tap = async (name: string, role: 'button' | 'radio' = 'button') => {
      await page.getByRole(role, { name, exact: true }).click();
      taps += 1;
    };
    await tap('Add a child');
    await tap('Octopus', 'radio');
    await tap('Add and go on');
    await tap('Start Fireflies');
    expect(await passReady()).toBeLessThanOrEqual(3);
    await expect.poll(() => shown?.plays.length).toBe(1);
    expect(taps).toBeLessThanOrEqual(4);
    const [child] = await store.readChildren();
    expect(child).toMatchObject({ picture: 'octopus', name: '' });
    const plan = await store.readPlan(child?.id ?? '');
    expect(plan.items).toMatchObject([{ game: 'fireflies', source: 'touch', side: 'either', dose: { sets: 2 } }]);
    expect(play()?.options).toMatchObject({ keep: true, child: { id: child?.id }, item: { id: plan.items[0]?.id } });
  });

  it('goes the same way by keyboard alone', async () => {
    shown = showApp({ store }, '#/');
    await expect.element(button('Add a child')).toBeVisible();
    button('Add a child').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('radio', { name: 'Anchor' })).toBeVisible();
    await userEvent.keyboard('{Tab} {ArrowRight}');
    await expect.element(page.getByRole('radio', { name: 'Crab' })).toBeChecked();
    button('Add and go on').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Start Fireflies')).toBeVisible();
    button('Start Fireflies').element().focus();
    await userEvent.keyboard('{Enter}');
    for (const name of ['No pain', 'No', 'All is well']) {
      await expect.element(button(name)).toBeEnabled();
      button(name).element().focus();
      await expect.element(button(name)).toHaveFocus();
      await userEvent.keyboard('{Enter}');
    }
    await expect.poll(() => shown?.plays.length).toBe(1);
  });

  it('a full tablet says so instead of adding a child that is not kept', async () => {
    const full: Store = { ...store, editChild: async () => ({ saved: false, problem: 'full' }) };
    shown = showApp({ store: full }, '#/');
    await button('Add a child').click();
    await page.getByRole('radio', { name: 'Sun' }).click();
    await button('Add and go on').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('This tablet is full');
    expect(location.hash).toBe('#/');
  });
});

describe('the picker', () => {
  it('knows each child by a picture; a name is not needed', async () => {
    await store.editChild(newId(), { picture: 'drum' });
    await store.editChild(newId(), { picture: 'moon', name: 'Mia' });
    shown = showApp({ store }, '#/');
    await expect.element(page.getByRole('link', { name: 'Play: Drum' })).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Play: Mia' })).toBeVisible();
    await page.getByRole('link', { name: 'Family: Mia' }).click();
    await expect.element(page.getByRole('heading', { name: "Mia's path" })).toBeVisible();
    await expect.poll(() => document.title).toContain('Mia');
    location.hash = '#/';
    await expect.element(page.getByRole('link', { name: 'Play: Mia' })).toBeVisible();
    expect(document.title).toBe('Pebble Bay');
  });
});

describe('play', () => {
  it.each([
    ['right', 'left'],
    ['left', 'right'],
  ])('with the %s hand has pause and stop at the %s, 15 mm each, outside the play field', async (hand, at) => {
    await showPlay({ 'play.hand': hand });
    const field = document.querySelector('.play-field') as HTMLElement;
    for (const name of ['Pause', 'Stop']) {
      const box = button(name).element().getBoundingClientRect();
      const pxPerMm = play()?.options.pxPerMm ?? 0;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(15 * pxPerMm - 0.1);
      expect(box.top).toBeLessThan(100);
      expect(box.left < innerWidth / 2 ? 'left' : 'right').toBe(at);
      expect(field.contains(button(name).element())).toBe(false);
    }
  });

  it('pauses by button and by Escape, and goes on', async () => {
    await showPlay();
    await button('Pause').click();
    await button('Go on').click();
    await userEvent.keyboard('{Escape}');
    await expect.element(button('Go on')).toHaveFocus();
    await expect.poll(() => play()?.calls).toEqual(['pause', 'resume', 'pause']);
  });

  it('pauses when the tablet is put away', async () => {
    await showPlay();
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'hidden');
    await expect.element(button('Go on')).toBeVisible();
    await expect.poll(() => play()?.calls).toEqual(['pause']);
  });

  it.each(['demo', 'playing', 'set-end', 'resting', 'paused'] as const)('can be stopped while %s', async (phase) => {
    await showPlay();
    play()?.show({ phase, restLeftS: 20 });
    await expect.poll(() => document.querySelector(`.phase-${phase}`)).not.toBeNull();
    await button('Stop').click();
    await expect.poll(() => play()?.calls).toContain('end stopped');
    await expect.element(page.getByRole('dialog', { name: 'The end of play' })).toBeVisible();
  });

  it('a rest is a path of pebbles without a number', async () => {
    await showPlay();
    play()?.show({ phase: 'resting', restLeftS: 17 });
    const rest = page.getByRole('status', { name: 'Time to rest' });
    await expect.element(rest).toBeVisible();
    expect(document.body.textContent).not.toMatch(/\d/);
    await button('Go on now').click();
    await expect.poll(() => play()?.calls).toEqual(['skipRest']);
  });

  it('that cannot be kept pauses before the first trial is over and says why, once', async () => {
    await showPlay();
    play()?.show({ problem: 'full' });
    await expect.element(page.getByRole('alert')).toHaveTextContent('This tablet is full');
    await button('Go on').click();
    play()?.show({ trialsDone: 1, unsaved: 1 });
    await expect.element(button('Pause')).toBeVisible();
    await expect.poll(() => play()?.calls).toEqual(['pause', 'resume']);
  });

  it('says at the end how many trials are not kept', async () => {
    await showPlay();
    play()?.show({ phase: 'ended', ended: 'finished', trialsDone: 6, unsaved: 2, problem: 'full' });
    await expect.element(page.getByRole('alert')).toHaveTextContent('2 targets are not kept yet');
  });

  it('shows no score at the end, only the path, home and once more', async () => {
    await showPlay();
    play()?.show({ phase: 'ended', ended: 'finished', trialsDone: 6 });
    await expect.element(page.getByRole('link', { name: 'Home' })).toHaveFocus();
    expect(page.getByRole('alert').elements()).toHaveLength(0);
    expect(document.body.textContent).not.toMatch(/\d|miss|score/i);
    await button('Play again').click();
    await expect.element(button('Start Fireflies')).toBeVisible();
    await expect.poll(() => play()?.calls).toEqual(['destroy']);
  });

  it('is taken away when the page is left', async () => {
    await showPlay();
    location.hash = '#/';
    await expect.element(button('Add a child')).toBeVisible();
    await expect.poll(() => play()?.calls).toEqual(['destroy']);
  });

  it('a tablet that knows where it is offers what is planned for there', async () => {
    const child = newId();
    const [home, clinic] = [newId(), newId()];
    await store.editChild(child, { picture: 'whale' });
    await store.editPlan(child, { ...createDefaultItem(findLevel(2), home, 0), [`items.${home}.place`]: 'home' });
    await store.editPlan(child, { ...createDefaultItem(findLevel(2, 'ferry'), clinic, 1), [`items.${clinic}.place`]: 'clinic' });
    shown = showApp({ store }, '#/therapist');
    await page.getByRole('radio', { name: 'At home', exact: true }).click();
    await expect.poll(async () => (await store.readDevice()).place).toBe('home');
    location.hash = `#/play/${child}`;
    await expect.element(button('Start Fireflies')).toBeVisible();
    expect(document.querySelectorAll('.place')).toHaveLength(0);
    await store.editPlan(child, { [`items.${home}.place`]: 'clinic' });
    shown.leave();
    shown = showApp({ store }, `#/play/${child}`);
    await expect.element(page.getByText('These games are for another place')).toBeVisible();
    await store.editDevice({ place: null });
    shown.leave();
    shown = showApp({ store }, `#/play/${child}`);
    await expect.poll(() => document.querySelectorAll('.place').length).toBe(2);
  });

  it('a child without a plan is sent to an adult, kindly', async () => {
    const child = newId();
    await store.editChild(child, { picture: 'whale' });
    shown = showApp({ store }, `#/play/${child}`);
    await expect.element(page.getByText('There is no game in the plan yet')).toBeVisible();
  });
});

it.each(['en', 'zh-CN'])("the child's screens hold against the accessibility rules (%s)", async (language) => {
  const rules = { rules: { 'color-contrast-enhanced': { enabled: true } } };
  const child = newId();
  await store.editChild(child, { picture: 'whale', name: 'Mia' });
  await store.editPlan(child, createDefaultItem(findLevel(2), newId(), 0));
  for (const [hash, ready] of [
    ['#/', '.tile-add'],
    [`#/play/${child}`, '.start-button'],
  ] as const) {
    shown = showApp({ store }, hash, [language]);
    await expect.poll(() => document.querySelector(ready)).not.toBeNull();
    if (hash === '#/') document.querySelector<HTMLElement>(ready)?.click();
    const { violations } = await axe.run(document.body, rules);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    shown.leave();
  }
});

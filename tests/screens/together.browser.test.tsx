import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createDefaultItem } from '../../src/plan/default-item';
import type { Store } from '../../src/store/types';
import { passReady, type ShownApp, showApp } from './screen-app';
import { findLevel, levels, newId, openTestStore } from './therapist-app';
import '../../src/screens/child/play.css';

let store: Store;
let shown: ShownApp | null = null;

beforeEach(async () => {
  ({ store } = await openTestStore(newId()));
});

afterEach(async () => {
  shown?.leave();
  store.close();
  await page.viewport(1280, 800);
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const stones = () => document.querySelectorAll('.together-stones .laid').length;

async function addPlayer(picture: string, order: number): Promise<string> {
  const child = newId();
  await store.editChild(child, { picture });
  await store.editPlan(child, createDefaultItem(findLevel(order), newId(), 0));
  return child;
}

/** Whale at its start card, crab on the same tablet. */
async function showFriends(): Promise<{ whale: string; crab: string }> {
  const whale = await addPlayer('whale', 3);
  const crab = await addPlayer('crab', 6);
  shown = showApp({ store }, `#/play/${whale}`);
  await button('Play together').click();
  await expect.element(page.getByText('Who plays along?')).toBeVisible();
  return { whale, crab };
}

describe('two children of one tablet', () => {
  it('each plays its own level for its own record, after each was asked to be ready', async () => {
    const { whale, crab } = await showFriends();
    await button('A friend').click();
    expect(await passReady()).toBeGreaterThan(0);
    expect(await passReady()).toBeGreaterThan(0);
    await expect.poll(() => shown?.plays.length).toBe(2);
    const options = shown?.plays.map(({ options }) => options) ?? [];
    expect(options.map(({ child, item, keep }) => [child.id, item.level, keep])).toEqual([
      [whale, findLevel(3).id, true],
      [crab, findLevel(6).id, true],
    ]);
    expect(options.map(({ item }) => item.adapt.lead)).toEqual(['fixed', 'fixed']);
    expect(new Set(options.map(({ turn }) => turn?.session)).size).toBe(2);
    expect(options[0]?.together?.lookSeed).toBe(options[1]?.together?.lookSeed);
  });

  it('have halves of the same size beside each other, and over each other on an upright tablet', async () => {
    await showFriends();
    await button('In between').click();
    await passReady();
    await expect.poll(() => shown?.plays.length).toBe(2);
    const boxes = () => [...document.querySelectorAll('.play-field')].map((one) => one.getBoundingClientRect());
    const [left, right] = boxes();
    expect(left?.width).toBe(right?.width);
    expect(right?.left).toBeGreaterThanOrEqual(left?.right ?? Number.POSITIVE_INFINITY);
    await page.viewport(768, 1024);
    const [upper, lower] = boxes();
    expect(upper?.height).toBe(lower?.height);
    expect(lower?.top).toBeGreaterThanOrEqual(upper?.bottom ?? Number.POSITIVE_INFINITY);
    expect((await axe.run(document.body)).violations.map(({ id }) => id)).toEqual([]);
  });

  it('lay a common path, each against its own usual, and no stone is ever taken up again', async () => {
    await showFriends();
    await button('Easy').click();
    await passReady();
    await expect.poll(() => shown?.plays.length).toBe(2);
    const [one, other] = shown?.plays ?? [];
    one?.show({ reached: 3, trialsDone: 3 });
    await expect.poll(stones).toBeGreaterThan(0);
    const before = stones();
    other?.show({ reached: 50, trialsDone: 50 });
    await expect.poll(stones).toBe(before + 6);
    one?.show({ reached: 50, trialsDone: 50 });
    await expect.poll(stones).toBe(12);
    await expect.element(page.getByRole('img', { name: '12 of 12 stones lie on the path you share' })).toBeVisible();
  });

  it('who has ended waits for the other; then both see their own end', async () => {
    await showFriends();
    await button('Easy').click();
    await passReady();
    await expect.poll(() => shown?.plays.length).toBe(2);
    const [one, other] = shown?.plays ?? [];
    one?.show({ phase: 'ended', ended: 'finished', trialsDone: 4 });
    await expect.element(page.getByText('Well played. Your friend is still playing.')).toBeVisible();
    expect(document.querySelectorAll('.end-card')).toHaveLength(0);
    other?.show({ phase: 'ended', ended: 'stopped', trialsDone: 2 });
    await expect.poll(() => document.querySelectorAll('.end-card').length).toBe(2);
  });

  it('a guest is never kept, and a camera is not offered to two', async () => {
    await showFriends();
    await button('Tricky').click();
    await passReady();
    await expect.poll(() => shown?.plays.length).toBe(2);
    const [one, other] = shown?.plays ?? [];
    expect(other?.options.keep).toBe(false);
    expect(levels.some(({ id, game }) => game === 'fireflies' && id === other?.options.item.level)).toBe(true);
    one?.show({ phase: 'paused', pausedFor: 'asked' });
    await expect.element(page.getByText('Or play on another way')).toBeVisible();
    expect(button('Camera').elements()).toHaveLength(0);
    expect(button('Switch or keys').elements().length).toBeGreaterThan(0);
  });
});

import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Language } from '../../src/core/text';
import { createDefaultItem } from '../../src/plan/default-item';
import type { Fields, Store } from '../../src/store/types';
import { findLevel, newId, openTestStore, showTherapist } from './therapist-app';

let store: Store;
let root: HTMLElement;
let child: string;
let leave = () => {};

beforeEach(async () => {
  ({ store } = await openTestStore(newId()));
  root = document.createElement('div');
  document.body.append(root);
  child = newId();
});

afterEach(async () => {
  vi.restoreAllMocks();
  leave();
  root.remove();
  store.close();
  await page.viewport(1280, 800);
});

/** The safety page of a child with Fireflies and a first sit-to-stand in the plan. */
async function showSafety(fields: Fields = {}, language: Language = 'en'): Promise<void> {
  await store.editChild(child, { picture: 'whale', name: 'Mia', ...fields });
  await store.editPlan(child, createDefaultItem(findLevel(2), newId(), 0));
  await store.editPlan(child, createDefaultItem(findLevel(4, 'rocket'), newId(), 1));
  location.hash = `#/therapist/${child}`;
  leave = showTherapist(root, store, language);
  await expect.poll(() => root.querySelector('#tab-safety')).not.toBeNull();
  root.querySelector<HTMLElement>('#tab-safety')?.click();
  await expect.poll(() => root.querySelector('.procedure')).not.toBeNull();
}

const readSafety = async () => (await store.readChild(child))?.safety;
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe("the therapist's safety page", () => {
  it('locks a movement with one tap and shows what rests in the plan, and why', async () => {
    await showSafety();
    expect(root.querySelector('.ready-changed')).toBeNull();
    await page.getByRole('switch', { name: 'No hip flexion over 90°' }).click();
    await expect.element(page.getByText('It may bend the hip beyond 90°')).toBeVisible();
    expect(root.querySelectorAll('.ready-changed li')).toHaveLength(1);
    await expect.poll(async () => (await readSafety())?.locks).toEqual({ adduction: false, flexion: true, weightBearing: false, reflux: false });
  });

  it('a date of an operation locks; before its day it cannot be unlocked, from then on it can, and be locked again', async () => {
    await showSafety({ 'safety.surgery.on': '2025-11-25' });
    await expect.element(page.getByText('Can be unlocked from')).toBeVisible();
    expect(button('Unlock now').elements()).toHaveLength(0);
    const day = page.getByLabelText('Date').first();
    await userEvent.fill(day, '2025-11-24');
    (document.activeElement as HTMLElement).blur();
    await button('Unlock now').click();
    await expect.element(page.getByText('Unlocked by the therapist')).toBeVisible();
    await expect.poll(async () => (await readSafety())?.surgery).toEqual({ on: '2025-11-24', part: 'all', unlocked: '2025-11-24' });
    await button('Lock again').click();
    await expect.poll(async () => (await readSafety())?.surgery.unlocked).toBeNull();
  });

  it('a new date is locked again, and no date is no lock', async () => {
    await showSafety({ 'safety.toxin.on': '2026-01-01', 'safety.toxin.unlocked': '2026-01-01' });
    await expect.element(page.getByText('Unlocked by the therapist')).toBeVisible();
    const day = page.getByLabelText('Date').nth(1);
    await userEvent.fill(day, '2026-03-20');
    (document.activeElement as HTMLElement).blur();
    await expect.poll(async () => (await readSafety())?.toxin).toEqual({ on: '2026-03-20', part: 'all', unlocked: null });
    await page.getByRole('radio', { name: 'Arms' }).click();
    await expect.element(page.getByText('The therapist has not opened it yet after botulinum toxin.')).toBeVisible();
    expect(root.querySelectorAll('.ready-changed li')).toHaveLength(1);
    await userEvent.clear(day);
    (document.activeElement as HTMLElement).blur();
    await expect.poll(async () => (await readSafety())?.toxin.on).toBeNull();
    expect(root.querySelector('.ready-changed')).toBeNull();
  });

  it('a rule is made stricter, and looser only to its hard limit; as usual it takes no value', async () => {
    await showSafety();
    await button('New pain ends play from: less').click();
    await expect.element(page.getByText('Stricter than usual (4 of 10).')).toBeVisible();
    await expect.poll(async () => (await readSafety())?.rules).toEqual({ painFace: 2 });
    await button('New pain ends play from: more').click();
    await button('New pain ends play from: more').click();
    await expect.element(page.getByText('Looser than usual (4 of 10).')).toBeVisible();
    await expect.element(button('New pain ends play from: more')).toBeDisabled();
    await expect.element(button('Longest session: more')).toBeDisabled();
    await button('All as usual').click();
    await expect.poll(async () => (await readSafety())?.rules).toEqual({});
  });

  it('water is off until it is allowed', async () => {
    await showSafety();
    expect((await readSafety())?.water).toBe(false);
    await page.getByRole('switch', { name: 'Sips of water are allowed' }).click();
    await expect.poll(async () => (await readSafety())?.water).toBe(true);
  });

  it('notes of what happened are read, written and printed here', async () => {
    const incident = { what: 'fall', day: '2026-03-20', time: '10:05', when: 'during', happened: 'Slid off.', done: 'Sat down.' } as const;
    await store.save({ kind: 'incident', note: newId(), session: null, child, incident });
    await showSafety();
    await expect.element(page.getByText('Slid off.')).toBeVisible();
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await button('Print').click();
    expect(print).toHaveBeenCalledOnce();
    dispatchEvent(new Event('afterprint'));
    await button('Something happened').click();
    await page.getByRole('radio', { name: 'Skin or pressure mark' }).click();
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await button('Done').click();
    await expect.poll(() => root.querySelectorAll('.incidents li').length).toBe(2);
  });

  it.each([
    ['en', 1280, 800],
    ['en', 768, 1024],
    ['en', 640, 800],
    ['zh-CN', 768, 1024],
  ] as const)('in %s at %i x %i has no violation and nothing scrolls sideways', async (language, width, height) => {
    await page.viewport(width, height);
    await showSafety({ 'safety.surgery.on': '2026-01-10', 'safety.locks.weightBearing': true }, language);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const { violations } = await axe.run(root, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

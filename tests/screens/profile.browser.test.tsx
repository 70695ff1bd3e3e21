import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Language } from '../../src/core/text';
import { createDefaultItem } from '../../src/plan/default-item';
import type { Fields, Store } from '../../src/store/types';
import { showApp } from './screen-app';
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
  leave();
  root.remove();
  store.close();
  await page.viewport(1280, 800);
});

async function showProfile(fields: Fields = {}, language: Language = 'en'): Promise<void> {
  await store.editChild(child, { picture: 'whale', name: 'Ada', ...fields });
  await store.editPlan(child, createDefaultItem(findLevel(5, 'ferry'), newId(), 0, 'pose'));
  location.hash = `#/therapist/${child}`;
  leave = showTherapist(root, store, language);
  await expect.poll(() => root.querySelector('#tab-profile')).not.toBeNull();
  root.querySelector<HTMLElement>('#tab-profile')?.click();
  await expect.poll(() => root.querySelector('.profile')).not.toBeNull();
}

const readClinic = async () => (await store.readChild(child))?.clinic;
const group = (name: string) => page.getByRole('group', { name, exact: true });

describe("a child's profile", () => {
  it('is empty at first, and takes one tap for each word', async () => {
    await showProfile();
    expect(await readClinic()).toEqual({});
    await group('GMFCS (gross motor)').getByRole('radio', { name: 'III', exact: true }).click();
    await group('Plays mostly').getByRole('radio', { name: 'Sitting' }).click();
    await group('Epilepsy').getByRole('radio', { name: 'No', exact: true }).click();
    await page.getByRole('button', { name: 'Feet' }).click();
    await page.getByRole('button', { name: '50 m: more' }).click();
    await expect.poll(readClinic).toEqual({ gmfcs: 'III', posture: 'sitting', epilepsy: false, orthoses: { feet: true }, fms50: 1 });
  });

  it('takes a word back to not said', async () => {
    await showProfile({ 'clinic.gmfcs': 'II', 'clinic.fms5': 1, 'clinic.orthoses.hands': true, 'clinic.epilepsy': true });
    await group('GMFCS (gross motor)').getByRole('radio', { name: 'Not said' }).click();
    await group('Epilepsy').getByRole('radio', { name: 'Not said' }).click();
    await page.getByRole('button', { name: '5 m: less', exact: true }).click();
    await page.getByRole('button', { name: 'Hands', exact: true }).click();
    await expect.poll(readClinic).toEqual({});
  });

  it('suggests a calm look and sets it only when it is taken over', async () => {
    await showProfile();
    await group('Epilepsy').getByRole('radio', { name: 'Yes' }).click();
    await expect.element(page.getByText('The calmest look: little motion.')).toBeVisible();
    await expect.poll(readClinic).toEqual({ epilepsy: true });
    expect((await store.readChild(child))?.play.reducedMotion).toBe(false);
    await page.getByRole('button', { name: 'Use little motion' }).click();
    await expect.poll(async () => (await store.readChild(child))?.play.reducedMotion).toBe(true);
    await expect.poll(() => page.getByText('The calmest look: little motion.').elements()).toHaveLength(0);
  });

  it('marks levels that suit in the plan, and only those', async () => {
    await showProfile({ 'clinic.gmfcs': 'III' });
    root.querySelector<HTMLElement>('#tab-plan')?.click();
    await page.getByRole('button', { name: 'Change level' }).click();
    const marked = () => [...root.querySelectorAll('.level-option')].flatMap((one, i) => (one.querySelector('.fits') ? [i + 1] : []));
    // From the ninth on: one foot before the other, or one leg.
    await expect.poll(marked).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await expect.element(page.getByText('Fits how Ada sits and moves').first()).toBeVisible();
  });

  it('leads to the locks and procedures instead of asking for them again', async () => {
    await showProfile();
    await page.getByRole('button', { name: 'Movement locks, operations, botulinum toxin' }).click();
    await expect.poll(() => document.activeElement?.id).toBe('tab-safety');
    await expect.element(page.getByRole('switch', { name: 'No hip flexion over 90°' })).toBeVisible();
  });

  it.each([
    ['en', 1280, 800],
    ['zh-CN', 768, 1024],
    // A wide screen at 200 % zoom.
    ['en', 640, 400],
  ] as const)('is readable for everyone in %s at %i x %i', async (language, width, height) => {
    await page.viewport(width, height);
    await showProfile({ 'clinic.gmfcs': 'IV', 'clinic.macs': 'V', 'clinic.cvi': true, 'clinic.fieldLoss': 'left', 'clinic.fms5': 1 }, language);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const { violations } = await axe.run(root, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('what the family sees of it', () => {
  it("is the child's own seat in the pictures, and only what is for home", async () => {
    const [home, clinic] = [newId(), newId()];
    await store.editChild(child, { picture: 'whale', 'companion.aid': 'none', 'clinic.seat': 'wheelchair' });
    await store.editPlan(child, createDefaultItem(findLevel(2), home, 0));
    await store.editPlan(child, { ...createDefaultItem(findLevel(1, 'drums'), clinic, 1), [`items.${clinic}.place`]: 'clinic' });
    const shown = showApp({ store }, `#/family/${child}`);
    leave = shown.leave;
    await expect.element(page.getByText('Brakes on, sitting well back, belt as always.')).toBeVisible();
    expect(document.querySelectorAll('.plan-games > li')).toHaveLength(1);
    await store.editPlan(child, { [`items.${clinic}.place`]: 'home' });
    leave();
    leave = showApp({ store }, `#/family/${child}`).leave;
    await expect.poll(() => document.querySelectorAll('.plan-games > li')).toHaveLength(2);
  });
});

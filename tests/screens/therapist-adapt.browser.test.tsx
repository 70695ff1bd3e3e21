import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createDefaultItem } from '../../src/plan/default-item';
import type { Store } from '../../src/store/types';
import { findLevel, newId, openTestStore, showTherapist } from './therapist-app';

let store: Store;
let leave: (() => void) | null = null;
const child = newId();
const item = newId();

beforeEach(async () => {
  ({ store } = await openTestStore(newId()));
  await store.editChild(child, { name: 'Mia', picture: 'whale' });
  await store.editPlan(child, createDefaultItem(findLevel(5), item, 0));
});

afterEach(() => {
  leave?.();
  store.close();
  document.body.innerHTML = '';
});

async function show() {
  location.hash = `#/therapist/${child}`;
  const root = document.createElement('div');
  document.body.append(root);
  leave = showTherapist(root, store);
  await expect.element(page.getByRole('tab').first()).toBeVisible();
  return root;
}
const readItem = async () => {
  const found = (await store.readPlan(child)).items[0];
  if (!found) throw new Error('the plan is empty');
  return found;
};
const axis = (name: string | RegExp) => page.getByRole('button', { name });

describe('how a game follows the child', () => {
  it('starts with success leading, at 80 %, and every axis of the drill in its order', async () => {
    await show();
    await expect.element(page.getByRole('radio', { name: 'Success leads' })).toBeChecked();
    await expect.element(page.getByRole('spinbutton', { name: 'Trials that should succeed' })).toHaveAttribute('aria-valuenow', '80');
    await expect.element(axis(/^1\. Distance$/)).toHaveAttribute('aria-pressed', 'true');
  });

  it('lets the therapist pin and free axes; the order is the order of freeing', async () => {
    await show();
    await axis(/^1\. Distance$/).click();
    await expect.element(axis(/^Distance$/)).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(async () => Object.keys((await readItem()).adapt.axes)).not.toContain('distanceMm');
    const freed = Object.keys((await readItem()).adapt.axes).length;
    await axis(/^Distance$/).click();
    await expect.poll(async () => (await readItem()).adapt.axes.distanceMm).toBe(freed + 1);
  });

  it('can stay as the therapist made it', async () => {
    await show();
    (page.getByRole('radio', { name: 'Nothing changes' }).element() as HTMLElement).click();
    await expect.poll(async () => (await readItem()).adapt.lead).toBe('fixed');
    expect(page.getByRole('spinbutton', { name: 'Trials that should succeed' }).query()).toBeNull();
  });

  it('says each change in one sentence, and takes it back', async () => {
    const change = { param: 'distanceMm', from: 145, to: 155, because: 'plan.because.success' };
    const of = { session: newId(), child, item, game: 'fireflies', carry: 0.01, hits: 18, misses: 2, omni: null };
    await store.save({ kind: 'adjustment', adjustment: newId(), ...of, change });
    await show();
    await expect.element(page.getByText('18 reached, 2 not: Distance 145 mm → 155 mm, all else kept.')).toBeVisible();
    await expect.element(page.getByRole('spinbutton', { name: 'Distance', exact: true })).toHaveAttribute('aria-valuenow', '155');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByRole('spinbutton', { name: 'Distance', exact: true })).toHaveAttribute('aria-valuenow', '145');
    await expect.poll(async () => (await readItem()).params.distanceMm).toBe(145);
    expect(page.getByRole('button', { name: 'Undo' }).query()).toBeNull();
  });

  it('can be read aloud', async () => {
    const root = await show();
    await expect.element(page.getByText('How it follows the child')).toBeVisible();
    expect((await axe.run(root)).violations.map(({ id }) => id)).toEqual([]);
  });
});

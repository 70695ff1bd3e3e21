import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Language } from '../../src/core/text';
import { reachDrill } from '../../src/drills/reach/drill';
import { createDefaultItem } from '../../src/plan/default-item';
import { toItemParams } from '../../src/plan/limits';
import type { Fields, Store } from '../../src/store/types';
import { findLevel, newId, openTestStore, showTherapist } from './therapist-app';

let store: Store;
let leave: (() => void) | null = null;
const child = newId();
const item = newId();

beforeEach(async () => {
  ({ store } = await openTestStore(newId()));
  await store.editChild(child, { name: 'Mia', picture: 'whale' });
});

afterEach(() => {
  leave?.();
  store.close();
  document.body.innerHTML = '';
});

async function show(order: number, fields: Fields = {}, language: Language = 'en', shown: Store = store) {
  const own = Object.fromEntries(Object.entries(fields).map(([path, value]) => [`items.${item}.${path}`, value]));
  await store.editPlan(child, { ...createDefaultItem(findLevel(order), item, 0), ...own });
  location.hash = `#/therapist/${child}`;
  const root = document.createElement('div');
  document.body.append(root);
  leave = showTherapist(root, shown, language);
  await expect.element(page.getByRole('tab').first()).toBeVisible();
}

const spin = (name: string) => page.getByRole('spinbutton', { name, exact: true });
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const readItem = async () => {
  const found = (await store.readPlan(child)).items[0];
  if (!found) throw new Error('the plan is empty');
  return found;
};
const numberAt = async (name: string, field: string) => Number((await spin(name).element()).getAttribute(field));

describe("the therapist's form", () => {
  it('is derived from the parameters: what the level leaves open can be set, what it fixes is said', async () => {
    await show(5);
    await expect.element(spin('Distance')).toHaveAttribute('aria-valuemax', '275');
    await expect.element(spin('Distance')).toHaveAttribute('aria-valuemin', '30');
    await expect.element(spin('Distance')).toHaveAttribute('aria-valuetext', '145 mm');
    await expect.element(page.getByText(/Fixed by this level/)).toHaveTextContent('Moths beside the target: None');
    expect(spin('Speed of the target').query()).toBeNull();
  });

  it('keeps a value inside level and own limits, by key as by press', async () => {
    await show(5, { 'bounds.distanceMm.min': 100, 'bounds.distanceMm.max': 155 });
    await expect.element(spin('Distance')).toHaveAttribute('aria-valuemax', '155');
    (spin('Distance').element() as HTMLElement).focus();
    await userEvent.keyboard('{End}{ArrowUp}{ArrowUp}');
    await expect.element(spin('Distance')).toHaveAttribute('aria-valuenow', '155');
    await expect.element(page.getByRole('button', { name: 'Distance: more' })).toBeDisabled();
    await expect.poll(async () => (await readItem()).params.distanceMm).toBe(155);
    await userEvent.keyboard('{Home}{ArrowDown}');
    await expect.poll(async () => (await readItem()).params.distanceMm).toBe(100);
  });

  it('brings a value into new limits at once', async () => {
    await show(5);
    await page.getByText('My own limits').click();
    (spin('Distance: at most').element() as HTMLElement).focus();
    await userEvent.keyboard('{Home}');
    await expect.element(spin('Distance')).toHaveAttribute('aria-valuenow', '30');
    const kept = await readItem();
    expect(toItemParams(reachDrill.params, findLevel(5), kept).distanceMm).toBe(30);
  });

  it('loses no press when presses are quick', async () => {
    await show(5);
    await expect.element(spin('Distance')).toBeVisible();
    const more = page.getByRole('button', { name: 'Distance: more' }).element() as HTMLElement;
    for (let i = 0; i < 5; i++) {
      more.click();
      await Promise.resolve();
    }
    await expect.poll(async () => (await readItem()).params.distanceMm).toBe(170);
  });

  it("marks a value that differs from the level's and puts it back in one press", async () => {
    await show(5, { 'params.targetWidthMm': 60 });
    await press("Changed. Back to the level's 75 mm");
    await expect.element(spin('Target width')).toHaveAttribute('aria-valuenow', '75');
    await expect.poll(async () => (await readItem()).params).toEqual({});
  });

  it('makes it harder by distance first and by width only when there is no other room', async () => {
    await show(5);
    const width = await numberAt('Target width', 'aria-valuenow');
    await press('Harder');
    await expect.element(page.getByText('Distance: 145 mm → 170 mm')).toBeVisible();
    expect(await numberAt('Target width', 'aria-valuenow')).toBe(width);
    for (let i = 0; i < 5; i++) await press('Harder');
    await expect.element(spin('Distance')).toHaveAttribute('aria-valuenow', '275');
    expect(await numberAt('Target width', 'aria-valuenow')).toBe(width);
  });

  it('says when there is no room left instead of leaving the limits', async () => {
    await show(1);
    for (let i = 0; i < 12; i++) await press('Harder');
    await expect.element(page.getByText(/No room left/)).toBeVisible();
    const kept = await readItem();
    expect(kept.params.windowMs).toBe(10_000);
  });

  it('draws each target of the set and warns when the distance does not fit', async () => {
    await show(5, { 'params.distanceMm': 275, 'params.trials': 4, 'params.targetWidthMm': 100 });
    await expect.element(page.getByText(/275 mm does not fit this screen/)).toBeVisible();
    await expect.element(page.getByRole('img', { name: /4 targets, 100 mm wide/ })).toBeVisible();
    expect(document.querySelectorAll('.field-target').length).toBeGreaterThan(1);
    for (const target of document.querySelectorAll('.live-picture .field-target')) expect(target.getAttribute('r')).toBe('50');
  });

  it('says the Fitts index in words', async () => {
    await show(5, { 'params.distanceMm': 75 });
    await expect.element(page.getByText('Fitts 1.0 bits: easy to hit.')).toBeVisible();
  });

  it("starts a new level from the level's own values and keeps the therapist's limits", async () => {
    await show(5, { 'params.targetWidthMm': 60, 'bounds.trials.min': 3, 'bounds.trials.max': 6 });
    await press('Change level');
    await page.getByRole('radio', { name: /Big and near/ }).click();
    await press('Done');
    await expect.element(page.getByRole('heading', { name: 'Big and near' })).toBeVisible();
    await expect.poll(async () => (await readItem()).level).toBe(findLevel(2).id);
    const kept = await readItem();
    expect(kept.params).toEqual({});
    expect(kept.bounds).toEqual({ trials: { min: 3, max: 6 } });
  });

  it('takes a game out only after asking, and adds it again at the easiest level', async () => {
    await show(5);
    await press('Take out');
    expect((await store.readPlan(child)).items).toHaveLength(1);
    await press('Take it out');
    await press('Add Fireflies Reaching');
    await expect.poll(async () => (await store.readPlan(child)).items.map((one) => one.level)).toEqual([findLevel(1).id]);
  });

  it('keeps how the child touches, inside its range', async () => {
    await show(5);
    await page.getByRole('tab', { name: 'Touch and sound' }).click();
    await page.getByRole('radio', { name: 'As it is lifted' }).click();
    (spin('Comfortable reach').element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await expect.poll(async () => (await store.readChild(child))?.reachMm).toBe(60);
    expect((await store.readChild(child))?.touch.accept).toBe('release');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.poll(async () => (await store.readChild(child))?.reachMm).toBeNull();
    await expect.element(spin('Comfortable reach')).toHaveAttribute('aria-valuetext', 'Whole screen');
  });

  it('says in plain words when the tablet could not keep a change', async () => {
    await show(5, {}, 'en', { ...store, editPlan: async () => ({ saved: false, problem: 'full' }) });
    await press('Harder');
    await expect.element(page.getByRole('alert')).toHaveTextContent('This tablet is full');
    expect((await readItem()).params).toEqual({});
  });

  it.each(['en', 'zh-CN'] as const)('can be used by everyone and has all its words (%s)', async (language) => {
    await show(12, { 'params.targetWidthMm': 60 }, language);
    await expect.element(page.getByRole('img').first()).toBeVisible();
    for (const tab of page.getByRole('tab').elements().slice(0, 2)) {
      (tab as HTMLElement).click();
      await expect.element(tab).toHaveAttribute('aria-selected', 'true');
      expect(document.body.textContent).not.toMatch(/(therapist|reach|unit|common)\.[a-z]/i);
      const { violations } = await axe.run(document.body);
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    }
  });
});

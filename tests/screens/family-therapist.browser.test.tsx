import axe from 'axe-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { addDays } from '../../src/core/dates';
import { createDefaultItem } from '../../src/plan/default-item';
import { go } from '../../src/screens/router';
import type { Store } from '../../src/store/types';
import { findLevel, newId, openTestStore, showTherapist, today } from './therapist-app';

let store: Store;
let root: HTMLElement;
let leave: () => void = () => undefined;
const child = newId();
/** Waits for a value, also where the machine is busy. */
const poll = <T,>(read: () => T) => expect.poll(read, { timeout: 10_000 });
const item = newId();

beforeEach(async () => {
  ({ store } = await openTestStore(newId()));
  await store.editChild(child, { name: 'Mia', picture: 'whale' });
  await store.editPlan(child, createDefaultItem(findLevel(1), item, 0));
  root = document.createElement('div');
  document.body.append(root);
  go({ screen: 'therapist', child });
});

afterEach(() => {
  leave();
  root.remove();
  store.close();
});

const show = (language: 'en' | 'zh-CN' = 'en') => {
  leave = showTherapist(root, store, language);
};
const readTip = async () => (await store.readPlan(child)).items[0]?.tip;

it('words to the family are kept when the field is left, and gone when it is emptied', async () => {
  show();
  const field = page.getByLabelText('Your words to the family');
  await field.fill('  A towel under the elbow helps.  ');
  field.element().blur();
  await poll(readTip).toBe('A towel under the elbow helps.');
  await field.fill('');
  field.element().blur();
  await poll(readTip).toBeUndefined();
});

it('why a day was not for play, and which rest is planned, stands with the results', async () => {
  await store.setNotToday(child, addDays(today, -1), 'pain');
  await store.setRestDay(child, addDays(today, 3), true);
  await store.setNotToday(child, addDays(today, -90), 'ill');
  show();
  await page.getByRole('tab', { name: 'Results' }).click();
  const card = page.getByRole('region', { name: 'Days off, as the family told' });
  await expect.element(card.getByText('Pain')).toBeVisible();
  await expect.element(card.getByText('Planned rest')).toBeVisible();
  expect(card.element().querySelectorAll('li')).toHaveLength(2);
  const { violations } = await axe.run(card.element());
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('a family that told nothing has no such card', async () => {
  show();
  await page.getByRole('tab', { name: 'Results' }).click();
  await expect.element(page.getByRole('tabpanel')).toBeVisible();
  expect(document.querySelector('.days-off')).toBeNull();
});

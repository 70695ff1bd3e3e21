import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Language } from '../../src/core/text';
import { createDefaultItem } from '../../src/plan/default-item';
import { planTemplates } from '../../src/plan/templates';
import type { Fields, Store } from '../../src/store/types';
import { findLevel, newId, openTestStore, showTherapist } from './therapist-app';

let store: Store;
let root: HTMLElement;
let child: string;
let item: string;
let leave = () => {};

beforeEach(async () => {
  ({ store } = await openTestStore(newId()));
  root = document.createElement('div');
  document.body.append(root);
  child = newId();
  item = newId();
});

afterEach(async () => {
  leave();
  root.remove();
  store.close();
  await page.viewport(1280, 800);
});

/** The plan of a child with Fireflies and the ferry. */
async function showPlan(fields: Fields = {}, language: Language = 'en'): Promise<void> {
  await store.editChild(child, { picture: 'whale', name: 'Ada' });
  await store.editPlan(child, createDefaultItem(findLevel(3), item, 0));
  await store.editPlan(child, createDefaultItem(findLevel(5, 'ferry'), newId(), 1, 'pose'));
  if (Object.keys(fields).length > 0) await store.editPlan(child, fields);
  location.hash = `#/therapist/${child}`;
  leave = showTherapist(root, store, language);
  await expect.poll(() => root.querySelectorAll('.plan-item')).toHaveLength(2);
}

const readItems = async (of = child) => (await store.readPlan(of)).items;
const games = async (of = child) => (await readItems(of)).map(({ game }) => game);
const button = (name: string | RegExp) => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

describe('the order of a plan', () => {
  it('changes with a press, and focus stays with the line', async () => {
    await showPlan();
    await expect.element(button('Fireflies: one place up')).toBeDisabled();
    await button('Fireflies: one place down').click();
    await expect.poll(() => games()).toEqual(['ferry', 'fireflies']);
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Fireflies: one place up');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => games()).toEqual(['fireflies', 'ferry']);
  });
});

describe('home or clinic', () => {
  it('is kept for each game; both is what is not said', async () => {
    await showPlan();
    await page.getByRole('radio', { name: 'Clinic', exact: true }).first().click();
    await expect.poll(async () => (await readItems())[0]?.place).toBe('clinic');
    await expect.element(page.getByText("The family's page leaves it out.")).toBeVisible();
    await page.getByRole('radio', { name: 'Home and clinic' }).first().click();
    await expect.poll(async () => (await readItems())[0]?.place).toBeUndefined();
  });
});

describe('starting plans', () => {
  it('are added with one press and ask nothing more; a game that is there stays as it is', async () => {
    await showPlan();
    await button('Starting plans').click();
    await button(/Seated balance/).click();
    await expect.poll(() => games()).toEqual(['fireflies', 'ferry', 'lighthouse']);
    expect((await readItems()).map(({ level }) => level)).toEqual(['03-out-to-the-side', '05-stand-wide', '02-over-to-the-boat']);
    expect(document.querySelector('dialog')).toBeNull();
  });

  it('come with those for the child first', async () => {
    await showPlan();
    await store.editChild(child, { 'clinic.gmfcs': 'I' });
    leave();
    leave = showTherapist(root, store);
    await button('Starting plans').click();
    const first = planTemplates.find(({ gmfcs: [from] }) => from === 'I');
    await expect.poll(() => document.querySelector('.templates h3')?.textContent).toBe(first?.name.en);
    expect(document.querySelectorAll('.templates > li')).toHaveLength(planTemplates.length);
  });
});

describe('a copy to another child', () => {
  it('says what does not fit, leaves out what is there, and copies limits along', async () => {
    const other = newId();
    await store.editChild(other, { picture: 'crab', name: 'Leo', 'clinic.gmfcs': 'IV', 'safety.locks.weightBearing': true });
    await showPlan({ [`items.${item}.bounds.distanceMm.max`]: 200, [`items.${item}.tip`]: 'For Ada.' });
    await button('Copy to another child').click();
    await button('Leo').click();
    await expect.element(page.getByText('May not fit how that child sits and moves.')).toBeVisible();
    await expect.element(page.getByText(/a lock or a procedure of that child/)).toBeVisible();
    await button('Copy 2 games').click();
    await expect.element(page.getByText('Copied. Leo has them at the end of the plan.')).toBeVisible();
    const [copied] = await readItems(other);
    expect(copied?.bounds.distanceMm).toMatchObject({ max: 200 });
    expect(copied?.id).not.toBe(item);
    expect(copied?.tip).toBeUndefined();
    await button('Close').click();
    await button('Copy to another child').click();
    await button('Leo').click();
    await expect.element(page.getByText('Is in that plan already: not copied.').first()).toBeVisible();
    await expect.element(button('Copy 0 games')).toBeDisabled();
  });
});

describe('the history of a plan', () => {
  it('is told newest first with its author, and going back is a change of its own', async () => {
    await store.editDevice({ author: 'KM' });
    await showPlan({
      [`items.${item}.level`]: '04-all-around',
      [`items.${item}.place`]: 'home',
      [`items.${item}.adapt.target`]: 0.7,
      author: 'KM',
    });
    await button('History').click();
    const lines = () => [...document.querySelectorAll('.history > li')].map((line) => line.textContent ?? '');
    await expect.poll(lines).toHaveLength(3);
    expect(lines()[0]).toContain('KM, by hand on this tablet');
    expect(lines()[0]).toContain('Fireflies, Level: 3 Out to the side → 4 All around');
    expect(lines()[0]).toContain('The plan now');
    expect(lines()[0]).toContain('Fireflies, Where: Home and clinic → Home');
    expect(lines()[0]).toContain('Fireflies, Trials that should succeed: 80% → 70%');
    expect(lines()[1]).toContain('Ferry added at level 5');
    await button(/Back to this/)
      .first()
      .click();
    await expect.poll(async () => (await readItems())[0]?.level).toBe('03-out-to-the-side');
    await expect.poll(lines).toHaveLength(4);
    expect(lines()[0]).toContain('4 All around → 3 Out to the side');
    await button(/Back to this/)
      .first()
      .click();
    await expect.poll(async () => (await readItems())[0]?.level).toBe('04-all-around');
  });

  it('tells changes by play as by play', async () => {
    await showPlan();
    const change = { param: 'distanceMm', from: 110, to: 115, because: 'plan.because.success' };
    const of = { session: newId(), child, item, game: 'fireflies', misses: 1, hits: 9, carry: 0 };
    await store.save({ kind: 'adjustment', adjustment: newId(), ...of, change, omni: null });
    await store.save({ kind: 'adjustment', adjustment: newId(), ...of, change: { ...change, from: 115, to: 110 }, omni: 8 });
    await button('History').click();
    await expect.element(page.getByText(/by the app's success loop/)).toBeVisible();
    await expect.element(page.getByText(/by the app, after the child's word on effort/)).toBeVisible();
  });
});

describe('initials', () => {
  it('are kept for the tablet, stand beside later changes, and can be taken away', async () => {
    location.hash = '#/therapist';
    leave = showTherapist(root, store);
    const field = page.getByLabelText('Your initials');
    await userEvent.fill(field, ' KM ');
    (document.activeElement as HTMLElement).blur();
    await expect.poll(async () => (await store.readDevice()).author).toBe('KM');
    await userEvent.clear(field);
    (document.activeElement as HTMLElement).blur();
    await expect.poll(async () => (await store.readDevice()).author).toBeUndefined();
  });
});

describe('a set that is watched', () => {
  it('is played in the real drill with a dot a trial, tells how long it took, and ends with a change', async () => {
    await showPlan({ [`items.${item}.params.trials`]: 3 });
    await button('Watch a set (4×)').first().click();
    await expect.element(button('Stop').first()).toBeVisible();
    await expect.element(page.getByText(/^A simulated child took .*reached/).first()).toBeVisible();
    const dots = root.querySelector('.set-dots');
    expect(dots?.querySelectorAll('.set-dot')).toHaveLength(3);
    expect(dots?.querySelectorAll('.set-dot.open')).toHaveLength(0);
    await button('Easier').first().click();
    await expect.poll(() => root.querySelector('.set-dots')).toBeNull();
  });
});

describe('for everyone', () => {
  it.each([
    ['en', 1280, 800],
    ['zh-CN', 768, 1024],
    // A wide screen at 200 % zoom.
    ['en', 640, 400],
  ] as const)('each sheet is readable in %s at %i x %i', async (language, width, height) => {
    await page.viewport(width, height);
    await store.editChild(newId(), { picture: 'crab', name: 'Leo' });
    await showPlan({}, language);
    for (const tool of root.querySelectorAll<HTMLElement>('.plan-tools > .button')) {
      tool.click();
      await expect.poll(() => document.querySelector('dialog li')).not.toBeNull();
      document.querySelector<HTMLElement>('.copy-child')?.click();
      const { violations } = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      document.querySelector<HTMLElement>('dialog .icon-button')?.click();
      await expect.poll(() => document.querySelector('dialog')).toBeNull();
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

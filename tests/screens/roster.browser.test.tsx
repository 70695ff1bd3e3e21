import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createDefaultItem } from '../../src/plan/default-item';
import type { Store } from '../../src/store/types';
import { toRecords } from '../store/history';
import { pin } from './lock-app';
import { passReady, type ShownApp, showApp } from './screen-app';
import { findLevel, newId, openTestStore } from './therapist-app';

let store: Store;
let clock: { on: string };
let shown: ShownApp | null = null;

beforeEach(async () => {
  ({ store, clock } = await openTestStore(newId()));
});

afterEach(async () => {
  shown?.leave();
  shown = null;
  store.close();
  await page.viewport(1280, 800);
});

const pictures = ['anchor', 'crab', 'drum', 'fish', 'kite', 'lighthouse', 'moon', 'octopus', 'parasol', 'pine', 'sailboat', 'shell'];

async function addChildren(count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, newId);
  for (const [i, id] of ids.entries()) await store.editChild(id, { name: `Child ${i + 1}`, picture: pictures[i % pictures.length] ?? 'moon' });
  return ids;
}

/** Two games in the plan, of which the first was played last time at an easier level than the plan has now. */
async function addPlayed(name = 'Mia'): Promise<{ readonly child: string; readonly item: string }> {
  const [child, item, other] = [newId(), newId(), newId()];
  await store.editChild(child, { name, picture: 'whale' });
  await store.editPlan(child, createDefaultItem(findLevel(3), item, 0));
  await store.editPlan(child, createDefaultItem(findLevel(1, 'lighthouse'), other, 1, 'pose'));
  clock.on = '2026-03-20';
  const sets = [{ set: newId(), level: findLevel(2).id, outcomes: ['success', 'miss'] as const }];
  for (const record of toRecords({ session: newId(), child, sets, ended: 'finished' })) await store.save(record);
  clock.on = '2026-03-26';
  return { child, item };
}

const names = () => [...document.querySelectorAll('.roster-words b')].map((name) => name.textContent);
const sheet = () => page.getByRole('dialog');
const findViolations = async () => {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

describe('the roster', () => {
  it('shows forty children with a search, and reads no history to do so', async () => {
    const ids = await addChildren(40);
    const asked = new Set<string>();
    const watched = new Proxy(store, {
      get(target, name: keyof Store) {
        asked.add(name);
        return target[name];
      },
    });
    shown = showApp({ store: watched }, '#/therapist');
    await expect.poll(() => names().length).toBe(40);
    const reads = [...asked].filter((name) => name.startsWith('read') && !['readDevice', 'readState', 'readDamaged'].includes(name));
    expect(reads.sort()).toEqual(['readChildren', 'readLastPlayed']);
    await page.getByRole('searchbox', { name: 'Search by name or picture' }).fill('child 17');
    await expect.poll(names).toEqual(['Child 17']);
    await page.getByRole('searchbox').fill('nobody at all');
    await expect.element(page.getByText('Nobody of that name on this tablet.')).toBeVisible();
    await page.getByRole('searchbox').fill('child 40');
    await page.getByRole('link', { name: 'Child 40' }).click();
    await expect.poll(() => location.hash).toBe(`#/therapist/${ids[39]}`);
  });

  it('has no search for the few that are seen at a glance, and shows who played last first', async () => {
    await addChildren(7);
    await addPlayed();
    shown = showApp({ store }, '#/therapist');
    await expect.poll(() => names().length).toBe(8);
    expect(names()[0]).toBe('Mia');
    expect(names()[1]).toBe('Child 7');
    expect(page.getByRole('searchbox').query()).toBeNull();
    await expect.element(page.getByText('Last played Fri, March 20, 2026').or(page.getByText('Last played Fri 20 March 2026'))).toBeVisible();
    expect(await findViolations()).toEqual([]);
  });
});

describe('switching the child', () => {
  it('takes two taps from any section of a child', async () => {
    const ids = await addChildren(12);
    shown = showApp({ store }, `#/therapist/${ids[0]}`);
    for (const [tab, to] of [
      ['Plan', 3],
      ['Results', 7],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      let taps = 0;
      await page.getByRole('button', { name: 'Switch child' }).click();
      taps += 1;
      expect(await findViolations()).toEqual([]);
      await sheet()
        .getByRole('link', { name: `Child ${to} `, exact: false })
        .click();
      taps += 1;
      await expect.element(page.getByRole('heading', { level: 1, name: `Child ${to}`, exact: true })).toBeVisible();
      expect(sheet().query()).toBeNull();
      expect(taps).toBe(2);
    }
  });

  it('marks the child whose page is open, and goes nowhere when it is put away', async () => {
    const [first = ''] = await addChildren(3);
    shown = showApp({ store }, `#/therapist/${first}`);
    await page.getByRole('button', { name: 'Switch child' }).click();
    await expect.poll(() => document.querySelector('.roster-child[aria-current="page"] b')?.textContent).toBe('Child 1');
    await page.getByRole('button', { name: 'Close' }).click();
    expect(sheet().query()).toBeNull();
    expect(location.hash).toBe(`#/therapist/${first}`);
    const opener = page.getByRole('button', { name: 'Switch child' });
    await expect.poll(() => document.activeElement).toBe(opener.element());
    await userEvent.keyboard('{Enter}');
    await expect.element(sheet()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(sheet()).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement).toBe(opener.element());
  });
});

describe('"same as last time, but…"', () => {
  it('starts from the roster in two taps with what was played last, and leaves the tablet to the child', async () => {
    const { child, item } = await addPlayed();
    await store.lock.set(pin, store.lock.createCode());
    shown = showApp({ store }, '#/therapist');
    let taps = 0;
    await page.getByRole('button', { name: 'Same as last time' }).click();
    taps += 1;
    await expect.element(sheet().getByText('Fireflies', { exact: true })).toBeVisible();
    expect(sheet().getByText('Lighthouse', { exact: true }).query()).toBeNull();
    expect(await findViolations()).toEqual([]);
    await page.getByRole('button', { name: 'Start now' }).click();
    taps += 1;
    await expect.poll(() => location.hash).toBe(`#/play/${child}`);
    expect(store.lock.isOpen()).toBe(false);
    await passReady();
    await expect.poll(() => shown?.plays.length).toBe(1);
    expect(shown.plays[0]?.options.item).toMatchObject({ id: item, level: findLevel(3).id, source: 'touch' });
    expect(shown.plays[0]?.calls).not.toContain('help 1');
    expect(taps).toBe(2);
  });

  it('starts from the page of the child with another level, source and help; the level is an edit of the plan', async () => {
    const { child, item } = await addPlayed();
    await store.editPlan(child, { [`items.${item}.params.targetWidthMm`]: 60 });
    shown = showApp({ store }, `#/therapist/${child}`);
    await page.getByRole('button', { name: 'Same as last time' }).click();
    await expect.element(sheet().getByText(`Last time: ${findLevel(2).name.en}`)).toBeVisible();
    await page.getByRole('button', { name: 'Level of Fireflies: more' }).click();
    await expect.element(sheet().getByText(findLevel(4).name.en)).toBeVisible();
    await sheet().getByRole('radio', { name: "Adult's thumb" }).click();
    for (let i = 0; i < 2; i++) await page.getByRole('button', { name: 'Help from the start: more' }).click();
    await page.getByRole('button', { name: 'Start now' }).click();
    await passReady();
    await expect.poll(() => shown?.plays[0]?.calls).toContain('help 2');
    expect(shown.plays[0]?.options.item).toMatchObject({ id: item, level: findLevel(4).id, source: 'adult' });
    const kept = (await store.readPlan(child)).items.find(({ id }) => id === item);
    expect(kept).toMatchObject({ level: findLevel(4).id, source: 'touch', params: {} });
  });

  it('shows the whole plan to a child who never played, and starts nothing where there is no plan', async () => {
    const [child = ''] = await addChildren(1);
    shown = showApp({ store }, '#/therapist');
    await page.getByRole('button', { name: 'Start the plan' }).click();
    await expect.element(page.getByRole('button', { name: 'Start now' })).toBeDisabled();
    await page.getByRole('button', { name: 'Close' }).click();
    await store.editPlan(child, createDefaultItem(findLevel(1), newId(), 0));
    await page.getByRole('button', { name: 'Start the plan' }).click();
    await expect.element(sheet().getByText('Nothing of the last session', { exact: false })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Start now' })).toBeEnabled();
  });

  it('starts nothing by itself after a reload', async () => {
    const { child } = await addPlayed();
    shown = showApp({ store }, `#/play/${child}`);
    await expect.element(page.getByRole('heading', { level: 1, name: 'Mia' })).toBeVisible();
    expect(shown.plays).toHaveLength(0);
  });
});

const hostile = [
  ['right to left', 'محمد بن عبد الله'],
  ['marks that turn what follows', '\u202eneercs eht \u2066 \u200f'],
  ['a script', '<img src=x onerror="window.__harmed = true"><script>window.__harmed = true</script>'],
  ['words of our own text files', '$t(common.home) {{count}} {{- name}}'],
  ['10,000 letters', 'x'.repeat(10_000)],
  ['10,000 letters with marks', 'Z\u0335\u0310'.repeat(10_000)],
  ['line breaks', 'A\n\n\n\n\n\nB'],
] as const;

describe.each(hostile)('a name that is hostile (%s)', (_what, name) => {
  it('does no harm to roster, switcher, child page and picker', async () => {
    const [first = '', second = ''] = await addChildren(2);
    const named: Store = {
      ...store,
      readChildren: async () => (await store.readChildren()).map((child) => (child.id === first ? { ...child, name } : child)),
      readChild: async (id) => {
        const child = await store.readChild(id);
        return child && id === first ? { ...child, name } : child;
      },
    };
    await page.viewport(768, 1024);
    for (const [hash, there] of [
      ['#/therapist', '.roster-child'],
      [`#/therapist/${first}`, '.tabs'],
      ['#/', '.tile-picture'],
    ] as const) {
      shown?.leave();
      shown = showApp({ store: named }, hash);
      await expect.poll(() => document.querySelector(there)).not.toBeNull();
      expect(document.documentElement.scrollWidth, hash).toBeLessThanOrEqual(768);
      expect(document.querySelector('img[src="x"]')).toBeNull();
      for (const tile of document.querySelectorAll('.roster-tile, .tile')) expect(tile.getBoundingClientRect().height).toBeLessThan(330);
      expect(document.body.textContent).not.toContain('\u202e');
    }
    expect((window as { __harmed?: boolean }).__harmed).toBeUndefined();
    shown?.leave();
    shown = showApp({ store: named }, `#/therapist/${second}`);
    await page.getByRole('button', { name: 'Switch child' }).click();
    await expect.poll(() => document.querySelectorAll('.sheet .roster-child').length).toBe(2);
    document.querySelector<HTMLElement>(`.sheet a[href$="${first}"]`)?.click();
    await expect.poll(() => location.hash).toBe(`#/therapist/${first}`);
    await expect.poll(() => document.querySelector('.tabs')).not.toBeNull();
  });
});

it('a name of 10,000 letters that is typed is kept as the first of them', async () => {
  shown = showApp({ store }, '#/therapist');
  await page.getByRole('button', { name: 'Add a child' }).click();
  await page.getByRole('radio', { name: 'Crab' }).click();
  await page.getByLabelText('Name (not needed)').fill(`<b>${'y'.repeat(10_000)}`);
  await page.getByRole('button', { name: 'Add and go on' }).click();
  await expect.element(page.getByRole('tab').first()).toBeVisible();
  expect((await store.readChildren())[0]?.name).toMatch(/^<b>y{37}$/);
});

it.each([320, 768])('nothing of roster and same-as-last-time scrolls sideways at %i px', async (width) => {
  await addChildren(9);
  await addPlayed();
  await page.viewport(width, 900);
  shown = showApp({ store }, '#/therapist');
  await expect.poll(() => names().length).toBe(10);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await page.getByRole('button', { name: 'Same as last time' }).first().click();
  await expect.element(page.getByRole('button', { name: 'Start now' })).toBeVisible();
  const paper = document.querySelector('.sheet');
  expect(paper?.scrollWidth).toBeLessThanOrEqual(paper?.clientWidth ?? 0);
});

import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Frame } from '../../src/movement/types';
import { omniSteps } from '../../src/session/types';
import { toHead, toTrial } from '../store/history';
import { findFaults, languages } from './sources-app';
import { createWholeText, newId } from './therapist-app';
import { child, prepareResults } from './therapist-replay-page';

const results = prepareResults();

/** A set of two trials; a strap tells so many readings, a second apart, rising from 90. */
async function keepSet(readings: number): Promise<string> {
  const [session, set] = [newId(), newId()];
  const { store } = results;
  await store.save({ kind: 'session', session, child });
  await store.save({ kind: 'set', session, child, set, item: 'item-1', level: '01-calm', source: 'touch', head: toHead(2) });
  for (const i of [0, 1]) {
    const trial = toTrial({ session, child }, set, i, 'success');
    const told = Array.from({ length: i === 0 ? readings : 0 }, (_, k): Frame => {
      const atMs = 100 + 1000 * k;
      return { kind: 'heart', capturedMs: atMs, deliveredMs: atMs, beatsPerMin: 90 + 2 * k };
    });
    const frames = [...trial.part.frames, ...told].sort((a, b) => a.deliveredMs - b.deliveredMs);
    await store.save({ ...trial, part: { ...trial.part, frames } });
  }
  return session;
}

const line = () => document.querySelector('.heart-line')?.textContent ?? null;
const field = (name: string) => page.getByRole('spinbutton', { name, exact: true });

describe('what a strap told of a set', () => {
  it('is its mean and peak; no share of a reserve that nobody set', async () => {
    await keepSet(21);
    await results.openSession();
    expect(line()).toBe(
      'Heart rate: mean 109, peak 130 beats/min · share of the reserve: not measurable (the rates at rest and at most are not set)',
    );
  });

  for (const language of languages) {
    it(`is a share of this child's own reserve (${language})`, async () => {
      await results.store.editChild(child, { 'heart.restBpm': 80, 'heart.maxBpm': 180 });
      await keepSet(21);
      await results.openSession(language);
      // From 90 to 128 beats over 20 s: 29 % on average, above 40 % from 122 on, for 4 s.
      expect(line()).toContain('29');
      expect(line()).toContain(createWholeText(language)('therapist.heart.reserve', { share: '29%', minutes: '0.1', zone: '40%' }));
      expect(await findFaults()).toEqual([]);
    });
  }

  it.each([
    [9, 'Heart rate: not enough readings.'],
    [0, null],
  ])('of %i readings says %s', async (readings, said) => {
    await keepSet(readings);
    await results.openSession();
    expect(line()).toBe(said);
  });

  it('a range that does not rise measures nothing', async () => {
    await results.store.editChild(child, { 'heart.restBpm': 140, 'heart.maxBpm': 130 });
    await keepSet(21);
    await results.openSession();
    expect(line()).toContain('not measurable');
    await expect.element(page.getByText('The largest rate has to be above the one at rest.')).toBeVisible();
  });
});

describe("the child's word on effort", () => {
  it.each(omniSteps)('%i is told in the words of its face', async (omni) => {
    const session = await keepSet(0);
    await results.store.save({ kind: 'effort', word: newId(), session, child, omni });
    await results.openSession();
    const text = createWholeText('en');
    expect(document.querySelector('.session-head')?.textContent).toContain(
      `Effort, in the child's word: ${text(`child.effort.${omni}`)} (${omni} of 10)`,
    );
  });

  it('is not there while the child did not say', async () => {
    await keepSet(0);
    await results.openSession();
    expect(document.querySelector('.session-head')?.textContent).not.toContain('Effort');
  });
});

describe('the heart rates of a child', () => {
  it('begin empty, are kept as they are typed, and can be emptied again', async () => {
    await keepSet(0);
    await results.openSession();
    await expect.element(field('At rest')).toHaveValue(null);
    await expect.element(field('Largest')).toHaveValue(null);
    await userEvent.fill(field('At rest'), '78');
    await userEvent.fill(field('Largest'), '191');
    await userEvent.tab();
    await expect.poll(async () => (await results.store.readChild(child))?.heart).toEqual({ restBpm: 78, maxBpm: 191 });
    await userEvent.fill(field('Largest'), '');
    await userEvent.tab();
    await expect.poll(async () => (await results.store.readChild(child))?.heart).toEqual({ restBpm: 78, maxBpm: null });
  });

  it.each([
    ['At rest', '29'],
    ['At rest', '151'],
    ['Largest', '99'],
    ['Largest', '241'],
  ])('%s of %s is said to be outside, and not kept', async (name, typed) => {
    await keepSet(0);
    await results.openSession();
    await userEvent.fill(field(name), typed);
    await userEvent.tab();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Not kept');
    expect((await results.store.readChild(child))?.heart).toEqual({ restBpm: null, maxBpm: null });
  });
});

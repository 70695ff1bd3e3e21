import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ViewAdvice } from '../../src/movement/view-check';
import { type Pose, type ScriptedSource, toFoundPerson } from './scripted-source';
import { button, findFaults, languages, move, play, shown, showRange, showSetUp, source, stand, store, useOwnApp, ways } from './sources-app';
import { createWholeText } from './therapist-app';

useOwnApp();

describe('"Can I see you?"', () => {
  const advised: readonly [ViewAdvice, Pose, Parameters<ScriptedSource['picture']>[0], number][] = [
    ['good', {}, {}, 20],
    ['nobody', {}, { child: null, persons: [] }, 20],
    ['choose-child', {}, { child: null, persons: [toFoundPerson({ x: 0.3 }), toFoundPerson({ x: 0.7 })] }, 20],
    ['more-light', {}, { light: 0.05 }, 20],
    ['step-back', { height: 1.7 }, {}, 20],
    ['come-closer', { height: 0.3 }, {}, 20],
    ['into-picture', { x: 0.95, height: 0.6 }, {}, 20],
    ['turn-to-camera', { breadth: 0.2 }, {}, 20],
    ['show-joints', { hidden: ['left_wrist'] }, {}, 20],
    ['slow-device', {}, {}, 6],
  ];

  for (const language of languages) {
    it(`gives each advice in words (${language})`, async () => {
      await showSetUp({ language });
      const text = createWholeText(language);
      for (const [advice, pose, picture, perS] of advised) {
        await stand(pose, picture, perS);
        await expect
          .poll(() => document.querySelector('.view-check [role=status]')?.textContent, { message: advice })
          .toBe(text(`view.advice.${advice}`));
      }
      // No game here asks for knees; its words are there.
      for (const advice of [...advised.map(([one]) => one), 'turn-sideways']) expect(text(`view.advice.${advice}`)).not.toContain('view.');
    });
  }

  it('advice that is true for a single picture only is not said', async () => {
    await showSetUp();
    await stand({});
    await expect.element(page.getByText('Seen well.')).toBeVisible();
    source().pass(50);
    source().picture({ child: toFoundPerson({ hidden: ['left_wrist'] }) });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect.element(page.getByText('Seen well.')).toBeVisible();
  });

  it('asks to go on once the child is seen well, and lets every child go on', async () => {
    await showSetUp();
    await expect.element(button('Go on')).toHaveClass(/plain/);
    await stand({});
    await expect.element(button('Go on')).toHaveClass(/main/);
  });

  it('a tap in the mirror chooses the child at that place of the picture, a key the next person', async () => {
    await showSetUp();
    const persons = [toFoundPerson({ x: 0.25 }), toFoundPerson({ x: 0.75 })];
    await stand({}, { child: persons[0] ?? null, persons });
    const mirror = document.querySelector('.camera-mirror') as HTMLElement;
    const box = mirror.getBoundingClientRect();
    await userEvent.click(mirror, { position: { x: box.width * 0.2, y: box.height / 2 } });
    expect(source().chosen[0]?.[0]).toBeCloseTo(0.8, 1);
    expect(source().chosen[0]?.[1]).toBeCloseTo(0.5, 1);
    mirror.focus();
    await userEvent.keyboard('{Enter}');
    expect(source().chosen[1]?.[0]).toBeCloseTo(0.75, 2);
  });

  it('looks for a helper too, until an adult says that only the child is in view', async () => {
    await showSetUp();
    const only = page.getByRole('switch', { name: 'Only the child is in view' });
    await expect.element(only).not.toBeChecked();
    expect(source().prepared.pose?.persons).toBe(2);
    document.querySelector<HTMLElement>('.view-check .toggle')?.click();
    await expect.element(only).toBeChecked();
    expect(source().prepared.pose?.persons).toBe(1);
    document.querySelector<HTMLElement>('.view-check .toggle')?.click();
    expect(source().prepared.pose?.persons).toBe(2);
  });

  it('back cancels and turns the camera off', async () => {
    await showSetUp();
    expect(source().stopped).toBe(false);
    await button('Back').click();
    await expect.element(button('Start Fireflies')).toBeVisible();
    await expect.poll(() => source().stopped).toBe(true);
    expect(shown?.plays).toHaveLength(0);
  });

  it('another way that is chosen turns the camera off and plays at once', async () => {
    await showSetUp();
    await button("Adult's thumb").click();
    await expect.poll(() => play()?.options.item.source).toBe('adult');
    expect(source().stopped).toBe(true);
    expect(play()?.options.prepared).toBeNull();
  });

  for (const language of languages) {
    it.each(['refused', 'absent', 'broken'] as const)(
      `a camera that is %s says so in words and offers the other ways (${language})`,
      async (state) => {
        await showSetUp({ language, answers: () => ({ state, why: 'test' }) });
        const text = createWholeText(language);
        await expect.element(page.getByRole('alert')).toHaveTextContent(text(`child.pausedFor.${state}`));
        const others = page.getByRole('group', { name: text('view.otherWays') }).getByRole('button');
        expect(others.elements().map((one) => one.textContent?.trim())).toEqual(
          ways.filter((way) => way !== 'pose').map((way) => text(`source.${way}`)),
        );
        expect(document.querySelector('.camera-mirror')).toBeNull();
        expect(await findFaults()).toEqual([]);
      },
    );
  }

  it('a camera that was refused and then allowed opens with a second try, and the first is turned off', async () => {
    await showSetUp({ answers: (opening) => (opening === 0 ? { state: 'refused', why: 'test' } : { state: 'running' }) });
    await button('Try again').click();
    await expect.poll(() => document.querySelector('.camera-mirror')).not.toBeNull();
    expect(page.getByRole('alert').elements()).toHaveLength(0);
    expect(shown?.sources.map(({ stopped }) => stopped)).toEqual([true, false]);
  });

  it('a camera whose program cannot be loaded is said to be broken', async () => {
    await showSetUp({ answers: () => null });
    await expect.element(page.getByRole('alert')).toHaveTextContent('The sensor stopped working');
  });

  it.each(['unplugged', 'revoked', 'silent', 'covered', 'broken'] as const)(
    'a camera that is %s during set-up says so, and the view is back when it is well',
    async (trouble) => {
      await showSetUp();
      await expect.poll(() => document.querySelector('.camera-mirror')).not.toBeNull();
      source().trouble(trouble);
      await expect.element(page.getByRole('alert')).toHaveTextContent(createWholeText('en')(`child.pausedFor.${trouble}`));
      source().trouble(null);
      await expect.poll(() => document.querySelector('.camera-mirror')).not.toBeNull();
    },
  );
});

describe('the range check', () => {
  it('ends by itself at 30 s, and what was found is kept and handed to play', async () => {
    const child = await showRange();
    move(1500, {});
    await expect.element(page.getByRole('heading', { name: /Now reach all round/ })).toBeVisible();
    move(1200, { out: 0.25, up: 0.3 });
    await expect.element(button('Enough: play')).toBeVisible();
    source().pass(30_000);
    await expect.element(page.getByRole('heading', { name: 'Ready' })).toBeVisible();
    await button('Play').click();
    await expect.poll(() => play()?.options.prepared?.ranges?.reach?.left).toBeDefined();
    expect(play()?.options.prepared?.open).toBe(source().prepared.open);
    expect(source().stopped).toBe(false);
    await expect.poll(() => store.readRangeChecks(child)).toHaveLength(1);
    const [check] = await store.readRangeChecks(child);
    expect(check).toMatchObject({ source: 'pose', ranges: { ...play()?.options.prepared?.ranges } });
  });

  it('is over at once when the adult says enough, with what was found until then', async () => {
    const child = await showRange();
    move(1500, {});
    move(1200, { out: 0.25, up: 0.3 });
    await button('Enough: play').click();
    await expect.poll(() => play()?.options.prepared?.ranges).toMatchObject({ reach: { left: {}, right: {} } });
    await expect.poll(() => store.readRangeChecks(child)).toHaveLength(1);
  });

  it('can be passed over: play begins, and nothing is kept that was not found', async () => {
    const child = await showRange();
    await button('Play without it').click();
    await expect.poll(() => play()?.options.prepared).toMatchObject({ ranges: null });
    expect(await store.readRangeChecks(child)).toEqual([]);
    expect(source().stopped).toBe(false);
  });

  it('a camera that is unplugged in the check says so; the way back turns it off', async () => {
    await showRange();
    source().trouble('unplugged');
    await expect.element(page.getByRole('alert')).toHaveTextContent('The device was unplugged');
    await button('Back').click();
    await expect.element(button('Start Fireflies')).toBeVisible();
    await expect.poll(() => source().stopped).toBe(true);
  });
});

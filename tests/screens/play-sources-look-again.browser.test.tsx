import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { toFoundPerson } from './scripted-source';
import { button, findFaults, languages, play, shown, showSetUp, showStart, source, stand, start, useOwnApp, widths } from './sources-app';
import { createWholeText } from './therapist-app';

useOwnApp();
afterEach(() => Reflect.deleteProperty(DeviceMotionEvent, 'requestPermission'));

/** Play by the camera that its set-up has opened, resting for this reason. */
async function showRest(reason: 'lost' | 'unplugged', language: (typeof languages)[number] = 'en'): Promise<void> {
  await showSetUp({ language });
  const text = createWholeText(language);
  await button(text('view.goOn')).click();
  await button(text('range.skip')).click();
  await expect.poll(() => document.querySelector('.play-buttons')).not.toBeNull();
  if (reason !== 'lost') source().trouble(reason);
  play()?.show({ phase: 'paused', pausedFor: reason });
  await expect.element(button(text('view.title'))).toBeVisible();
}

describe('"Can I see you?" while play rests', () => {
  it('shows the running camera, lets the child be chosen, and play goes on', async () => {
    await showRest('lost');
    await button('Can I see you?').click();
    await expect.poll(() => document.querySelector('.camera-mirror')).not.toBeNull();
    const persons = [toFoundPerson({ x: 0.25 }), toFoundPerson({ x: 0.75 })];
    await stand({}, { child: null, persons });
    await expect.element(page.getByText('Touch the child in the picture.')).toBeVisible();
    document.querySelector<HTMLElement>('.camera-mirror')?.focus();
    document.querySelector<HTMLElement>('.camera-mirror')?.click();
    expect(source().chosen).toHaveLength(1);
    expect([source().restarts, source().stopped]).toEqual([0, false]);
    await stand({});
    await button('Go on').click();
    await expect.element(button('Pause')).toBeVisible();
    expect(play()?.calls).toEqual(['resume']);
  });

  it('goes back to the paused card, and play rests on', async () => {
    await showRest('lost');
    await button('Can I see you?').click();
    await button('Back').click();
    await expect.poll(() => document.querySelector('.paused')).not.toBeNull();
    expect(play()?.calls).toEqual([]);
  });

  it('starts a camera anew that was unplugged, and says so where it is still away', async () => {
    await showRest('unplugged');
    source().answer({ state: 'absent', why: 'test' });
    await button('Can I see you?').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(createWholeText('en')('child.pausedFor.absent'));
    expect(document.querySelector('.camera-mirror')).toBeNull();
    source().answer({ state: 'running' });
    await button('Try again').click();
    await expect.poll(() => document.querySelector('.camera-mirror')).not.toBeNull();
    expect(source().restarts).toBe(2);
    await button('Go on').click();
    expect(play()?.calls).toEqual(['resume']);
  });

  it('without looking, going on starts the same camera anew, so that the child is still known', async () => {
    await showRest('unplugged');
    await button('Go on').click();
    await expect.element(button('Pause')).toBeVisible();
    expect([source().restarts, shown?.sources.length]).toEqual([1, 1]);
    expect(play()?.calls).toEqual(['resume']);
  });

  it('is not offered once play goes on another way', async () => {
    await showRest('lost');
    await button("Adult's thumb").click();
    await expect.element(button('Pause')).toBeVisible();
    play()?.show({ phase: 'paused', pausedFor: 'asked', source: 'adult' });
    await expect.poll(() => document.querySelector('.paused')).not.toBeNull();
    expect(button('Can I see you?').elements()).toHaveLength(0);
  });

  it.each(languages.flatMap((language) => widths.map(([width, height]) => [language, width, height] as const)))(
    'fits and can be read aloud (%s, %i x %i)',
    async (language, width, height) => {
      await page.viewport(width, height);
      await showRest('lost', language);
      expect(await findFaults()).toEqual([]);
      await button(createWholeText(language)('view.title')).click();
      await stand({});
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
      const card = document.querySelector('.look-again-card')?.getBoundingClientRect();
      expect([(card?.left ?? -1) >= 0, (card?.right ?? innerWidth + 1) <= innerWidth]).toEqual([true, true]);
      expect(await findFaults()).toEqual([]);
    },
  );
});

it('a tap that begins play by a motion sensor asks for it while the tap is handled', async () => {
  let [tapped, asked] = [false, 0];
  const inTap = (event: Event) => {
    tapped = event.type === 'click';
    // After all that handles the tap at once, and before anything that waits.
    if (tapped) queueMicrotask(() => (tapped = false));
  };
  addEventListener('click', inTap, { capture: true });
  Object.assign(DeviceMotionEvent, {
    requestPermission: async () => {
      if (tapped) asked += 1;
      return 'granted';
    },
  });
  await showStart({ by: 'motion', game: 'lighthouse' });
  await start();
  await expect.poll(() => shown?.sources.length).toBe(1);
  removeEventListener('click', inTap, { capture: true });
  expect(asked).toBe(1);
});

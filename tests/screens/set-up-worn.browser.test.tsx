import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { toWornPlaces } from '../../src/screens/child/set-up/worn-places';
import { button, findFaults, languages, play, showStart, source, start, useOwnApp, widths } from './sources-app';
import { createWholeText } from './therapist-app';

useOwnApp();

/** The set-up of a motion sensor. */
async function showWorn(options: Parameters<typeof showStart>[0] = {}): Promise<void> {
  await showStart({ ...options, by: 'motion', game: 'lighthouse' });
  await start();
  await expect.poll(() => document.querySelector('.worn-place')).not.toBeNull();
}

/** The device hangs for so long with its top up, screen to the outside. */
function hang(ms: number): void {
  for (let t = 0; t < ms; t += 20) {
    source().pass(20);
    const nowMs = source().prepared.clock.nowMs();
    source().send({ kind: 'motion', capturedMs: nowMs, deliveredMs: nowMs, accelMps2: [0, 9.81, 0], rotationDps: [0, 0, 0], tiltDeg: null });
  }
}

const heading = (name: string) => page.getByRole('heading', { name, exact: true });

describe('where the sensor is worn', () => {
  for (const language of languages) {
    it.each(widths)(`six pictures, each with its name, fit a screen of %i × %i (${language})`, async (width, height) => {
      await page.viewport(width, height);
      await showWorn({ language });
      const text = createWholeText(language);
      const names = [...document.querySelectorAll('.worn-place')].map((one) => one.textContent);
      expect(names).toEqual(['chest', 'waist', 'tray', 'wheelchair', 'walker', 'held'].map((place) => text(`worn.place.${place}`)));
      for (const one of document.querySelectorAll('.worn-place')) expect(one.getBoundingClientRect().width).toBeGreaterThanOrEqual(100);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      expect(await findFaults()).toEqual([]);
    });
  }

  it('a still moment finds how it hangs, and play gets it', async () => {
    await showWorn();
    await button('Chest pouch').click();
    await expect.element(heading('Hold still like a stone')).toBeVisible();
    expect(document.querySelector('.worn-card')?.textContent).not.toMatch(/\d/);
    hang(4000);
    await expect.element(heading('Hold still like a stone')).toBeVisible();
    hang(2000);
    await expect.element(heading('Be still for a moment')).toBeVisible();
    await button('Play without it').click();
    await expect
      .poll(() => play()?.options.prepared?.mounting)
      .toEqual({
        kind: 'pouch',
        up: [0, expect.closeTo(1, 6), 0],
        forward: [0, 0, expect.closeTo(1, 6)],
        right: [expect.closeTo(-1, 6), expect.closeTo(0, 6), expect.closeTo(0, 6)],
      });
  });

  it('another place can be chosen, and then that one counts', async () => {
    await showWorn();
    await button('Waist pouch').click();
    hang(1000);
    await button('Another place').click();
    await button('In the hands').click();
    await expect.element(heading('Hold still like a stone')).toBeVisible();
    hang(6000);
    await button('Play without it').click();
    await expect.poll(() => play()?.options.prepared?.mounting?.kind).toBe('held');
  });

  it.each(['before a place is chosen', 'while it waits for a still moment'])('can be passed over %s', async (when) => {
    await showWorn();
    if (when.startsWith('while')) await button('On a tray').click();
    await button('Go on without it').click();
    await button('Play without it').click();
    await expect.poll(() => play()?.options.prepared?.ranges).toBeNull();
    expect(play()?.options.prepared?.mounting).toBeUndefined();
  });

  it('a sensor that goes silent meanwhile says so', async () => {
    await showWorn();
    await button('On a tray').click();
    await expect.element(heading('Hold still like a stone')).toBeVisible();
    source().trouble('silent');
    await expect.element(page.getByRole('alert')).toHaveTextContent(createWholeText('en')('child.pausedFor.silent'));
    source().trouble(null);
    await expect.poll(() => document.querySelector('.worn-card')).not.toBeNull();
  });

  it('asks only for places that can tell the movement', () => {
    expect(toWornPlaces('rise')).toEqual(['chest', 'waist', 'held']);
    expect(toWornPlaces('step')).toEqual(['chest', 'waist', 'walker', 'held']);
    expect(toWornPlaces('lean')).toHaveLength(6);
    expect(toWornPlaces('angle')).toEqual([]);
  });
});

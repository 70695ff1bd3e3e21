import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { toFoundPerson } from './scripted-source';
import { findFaults, languages, move, play, shown, showPlay, showSetUp, showStart, stand, useOwnApp, widths } from './sources-app';

useOwnApp();

/** What sticks out to the side of the page, or of a card that scrolls. */
function findSideways(): readonly string[] {
  const wide = document.documentElement.scrollWidth > innerWidth ? ['page'] : [];
  const out = [...document.querySelectorAll<HTMLElement>('.bay *, .play *')].filter((element) => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || element.closest('.unseen, .bay-ground, svg, .play-field')) return false;
    return box.left < -0.5 || box.right > innerWidth + 0.5;
  });
  return [...wide, ...out.map((element) => `${element.tagName}.${element.className}`)];
}

describe.each(languages)('on every screen (%s)', (language) => {
  it.each(widths)('nothing scrolls sideways at %s x %s, and the accessibility rules hold', async (width, height) => {
    await page.viewport(width, height);
    const seen: string[] = [];
    const look = async (name: string) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      seen.push(...findSideways().map((what) => `${name}: ${what}`), ...(await findFaults()).map((what) => `${name}: ${what}`));
    };
    await showSetUp({ language });
    await stand({}, { child: toFoundPerson({ x: 0.4 }), persons: [toFoundPerson({ x: 0.4 }), toFoundPerson({ x: 0.7 })] });
    await look('view');
    document.querySelector<HTMLElement>('.camera-view + .set-up-buttons button')?.click();
    await expect.poll(() => document.querySelector('.range-card')).not.toBeNull();
    move(1500, {});
    move(1200, { out: 0.25, up: 0.3 });
    await look('range');
    shown?.leave();
    await showStart({ language });
    await look('start');
    shown?.leave();
    await showPlay({ by: 'adult', language });
    await look('thumb');
    play()?.show({ phase: 'paused', pausedFor: 'revoked' });
    await expect.poll(() => document.querySelector('.paused')).not.toBeNull();
    await look('paused');
    expect(seen).toEqual([]);
  });
});

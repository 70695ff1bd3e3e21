import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createText } from '../../src/core/text';
import { createDefaultItem } from '../../src/plan/default-item';
import type { ChildProfile } from '../../src/plan/types';
import { startPlay } from '../../src/play/start-play';
import type { Store } from '../../src/store/types';
import { passReady, type ShownApp, showApp } from './screen-app';
import { findLevel, newId, openTestStore } from './therapist-app';
import '../../src/screens/child/play.css';

let store: Store;
let shown: ShownApp | null = null;
let child = '';

beforeEach(async () => {
  ({ store } = await openTestStore(newId()));
  child = newId();
  await store.editChild(child, { picture: 'whale' });
  await store.editPlan(child, createDefaultItem(findLevel(3), newId(), 0));
});

afterEach(async () => {
  shown?.leave();
  shown = null;
  store.close();
});

/** One press in the section on touch for each setting, and what the profile then says. */
const settings: readonly {
  readonly role: 'switch' | 'radio' | 'button';
  readonly name: string;
  readonly says: (child: ChildProfile) => unknown;
  readonly becomes: unknown;
}[] = [
  { role: 'switch', name: 'Simple picture', says: ({ play }) => play.simplePicture, becomes: true },
  { role: 'switch', name: 'Strong contrast', says: ({ play }) => play.highContrast, becomes: true },
  { role: 'switch', name: 'Little motion', says: ({ play }) => play.reducedMotion, becomes: true },
  { role: 'radio', name: 'Working hand/Left', says: ({ play }) => play.hand, becomes: 'left' },
  { role: 'radio', name: 'Leave one side of the screen free/Right', says: ({ play }) => play.clear?.side, becomes: 'right' },
  { role: 'button', name: 'Share kept free: more', says: ({ play }) => play.clear?.pct, becomes: 30 },
  { role: 'radio', name: 'How it chooses/One switch', says: ({ switches }) => switches.scan, becomes: 'one' },
  { role: 'button', name: 'One way across: more', says: ({ switches }) => switches.scanMs, becomes: 6500 },
  { role: 'button', name: 'Music: less', says: ({ play }) => play.volumes.music, becomes: 0.35 },
  { role: 'button', name: 'Sounds of play: more', says: ({ play }) => play.volumes.effects, becomes: 0.6 },
  { role: 'button', name: 'Spoken cues: less', says: ({ play }) => play.volumes.voice, becomes: 0.75 },
];

describe('the settings of a child', () => {
  it('are all offered to the therapist, kept, and handed to play', async () => {
    shown = showApp({ store }, `#/therapist/${child}`);
    await page.getByRole('tab', { name: 'Touch and sound' }).click();
    for (const { role, name, says, becomes } of settings) {
      const [group, option] = name.split('/');
      const control = option
        ? page.getByRole('group', { name: group ?? '' }).getByRole('radio', { name: option, exact: true })
        : page.getByRole(role, { name, exact: role !== 'switch' });
      await control.click({ force: true });
      await expect.poll(async () => says((await store.readChild(child)) as ChildProfile), { message: name }).toBe(becomes);
    }
    shown.leave();
    shown = showApp({ store }, `#/play/${child}`);
    await page.getByRole('button', { name: 'Start Fireflies' }).click();
    await passReady();
    await expect.poll(() => shown?.plays.length).toBe(1);
    const played = shown.plays[0]?.options.child as ChildProfile;
    expect(settings.map(({ says }) => says(played))).toEqual(settings.map(({ becomes }) => becomes));
  });

  it('shape the real play: its look, and its field beside the side that is left free', async () => {
    await store.editChild(child, {
      'play.simplePicture': true,
      'play.highContrast': true,
      'play.reducedMotion': true,
      'play.hand': 'left',
      'play.clear.side': 'right',
      'play.clear.pct': 40,
    });
    const around = document.createElement('div');
    const parent = document.createElement('div');
    around.style.cssText = 'position:fixed;inset:0';
    parent.className = 'play-field';
    around.append(parent);
    document.body.append(around);
    const play = await startPlay({
      child: (await store.readChild(child)) as ChildProfile,
      item: (await store.readPlan(child)).items[0] ?? expect.fail('no plan'),
      level: findLevel(3),
      parent,
      text: createText('en', []),
      pxPerMm: 4,
      save: async () => ({ saved: true }),
      prepared: null,
      ranges: {},
      newId,
      sessionsBefore: 0,
      turn: null,
    });
    try {
      const { space, look } = play.session.stage;
      expect(look).toMatchObject({ simplePicture: true, highContrast: true, reducedMotion: true, hand: 'left' });
      expect(space.widthMm).toBeCloseTo((0.6 * innerWidth) / 4, 0);
      const canvas = parent.querySelector('canvas')?.getBoundingClientRect();
      expect(canvas?.left).toBeCloseTo(0, 0);
      expect(canvas?.right).toBeCloseTo(0.6 * innerWidth, 0);
    } finally {
      play.destroy();
      around.remove();
    }
  });

  it('leave free no more and no less than play has room for', async () => {
    for (const pct of [9, 41]) await expect(store.editChild(child, { 'play.clear.pct': pct })).rejects.toThrow();
    expect((await store.readChild(child))?.play.clear).toBeUndefined();
  });
});

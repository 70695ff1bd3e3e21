import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Language } from '../../src/core/text';
import { playableSources } from '../../src/movement/interpret/interpreters';
import type { SourceKind, SourceState } from '../../src/movement/types';
import type { ViewAdvice } from '../../src/movement/view-check';
import { createDefaultItem } from '../../src/plan/default-item';
import type { PauseReason } from '../../src/session/types';
import type { Store } from '../../src/store/types';
import { type ShownApp, showApp } from './screen-app';
import { type Pose, type ScriptedSource, toFoundPerson, toJoints } from './scripted-source';
import { createWholeText, findLevel, newId, openTestStore } from './therapist-app';
import '../../src/screens/style/base.css';
import '../../src/screens/style/parts.css';
import '../../src/screens/child/child.css';
import '../../src/screens/child/play.css';

const languages: readonly Language[] = ['en', 'zh-CN'];
const widths = [
  [320, 640],
  [768, 1024],
  [1280, 800],
] as const;
const ways = playableSources('reach');
let store: Store;
let shown: ShownApp | null = null;

beforeEach(async () => {
  ({ store } = await openTestStore(newId()));
});

afterEach(async () => {
  shown?.leave();
  shown = null;
  store.close();
  await page.viewport(1280, 800);
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const play = () => shown?.plays.at(-1);
function source(): ScriptedSource {
  const newest = shown?.sources.at(-1);
  if (!newest) throw new Error('no source was opened');
  return newest;
}

interface Shown {
  readonly by?: SourceKind;
  readonly language?: Language;
  readonly answers?: (opening: number) => SourceState | null;
}

/** A child with Fireflies in the plan by this source, at the start card. */
async function showStart({ by = 'touch', language = 'en', answers }: Shown = {}): Promise<string> {
  const child = newId();
  await store.editChild(child, { picture: 'whale' });
  const item = newId();
  await store.editPlan(child, { ...createDefaultItem(findLevel(2), item, 0), [`items.${item}.source`]: by });
  shown = showApp({ store }, `#/play/${child}`, [language], answers);
  await expect.poll(() => document.querySelector('.start-button')).not.toBeNull();
  return child;
}

async function start(): Promise<void> {
  await expect.poll(() => document.querySelector('.start-button')).not.toBeNull();
  document.querySelector<HTMLElement>('.start-button')?.click();
}

/** Fireflies in play by this source. */
async function showPlay(options: Shown = {}): Promise<string> {
  const child = await showStart(options);
  await start();
  await expect.poll(() => document.querySelector('.play-buttons')).not.toBeNull();
  return child;
}

/** The set-up of the camera or of a motion sensor. */
async function showSetUp(options: Shown = {}): Promise<string> {
  const child = await showStart({ by: 'pose', ...options });
  await start();
  await expect.poll(() => document.querySelector('.camera-mirror, [role=alert]')).not.toBeNull();
  return child;
}

/** Pictures for a second and a half in which the child stands like this. */
async function stand(pose: Pose, picture: Parameters<ScriptedSource['picture']>[0] = {}, perS = 20): Promise<void> {
  for (let i = 0; i < 4; i++) {
    source().pass(500);
    source().picture({ child: toFoundPerson(pose), ...picture }, perS);
    await new Promise((resolve) => setTimeout(resolve, 90));
  }
}

/** Frames for so long, 20 a second, of hands that are held out so far. */
function move(ms: number, pose: Pose): void {
  for (let t = 0; t < ms; t += 50) {
    source().pass(50);
    const nowMs = source().prepared.clock.nowMs();
    source().send({ kind: 'pose', capturedMs: nowMs, deliveredMs: nowMs, aspect: 4 / 3, joints: toJoints(pose) });
  }
}

async function showRange(options: Shown = {}): Promise<string> {
  const child = await showSetUp(options);
  await expect.poll(() => document.querySelector('.camera-mirror')).not.toBeNull();
  await button('Go on').click();
  await expect.element(page.getByRole('heading', { name: 'Be still for a moment' })).toBeVisible();
  return child;
}

async function findFaults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast-enhanced': { enabled: true } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

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

describe('the start card', () => {
  it.each(ways)('offers every way to play and starts by %s when that is chosen', async (kind) => {
    await showStart();
    const text = createWholeText('en');
    const row = page.getByRole('group', { name: 'Play by' });
    expect(row.getByRole('button').elements()).toHaveLength(ways.length);
    await expect.element(row.getByRole('button', { name: 'Touch' })).toHaveAttribute('aria-pressed', 'true');
    await row.getByRole('button', { name: text(`source.${kind}`) }).click();
    await expect.element(row.getByRole('button', { name: text(`source.${kind}`) })).toHaveAttribute('aria-pressed', 'true');
    await start();
    if (kind === 'pose') {
      await expect.element(page.getByRole('heading', { name: 'Can I see you?' })).toBeVisible();
      await expect.poll(() => shown?.sources.map((one) => one.kind)).toEqual(['pose']);
    } else {
      await expect.poll(() => play()?.options.item.source).toBe(kind);
      expect(play()?.options.prepared).toBeNull();
    }
  });

  it("a way that is chosen today leaves the therapist's plan as it is", async () => {
    const child = await showStart({ by: 'gamepad' });
    await expect.element(button('Switch or keys')).toHaveAttribute('aria-pressed', 'true');
    await button("Adult's thumb").click();
    await start();
    await expect.poll(() => play()?.options.item.source).toBe('adult');
    expect((await store.readPlan(child)).items[0]?.source).toBe('gamepad');
  });
});

it("the therapist's plan offers every way to play, and keeps the chosen one", async () => {
  const child = await showStart();
  location.hash = `#/therapist/${child}`;
  await expect.element(page.getByRole('group', { name: 'Play by' })).toBeVisible();
  const row = page.getByRole('group', { name: 'Play by' });
  await expect.poll(() => row.getByRole('radio').elements()).toHaveLength(ways.length);
  await row.getByRole('radio', { name: 'Camera' }).click();
  await expect.poll(async () => (await store.readPlan(child)).items[0]?.source).toBe('pose');
});

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

  it('back cancels and turns the camera off', async () => {
    await showSetUp();
    expect(source().stopped).toBe(false);
    await button('Back').click();
    await expect.element(button('Start Fireflies')).toBeVisible();
    expect(source().stopped).toBe(true);
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
    expect(source().stopped).toBe(true);
  });
});

describe('the paused card', () => {
  const reasons: readonly PauseReason[] = ['hidden', 'lost', 'refused', 'absent', 'unplugged', 'revoked', 'silent', 'covered', 'broken'];

  for (const language of languages) {
    it(`says why play rests, in words, and offers the other ways (${language})`, async () => {
      await showPlay({ by: 'gamepad', language });
      const text = createWholeText(language);
      for (const reason of reasons) {
        play()?.show({ phase: 'paused', pausedFor: reason });
        const words = text(`child.pausedFor.${reason}`);
        expect(words).not.toContain('pausedFor');
        await expect.poll(() => document.querySelector('.paused-why')?.textContent, { message: reason }).toBe(words);
        const others = page.getByRole('group', { name: text('child.playOnBy') }).getByRole('button');
        expect(others.elements().map((one) => one.textContent?.trim())).toEqual(
          ways.filter((way) => way !== 'gamepad').map((way) => text(`source.${way}`)),
        );
      }
      play()?.show({ phase: 'paused', pausedFor: 'asked' });
      await expect.poll(() => document.querySelector('.paused-why')?.textContent).toBe('');
    });
  }

  it.each(ways.filter((way) => way !== 'gamepad'))('plays on by %s when that is chosen', async (kind) => {
    await showPlay({ by: 'gamepad' });
    play()?.show({ phase: 'paused', pausedFor: 'unplugged' });
    await button(createWholeText('en')(`source.${kind}`)).click();
    await expect.element(button('Pause')).toBeVisible();
    expect(play()?.calls).toEqual([`playBy ${kind}`, 'resume']);
    // The adult's thumb needs its button, others do not.
    expect(document.querySelectorAll('.tap-button')).toHaveLength(kind === 'adult' ? 2 : 0);
  });

  it.each(['refused', 'absent', 'broken'] as const)('another way that is %s says why, stays paused, and the way before plays on', async (state) => {
    await showPlay();
    play()?.answer({ state, why: 'test' });
    await button('Pause').click();
    await button('Camera').click();
    await expect.poll(() => document.querySelector('.paused-why')?.textContent).toBe(createWholeText('en')(`child.pausedFor.${state}`));
    await button('Go on').click();
    await expect.element(button('Pause')).toBeVisible();
    expect(play()?.calls).toEqual(['pause', 'playBy pose', 'resume']);
    // The next pause has a reason of its own.
    play()?.show({ phase: 'paused', pausedFor: 'hidden' });
    await expect.element(page.getByText('Play waited while the page was away.')).toBeVisible();
  });

  it.each(['refused', 'absent', 'unplugged', 'revoked', 'silent', 'broken'] as const)(
    'after a source that is %s, going on opens it anew, so that nothing is scored without it',
    async (pausedFor) => {
      await showPlay({ by: 'gamepad' });
      play()?.show({ phase: 'paused', pausedFor });
      play()?.answer({ state: 'absent', why: 'test' });
      await button('Go on').click();
      await expect.element(page.getByText('This tablet does not have it here. Play another way.')).toBeVisible();
      expect(play()?.calls).toEqual(['playBy gamepad']);
      play()?.answer({ state: 'running' });
      await button('Go on').click();
      await expect.element(button('Pause')).toBeVisible();
      expect(play()?.calls).toEqual(['playBy gamepad', 'playBy gamepad', 'resume']);
    },
  );

  it.each(['asked', 'hidden', 'lost', 'covered'] as const)('after a pause that was %s the running source plays on', async (pausedFor) => {
    await showPlay({ by: 'gamepad' });
    play()?.show({ phase: 'paused', pausedFor });
    await button('Go on').click();
    await expect.element(button('Pause')).toBeVisible();
    expect(play()?.calls).toEqual(['resume']);
  });
});

describe("the adult's thumb", () => {
  const taps = () => play()?.calls.filter((call) => call === 'tap').length;
  const thumbs = () => page.getByRole('button', { name: 'One repetition seen' });
  const level = (name: string) => page.getByRole('radio', { name, exact: true });

  it('one tap at either edge is one repetition', async () => {
    await showPlay({ by: 'adult' });
    await expect.poll(() => thumbs().elements()).toHaveLength(2);
    await thumbs().nth(0).click();
    await thumbs().nth(1).click();
    expect(taps()).toBe(2);
    const boxes = thumbs()
      .elements()
      .map((one) => one.getBoundingClientRect());
    expect(boxes[0]?.left).toBeLessThan(24);
    expect(boxes[1]?.right).toBeGreaterThan(innerWidth - 24);
  });

  it('counts as the thumb lands, not as it is lifted, and no second time by the click after', async () => {
    await showPlay({ by: 'adult' });
    const thumb = thumbs().nth(0).element() as HTMLElement;
    thumb.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true, pointerType: 'touch' }));
    expect(taps()).toBe(1);
    thumb.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, pointerType: 'touch' }));
    thumb.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 0 }));
    expect(taps()).toBe(1);
  });

  it('a press by a screen reader counts too; another button of a mouse does not', async () => {
    await showPlay({ by: 'adult' });
    const thumb = thumbs().nth(0).element() as HTMLElement;
    thumb.click();
    expect(taps()).toBe(1);
    thumb.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 2 }));
    expect(taps()).toBe(1);
  });

  it.each(['Enter', ' '])('counts once by the key "%s", however long it is held', async (key) => {
    await showPlay({ by: 'adult' });
    const thumb = thumbs().nth(1).element() as HTMLElement;
    thumb.focus();
    await userEvent.keyboard(key === ' ' ? '[Space]' : '{Enter}');
    expect(taps()).toBe(1);
    thumb.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, repeat: true }));
    expect(taps()).toBe(1);
  });

  it('the help level is chosen by one tap and stays', async () => {
    await showPlay({ by: 'adult' });
    await expect.element(level('No help')).toBeChecked();
    await level('Hand over hand').click();
    await expect.element(level('Hand over hand')).toBeChecked();
    await expect.element(level('No help')).not.toBeChecked();
    await thumbs().nth(0).click();
    await expect.element(level('Hand over hand')).toBeChecked();
    expect(play()?.calls).toEqual(['help 3', 'tap']);
  });

  it('the help level is one stop of the tab key, and the arrow keys move the choice round and round', async () => {
    await showPlay({ by: 'adult' });
    (thumbs().nth(0).element() as HTMLElement).focus();
    await userEvent.keyboard('{Tab}');
    await expect.element(level('No help')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    await expect.element(level('With a touch')).toHaveFocus();
    await expect.element(level('With a touch')).toBeChecked();
    await userEvent.keyboard('{ArrowLeft}{ArrowUp}{ArrowLeft}');
    await expect.element(level('All done by the adult')).toBeChecked();
    await userEvent.keyboard('{ArrowRight}{End}{Home}');
    await expect.element(level('No help')).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    await expect.element(thumbs().nth(1)).toHaveFocus();
    expect(play()?.calls).toEqual(['help 1', 'help 2', 'help 1', 'help 0', 'help 4', 'help 0', 'help 4', 'help 0']);
  });

  it('can be opened beside any source and closed again', async () => {
    await showPlay();
    expect(thumbs().elements()).toHaveLength(0);
    await button('Count by thumb').click();
    await expect.poll(() => thumbs().elements()).toHaveLength(2);
    await button('Count by thumb').click();
    await expect.poll(() => thumbs().elements()).toHaveLength(0);
  });

  it.each([...widths, [640, 360], [320, 480]] as const)('has targets of 15 mm and none under pause or stop at %s x %s', async (width, height) => {
    await page.viewport(width, height);
    await showPlay({ by: 'adult' });
    await expect.poll(() => thumbs().elements()).toHaveLength(2);
    const pxPerMm = play()?.options.pxPerMm ?? 0;
    const targets = [...document.querySelectorAll('.adult-pad button')].map((one) => one.getBoundingClientRect());
    const above = [...document.querySelectorAll('.play-buttons button')].map((one) => one.getBoundingClientRect());
    expect(targets).toHaveLength(7);
    for (const box of targets) {
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(15 * pxPerMm - 0.1);
      expect([box.left >= 0, box.right <= width, box.bottom <= height]).toEqual([true, true, true]);
    }
    for (const [i, a] of [...targets, ...above].entries()) {
      for (const b of [...targets, ...above].slice(i + 1)) {
        expect(a.right > b.left + 0.5 && b.right > a.left + 0.5 && a.bottom > b.top + 0.5 && b.bottom > a.top + 0.5).toBe(false);
      }
    }
  });
});

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

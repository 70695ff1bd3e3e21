import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { PauseReason } from '../../src/session/types';
import { button, languages, play, shown, showPlay, showStart, start, store, useOwnApp, ways } from './sources-app';
import { createWholeText } from './therapist-app';

useOwnApp();

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

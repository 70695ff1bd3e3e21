import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { button, play, showPlay, useOwnApp, widths } from './sources-app';

useOwnApp();

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

  it('where taps alone play, one switch that sends space or enter taps at once', async () => {
    await showPlay({ by: 'adult' });
    await expect.element(thumbs().nth(0)).toHaveFocus();
    await userEvent.keyboard('{ }{Enter}');
    expect(taps()).toBe(2);
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

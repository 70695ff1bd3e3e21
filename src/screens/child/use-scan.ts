import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SwitchSettings } from '../../movement/types';

/** Keys that switch boxes send: the first chooses by one switch and moves on by two, the second chooses by two. */
const firstSwitch: readonly string[] = ['Space', 'Digit1', 'Numpad1'];
const secondSwitch: readonly string[] = ['Enter', 'NumpadEnter', 'Digit2', 'Numpad2'];
const onwards: readonly string[] = ['ArrowRight', 'ArrowDown'];
const backwards: readonly string[] = ['ArrowLeft', 'ArrowUp'];

/**
 * A child's screen by switches, as in play: the stops inside `root` (a selector; `data-scan` unless told) are gone through, by itself with one switch, by the
 * first of two, or by arrow keys; a press chooses what is in focus. null: the child does not play by switch, and nothing moves.
 */
export function useScan(root: RefObject<HTMLElement | null>, switches: SwitchSettings | null, stops = '[data-scan]'): void {
  const scan = switches?.scan ?? null;
  const scanMs = switches?.scanMs ?? 0;
  const repeatMs = switches?.repeatMs ?? 0;
  useEffect(() => {
    if (scan === null) return;
    const list = () => [...(root.current?.querySelectorAll<HTMLElement>(stops) ?? [])].filter((one) => !one.hasAttribute('disabled'));
    let pressedAt = Number.NEGATIVE_INFINITY;
    const held = new Map<number, boolean>();

    function move(by: 1 | -1): void {
      const all = list();
      const at = all.indexOf(document.activeElement as HTMLElement);
      all[(at + by + all.length) % all.length]?.focus({ preventScroll: false });
    }

    function choose(): void {
      const focused = list().find((one) => one === document.activeElement);
      if (focused) focused.click();
      else move(1);
    }

    /** A press of a switch by its number; true when it was one for us. A second one right after the first is tremor. */
    function press(number: 1 | 2, atMs: number): void {
      if (atMs - pressedAt < repeatMs) return;
      pressedAt = atMs;
      if (scan === 'two' && number === 1) move(1);
      else choose();
    }

    function onKey(event: KeyboardEvent): void {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const target = event.target as HTMLElement;
      const isOurs = target === document.body || list().includes(target);
      if (!isOurs) return;
      const number = firstSwitch.includes(event.code) ? 1 : secondSwitch.includes(event.code) ? 2 : null;
      const way = onwards.includes(event.code) ? 1 : backwards.includes(event.code) ? -1 : null;
      if (number === null && way === null) return;
      event.preventDefault();
      if (event.repeat) return;
      if (way !== null) move(way);
      else if (number !== null) press(number, event.timeStamp);
    }

    function readPads(): void {
      for (const pad of navigator.getGamepads())
        pad?.buttons.forEach(({ pressed }, i) => {
          const key = pad.index * 100 + i;
          if (pressed && !held.get(key) && i < 2) press(i === 0 ? 1 : 2, performance.now());
          held.set(key, pressed);
        });
      frame = requestAnimationFrame(readPads);
    }

    let frame = requestAnimationFrame(readPads);
    const timer = scan === 'one' ? setInterval(() => move(1), scanMs) : undefined;
    window.addEventListener('keydown', onKey);
    root.current?.classList.add('scanned');
    if (!list().includes(document.activeElement as HTMLElement)) move(1);
    return () => {
      cancelAnimationFrame(frame);
      clearInterval(timer);
      window.removeEventListener('keydown', onKey);
      root.current?.classList.remove('scanned');
    };
  }, [scan, scanMs, repeatMs]);
}

import axe from 'axe-core';
import { userEvent } from 'vitest/browser';

const pressable = 'a[href], button, input, select, textarea, summary, [role="spinbutton"], [role="tab"]';
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Still an experiment of the checker: it takes the number under a face of pain for the name of its button. */
const notYetRules = { 'label-content-name-mismatch': { enabled: false } };

/** A line as a longer language would say it: every word 40 % longer; marks for values stay. */
export function lengthen(line: string): string {
  return line
    .split(/(\{\{\w+\}\})/)
    .map((part) =>
      part.startsWith('{{') ? part : part.replace(/[A-Za-z]{2,}/g, (word) => word + word.toLowerCase().slice(0, Math.ceil(word.length * 0.4))),
    )
    .join('');
}

/** What is in front: an open sheet, else the page. */
export function toFront(): Element {
  const sheets = document.querySelectorAll('dialog[open]');
  return sheets[sheets.length - 1] ?? document.body;
}

/** How a person would point at an element in a list of faults. */
function nameOf(element: Element): string {
  const classes = typeof element.className === 'string' ? element.className.trim().split(/\s+/).slice(0, 3).join('.') : '';
  const words = element.getAttribute('aria-label') ?? (element.textContent || toTarget(element).textContent) ?? '';
  return `${element.tagName.toLowerCase()}${classes ? `.${classes}` : ''} "${words.trim().slice(0, 40)}"${element instanceof HTMLInputElement ? ` ${element.type}` : ''}`;
}

/** Words for screen readers only take no room. */
const isForReaders = (element: Element) => element.closest('.unseen') !== null || (element instanceof HTMLElement && element.offsetWidth <= 1);

const isSeen = (element: Element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('svg, canvas, iframe') && !isForReaders(element);

/** Text that is cut off, lies over other text, or leaves its button or card; pages and boxes that scroll sideways. */
export function findLayoutFaults(): readonly string[] {
  const faults: string[] = [];
  const front = toFront();
  const page = document.scrollingElement ?? document.documentElement;
  if (page.scrollWidth > innerWidth + 1) faults.push(`the page scrolls sideways: ${page.scrollWidth} in ${innerWidth}`);
  const texts: { readonly element: Element; readonly box: DOMRect }[] = [];
  for (const element of front.querySelectorAll('*')) {
    if (!isSeen(element)) continue;
    const { overflowX } = getComputedStyle(element);
    // A table of data scrolls in a room of its own that can be focused and has a name (WCAG 1.4.10).
    if (element.matches('.table-room')) continue;
    if (overflowX !== 'visible' && overflowX !== 'clip' && element.scrollWidth > element.clientWidth + 1 && !element.matches('input, textarea')) {
      faults.push(`scrolls or cuts sideways: ${nameOf(element)} ${element.scrollWidth} in ${element.clientWidth}`);
    }
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      // A name of many lines ends in dots after two; what is behind the dots is not drawn.
      if (element.closest('.roster-words b')) continue;
      for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) texts.push({ element, box });
    }
  }
  for (const { element, box } of texts) {
    const holder = element.closest('button, a, label, .card, td, th, dd, dt, p, h1, h2, h3, dialog')?.getBoundingClientRect();
    if (holder && (box.left < holder.left - 2 || box.right > holder.right + 2)) faults.push(`leaves its box: ${nameOf(element)}`);
    if (box.right > innerWidth + 1 || box.left < -1) faults.push(`leaves the page: ${nameOf(element)}`);
    const cutter = closestCutter(element);
    if (cutter && (box.bottom > cutter.bottom + 3 || box.top < cutter.top - 3)) faults.push(`is cut off: ${nameOf(element)}`);
  }
  for (const [i, one] of texts.entries()) {
    for (const other of texts.slice(i + 1)) {
      if (one.element === other.element || one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 3 && down > 6 && isAfloat(one.element) === isAfloat(other.element))
        faults.push(`lies over: ${nameOf(one.element)} and ${nameOf(other.element)}`);
    }
  }
  return [...new Set(faults)];
}

/** Whether a bar that stays in sight while the page moves below it holds the element. */
function isAfloat(element: Element): boolean {
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    if (getComputedStyle(at).position === 'sticky') return true;
  }
  return false;
}

/** The nearest box that hides what leaves it downwards; null where it can be scrolled to. */
function closestCutter(element: Element): DOMRect | null {
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (overflowY === 'auto' || overflowY === 'scroll') return null;
    if (overflowY === 'hidden' || overflowY === 'clip') return at.getBoundingClientRect();
  }
  return null;
}

/** Where a finger can press a control: the control itself, or the label around or for it. */
function toTarget(control: Element): Element {
  return control.matches('input, select, textarea') ? (control.closest('label') ?? control) : control;
}

/** Controls that are smaller than 44 CSS pixels (clinical.md C9). */
export function findSmallTargets(): readonly string[] {
  const small = [...toFront().querySelectorAll(pressable)].filter((control) => {
    const target = toTarget(control);
    if (!target.checkVisibility() || target.closest('.unseen') || control.matches('[role="spinbutton"]')) return false;
    const box = target.getBoundingClientRect();
    return Math.min(box.width, box.height) < 43.5;
  });
  return small.map((control) => {
    const box = toTarget(control).getBoundingClientRect();
    return `small: ${nameOf(control)} ${Math.round(box.width)} x ${Math.round(box.height)}`;
  });
}

/** Violations of WCAG 2.2 AA and of axe's good practice. */
export async function findViolations(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, { runOnly: rules, rules: notYetRules });
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

/** Everything that Tab should reach in front: one of each group of radio buttons, and no control that arrow keys reach. */
function listStops(): Element[] {
  const groups = new Set<string>();
  return [...toFront().querySelectorAll<HTMLElement>(pressable)].filter((control) => {
    if (control.tabIndex < 0 || control.matches(':disabled') || !control.checkVisibility({ visibilityProperty: true })) return false;
    if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return true;
    if (groups.has(control.name)) return false;
    groups.add(control.name);
    return true;
  });
}

const toStop = (element: Element): string | Element => (element instanceof HTMLInputElement && element.type === 'radio' ? element.name : element);

/** True where the eye finds the focus: an outline on the control, or on what stands for it. */
function showsFocus(control: Element): boolean {
  const beside = [control, control.closest('label'), control.nextElementSibling, control.parentElement];
  return beside.some((element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
}

/** Walks through what is in front by Tab: stops that are not reached, out of order, or do not show the focus. */
export async function findKeyboardFaults(): Promise<readonly string[]> {
  const stops = listStops();
  const wanted = stops.map(toStop);
  const faults: string[] = [];
  const reached: (string | Element)[] = [];
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const first = stops[0];
  if (!(first instanceof HTMLElement)) return faults;
  // One step back from the first stop is where the walk begins.
  first.focus();
  reached.push(toStop(first));
  let same = 0;
  for (let i = 1; i < stops.length; i++) {
    await userEvent.keyboard('{Tab}');
    const at = document.activeElement;
    if (!at || at === document.body) break;
    const stop = toStop(at);
    // A field for a date has stops of its own.
    if (stop === reached.at(-1) && ++same < 6) {
      i--;
      continue;
    }
    same = 0;
    if (reached.includes(stop)) break;
    reached.push(stop);
    // A room that scrolls is a stop, too.
    if (!wanted.includes(stop)) i--;
    if (!showsFocus(at)) faults.push(`focus is not seen: ${nameOf(at)}`);
    const box = toTarget(at).getBoundingClientRect();
    if (box.bottom < 0 || box.top > innerHeight) faults.push(`focus is out of sight: ${nameOf(at)}`);
  }
  for (const [i, stop] of wanted.entries()) if (!reached.includes(stop)) faults.push(`not reached by Tab: ${nameOf(stops[i] ?? document.body)}`);
  const order = reached.filter((stop) => wanted.includes(stop));
  if (order.some((stop, i) => stop !== wanted.filter((one) => reached.includes(one))[i])) faults.push('Tab goes in another order than the page');
  return faults;
}

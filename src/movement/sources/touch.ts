import type { Frame, Source, SourceTimes, TouchContact } from '../types';

/** Reads fingers (and a pressed mouse or pen) on an element; `pxPerMm` gives contact sizes. No rules: every contact is reported. */
export function createTouchSource(element: HTMLElement, times: SourceTimes, pxPerMm: number): Source {
  const contacts = new Map<number, TouchContact>();
  let emit: ((frame: Frame) => void) | null = null;

  function toContact(event: PointerEvent, box: DOMRect): TouchContact {
    const sizePx = Math.max(event.width, event.height);
    return {
      id: event.pointerId,
      x: (event.clientX - box.left) / box.width,
      y: (event.clientY - box.top) / box.height,
      ...(event.pointerType === 'touch' && sizePx > 1 ? { sizeMm: sizePx / pxPerMm } : {}),
    };
  }

  function send(event: PointerEvent): void {
    const deliveredMs = times.nowMs();
    const capturedMs = Math.min(times.toSession(event.timeStamp), deliveredMs);
    emit?.({ kind: 'touch', capturedMs, deliveredMs, contacts: [...contacts.values()] });
  }

  function down(event: PointerEvent): void {
    // A touch captures its element by itself; letting go keeps moves flowing to us when a finger slides over other layers.
    event.preventDefault();
    contacts.set(event.pointerId, toContact(event, element.getBoundingClientRect()));
    send(event);
  }

  function move(event: PointerEvent): void {
    if (!contacts.has(event.pointerId)) return;
    const box = element.getBoundingClientRect();
    const readings = event.getCoalescedEvents?.() ?? [];
    for (const reading of readings.length > 0 ? readings : [event]) {
      contacts.set(event.pointerId, toContact(reading, box));
      send(reading);
    }
  }

  function up(event: PointerEvent): void {
    if (!contacts.has(event.pointerId)) return;
    // The last position belongs to the path: it is sent before the contact goes.
    contacts.set(event.pointerId, toContact(event, element.getBoundingClientRect()));
    send(event);
    contacts.delete(event.pointerId);
    send(event);
  }

  function cancel(event: PointerEvent): void {
    const contact = contacts.get(event.pointerId);
    if (!contact) return;
    contacts.set(event.pointerId, { ...contact, cancelled: true });
    send(event);
    contacts.delete(event.pointerId);
    send(event);
  }

  return {
    kind: 'touch',
    async start(onFrame) {
      emit = onFrame;
      element.addEventListener('pointerdown', down);
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', up);
      window.addEventListener('pointercancel', cancel);
      return { state: 'running' };
    },
    stop() {
      emit = null;
      contacts.clear();
      element.removeEventListener('pointerdown', down);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
    },
  };
}

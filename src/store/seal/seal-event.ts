import { type CurrentEvent, checkEvent } from '../formats/current';
import { toRecord } from '../formats/format';
import type { Fields } from '../types';
import type { Opener, Sealer } from './box';
import { fromBase64, toBase64 } from './bytes';
import { isOpenField, openParts } from './open-parts';

/** What every stored event says of itself while it is sealed. */
const envelope = ['id', 'kind', 'format', 'device', 'n', 'child', 'on', 'at', 'base'] as const;

/** How the value of a sealed field begins; base64 of its box follows. */
const fieldMark = 'sealed:';

/** Sealed values are filled up to so many bytes: a length tells nobody which name it is. */
const fullBytes = 64;

/** What opening came to; `locked`: the key does not open it, or it was harmed. */
export type Opened<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: 'locked' };

/** True for a stored event of which something is sealed. */
export function isSealed(stored: unknown): boolean {
  const { sealed } = toRecord(stored);
  return sealed === 'fields' || sealed instanceof Uint8Array;
}

/**
 * A stored event as it lies on a tablet with a PIN: what play needs (open-parts.ts) stays readable, all else is closed. Whatever it is, a
 * damaged or newer event too, opening gives it back as JSON holds it. Settings of the tablet, and what is sealed already, stay as they are.
 */
export async function sealEvent(sealer: Sealer, stored: unknown): Promise<unknown> {
  if (isSealed(stored)) return stored;
  const event = toRecord(stored);
  const checked = checkEvent(stored);
  const parts = checked.ok ? openParts[checked.value.kind] : null;
  if (checked.ok && parts?.open === 'all') return stored;
  if (checked.ok && parts?.open === 'fields') {
    const fields = await sealFields(sealer, checked.value.id, checked.value.kind, toRecord(toRecord(event.body).fields));
    return Object.values(fields).some(isSealedField) ? { ...event, sealed: 'fields', body: { fields } } : stored;
  }
  const head = Object.fromEntries(envelope.flatMap((name) => (name in event ? [[name, event[name]]] : [])));
  const body = parts?.open === 'places' ? pick(event.body, parts.places) : toIds(event.body);
  // Number and base are given in the transaction that keeps the event, after it was sealed: they stay outside.
  const rest = Object.fromEntries(Object.entries(event).filter(([name]) => !envelope.some((known) => known === name)));
  return { ...head, body, sealed: await sealJson(sealer, rest, String(event.id)) };
}

/** A sealed event as it was; one that never was sealed, as it is. Never rejects. */
export async function openEvent(opener: Opener, stored: unknown): Promise<Opened<unknown>> {
  const { sealed, ...event } = toRecord(stored);
  const id = String(event.id);
  if (sealed instanceof Uint8Array) {
    const { body: _open, ...head } = event;
    const rest = await openJson<object>(opener, Uint8Array.from(sealed), id);
    return rest.ok ? { ok: true, value: { ...head, ...rest.value } } : rest;
  }
  if (sealed !== 'fields') return { ok: true, value: stored };
  const fields = toRecord(toRecord(event.body).fields);
  const opened = await Promise.all(
    Object.entries(fields).map(async ([path, value]) => {
      const box = toFieldBox(value);
      return [path, box ? await openJson(opener, box, toFieldPlace(id, path)) : ({ ok: true, value } as const)] as const;
    }),
  );
  if (opened.some(([, one]) => !one.ok)) return { ok: false, problem: 'locked' };
  return { ok: true, value: { ...event, body: { fields: Object.fromEntries(opened.map(([path, one]) => [path, one.ok ? one.value : null])) } } };
}

/** The value of a field as a fold holds it, opened; `id` is that of its edit. What is no sealed value is given back as it is. */
export async function openField(opener: Opener, id: string, path: string, value: Fields[string]): Promise<Opened<Fields[string]>> {
  const box = toFieldBox(value);
  return box ? openJson(opener, box, toFieldPlace(id, path)) : { ok: true, value };
}

/** True for the value of a field that is sealed. */
export function isSealedField(value: unknown): boolean {
  return toFieldBox(value) !== null;
}

/** Anything that JSON holds, sealed to one place. */
export function sealJson(sealer: Sealer, value: unknown, place: string): Promise<Uint8Array<ArrayBuffer>> {
  const text = new TextEncoder().encode(JSON.stringify(value));
  // Spaces after JSON mean nothing to who reads it.
  const full = new Uint8Array(Math.ceil(text.length / fullBytes) * fullBytes).fill(0x20);
  full.set(text);
  return sealer.seal(full, place);
}

/** What was sealed to this place. Never rejects. */
export async function openJson<T = never>(opener: Opener, box: Uint8Array<ArrayBuffer>, place: string): Promise<Opened<T>> {
  const plain = await opener.open(box, place);
  if (!plain) return { ok: false, problem: 'locked' };
  return { ok: true, value: JSON.parse(new TextDecoder().decode(plain)) as T };
}

/** Fields of one edit with their private values sealed; one that is taken away stays so. */
export async function sealFields(
  sealer: Sealer,
  id: string,
  kind: CurrentEvent['kind'],
  fields: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const each = Object.entries(fields).map(async ([path, value]) => {
    // A value that is taken away says nothing, and its fold must know that it is gone.
    if (value === null || isOpenField(kind, path)) return [path, value] as const;
    return [path, fieldMark + toBase64(await sealJson(sealer, value, toFieldPlace(id, path)))] as const;
  });
  return Object.fromEntries(await Promise.all(each));
}

function toFieldBox(value: unknown): Uint8Array<ArrayBuffer> | null {
  return typeof value === 'string' && value.startsWith(fieldMark) ? fromBase64(value.slice(fieldMark.length)) : null;
}

function toFieldPlace(id: string, path: string): string {
  return `${id}/${path}`;
}

/** Of what fits no format only the ids by which it is found stay readable: a path or a text in it may say anything. */
function toIds(body: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(pick(body, ['session', 'set'])).filter(([, id]) => typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)));
}

/** Those places of a body that it has, such as `result.trial`. */
function pick(body: unknown, places: readonly string[]): Readonly<Record<string, unknown>> {
  const picked: Record<string, unknown> = {};
  for (const place of places) {
    const [name = '', inner] = place.split('.');
    const value = toRecord(body)[name];
    if (value === undefined) continue;
    if (inner === undefined) picked[name] = value;
    else if (toRecord(value)[inner] !== undefined) picked[name] = { ...toRecord(picked[name]), [inner]: toRecord(value)[inner] };
  }
  return picked;
}

import type { BundleEntry, FhirResource, Identifier, Reference } from 'fhir/r4';
import { v5 } from 'uuid';
import type { Uuid } from '../../core/ids';

/** Under which all our derived ids are made (RFC 9562, version 5). */
const namespace = '6f0d3f62-5c1b-4a39-9a3e-7c0f5b8f1d24';
const uriSystem = 'urn:ietf:rfc:3986';

/** One resource in a transaction. */
export type FhirEntry = BundleEntry & { readonly fullUrl: string; readonly resource: FhirResource };

/** The id of something that has none of its own: the same parts give the same id on every tablet and for ever. */
export function toStableId(...parts: readonly string[]): Uuid {
  return v5(parts.join('/'), namespace);
}

/** An id as an address. */
export function toUrn(id: Uuid): string {
  return `urn:uuid:${id}`;
}

/** An id as the hospital finds it again. */
export function toIdentifier(id: Uuid): Identifier {
  return { system: uriSystem, value: toUrn(id) };
}

/** A pointer to another resource of the file. */
export function toReference(id: Uuid): Reference {
  return { reference: toUrn(id) };
}

/** A resource that is put in the place of the one with the same identifier: sending twice leaves one. */
export function toEntry(id: Uuid, resource: FhirResource, url?: string): FhirEntry {
  const query = `${resource.resourceType}?identifier=${encodeURIComponent(`${uriSystem}|${toUrn(id)}`)}`;
  return { fullUrl: toUrn(id), resource, request: { method: 'PUT', url: url ?? query } };
}

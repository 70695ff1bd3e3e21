/** A version 4 UUID made on this device. */
export type Uuid = string;

/** A new id. `randomBytes` fills its argument; `crypto.randomUUID` is not used because it is missing on plain http pages. */
export function createUuid(randomBytes: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): Uuid {
  const bytes = randomBytes(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, i) => {
    const value = i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  }).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** True for text in the form of a UUID. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}

import { fromHex, toHex } from './bytes';
import { recordCurve } from './record-key';

/** Closes bytes so that only the record key's private half opens them. */
export interface Sealer {
  /** `bound`: where the bytes belong; they open nowhere else. */
  seal(plain: Uint8Array<ArrayBuffer>, bound: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** Opens what was sealed. */
export interface Opener {
  /** null: harmed, of another key, or moved from where it belongs. Never rejects. */
  open(box: Uint8Array<ArrayBuffer>, bound: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** The layout of a box: this number, the sealing page's public point, the vector, then what AES-GCM made. */
const layout = 1;
const pointBytes = 65;
const ivBytes = 12;
const headBytes = 1 + pointBytes + ivBytes;

/** Pages whose keys an opener remembers: a roll-up of years holds boxes of many. */
const keptPages = 200;

/**
 * A sealer to a public key. Its own half is made once a page and its private part never leaves this function: after the page is gone nobody
 * but the holder of the record key opens its boxes. One AES key with vectors by chance stays within NIST SP 800-38D for 2^32 boxes.
 */
export function createSealer(subtle: SubtleCrypto, randomBytes: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array, publicKey: string): Sealer {
  let making: Promise<{ readonly point: Uint8Array; readonly key: CryptoKey }> | null = null;

  async function make() {
    const own = await subtle.generateKey(recordCurve, false, ['deriveBits']);
    const point = new Uint8Array(await subtle.exportKey('raw', own.publicKey));
    const other = await subtle.importKey('raw', fromHex(publicKey), recordCurve, false, []);
    return { point, key: await agree(subtle, own.privateKey, other, point) };
  }

  return {
    async seal(plain, bound) {
      making ??= make();
      const { point, key } = await making;
      const iv = new Uint8Array(ivBytes);
      iv.set(randomBytes(iv));
      const made = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(bound) }, key, plain);
      const box = new Uint8Array(headBytes + made.byteLength);
      box[0] = layout;
      box.set(point, 1);
      box.set(iv, 1 + pointBytes);
      box.set(new Uint8Array(made), headBytes);
      return box;
    },
  };
}

/** An opener with the private half of the record key. */
export function createOpener(subtle: SubtleCrypto, privateKey: CryptoKey): Opener {
  const keys = new Map<string, Promise<CryptoKey>>();

  function toKey(point: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
    const name = toHex(point);
    const known = keys.get(name);
    if (known) return known;
    const made = subtle.importKey('raw', point, recordCurve, false, []).then((other) => agree(subtle, privateKey, other, point));
    if (keys.size >= keptPages) keys.clear();
    keys.set(name, made);
    return made;
  }

  return {
    async open(box, bound) {
      if (box.length < headBytes || box[0] !== layout) return null;
      try {
        const iv = box.slice(1 + pointBytes, headBytes);
        const key = await toKey(box.slice(1, 1 + pointBytes));
        const how = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(bound) };
        return new Uint8Array(await subtle.decrypt(how, key, box.slice(headBytes)));
      } catch {
        return null;
      }
    },
  };
}

async function agree(subtle: SubtleCrypto, own: CryptoKey, other: CryptoKey, point: Uint8Array): Promise<CryptoKey> {
  const shared = await subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
  const parent = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']);
  // The page's point is the salt: keys of two pages tell nothing of each other (RFC 5869).
  const info = new TextEncoder().encode('pebble-bay seal');
  const bits = await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: Uint8Array.from(point), info }, parent, 256);
  return subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

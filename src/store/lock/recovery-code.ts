/** Letters and digits that are not taken for each other in handwriting (Crockford's base 32: no I, L, O, U). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Groups of a code and letters of a group: 80 bits of chance, more than anybody can try. */
const groups = 4;
const groupLength = 4;

/** A new recovery code, such as `7QFM-2XKD-90RA-HJ5T`. */
export function createRecoveryCode(randomBytes: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const bytes = new Uint8Array(groups * groupLength);
  bytes.set(randomBytes(bytes));
  // 256 is a multiple of 32: the five lowest bits of a byte are as likely as each other.
  const code = [...bytes].map((byte) => letters[byte & 31] ?? '').join('');
  return (code.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-');
}

/** A code as somebody wrote it, in the one way in which it is hashed; null when it is too short or long, or has other letters. */
export function toPlainCode(written: string): string | null {
  const plain = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return plain.length === groups * groupLength && [...plain].every((letter) => letters.includes(letter)) ? plain : null;
}

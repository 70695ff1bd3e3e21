/** The browser's hashing with a ten-thousandth of the rounds, for tests that are not about how slow it is. */
export const quickHashing = {
  importKey: crypto.subtle.importKey.bind(crypto.subtle),
  exportKey: crypto.subtle.exportKey.bind(crypto.subtle),
  generateKey: crypto.subtle.generateKey.bind(crypto.subtle),
  digest: crypto.subtle.digest.bind(crypto.subtle),
  encrypt: crypto.subtle.encrypt.bind(crypto.subtle),
  decrypt: crypto.subtle.decrypt.bind(crypto.subtle),
  deriveBits: (how: Pbkdf2Params | HkdfParams | EcdhKeyDeriveParams, key: CryptoKey, bits: number) =>
    crypto.subtle.deriveBits('iterations' in how ? { ...how, iterations: how.iterations / 10_000 } : how, key, bits),
} as unknown as SubtleCrypto;

import { createSeals } from '../../src/store/seal/seals';

/** The seals of a tablet without a PIN. */
export const noSeals = createSeals({ subtle: crypto.subtle, randomBytes: (bytes) => crypto.getRandomValues(bytes), readPrivateKey: () => null });

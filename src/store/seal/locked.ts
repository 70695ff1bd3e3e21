/** What a read rejects with whose answer is sealed while the lock is closed: an empty answer would say that nothing was played or said. */
export function toLockedError(): Error {
  return Object.assign(new Error('these records are behind the PIN'), { name: 'LockedError' });
}

/** True for what a read rejects with because the lock is closed. */
export function isLockedError(error: unknown): boolean {
  return error instanceof Error && error.name === 'LockedError';
}

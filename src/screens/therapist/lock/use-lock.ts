import { useEffect, useState } from 'preact/hooks';
import type { Lock } from '../../../store/lock/types';

/** The lock, drawn anew when it opens, closes or changes. */
export function useLock(lock: Lock): Lock {
  const [, redraw] = useState({});
  useEffect(() => lock.subscribe(() => redraw({})), [lock]);
  return lock;
}

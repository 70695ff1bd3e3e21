import { useEffect, useState } from 'preact/hooks';
import type { Lock } from '../../../store/lock/types';

/** Why the last try did not open. */
export type PinTrouble = 'wrong' | 'unreadable';

/** Typing a PIN until it opens. */
export interface PinTry {
  readonly pin: string;
  /** A try is being looked at. */
  readonly busy: boolean;
  readonly trouble: PinTrouble | null;
  /** Seconds until the next try; 0: now. */
  readonly waitS: number;
  type(pin: string): void;
  /** Tries a PIN; true when it opened. */
  tryNow(pin: string): Promise<boolean>;
}

/** A PIN that is typed and tried; while wrong ones have to be waited for, the time left is read again every second. */
export function usePin(lock: Lock): PinTry {
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<PinTrouble | null>(null);
  const [waitMs, setWaitMs] = useState(0);
  useEffect(() => {
    let shown = true;
    const look = () => void lock.read().then((state) => shown && setWaitMs(state.waitMs));
    look();
    const timer = setInterval(look, 1000);
    return () => {
      shown = false;
      clearInterval(timer);
    };
  }, [lock]);
  return {
    pin,
    busy,
    trouble,
    waitS: Math.ceil(waitMs / 1000),
    type(typed) {
      setTrouble(null);
      setPin(typed);
    },
    async tryNow(said) {
      setBusy(true);
      const { answer, waitMs: left } = await lock.tryPin(said);
      setBusy(false);
      setPin('');
      setWaitMs(left);
      if (answer === 'open') return true;
      setTrouble(answer === 'unreadable' ? 'unreadable' : answer === 'wrong' ? 'wrong' : null);
      return false;
    },
  };
}

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Lock, LockState } from '../../../store/lock/types';
import { LockScreen } from './lock-screen';
import { SetPinSheet } from './set-pin-sheet';
import './lock.css';

/** How often an open side looks whether it was left alone too long. */
const lookMs = 5000;
const inputs = ['pointerdown', 'keydown', 'wheel'] as const;

/** The one door to all therapist's pages: what is behind it is not even drawn while the lock is closed. */
export function LockGate({ lock, children }: { readonly lock: Lock; readonly children: ComponentChildren }) {
  const [state, setState] = useState<LockState | null>(null);
  const [recovered, setRecovered] = useState(false);
  useEffect(() => {
    let shown = true;
    const look = () => void lock.read().then((read) => shown && setState(read));
    const stay = () => lock.stay();
    // A tablet that wakes looks before anybody can press anything.
    const onShown = () => document.hidden || look();
    look();
    const end = lock.subscribe(look);
    const timer = setInterval(() => lock.isOpen(), lookMs);
    for (const input of inputs) window.addEventListener(input, stay, { capture: true, passive: true });
    document.addEventListener('visibilitychange', onShown);
    return () => {
      shown = false;
      end();
      clearInterval(timer);
      for (const input of inputs) window.removeEventListener(input, stay, { capture: true });
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [lock]);
  if (!state) return null;
  if (state.standing === 'closed' || state.standing === 'damaged') {
    return <LockScreen lock={lock} isDamaged={state.standing === 'damaged'} onRecovered={() => setRecovered(true)} />;
  }
  return (
    <>
      {children}
      {recovered && <SetPinSheet lock={lock} isKnown onClose={() => setRecovered(false)} />}
    </>
  );
}

import { useEffect, useState } from 'preact/hooks';
import type { OfflineState } from '../../offline/types';
import { useApp } from './use-app';

/** How this tablet's own copy of the app stands, as it changes. */
export function useOffline(): OfflineState {
  const { offline } = useApp();
  const [state, setState] = useState(offline.read());
  useEffect(() => {
    const onChange = () => setState(offline.read());
    onChange();
    return offline.watch(onChange);
  }, [offline]);
  return state;
}

import type { Transfer } from '../../../store/transfer/types';
import type { Store } from '../../../store/types';
import { useAsync } from '../../parts/use-app';

/** Backups and merging of a store once they are loaded; null before. */
export function useTransfer(store: Store): Transfer | null {
  return useAsync(() => store.openTransfer(), [store]).value;
}

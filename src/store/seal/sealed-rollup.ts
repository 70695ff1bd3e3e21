import type { Uuid } from '../../core/ids';

/** A roll-up of which nothing is readable while the tablet is locked; `child` is whose it is, so that it is erased with the child. */
export interface SealedRollup {
  readonly key: string;
  readonly child: Uuid;
  readonly box: Uint8Array<ArrayBuffer>;
}

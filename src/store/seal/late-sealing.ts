import type { Connection } from '../connection';
import type { Sealing, SealingOptions } from './sealing';
import type { Seals } from './seals';

/** The sealing of a page, loaded once a PIN is set, opened or taken away: a tablet without one never needs it. */
export function createLateSealing(connection: Connection, seals: Seals, options: SealingOptions): Sealing {
  let loading: Promise<Sealing> | null = null;

  function load(): Promise<Sealing> {
    loading ??= import('./sealing').then(({ createSealing }) => createSealing(connection, seals, options));
    // What could not be loaded is asked for again the next time.
    loading.catch(() => {
      loading = null;
    });
    return loading;
  }

  return {
    async takeIn() {
      if (seals.toOpener()) await (await load()).takeIn();
    },
    close: (publicKey) =>
      load().then(
        (sealing) => sealing.close(publicKey),
        () => 'broken',
      ),
    open: () =>
      load().then(
        (sealing) => sealing.open(),
        () => 'broken',
      ),
    settled: async () => (await loading)?.settled(),
    stop() {
      loading?.then(
        (sealing) => sealing.stop(),
        () => {},
      );
    },
  };
}

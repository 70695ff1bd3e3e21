import { addDays } from '../../core/dates';
import { databaseVersion } from '../../store/database';
import { openTablet, pin, type ScalePlan, toToday, type Watched, watch } from './page-scale';

/** What setting a PIN and remaking under it came to. */
export interface Sealed {
  /** Until the adult's press is answered: roll-ups are closed. */
  readonly set: Watched;
  /** From then until all events and recordings are closed. */
  readonly close: Watched;
  /** All roll-ups made anew, closed. */
  readonly rebuild: Watched;
}

/** Sets a PIN on a tablet that was filled, waits until all of it is closed, and makes its roll-ups anew. */
export async function sealTablet(plan: ScalePlan): Promise<Sealed> {
  const store = await openTablet(plan.name, addDays(toToday(plan), -1));
  const ask = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await ask(indexedDB.open(plan.name, databaseVersion));
  const isClosed = async () => (await ask(db.transaction('meta').objectStore('meta').get('closed'))) !== undefined;
  const set = await watch(async () => {
    const outcome = await store.lock.set(pin, store.lock.createCode());
    if (!outcome.saved) throw new Error(`the PIN was not set: ${outcome.problem}`);
  });
  const close = await watch(async () => {
    while (!(await isClosed())) await new Promise((resolve) => setTimeout(resolve, 100));
  });
  const stay = setInterval(() => store.lock.stay(), 60_000);
  await store.lock.tryPin(pin);
  const rebuild = await watch(() => store.rebuild());
  clearInterval(stay);
  db.close();
  store.close();
  return { set, close, rebuild };
}

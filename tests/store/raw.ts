/** Everything that a database holds, as it is. */
export interface Dump {
  readonly events: readonly unknown[];
  readonly recordings: readonly unknown[];
  readonly rollups: readonly unknown[];
}

/** Does something with a database past the store, as another version of the app or a damaged disk would. */
export async function withRaw<T>(indexedDB: IDBFactory, name: string, work: (db: IDBDatabase) => Promise<T>): Promise<T> {
  const db = await answer(indexedDB.open(name));
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** Puts records into an object store unchecked. */
export function plant(indexedDB: IDBFactory, name: string, store: string, records: readonly unknown[]): Promise<void> {
  return withRaw(indexedDB, name, async (db) => {
    const transaction = db.transaction(store, 'readwrite');
    for (const record of records) await answer(transaction.objectStore(store).put(record));
  });
}

/** Everything that a database holds. */
export function dump(indexedDB: IDBFactory, name: string): Promise<Dump> {
  return withRaw(indexedDB, name, async (db) => {
    const transaction = db.transaction(['events', 'recordings', 'rollups']);
    const read = (store: string) => answer(transaction.objectStore(store).getAll());
    return { events: await read('events'), recordings: await read('recordings'), rollups: await read('rollups') };
  });
}

/** A request's result as a promise. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

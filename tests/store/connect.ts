import { createConnection } from '../../src/store/connection';
import { type Database, databaseVersion } from '../../src/store/database';

/** A database as the store itself holds it; what fails rejects. */
export function connect(indexedDB: IDBFactory, name: string) {
  const connection = createConnection({
    ...{ indexedDB, name, version: databaseVersion, waitMs: 1000 },
    randomBytes: (bytes) => crypto.getRandomValues(bytes),
  });
  const use = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
    const outcome = await connection.use(work);
    if (!outcome.done) throw outcome.error ?? new Error(outcome.problem);
    return outcome.value;
  };
  return { connection, use };
}

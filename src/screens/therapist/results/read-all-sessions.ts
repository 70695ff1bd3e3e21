import type { Uuid } from '../../../core/ids';
import type { SessionSummary, Store } from '../../../store/types';

/** Sessions read at once. */
const pageSize = 50;

/** Every session of a child, oldest first, read page by page. Rejects when the database cannot be read. */
export async function readAllSessions(store: Pick<Store, 'readSessions'>, child: Uuid): Promise<readonly SessionSummary[]> {
  const all: SessionSummary[] = [];
  for (let page: readonly SessionSummary[] = []; ; ) {
    const last = page.at(-1);
    page = await store.readSessions(child, pageSize, ...(last ? [last.at] : []));
    all.push(...page);
    if (page.length < pageSize) return all.reverse();
  }
}

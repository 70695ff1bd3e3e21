import type { Session } from '../session/types';

/** How often a session that is over tries to save what is not kept yet. */
const saveAgainMs = 3000;

/** Trials that could not be saved stay in memory, whatever screen is shown, and are tried again until they are kept. */
export function keepSaving(session: Session): void {
  const retry = setInterval(() => {
    if (session.status.unsaved === 0) clearInterval(retry);
    else void session.settled();
  }, saveAgainMs);
}

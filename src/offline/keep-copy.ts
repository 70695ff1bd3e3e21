import type { AskWorker } from './files';
import type { OfflineDesk } from './offline';
import type { OfflineState } from './types';

/** How often a page that stays open for days looks for a newer version. */
const lookAgainMs = 3_600_000;

/** What the keeper of the copy needs of a page. */
export interface KeptPage {
  /** Address of the worker's script. */
  readonly worker: string;
  /** Address of the page's own main script: its name changes with each version. */
  readonly program: string;
  /** While a child plays, nothing is looked for. */
  readonly isPlaying: () => boolean;
}

/** Stores the app on this tablet and follows that copy; a newer version waits until it is asked for, or until no page is left. */
export async function keepCopy({ become, onUse, offline }: OfflineDesk, page: KeptPage): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register(page.worker, { updateViaCache: 'none' }).catch(() => null);
  if (!registration) return become('problem');
  const settle = () => become(readState(registration, offline.read()));
  const follow = () => registration.installing?.addEventListener('statechange', settle);
  registration.addEventListener('updatefound', () => {
    follow();
    settle();
  });
  follow();
  for (const worker of [registration.waiting, registration.active]) worker?.addEventListener('statechange', settle);
  let answered = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    // Another page took a newer version into use; this one goes on with its own files until it is loaded anew.
    if (answered) become('newer');
    answered = true;
  });
  onUse(async () => {
    if (registration.waiting) await takeOver(serviceWorker, registration.waiting);
    location.reload();
  });
  settle();
  registration.active?.postMessage({ type: 'TIDY', program: page.program } satisfies AskWorker);
  lookAgain(registration, page.isPlaying);
}

function readState({ installing, waiting, active }: ServiceWorkerRegistration, before: OfflineState): OfflineState {
  if (active && (waiting || before === 'newer')) return 'newer';
  if (active) return active.state === 'activated' ? 'ready' : 'storing';
  // A browser tells that a worker broke before it lets go of it.
  return [installing, waiting].some((worker) => worker && worker.state !== 'redundant') ? 'storing' : 'problem';
}

function takeOver(container: ServiceWorkerContainer, waiting: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    container.addEventListener('controllerchange', () => resolve(), { once: true });
    waiting.postMessage({ type: 'SKIP_WAITING' } satisfies AskWorker);
  });
}

function lookAgain(registration: ServiceWorkerRegistration, isPlaying: () => boolean): void {
  let lookedMs = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || isPlaying() || Date.now() - lookedMs < lookAgainMs) return;
    lookedMs = Date.now();
    // Without a connection there is nothing newer to be had.
    registration.update().catch(() => undefined);
  });
}

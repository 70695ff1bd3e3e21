import type { Frame, Source, SourceKind, SourceState, SourceTrouble } from '../movement/types';

/** Who listens to a source: at first its set-up, then the session. */
export interface SourceListener {
  onFrame(frame: Frame): void;
  onTrouble(trouble: SourceTrouble | null): void;
}

/** A source that was started, and how it stands. */
export interface OpenSource<S extends Source = Source> {
  readonly kind: SourceKind;
  readonly source: S;
  readonly state: SourceState;
  readonly trouble: SourceTrouble | null;
  /** From now on this one listens, and no other. */
  listen(listener: SourceListener): void;
  stop(): void;
}

/** Starts a source; called within the adult's tap, since browsers ask for permission then. */
export async function openSource<S extends Source>(create: () => S | Promise<S>): Promise<OpenSource<S>> {
  const source = await create();
  let listener: SourceListener | null = null;
  let trouble: SourceTrouble | null = null;
  const state = await source.start(
    (frame) => listener?.onFrame(frame),
    (now) => {
      trouble = now;
      listener?.onTrouble(now);
    },
  );
  return {
    kind: source.kind,
    source,
    state,
    get trouble() {
      return trouble;
    },
    listen(next) {
      listener = next;
      if (trouble) next.onTrouble(trouble);
    },
    stop() {
      listener = null;
      source.stop();
    },
  };
}

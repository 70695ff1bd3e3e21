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
  /** Starts the same source again after a trouble that ended it: who listens goes on, and a camera still knows the child. Called within a tap; absent on a recording. */
  restart?(): Promise<SourceState>;
  stop(): void;
}

/** Starts a source; called within the adult's tap, since browsers ask for permission then: what is there is started before anything is waited for. */
export async function openSource<S extends Source>(create: () => S | Promise<S>): Promise<OpenSource<S>> {
  const made = create();
  const source = made instanceof Promise ? await made : made;
  let listener: SourceListener | null = null;
  let trouble: SourceTrouble | null = null;
  const begin = () =>
    source.start(
      (frame) => listener?.onFrame(frame),
      (now) => {
        trouble = now;
        listener?.onTrouble(now);
      },
    );
  let state = await begin();
  return {
    kind: source.kind,
    source,
    get state() {
      return state;
    },
    get trouble() {
      return trouble;
    },
    listen(next) {
      listener = next;
      if (trouble) next.onTrouble(trouble);
    },
    async restart() {
      trouble = null;
      state = await begin();
      return state;
    },
    stop() {
      listener = null;
      source.stop();
    },
  };
}

import type { LocalDate } from '../core/dates';
import type { Uuid } from '../core/ids';
import type { Language, Text } from '../core/text';
import type { SourceKind } from '../movement/types';
import type { Offline } from '../offline/types';
import type { ChildProfile, Level, PlanItem } from '../plan/types';
import type { SetUpSource } from '../play/prepare-source';
import type { Play, PreparedSource } from '../play/start-play';
import type { Seat } from '../session/together';
import type { SessionTurn } from '../session/types';
import type { OpenedStore } from '../store/types';

/** What the screens are given by `main.ts`: the only real store, clock, chance and play. */
export interface AppContext {
  readonly opened: OpenedStore;
  /** This tablet's own copy of the app. */
  readonly offline: Offline;
  /** The levels of every game, in order; empty until `loadMoreText` or `loadLevels` has loaded them. */
  readonly levels: readonly Level[];
  readonly loadLevels: () => Promise<readonly Level[]>;
  readonly today: () => LocalDate;
  /** This instant in UTC, ISO 8601. */
  readonly now: () => string;
  readonly newId: () => Uuid;
  /** Wanted languages by their BCP 47 tags, the most wanted first (`navigator.languages`). */
  readonly languages: readonly string[];
  /** The words of the first screen. */
  readonly loadText: (language: Language) => Promise<Text>;
  /** Gives a text the words of all other screens, and `levels` the levels. */
  readonly loadMoreText: (text: Text) => Promise<void>;
  /** Starts a source for its set-up; called within a tap. */
  readonly prepareSource: (kind: SourceKind, pxPerMm: number) => Promise<SetUpSource>;
  /** Builds a child's session on `parent` and runs it; Phaser is loaded only now. */
  readonly startPlay: (options: PlayOptions) => Promise<Play>;
}

/** What a session on the screen needs. */
export interface PlayOptions {
  readonly child: ChildProfile;
  readonly item: PlanItem;
  readonly parent: HTMLElement;
  readonly text: Text;
  readonly pxPerMm: number;
  /** The source that its set-up has started; null opens the item's own. */
  readonly prepared: PreparedSource | null;
  /** One turn of a session of several plan items; null: this item is the whole session. */
  readonly turn: SessionTurn | null;
  /** false: just for fun; nothing is handed to the store. */
  readonly keep: boolean;
  /** Where several children play on this tablet: this one's seat, and the seed of the look that they share. */
  readonly together?: { readonly seat: Seat; readonly lookSeed: string };
}

import type { BeatOffsets } from './core/beat-offset';
import type { LocalDate } from './core/dates';
import { createUuid } from './core/ids';
import { createText, type Language, type Text, type TextTable } from './core/text';
import { toNewestRanges } from './movement/newest-ranges';
import { createOffline } from './offline/offline';
import type { SessionArm } from './plan/alternation';
import type { Level } from './plan/types';
import { mountApp } from './screens/app';
import type { PlayOptions } from './screens/app-context';
import type { Save } from './session/types';
import { openStore } from './store/open';
import type { ParamsOf } from './store/plan';
import { emptyTotals } from './store/rollups';
import type { DeviceSettings, Store } from './store/types';

/** Words of the first screen; all others come with the screen that is gone to. */
const firstTexts = import.meta.glob<TextTable>(['./screens/text.*.json', './screens/child/text.*.json'], { import: 'default' });

const randomBytes = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
const newId = () => createUuid(randomBytes);
const levels: Level[] = [];
let findParams: ParamsOf = () => undefined;

/** Only items that ask a single-case question need to know which way comes next; its code is no part of the first screen. */
async function readArm(store: Store, options: PlayOptions): Promise<SessionArm | null> {
  return (await import('./store/read-arm')).readArm(store, options, today());
}

/** The family's own day: the calendar date where the tablet is. */
function today(): LocalDate {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function loadTables(texts: Readonly<Record<string, () => Promise<TextTable>>>, language: Language): Promise<readonly TextTable[]> {
  const wanted = Object.entries(texts).filter(([path]) => path.endsWith(`/text.${language}.json`));
  return Promise.all(wanted.map(([, load]) => load()));
}

/** Where the words of all other screens are is no part of the first screen either. */
async function loadOtherTables(language: Language): Promise<readonly TextTable[]> {
  return loadTables((await import('./screens/other-texts')).otherTexts, language);
}

const learned = new WeakMap<Text, Promise<void>>();

/** Filled once, with the first screen that is gone to. */
async function loadLevels(): Promise<readonly Level[]> {
  const [{ levels: found }, { findGame }] = await Promise.all([import('./plan/level-files'), import('./games/registry')]);
  // Every screen that reads a plan comes after this: which of two values is the safer one is known there.
  findParams = (game) => findGame(game)?.drill.params;
  if (levels.length === 0) levels.push(...found);
  return levels;
}

/** Once for each text, however many screens ask; asked again after it could not be loaded. */
function loadMoreText(text: Text): Promise<void> {
  const loading = learned.get(text) ?? Promise.all([loadOtherTables(text.language), loadLevels()]).then(([tables]) => text.learn(tables));
  learned.set(text, loading);
  loading.catch(() => learned.delete(text));
  return loading;
}

/** The browser's database; some browsers throw where others have none. */
function findDatabase(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB;
  } catch {
    return undefined;
  }
}

/** Play that is only for fun: nothing reaches the store. */
const keepNothing: Save = async () => ({ saved: true });

/** What tapping along told of this tablet. */
function toBeatOffsets({ beatOffsetMsTouch, beatOffsetMsSwitch }: Partial<DeviceSettings>): BeatOffsets {
  return { ...(beatOffsetMsTouch ? { touch: beatOffsetMsTouch } : {}), ...(beatOffsetMsSwitch ? { switch: beatOffsetMsSwitch } : {}) };
}

const canKeepCopy = import.meta.env.PROD && 'serviceWorker' in navigator;
const desk = createOffline(canKeepCopy ? 'storing' : 'none');

/** Once the first screen stands and the tablet has nothing else to do: the copy of the app is made behind it. */
function keepCopyLater(): void {
  const keep = async () => {
    const { keepCopy } = await import('./offline/keep-copy');
    await keepCopy(desk, { worker: './worker.js', program: import.meta.url, isPlaying: () => location.hash.startsWith('#/play/') });
  };
  const whenIdle = () => ('requestIdleCallback' in globalThis ? requestIdleCallback(() => void keep(), { timeout: 3000 }) : setTimeout(keep, 1000));
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}

async function start(root: HTMLElement): Promise<void> {
  const opened = await openStore({
    indexedDB: findDatabase(),
    randomBytes,
    now: () => ({ on: today(), at: new Date().toISOString() }),
    storage: navigator.storage,
    paramsOf: (game) => findParams(game),
  });
  // Records that could not be kept yet live in this page only: the browser asks before it goes.
  window.addEventListener('beforeunload', (event) => {
    if (opened.store?.unsaved.problem) event.preventDefault();
  });
  mountApp(root, {
    opened,
    offline: desk.offline,
    levels,
    loadLevels,
    today,
    now: () => new Date().toISOString(),
    newId,
    languages: navigator.languages,
    loadText: async (language) => createText(language, await loadTables(firstTexts, language)),
    loadMoreText,
    prepareSource: async (kind, pxPerMm) => (await import('./play/prepare-source')).prepareSource(kind, pxPerMm),
    async startPlay(options) {
      const { startPlay } = await import('./play/start-play');
      const level = levels.find((one) => one.id === options.item.level && one.game === options.item.game);
      if (!level) throw new RangeError(`no level ${options.item.level} of ${options.item.game}`);
      const ranges = toNewestRanges(options.keep && opened.store ? await opened.store.readRangeChecks(options.child.id) : []);
      const totals = options.keep && opened.store ? await opened.store.readTotals(options.child.id) : emptyTotals;
      const sessionsBefore = totals.games[level.game]?.sessions ?? 0;
      const arm = options.keep && opened.store && options.item.question ? await readArm(opened.store, options) : null;
      const beatOffsets = toBeatOffsets(opened.store ? await opened.store.readDevice() : {});
      return startPlay({
        ...options,
        level,
        ranges,
        sessionsBefore,
        beatOffsets,
        ...(arm ? { arm } : {}),
        newId,
        save: options.keep && opened.store ? opened.store.save : keepNothing,
      });
    },
  });
}

const root = document.getElementById('app');
if (root) void start(root).then(() => canKeepCopy && keepCopyLater());

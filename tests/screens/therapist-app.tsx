import { type ComponentChildren, render } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { createUuid } from '../../src/core/ids';
import { createText, type Language, type TextTable } from '../../src/core/text';
import { noOffline } from '../../src/offline/types';
import type { Level } from '../../src/plan/types';
import type { AppContext } from '../../src/screens/app-context';
import { type Shell, ShellContext } from '../../src/screens/parts/use-app';
import { useRoute } from '../../src/screens/router';
import { TherapistScreen } from '../../src/screens/therapist/therapist-screen';
import { openStore } from '../../src/store/open';
import type { DeviceSettings, Store } from '../../src/store/types';
import '../../src/screens/style/base.css';
import '../../src/screens/style/parts.css';

const texts = import.meta.glob<TextTable>('../../src/**/text.*.json', { import: 'default', eager: true });
const levelFiles = import.meta.glob<Omit<Level, 'id'>>('../../levels/*/*.json', { import: 'default', eager: true });
const randomBytes = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);

/** Today in these tests: a Thursday. */
export const today = '2026-03-26';
export const newId = () => createUuid(randomBytes);
export const levels: readonly Level[] = Object.entries(levelFiles)
  .map(([path, level]): Level => ({ ...level, id: path.replace(/^.*\/|\.json$/g, '') }))
  .sort((a, b) => a.order - b.order);

/** The level of this place in a game. Throws when there is none. */
export function findLevel(order: number, game = 'fireflies'): Level {
  const level = levels.find((one) => one.order === order && one.game === game);
  if (!level) throw new Error(`no level ${order} of ${game}`);
  return level;
}

/** The text of the whole product in one language; `toLine` may change its lines. */
export function createWholeText(language: Language, toLine: (line: string) => string = (line) => line) {
  const toTable = (table: TextTable): TextTable =>
    Object.fromEntries(Object.entries(table).map(([key, value]) => [key, typeof value === 'string' ? toLine(value) : toTable(value)]));
  return createText(
    language,
    Object.entries(texts).flatMap(([path, table]) => (path.endsWith(`/text.${language}.json`) ? [toTable(table)] : [])),
  );
}

/** A real store in a database of its own; `clock.on` is the day on which it writes. */
export async function openTestStore(name: string) {
  const clock = { on: today, seconds: 0 };
  const opened = await openStore({
    indexedDB: globalThis.indexedDB,
    name,
    randomBytes,
    now() {
      clock.seconds += 1;
      const at = [9 + Math.floor(clock.seconds / 3600), Math.floor(clock.seconds / 60) % 60, clock.seconds % 60].map((part) =>
        String(part).padStart(2, '0'),
      );
      return { on: clock.on, at: `${clock.on}T${at.join(':')}.000Z` };
    },
    storage: navigator.storage,
  });
  if (!opened.store) throw new Error(opened.problem);
  return { store: opened.store, clock };
}

/** Shows the therapist's pages over a store; what it returns takes them away. */
export function showTherapist(root: HTMLElement, store: Store, language: Language = 'en'): () => void {
  const app: AppContext = {
    opened: { store },
    offline: noOffline,
    levels,
    loadLevels: async () => levels,
    today: () => today,
    now: () => `${today}T10:00:00.000Z`,
    newId,
    languages: [language],
    loadText: async (wanted) => createWholeText(wanted),
    loadMoreText: async () => undefined,
    prepareSource: () => Promise.reject(new Error('no source here')),
    startPlay: () => Promise.reject(new Error('no play here')),
  };
  render(
    <Provide app={app} store={store} language={language}>
      <Routed />
    </Provide>,
    root,
  );
  return () => render(null, root);
}

function Routed() {
  const route = useRoute();
  return route.screen === 'therapist' ? <TherapistScreen key={route.child ?? ''} child={route.child} /> : null;
}

function Provide(props: { readonly app: AppContext; readonly store: Store; readonly language: Language; readonly children: ComponentChildren }) {
  const [settings, setSettings] = useState<DeviceSettings>({ pxPerMm: null, language: null });
  const shell = useMemo((): Shell => {
    const pxPerMm = settings.pxPerMm ?? 96 / 25.4;
    return {
      app: props.app,
      text: createWholeText(props.language),
      device: {
        settings,
        pxPerMm,
        language: props.language,
        async edit(fields) {
          setSettings((before) => ({ ...before, ...fields }));
          return props.store.editDevice(fields);
        },
        setLanguage: (language) => props.store.editDevice({ language }),
      },
    };
  }, [settings, props.app, props.language]);
  return <ShellContext.Provider value={shell}>{props.children}</ShellContext.Provider>;
}

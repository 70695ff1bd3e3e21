import { type ComponentType, render } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import '@fontsource/atkinson-hyperlegible-next/latin-400.css';
import '@fontsource/atkinson-hyperlegible-next/latin-600.css';
import '@fontsource/atkinson-hyperlegible-next/latin-700.css';
import { type Text, toLanguage } from '../core/text';
import type { DeviceSettings } from '../store/types';
import type { AppContext } from './app-context';
import { PickerScreen } from './child/picker-screen';
import { Banner } from './parts/banner';
import { Button } from './parts/button';
import { useOverview } from './parts/overview-note';
import { DEFAULT_PX_PER_MM, type Device, ShellContext, useApp, useAsync, useText } from './parts/use-app';
import { type Route, toHash, useRoute } from './router';
import './style/base.css';
import './style/parts.css';

/** Draws the app into `root`; what it returns takes it away again. */
export function mountApp(root: HTMLElement, app: AppContext): () => void {
  render(<App app={app} />, root);
  return () => render(null, root);
}

function App({ app }: { readonly app: AppContext }) {
  const [settings, setSettings] = useState<DeviceSettings | null>(null);
  const [text, setText] = useState<Text | null>(null);
  useEffect(() => {
    const unknown: DeviceSettings = { pxPerMm: null, language: null };
    // Settings that cannot be read are not worth keeping a child waiting: the browser's own stand in.
    const read = app.opened.store?.readDevice().catch(() => unknown) ?? Promise.resolve(unknown);
    void read.then(setSettings);
  }, [app]);

  const language = settings?.language ?? toLanguage(app.languages);
  const pxPerMm = settings?.pxPerMm ?? DEFAULT_PX_PER_MM;
  useEffect(() => {
    if (!settings) return;
    let wanted = true;
    void app.loadText(language).then((loaded) => wanted && setText(() => loaded));
    return () => {
      wanted = false;
    };
  }, [app, settings === null, language]);
  useLayoutEffect(() => {
    if (text) document.documentElement.lang = text.language;
    document.documentElement.style.setProperty('--mm', `${pxPerMm}px`);
  }, [text, pxPerMm]);

  const shell = useMemo(() => {
    if (!settings || !text) return null;
    const device: Device = {
      settings,
      pxPerMm,
      language: text.language,
      async edit(fields) {
        setSettings((before) => ({ ...(before ?? settings), ...fields }) as DeviceSettings);
        const { opened } = app;
        return opened.store ? opened.store.editDevice(fields) : { saved: false, problem: opened.problem };
      },
      setLanguage: (wanted) => device.edit({ language: wanted }),
    };
    return { app, text, device };
  }, [app, settings, text, pxPerMm]);

  const route = useRoute();
  if (!shell) return null;
  return (
    <ShellContext.Provider value={shell}>
      <Screen route={route} />
    </ShellContext.Provider>
  );
}

function Screen({ route }: { readonly route: Route }) {
  const { opened } = useApp();
  // From here on the tablet is in a child's hands.
  useLayoutEffect(() => {
    if (route.screen === 'play') opened.store?.lock.close();
  }, [route.screen]);
  // Once overviews were made anew a page is read again; a child who plays is left in peace.
  const { made } = useOverview();
  if (route.screen === 'picker') return <PickerScreen key={made} />;
  if (route.screen === 'play') return <Later key="play" load={loadPlay} child={route.child} />;
  if (route.screen === 'family') return <Later key={`family ${made}`} load={loadFamily} child={route.child} />;
  return <Later key={`therapist ${made}`} load={loadTherapist} child={route.child} />;
}

const loadPlay = () => import('./child/play-screen').then((screen) => screen.PlayScreen);
const loadFamily = () => import('./family/family-screen').then((screen) => screen.FamilyScreen);
const loadTherapist = () => import('./therapist/therapist-screen').then((screen) => screen.TherapistScreen);

/** A screen that is not part of the first one: loaded when it is gone to. */
function Later<C extends string | null>({ load, child }: { readonly load: () => Promise<ComponentType<{ child: C }>>; readonly child: C }) {
  const text = useText();
  const app = useApp();
  const { value: Loaded, error, reload } = useAsync(async () => ({ Shown: (await Promise.all([load(), app.loadMoreText(text)]))[0] }), [load, text]);
  if (Loaded) return <Loaded.Shown key={child ?? ''} child={child} />;
  if (!error) return null;
  return (
    <main class="page-body">
      <Banner tone="warning" title={text('common.screenProblem')}>
        <p>{text('common.screenAdvice')}</p>
        <Button kind="main" icon="again" onPress={reload}>
          {text('common.again')}
        </Button>
        <Button icon="home" href={toHash({ screen: 'picker' })}>
          {text('common.home')}
        </Button>
      </Banner>
    </main>
  );
}

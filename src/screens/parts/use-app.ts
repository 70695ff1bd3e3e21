import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import type { Language, Text } from '../../core/text';
import type { SaveOutcome } from '../../session/types';
import type { DeviceSettings, Fields, Store } from '../../store/types';
import type { AppContext } from '../app-context';

/** CSS pixels in a millimetre as CSS itself has it; used until the tablet is measured. */
export const DEFAULT_PX_PER_MM = 96 / 25.4;

/** The tablet's settings as the screens use them. */
export interface Device {
  readonly settings: DeviceSettings;
  /** Measured, else the browser's idea. */
  readonly pxPerMm: number;
  readonly language: Language;
  /** Takes effect at once, also when it cannot be kept. */
  edit(fields: Fields): Promise<SaveOutcome>;
  setLanguage(language: Language): Promise<SaveOutcome>;
}

/** What the shell gives to every screen below it. */
export interface Shell {
  readonly app: AppContext;
  readonly text: Text;
  readonly device: Device;
}

/** The shell's place in the tree; filled by `app.tsx` alone. */
export const ShellContext = createContext<Shell | null>(null);

/** What `main.ts` gave to the screens. Throws outside the shell. */
export function useApp(): AppContext {
  return useShell().app;
}

/** Looks lines up in the chosen language: `text('family.title')`. */
export function useText(): Text {
  return useShell().text;
}

/** The tablet's settings, language and millimetres. */
export function useDevice(): Device {
  return useShell().device;
}

/** The store; null when this tablet keeps nothing (`useApp().opened` says why). */
export function useStore(): Store | null {
  return useShell().app.opened.store;
}

/** What a load has come to: `value` stays the last one while loading again. */
export interface Loaded<T> {
  readonly value: T | null;
  readonly error: unknown;
  readonly loading: boolean;
  reload(): void;
}

/** Loads when shown and again when one of `keys` changes or on `reload`; an answer that comes too late is dropped. */
export function useAsync<T>(load: () => Promise<T>, keys: readonly unknown[]): Loaded<T> {
  const [run, setRun] = useState(0);
  const [held, setHeld] = useState<{ value: T | null; error: unknown; loading: boolean }>({ value: null, error: null, loading: true });
  useEffect(() => {
    let wanted = true;
    setHeld((before) => ({ ...before, error: null, loading: true }));
    load().then(
      (value) => wanted && setHeld({ value, error: null, loading: false }),
      (error: unknown) => wanted && setHeld((before) => ({ ...before, error, loading: false })),
    );
    return () => {
      wanted = false;
    };
  }, [...keys, run]);
  const reload = useCallback(() => setRun((n) => n + 1), []);
  return { ...held, reload };
}

function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('a screen was drawn outside the shell');
  return shell;
}

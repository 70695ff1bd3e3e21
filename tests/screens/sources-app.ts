import axe from 'axe-core';
import { afterEach, beforeEach, expect } from 'vitest';
import { page } from 'vitest/browser';
import type { Language } from '../../src/core/text';
import { playableSources } from '../../src/movement/interpret/interpreters';
import type { SourceKind, SourceState } from '../../src/movement/types';
import { createDefaultItem } from '../../src/plan/default-item';
import type { Store } from '../../src/store/types';
import { passReady, type ShownApp, showApp } from './screen-app';
import { type Pose, type ScriptedSource, toFoundPerson, toJoints } from './scripted-source';
import { findLevel, newId, openTestStore } from './therapist-app';
import '../../src/screens/style/base.css';
import '../../src/screens/style/parts.css';
import '../../src/screens/child/child.css';
import '../../src/screens/child/play.css';

/** Every language of the product. */
export const languages: readonly Language[] = ['en', 'zh-CN'];
/** A phone, a tablet upright and a tablet lying. */
export const widths = [
  [320, 640],
  [768, 1024],
  [1280, 800],
] as const;
/** The ways to play Fireflies. */
export const ways = playableSources('reach');
/** The store of the running test. */
export let store: Store;
/** The app of the running test. */
export let shown: ShownApp | null = null;

/** Gives each test of a file a store and a page of its own. */
export function useOwnApp(): void {
  beforeEach(async () => {
    ({ store } = await openTestStore(newId()));
  });

  afterEach(async () => {
    shown?.leave();
    shown = null;
    store.close();
    await page.viewport(1280, 800);
  });
}

/** The button of this name. */
export const button = (name: string) => page.getByRole('button', { name, exact: true });
/** The newest play. */
export const play = () => shown?.plays.at(-1);
/** The newest source that was opened for its set-up. Throws when there is none. */
export function source(): ScriptedSource {
  const newest = shown?.sources.at(-1);
  if (!newest) throw new Error('no source was opened');
  return newest;
}

/** What differs from touch in English. */
export interface Shown {
  readonly by?: SourceKind;
  /** Fireflies unless told. */
  readonly game?: string;
  readonly language?: Language;
  readonly answers?: (opening: number) => SourceState | null;
}

/** A child with one game in the plan by this source, at the start card. */
export async function showStart({ by = 'touch', game = 'fireflies', language = 'en', answers }: Shown = {}): Promise<string> {
  const child = newId();
  await store.editChild(child, { picture: 'whale' });
  const item = newId();
  await store.editPlan(child, { ...createDefaultItem(findLevel(2, game), item, 0), [`items.${item}.source`]: by });
  shown = showApp({ store }, `#/play/${child}`, [language], answers);
  // The first page of a file is also the first to load the screens of play.
  await expect.poll(() => document.querySelector('.start-button'), { timeout: 5000 }).not.toBeNull();
  return child;
}

/** Presses the child's button. */
export async function start(): Promise<void> {
  await expect.poll(() => document.querySelector('.start-button')).not.toBeNull();
  document.querySelector<HTMLElement>('.start-button')?.click();
  await passReady();
}

/** Fireflies in play by this source. */
export async function showPlay(options: Shown = {}): Promise<string> {
  const child = await showStart(options);
  await start();
  await expect.poll(() => document.querySelector('.play-buttons')).not.toBeNull();
  return child;
}

/** The set-up of the camera or of a motion sensor. */
export async function showSetUp(options: Shown = {}): Promise<string> {
  const child = await showStart({ by: 'pose', ...options });
  await start();
  await expect.poll(() => document.querySelector('.camera-mirror, [role=alert]')).not.toBeNull();
  return child;
}

/** Pictures for a second and a half in which the child stands like this. */
export async function stand(pose: Pose, picture: Parameters<ScriptedSource['picture']>[0] = {}, perS = 20): Promise<void> {
  for (let i = 0; i < 4; i++) {
    source().pass(500);
    source().picture({ child: toFoundPerson(pose), ...picture }, perS);
    await new Promise((resolve) => setTimeout(resolve, 90));
  }
}

/** Frames for so long, 20 a second, of hands that are held out so far. */
export function move(ms: number, pose: Pose): void {
  for (let t = 0; t < ms; t += 50) {
    source().pass(50);
    const nowMs = source().prepared.clock.nowMs();
    source().send({ kind: 'pose', capturedMs: nowMs, deliveredMs: nowMs, aspect: 4 / 3, joints: toJoints(pose) });
  }
}

/** The range check of the camera. */
export async function showRange(options: Shown = {}): Promise<string> {
  const child = await showSetUp(options);
  await expect.poll(() => document.querySelector('.camera-mirror')).not.toBeNull();
  await button('Go on').click();
  await expect.element(page.getByRole('heading', { name: 'Be still for a moment' })).toBeVisible();
  return child;
}

/** What the accessibility rules find. */
export async function findFaults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast-enhanced': { enabled: true } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

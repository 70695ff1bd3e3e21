import type * as Phaser from 'phaser';
import type { AnyDrill } from '../../drills/types';
import type { Stage } from '../../session/types';
import type { Sound } from './sound';

/** A scene's constructor: it is given the stage and the sound, and nothing else. */
export type SceneClass<S> = new (stage: Stage<S>, sound: Sound) => Phaser.Scene;

/** A Phaser skin of a drill: `src/games/<id>/game.ts` exports one as `game`. */
export interface Game<S> {
  readonly id: string;
  readonly drill: AnyDrill;
  /** How many looks the scene has (time of day, weather, place). */
  readonly variations: number;
  /** Loads Phaser and the scene; nothing of it is part of the first screen. */
  scene(): Promise<SceneClass<S>>;
}

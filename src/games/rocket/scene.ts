import * as Phaser from 'phaser';
import type { RiseState } from '../../drills/rise/state';
import type { SessionPhase, Stage } from '../../session/types';
import { freeTexturesOnShutdown } from '../kit/glow';
import { createShades, type Shades } from '../kit/shades';
import type { Sound } from '../kit/sound';
import { type Card, createCard } from './card';
import { createFollower, createLampHeight, type Follower, type LampHeight } from './climb';
import { pourMs } from './hose';
import { createJourney, type Journey } from './journey';
import { type Layout, toLayout } from './layout';
import { createLift, type Lift } from './lift';
import { toMood } from './moods';
import { loadPictures } from './pictures';
import { createRocket, loadCrew, type Rocket } from './rocket';
import { createPlainWorld, createWorld, type World } from './world';

/** The lamp's own way for an adult's tap: up, a moment at the top, down. */
const ownWayMs = { up: 1300, top: 700, down: 1500 } as const;
const fetchMs = 950;
/** Between the sets the companion sits up, this high, and gets there in this time constant. */
const sitsUp = { height: 0.75, ms: 260 } as const;
/** From this height on the body is at work: the world waits. */
const atWork = 0.2;
/** The first run is the demonstration; each set is a run of its own. */
const runsBeforeSets = 2;

/** The launch place of a home-made rocket; draws the stage's rise state as it is in each frame. */
export class RocketScene extends Phaser.Scene {
  private readonly stage: Stage<RiseState>;
  private readonly sounds: Sound;
  private layout!: Layout;
  private world!: World;
  private rocket!: Rocket;
  private lift!: Lift;
  private journey!: Journey;
  private card!: Card;
  private shades!: Shades;
  private climb!: Follower;
  private lampHeight!: LampHeight;
  /** Height of the lamp that goes up by itself, for an adult's tap without a sensor. */
  private own = { height: 0 };
  /** How high the companion sits by itself. */
  private sitting = 0;
  private phase: SessionPhase | null = null;
  private run = -1;
  private trial = -1;
  private celebrated = 0;
  private helped = false;
  private held = false;
  /** Time of all that moves by itself; stands still while paused and with reduced motion. */
  private calmMs = 0;

  constructor(stage: Stage<RiseState>, sound: Sound) {
    super('rocket');
    this.stage = stage;
    this.sounds = sound;
  }

  preload(): void {
    const { look, state, space } = this.stage;
    freeTexturesOnShutdown(this);
    this.layout = toLayout(this.scale.width, this.scale.height, space, look);
    loadPictures(this, this.layout, toMood(look.variation), state.set.params.kind, !look.simplePicture);
    loadCrew(this, this.layout, look);
  }

  create(): void {
    const { stage, layout } = this;
    const { look } = stage;
    this.world = look.simplePicture
      ? createPlainWorld(this, look)
      : createWorld(this, layout, toMood(look.variation), look, stage.rng.fork('island'));
    this.shades = createShades(this, layout);
    this.lift = createLift(this, layout, look);
    this.rocket = createRocket(this, layout, look);
    this.journey = createJourney(this, layout, look);
    this.card = createCard(this, layout);
    this.climb = createFollower();
    this.lampHeight = createLampHeight();
    this.own = { height: 0 };
    this.sitting = 0;
    this.phase = null;
    this.run = -1;
  }

  override update(_time: number, deltaMs: number): void {
    const { stage, layout, journey, climb } = this;
    if (stage.run !== this.run) this.meetRun();
    if (stage.phase !== this.phase) this.meetPhase(stage.phase);
    const still = stage.phase === 'paused' || stage.look.reducedMotion;
    if (!still) this.calmMs += deltaMs;
    this.followTrial();
    const height = this.drawLift(deltaMs);
    const works = stage.state.phase === 'top' || (stage.state.phase === 'cue' && height > atWork);
    if (!still && journey.up === 0) climb.follow(this.toClimbed(), deltaMs, works && !stage.state.set.byAdult);
    this.world.show(climb.value, journey.up);
    this.world.update(this.calmMs);
    journey.update(this.calmMs);
    this.lift.place(journey.tower.up * layout.height * 1.1, journey.tower.alpha);
    this.rocket.burn(journey.burn);
    const { root } = this.rocket;
    root.setY(layout.rocket.y - journey.free * (22 - 4 * Math.sin(this.calmMs / 1900)) * layout.scale);
    root.setAngle((layout.mirrored ? 4 : -4) * journey.free);
    this.rocket.update(this.calmMs, deltaMs);
    this.shades.update(deltaMs);
  }

  /** The number of this set in the session, from 0. */
  private toSet(): number {
    return Math.max(0, this.stage.run - runsBeforeSets);
  }

  /** How much of the tower is climbed; the companion's demonstration stays on the ground. */
  private toClimbed(): number {
    const { state, phase, look } = this.stage;
    return phase === 'demo' || look.reducedMotion ? 0 : toDone(state) / state.set.sides.length;
  }

  /** A new state object: an empty belly, and the rocket stands on its tower. */
  private meetRun(): void {
    const { state } = this.stage;
    const first = this.run === -1;
    this.run = this.stage.run;
    this.trial = -1;
    this.celebrated = toDone(state);
    this.tweens.killTweensOf(this.own);
    this.own.height = 0;
    this.rocket.prepare(state.set.sides.length, this.celebrated);
    this.world.build(state.set.sides.length, state.set.params.trials);
    this.lift.reset();
    const flown = this.journey.up > 0;
    // Behind the veil nobody sees the tower become small again.
    this.journey.land(this.toSet(), first, () => {
      if (first || flown) this.climb.put(this.toClimbed());
    });
  }

  private meetPhase(phase: SessionPhase): void {
    const { stage, shades, rocket, journey } = this;
    const before = this.phase;
    this.phase = phase;
    shades.meet(phase, before === null);
    if (before === 'paused') {
      this.tweens.resumeAll();
      this.sounds.play('resume');
    }
    if (phase === 'paused') {
      this.tweens.pauseAll();
      return;
    }
    const plays = phase === 'playing' || phase === 'demo';
    rocket.close(stage.look.simplePicture && phase === 'playing', before === null);
    this.card.hang(plays && !(stage.look.simplePicture && phase === 'playing'), before === null);
    if (phase === 'set-end') this.endSet(before === null);
    else if ((phase === 'resting' || phase === 'ended') && journey.tower.up === 0 && toDone(stage.state) > 0 && before !== 'set-end')
      journey.fly(this.toSet(), before === null);
    if (phase === 'ended') rocket.companion.cheer();
  }

  private endSet(atOnce: boolean): void {
    const { rocket, stage } = this;
    for (let i = 0; i < stage.state.set.sides.length; i++) rocket.fill(i, 1, 0);
    rocket.companion.cheer();
    this.journey.fly(this.toSet(), atOnce);
    if (!atOnce) this.sounds.play('set-end');
  }

  private followTrial(): void {
    const { state, phase } = this.stage;
    const done = toDone(state);
    while (this.celebrated < done) this.celebrate(this.celebrated++);
    if (phase !== 'playing' && phase !== 'demo') return;
    if (state.trial !== this.trial && state.phase === 'cue') {
      this.trial = state.trial;
      this.helped = false;
      this.held = false;
      this.sounds.play('appear');
    }
    if (state.assisted && !this.helped) {
      this.helped = true;
      this.sounds.play('help');
    }
    const holds = state.phase === 'top' && state.set.params.topMs >= 300;
    if (holds) this.rocket.fill(state.trial, state.held * 0.9, 0);
    if (holds && !this.held) this.sounds.play('hold');
    this.held = holds;
  }

  /** A trial has ended, in whatever way: light flows into the rocket and fills one band. */
  private celebrate(index: number): void {
    const { lift, rocket, stage } = this;
    const outcome = stage.state.results[index]?.outcome ?? stage.state.outcome;
    const reached = outcome === 'success' || outcome === 'assisted';
    const byItself = stage.state.set.byAdult && stage.phase !== 'demo';
    const waitMs = byItself ? ownWayMs.up : reached ? 0 : fetchMs;
    if (byItself) this.goUp(stage.state.goal);
    else if (!reached) lift.fetch();
    rocket.fill(index, 1, waitMs + pourMs);
    const pour = () => {
      lift.pour();
      this.sounds.play(reached ? `fill-${(index % 5) + 1}` : 'help');
      if (reached) rocket.companion.cheer();
    };
    if (waitMs === 0) pour();
    else this.tweens.addCounter({ from: 0, to: 1, duration: waitMs, onComplete: pour });
  }

  /** The lamp goes up and down again by itself. */
  private goUp(goal: number): void {
    const { own } = this;
    this.tweens.killTweensOf(own);
    this.sounds.play('rise');
    const down = () => this.tweens.add({ targets: own, height: 0, delay: ownWayMs.top, duration: ownWayMs.down, ease: 'Sine.easeInOut' });
    this.tweens.add({ targets: own, height: goal, duration: ownWayMs.up, ease: 'Sine.easeInOut', onComplete: down });
  }

  /** Draws the lamp where the body is; returns that height. */
  private drawLift(deltaMs: number): number {
    const { stage, own, lampHeight } = this;
    const { state, phase } = stage;
    const plays = phase === 'playing' || phase === 'demo' || phase === 'paused';
    const body = plays ? (stage.live.rise?.height ?? state.height) : 0;
    const height = state.set.byAdult && phase !== 'demo' ? own.height : lampHeight.next(body, deltaMs);
    const asked = (phase === 'playing' || phase === 'demo') && state.phase === 'cue';
    this.lift.show({ height, goal: state.goal, held: state.set.params.topMs >= 300 ? state.held : 0, side: state.side, asked }, this.calmMs, deltaMs);
    this.card.show(height);
    // Without a sensor nothing tells when to move: the companion in its cabin goes on showing it.
    const shows = state.set.byAdult && asked ? 0.28 * (0.5 - 0.5 * Math.cos(this.calmMs / 900)) : 0;
    this.sitting += ((plays ? shows : sitsUp.height) - this.sitting) * (1 - Math.exp(-deltaMs / sitsUp.ms));
    this.rocket.seat(Math.max(plays ? height : 0, this.sitting));
    return height;
  }
}

/** Trials that are decided: each has filled its band. */
function toDone(state: Readonly<RiseState>): number {
  return Math.max(state.results.length, state.phase === 'after' && state.outcome !== null ? state.trial + 1 : 0);
}

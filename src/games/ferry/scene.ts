import * as Phaser from 'phaser';
import type { HoldState } from '../../drills/hold/state';
import type { SessionPhase, Stage } from '../../session/types';
import { freeTexturesOnShutdown } from '../kit/glow';
import { createShades, type Shades } from '../kit/shades';
import type { Sound } from '../kit/sound';
import { type Board, createBoard } from './board';
import { createFeast, type Feast } from './feast';
import { createGuests, type Guests } from './guests';
import { type Layout, toLayout } from './layout';
import { createLevelGlass, type LevelGlass } from './level';
import { createWaterLights, type WaterLights } from './lights';
import { createMarket, type Market } from './market';
import { toMood } from './moods';
import { loadPictures } from './pictures';
import { createPlainRiver, createScenery, type Scenery } from './scenery';
import { createShip, loadCaptain, type Ship } from './ship';
import { createTug, type Tug } from './tug';
import { createVoyage, flyHome, toDone, type Voyage } from './voyage';

/** The level's place on the ferry's side, in units of its drawing over the waterline. */
const levelUp = 46;
/** The captain points to the level for this long, then lets the child play. */
const pointMs = 1800;

/** A small ferry between two banks; draws the stage's hold state as it is in each frame. */
export class FerryScene extends Phaser.Scene {
  private readonly stage: Stage<HoldState>;
  private readonly sounds: Sound;
  private layout!: Layout;
  private scenery!: Scenery;
  private market!: Market;
  private shades!: Shades;
  private ship!: Ship;
  private level!: LevelGlass;
  private guests!: Guests;
  private waterLights!: WaterLights;
  private board!: Board;
  private feast!: Feast;
  private voyage!: Voyage;
  private tug!: Tug;
  private phase: SessionPhase | null = null;
  private run = -1;
  private trial = -1;
  /** Crossings that are decided, and those whose cargo is ashore. */
  private decided = 0;
  private ashore = 0;
  private arrived = 0;
  private sails = false;
  private helped = false;
  private festive = false;
  private shownMs = 0;
  /** Time of all that moves by itself; stands still while paused and with reduced motion. */
  private calmMs = 0;

  constructor(stage: Stage<HoldState>, sound: Sound) {
    super('ferry');
    this.stage = stage;
    this.sounds = sound;
  }

  preload(): void {
    const { look, state, space } = this.stage;
    freeTexturesOnShutdown(this);
    this.layout = toLayout(this.scale.width, this.scale.height, space, look);
    loadPictures(this, this.layout, state, !look.simplePicture);
    loadCaptain(this, this.layout, look);
  }

  create(): void {
    const { stage, layout } = this;
    const { look } = stage;
    const mood = look.simplePicture ? null : toMood(look.variation);
    this.scenery = mood ? createScenery(this, layout, mood, look, stage.rng.fork('river')) : createPlainRiver(this, layout, look);
    this.market = createMarket(this, layout, mood, look.highContrast);
    this.shades = createShades(this, layout);
    this.ship = createShip(this, layout, look, mood?.light ?? 0xffffff);
    this.guests = createGuests(this, layout, this.ship, look.reducedMotion);
    this.waterLights = createWaterLights(this, layout, look.reducedMotion);
    this.level = createLevelGlass(this, layout, look);
    this.tug = createTug(this, layout, look.reducedMotion);
    this.board = createBoard(this, layout, stage.state);
    this.feast = createFeast(this, layout, look.simplePicture, look.reducedMotion);
    this.voyage = createVoyage();
    this.phase = null;
    this.run = -1;
  }

  override update(_time: number, deltaMs: number): void {
    const { stage } = this;
    if (stage.run !== this.run) this.meetRun();
    if (stage.phase !== this.phase) this.meetPhase(stage.phase);
    if (stage.phase !== 'paused' && !stage.look.reducedMotion) this.calmMs += deltaMs;
    this.shownMs += deltaMs;
    const passedMs = stage.phase === 'paused' ? 0 : deltaMs;
    if (passedMs > 0) this.followTrial();
    this.cross(passedMs);
    this.drawShip(deltaMs);
    this.scenery.update(this.calmMs);
    this.market.update(this.calmMs);
    this.waterLights.update(this.calmMs, passedMs);
    this.guests.update(this.calmMs, passedMs);
    this.feast.update(this.calmMs);
    this.shades.update(deltaMs);
  }

  /** A new state object: the houses of its crossings stand, the first cargo is on board. */
  private meetRun(): void {
    const { stage, voyage } = this;
    const { state } = stage;
    const first = this.run === -1;
    this.run = stage.run;
    this.trial = -1;
    this.arrived = 0;
    this.decided = toDone(state);
    this.ashore = this.decided;
    this.market.build(state.set.sides.length, this.decided, first);
    const over = this.decided > state.trial;
    if (first) voyage.put(state.trial, over ? 1 : state.held);
    this.ship.load(over ? null : state.trial, first);
    this.waterLights.show(state.trial, over ? 0 : state.held, first);
  }

  private meetPhase(phase: SessionPhase): void {
    const { stage, shades, feast } = this;
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
    const bare = stage.look.simplePicture && phase === 'playing';
    this.ship.showCaptain(!bare);
    this.board.hang(plays && !bare, before === null);
    const isLate = before === null && (phase === 'resting' || phase === 'ended');
    if (phase === 'set-end' || isLate) {
      this.landAll();
      this.market.feast(before === null);
      feast.begin(before === null);
      this.waterLights.show(0, 1, before === null);
      if (before !== null) this.sounds.play('set-end');
    } else if (plays && (before === 'set-end' || before === 'resting')) feast.clear();
    if (phase === 'set-end' || phase === 'ended') this.ship.captain.cheer();
  }

  private followTrial(): void {
    const { state, phase } = this.stage;
    const done = toDone(state);
    while (this.decided < done) this.decide(this.decided++);
    if (phase !== 'playing' && phase !== 'demo') return;
    if (state.trial !== this.trial && state.phase === 'cue') {
      this.trial = state.trial;
      this.shownMs = 0;
      this.sails = false;
      this.helped = false;
      this.arrived = 0;
      this.guests.invite(this.stage.rng.fork(`guests/${this.run}/${state.trial}`));
      this.sounds.play('appear');
    }
    this.board.show(state.side);
    if (state.assisted && !this.helped) {
      this.helped = true;
      this.sounds.play('help');
    }
    const sails = state.phase === 'cue' && state.inside && state.held > 0.02;
    if (sails && !this.sails) {
      this.sails = true;
      this.sounds.play('sail');
    }
    if (state.arrived !== this.arrived) {
      if (state.arrived > this.arrived) this.sounds.play('guest');
      this.arrived = state.arrived;
      this.guests.show(state.arrived, false);
    }
  }

  /** A crossing is decided, in whatever way: its cargo will come home, with or without a feast (clinical.md C7). */
  private decide(index: number): void {
    const { state, celebrated } = this.stage;
    const outcome = state.results[index]?.outcome ?? state.outcome;
    this.festive = celebrated && (outcome === 'success' || outcome === 'assisted');
    if (this.festive) this.sounds.play(`land-${(index % 5) + 1}`);
    else if (outcome === 'miss' || outcome === 'lost') this.sounds.play('help');
  }

  /** Moves the ferry on as the hold grows, and brings the cargo ashore where it lands. */
  private cross(deltaMs: number): void {
    const { voyage, waterLights, stage } = this;
    const { state } = stage;
    if (this.ashore < this.decided) {
      voyage.follow(this.ashore, 1, deltaMs);
      waterLights.show(this.ashore, 1, false);
      if (voyage.landed(this.ashore)) this.bringAshore(this.ashore++, false);
      return;
    }
    voyage.follow(state.trial, state.trial < this.decided ? 1 : state.held, deltaMs);
    if (state.trial < this.decided) return;
    waterLights.show(state.trial, state.held, false);
    if (!this.ship.loaded() && voyage.starts(state.trial)) this.ship.load(state.trial, false);
  }

  private bringAshore(index: number, atOnce: boolean): void {
    const { market, ship, stage, waterLights } = this;
    const pane = market.window(index);
    const goods = ship.unload();
    this.guests.show(0, false);
    if (pane && !atOnce && !stage.look.reducedMotion) {
      flyHome(this, this.layout, goods, pane);
      waterLights.give(pane);
      this.tweens.addCounter({ from: 0, to: 1, duration: 700, onComplete: () => market.light(index) });
    } else {
      waterLights.give(null);
      market.light(index);
    }
    if (this.festive) ship.captain.cheer();
  }

  /** The set is over: what is still under way is ashore now. */
  private landAll(): void {
    while (this.ashore < this.decided) this.bringAshore(this.ashore++, true);
  }

  private drawShip(deltaMs: number): void {
    const { stage, layout, voyage, ship, level } = this;
    const { state, phase } = stage;
    const { dock, ship: s, unit, side, waterY } = layout;
    const plays = phase === 'playing' || phase === 'demo' || phase === 'paused';
    const lean = ship.settle(plays ? (stage.live.lean ?? state.lean) : null, deltaMs);
    const x = dock[0] + (dock[1] - dock[0]) * voyage.at;
    ship.pose(x, lean, Math.sin(this.calmMs / 1300) * 2.2 * unit);
    const asked = (phase === 'playing' || phase === 'demo') && state.phase === 'cue';
    const warm = asked && Math.hypot(lean.x - state.zone.x, lean.y - state.zone.y) <= state.zone.radius;
    // Where no sensor tells of stillness, the level itself breathes: an invitation.
    const breath = state.set.byAdult && asked ? 1 + 0.05 * Math.sin(this.calmMs / 800) : 1;
    level.show({ x: ship.root.x, y: waterY - levelUp * s }, lean, state.zone, asked, warm, deltaMs, breath);
    const coming = this.ashore < this.decided ? (state.results[this.ashore]?.outcome ?? state.outcome) : null;
    this.tug.update(x, this.ashore, coming === 'miss' || coming === 'lost', this.calmMs, deltaMs);
    // The captain also looks to the level while the bubble is elsewhere.
    if (phase === 'demo' || (phase === 'playing' && this.shownMs < pointMs) || (asked && !warm)) ship.captain.pointAt(side * 20 * s, -levelUp * s);
    else ship.captain.rest();
    ship.captain.update(this.calmMs, deltaMs);
  }
}

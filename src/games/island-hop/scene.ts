import * as Phaser from 'phaser';
import type { MobilityState } from '../../drills/mobility/state';
import type { SessionPhase, Stage } from '../../session/types';
import { freeTexturesOnShutdown } from '../kit/glow';
import { createShades, type Shades } from '../kit/shades';
import type { Sound } from '../kit/sound';
import { type Actor, createActor, type Doing } from './actor';
import { type Badge, createBadge } from './badge';
import { type Chain, createChain } from './chain';
import { createGuest, type Guest } from './guest';
import { createIsles, type Isles } from './isles';
import { type Layout, toLayout } from './layout';
import { toMood } from './moods';
import { loadPictures } from './pictures';
import { createWay, toDone, type Way } from './way';

const veilMs = 450;
/** The first run is the demonstration; each set is a run of its own. */
const runsBeforeSets = 2;

/** The string of islands; draws the stage's mobility state as it is in each frame. */
export class IslandHopScene extends Phaser.Scene {
  private readonly stage: Stage<MobilityState>;
  private readonly sounds: Sound;
  private layout!: Layout;
  private chain!: Chain;
  private isles!: Isles;
  private actor!: Actor;
  private guest!: Guest;
  private badge!: Badge;
  private shades!: Shades;
  private veil!: Phaser.GameObjects.Rectangle;
  private spot: Phaser.GameObjects.Image | null = null;
  private way!: Way;
  private phase: SessionPhase | null = null;
  private run = -1;
  /** What this scene was built for: another number of moves or another move builds it anew. */
  private built = '';
  private cued = -1;
  private celebrated = 0;
  private stays = false;
  private walks = false;
  /** How far the veil is closed, 0..1; between two sets the string is left behind it. */
  private closed = 0;
  private leaves = false;
  /** Time of all that moves by itself; stands still while paused and with reduced motion. */
  private calmMs = 0;

  constructor(stage: Stage<MobilityState>, sound: Sound) {
    super('island-hop');
    this.stage = stage;
    this.sounds = sound;
  }

  preload(): void {
    const { look, space, state } = this.stage;
    freeTexturesOnShutdown(this);
    this.layout = toLayout(this.scale.width, this.scale.height, space, look, state.set.sides.length);
    loadPictures(this, this.layout, look, state.set.params.move);
  }

  create(): void {
    const { stage, layout } = this;
    const { look, rng, state } = stage;
    const { move } = state.set.params;
    const mood = toMood(look.variation);
    this.chain = createChain(this, layout, look, mood, rng.fork('bay'));
    this.isles = createIsles(this, layout, look, mood, move, rng.fork('isles'));
    this.shades = createShades(this, layout);
    this.spot =
      this.children.list.find((one): one is Phaser.GameObjects.Image => one instanceof Phaser.GameObjects.Image && one.texture.key === 'spot') ??
      null;
    this.actor = createActor(this, layout, look, move);
    this.guest = createGuest(this, layout, look);
    this.badge = createBadge(this, layout);
    this.veil = this.add.rectangle(0, 0, layout.width, layout.height, 0x12324a).setOrigin(0).setDepth(70);
    this.way = createWay(look.reducedMotion);
    this.built = toBuilt(state);
    this.phase = null;
    this.run = -1;
    this.leaves = false;
  }

  override update(_time: number, deltaMs: number): void {
    const { stage } = this;
    const first = this.phase === null;
    if (stage.run !== this.run) this.meetRun();
    if (stage.phase !== this.phase) this.meetPhase(stage.phase);
    const ms = stage.phase === 'paused' ? 0 : deltaMs;
    if (!stage.look.reducedMotion) this.calmMs += ms;
    this.drawVeil(ms);
    if (!this.leaves) this.follow(ms);
    this.draw(ms, deltaMs, first);
  }

  /** A new state object: the companion begins at the first island again, once the veil has closed over the old string. */
  private meetRun(): void {
    const first = this.run === -1;
    this.run = this.stage.run;
    if (first) this.begin();
    else this.leaves = true;
  }

  private begin(): void {
    const { state } = this.stage;
    this.leaves = false;
    this.celebrated = toDone(state);
    this.cued = state.phase === 'cue' ? state.trial : -1;
    this.stays = false;
    this.way.put(this.celebrated);
  }

  private drawVeil(ms: number): void {
    const { over } = this.way;
    this.closed = Math.min(1, Math.max(0, this.closed + (this.leaves ? ms : -ms) / veilMs));
    if (this.leaves && this.closed === 1) {
      if (toBuilt(this.stage.state) !== this.built) {
        this.scene.restart();
        return;
      }
      this.begin();
    }
    const dims = this.stage.look.reducedMotion ? Math.sin(Math.PI * over) : 0;
    this.veil.setAlpha(Math.max(this.closed * this.closed * (3 - 2 * this.closed), dims)).setVisible(this.veil.alpha > 0.002);
  }

  private meetPhase(phase: SessionPhase): void {
    const before = this.phase;
    this.phase = phase;
    this.shades.meet(phase, before === null);
    if (before === 'paused') this.sounds.play('resume');
    if (phase === 'paused') return;
    const wasOver = before === 'set-end' || before === 'resting' || before === 'ended';
    if (this.isOver() && !wasOver) {
      this.guest.come(this.run - runsBeforeSets, before === null);
      if (phase === 'set-end' && before !== null) this.sounds.play('set-end');
    } else if (!this.isOver() && wasOver) this.guest.leave();
  }

  private isOver(): boolean {
    const { phase } = this;
    return phase === 'set-end' || phase === 'resting' || phase === 'ended';
  }

  private follow(ms: number): void {
    const { stage, way } = this;
    const { state } = stage;
    const done = toDone(state);
    const stays = state.phase === 'stay';
    if (stays && !this.stays) this.sounds.play('stay');
    this.stays = stays;
    while (this.celebrated < done) this.celebrate(this.celebrated++);
    way.follow(done, stays ? state.held : 0, ms);
    const walks = way.over > 0;
    if (walks && !this.walks) this.sounds.play('cross');
    this.walks = walks;
    if (this.isOver() || state.phase !== 'cue' || this.cued === state.trial) return;
    this.cued = state.trial;
    this.sounds.play('appear');
  }

  /** A move is done, with whatever help: its bridge grows. Feedback fades over the weeks: a quiet end counts the same (clinical.md C7). */
  private celebrate(index: number): void {
    if (this.stage.celebrated) this.sounds.play(`bridge-${(index % 5) + 1}`);
  }

  private doing(done: number): Doing {
    const { way, stage } = this;
    if (way.over > 0) return 'cross';
    if (done > way.island) return 'stay';
    if (this.isOver()) return stage.phase === 'resting' ? 'rest' : 'glad';
    if (stage.state.phase === 'cue') return 'move';
    return stage.state.phase === 'stay' ? 'stay' : 'wait';
  }

  private draw(ms: number, deltaMs: number, first: boolean): void {
    const { stage, layout, way, actor } = this;
    const { state, look } = stage;
    const done = toDone(state);
    const shown = this.leaves ? way.island : done;
    const seen = !look.simplePicture || this.isOver();
    this.isles.show(way.at, way.island, way.grown, layout.chain.length - 1);
    this.chain.show(shown, way.at, this.isOver(), seen, this.calmMs, ms, first);
    actor.update(this.leaves ? 'wait' : this.doing(done), this.calmMs, ms, first);
    const asked = !this.isOver() && !this.leaves && state.phase === 'cue' && way.over === 0;
    this.badge.show(asked ? state.side : null, ms);
    this.guest.update(way.over === 0 && done <= way.island, this.calmMs, ms);
    this.shades.update(deltaMs);
    const { x, y } = actor.middle();
    this.spot?.setPosition(x, y);
  }
}

const toBuilt = ({ set }: MobilityState): string => `${set.params.move}/${set.sides.length}`;

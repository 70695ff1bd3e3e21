import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type JointName, otherSideOfJoint } from '../../src/core/joints';
import { createRng } from '../../src/core/rng';
import { toOtherSide } from '../../src/core/units';
import type { DrillState } from '../../src/drills/types';
import { games } from '../../src/games/registry';
import type { Frame, PictureJoint, Vec3 } from '../../src/movement/types';
import { parseRecording } from '../../src/session/recording';
import { replayRecording } from '../../src/session/replay';
import { createRunner } from '../../src/session/runner';
import type { Recording } from '../../src/session/types';

const root = join(__dirname, '../recordings');
const found = readdirSync(root).flatMap((game) =>
  readdirSync(join(root, game))
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => ({ name: `${game}/${file}`, path: join(root, game, file) })),
);

function read(path: string): { recording: Recording; expected: unknown } {
  const parsed = parseRecording(readFileSync(path, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return { recording: parsed.value, expected: JSON.parse(readFileSync(path.replace(/\.jsonl$/, '.expected.json'), 'utf8')) };
}

function drillOf(recording: Recording) {
  const game = games.find((one) => one.id === recording.game);
  if (!game) throw new Error(`no game ${recording.game}`);
  return game.drill;
}

/** Plays as a tablet would: frames arrive between pictures, pictures come at irregular times. */
function playAt(recording: Recording, nextPictureMs: (nowMs: number) => number): unknown {
  const runner = createRunner<DrillState>({
    drill: drillOf(recording),
    set: recording.set,
    seed: recording.seed,
    calibration: recording.calibration,
  });
  const frames = [...recording.frames];
  const cuts = [...recording.cuts];
  let nowMs = 0;
  const endMs = (frames.at(-1)?.deliveredMs ?? 0) + 120_000;
  while (nowMs < endMs && !runner.state.done) {
    const pictureMs = nextPictureMs(nowMs);
    const cutMs = cuts[0];
    nowMs = cutMs !== undefined && cutMs < pictureMs ? cutMs : pictureMs;
    for (let frame = frames[0]; frame && frame.deliveredMs <= nowMs; frame = frames[0]) {
      runner.push(frame);
      frames.shift();
    }
    runner.advanceTo(nowMs);
    if (cutMs === nowMs) {
      cuts.shift();
      runner.cut();
    }
  }
  return runner.state.results;
}

function mirror(recording: Recording): Recording {
  const { set, calibration } = recording;
  return {
    ...recording,
    set: {
      ...set,
      sides: set.sides.map((side) => (side ? toOtherSide(side) : null)),
      space: { ...set.space, originXMm: set.space.widthMm - set.space.originXMm },
    },
    calibration,
    frames: recording.frames.map(mirrorFrame),
  };
}

function mirrorFrame(frame: Frame): Frame {
  if (frame.kind === 'touch') return { ...frame, contacts: frame.contacts.map((contact) => ({ ...contact, x: 1 - contact.x })) };
  if (frame.kind === 'gamepad') return { ...frame, axes: frame.axes.map((value, i) => (i === 0 ? -value : value)) };
  if (frame.kind === 'motion') {
    // A device whose screen looks at the child: its x runs across the child.
    const [x, y, z] = frame.accelMps2;
    return { ...frame, accelMps2: [-x, y, z] };
  }
  if (frame.kind !== 'pose') return frame;
  const joints: Partial<Record<JointName, PictureJoint>> = {};
  for (const [name, [x, ...rest]] of Object.entries(frame.joints) as [JointName, PictureJoint][]) joints[otherSideOfJoint[name]] = [1 - x, ...rest];
  const world: Partial<Record<JointName, Vec3>> = {};
  for (const [name, [x, y, z]] of Object.entries(frame.world ?? {}) as [JointName, Vec3][]) world[otherSideOfJoint[name]] = [-x, y, z];
  const { capturedMs, deliveredMs, aspect } = frame;
  return { kind: 'pose', capturedMs, deliveredMs, joints, aspect, ...(frame.world ? { world } : {}) };
}

const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, entry) => (typeof entry === 'number' ? Number(entry.toFixed(4)) : entry));

test('every game has recordings', () => {
  for (const game of games) expect(found.filter((entry) => entry.name.startsWith(`${game.id}/`)).length).toBeGreaterThan(0);
});

describe.each(found)('$name', ({ path }) => {
  const { recording, expected } = read(path);

  test('scores as expected', () => {
    expect(rounded(replayRecording(recording, drillOf(recording)).results)).toEqual(rounded(expected));
  });

  test.each([15, 60, 144])('scores the same to the last digit at %i pictures a second', (fps) => {
    expect(playAt(recording, (nowMs) => nowMs + 1000 / fps)).toEqual(replayRecording(recording, drillOf(recording)).results);
  });

  test('scores the same to the last digit with 300 ms of jitter', () => {
    const rng = createRng(path);
    expect(playAt(recording, (nowMs) => nowMs + 1 + rng.next() * 300)).toEqual(replayRecording(recording, drillOf(recording)).results);
  });

  test.runIf(recording.set.sides.every((side) => side !== null))('mirrored, it scores the same on the other side', () => {
    const own = replayRecording(recording, drillOf(recording)).results;
    const other = replayRecording(mirror(recording), drillOf(recording)).results;
    expect(rounded(other.map((result) => ({ ...result, side: result.side ? toOtherSide(result.side) : null })))).toEqual(rounded(own));
  });
});

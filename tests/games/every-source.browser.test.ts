import { afterEach, expect, test } from 'vitest';
import { findGame } from '../../src/games/registry';
import { parseRecording } from '../../src/session/recording';
import { replayRecording } from '../../src/session/replay';
import type { Look } from '../../src/session/types';
import { type GameRig, startGameRig } from './game-rig';
import { small } from './picture-spread';

const recordings = import.meta.glob<string>('../recordings/*/*.jsonl', { query: '?raw', import: 'default' });
/** In turn, so that each game is played in several looks. */
const looks: readonly Partial<Look>[] = [
  {},
  { reducedMotion: true },
  { simplePicture: true },
  { highContrast: true, hand: 'left' },
  { variation: 2 },
];

let rig: GameRig | undefined;
afterEach(() => {
  rig?.destroy();
  rig = undefined;
});

test.each(
  Object.entries(recordings).map(([path, load], i) => ({ name: path.replace('../recordings/', ''), load, look: looks[i % looks.length] ?? {} })),
)('in the real browser $name comes to its end and scores as without a picture', { timeout: 120_000 }, async ({ load, look }) => {
  const parsed = parseRecording(await load());
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  const recording = parsed.value;
  const game = findGame(recording.game);
  if (!game) throw new Error(`no game ${recording.game}`);
  rig = await startGameRig(game.id, { recording, look, size: small });
  for (let i = 0; i < 900 && !rig.state.done; i++) rig.run(1000, undefined, 250);
  expect(rig.state.done).toBe(true);
  rig.setPhase('set-end');
  rig.run(1000, undefined, 250);
  const cut = recording.cuts.length > 0;
  if (!cut) expect(rig.state.results).toEqual(replayRecording(recording, game.drill).results);
});

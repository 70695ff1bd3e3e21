import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/core/text';
import { games } from '../../src/games/registry';
import { interpreters, type PlayableMovement } from '../../src/movement/interpret/interpreters';

const root = join(import.meta.dirname, '../..');
const list = (folder: string) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []);

test('every folder of a game has a game', () => {
  const folders = list('src/games').filter((name) => !name.includes('.') && name !== 'kit');
  expect(games.map((game) => game.id).sort()).toEqual(folders.sort());
});

describe.each(games.map((game) => ({ id: game.id, game })))('the game $id', ({ id, game }) => {
  test('has levels', () => {
    expect(list(`levels/${id}`).filter((file) => file.endsWith('.json')).length).toBeGreaterThanOrEqual(10);
  });

  test('has its name and its spoken cues in every language', () => {
    for (const language of languages) {
      const table = JSON.parse(readFileSync(join(root, `src/games/${id}/text.${language}.json`), 'utf8'));
      expect(table[id].name).toMatch(/\S/);
      expect(Object.values(table[id].say).length).toBeGreaterThan(0);
      for (const line of Object.values(table[id].say)) expect(line).toMatch(/\S/);
    }
  });

  test('has its own pictures and sounds', () => {
    expect(list(`assets/${id}`).filter((file) => file.endsWith('.svg')).length).toBeGreaterThan(0);
    // Its place in the bay, and what a child collects there.
    for (const drawing of ['place.svg', 'keepsake.svg']) expect(list(`assets/${id}`)).toContain(drawing);
    for (const ending of ['.ogg', '.mp3']) expect(list(`assets/${id}/sound`).filter((file) => file.endsWith(ending)).length).toBeGreaterThan(0);
  });

  test('has a recording, with what it scores, for each source that can play it', () => {
    const files = list(`tests/recordings/${id}`).filter((file) => file.endsWith('.jsonl'));
    const sources = files.map(
      (file) => JSON.parse(readFileSync(join(root, `tests/recordings/${id}`, file), 'utf8').split('\n')[0] ?? '').calibration.source,
    );
    expect(new Set(sources)).toEqual(new Set(interpreters[game.drill.movement as PlayableMovement].sources));
    for (const file of files) expect(existsSync(join(root, `tests/recordings/${id}`, file.replace(/\.jsonl$/, '.expected.json')))).toBe(true);
  });

  test('has several looks, so that weeks of one drill do not look the same', () => {
    expect(game.variations).toBeGreaterThanOrEqual(3);
  });
});

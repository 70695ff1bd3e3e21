import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFlatBuffer } from '../../src/tools/pose/flat-buffer.mjs';
import { ensurePoseModels, makePoseModels } from '../../src/tools/pose/models.mjs';
import { zipStored } from '../../src/tools/pose/stored-zip.mjs';

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('the models that are served are the published ones, joined in a way that gives the same bytes everywhere', () => {
  const folder = ensurePoseModels();
  const bundle = (size: string) => readFileSync(join(folder, `pose_landmarker_${size}.task`));
  expect(hash(bundle('lite'))).toBe('26db73d9804b5b4c3fa4c239907f0633c786198b04b1bb5680b953284835d0dc');
  expect(hash(bundle('full'))).toBe('69970deb91c00404987409d63465d254b98200dafb4e8544808b8cfaab4c18fe');
});

test('a bundle that is there is left alone, one that is missing is made', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pebble-bay-models-'));
  try {
    makePoseModels(folder);
    const made = statSync(join(folder, 'pose_landmarker_full.task')).mtimeMs;
    makePoseModels(folder);
    expect(statSync(join(folder, 'pose_landmarker_full.task')).mtimeMs).toBe(made);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a model that is not the published one is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pebble-bay-models-'));
  const changed = (name: string) => {
    const bytes = Buffer.from(readFileSync(join('node_modules/@mediapipe/pose', name)));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    return bytes;
  };
  try {
    expect(() => makePoseModels(folder, changed)).toThrow(/SHA-256/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a zip keeps its entries unpacked, each at a multiple of 64', () => {
  const data = Buffer.from('as it is');
  const zip = zipStored([
    ['one', data],
    ['another', data],
  ]);
  const places = [zip.indexOf(data), zip.lastIndexOf(data)];
  expect(places[0]).not.toBe(places[1]);
  expect(places.map((place) => place % 64)).toEqual([0, 0]);
});

test('a new head of a flat buffer points into the bytes behind it, which keep their alignment', () => {
  const old = Buffer.alloc(64, 7);
  const bytes = writeFlatBuffer({ table: [{ ext: 8 }] }, 'TEST', old);
  const head = bytes.length - old.length;
  const root = bytes.readUInt32LE(0);
  expect([bytes.toString('latin1', 4, 8), head % 64]).toEqual(['TEST', 0]);
  // The root's only field lies right behind the offset of its layout.
  expect(root + 4 + bytes.readUInt32LE(root + 4)).toBe(head + 8);
});

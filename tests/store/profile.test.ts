import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { noSafety } from '../../src/plan/safety/child-safety';
import { openStore } from '../../src/store/open';
import type { Store } from '../../src/store/types';
import { createPretendDevice, playHistory } from './history';

const ids = createPretendDevice('profiles');

async function open(indexedDB: globalThis.IDBFactory): Promise<Store> {
  const opened = await openStore({ indexedDB, name: 'bay', ...createPretendDevice('tablet') });
  if (!opened.store) throw new Error(opened.problem);
  return opened.store;
}

test('a new child has the usual settings; a value taken away becomes the usual one again', async () => {
  const store = await open(new IDBFactory());
  const { children } = await playHistory(store, ids);
  expect(await store.readChildren()).toEqual([
    {
      id: children[0],
      name: 'Ada',
      picture: 'whale',
      companion: { name: 'fox', aid: 'none' },
      touch: { accept: 'contact', holdMs: 200, mergeMs: 120, edgeRestMm: 8, palmMm: 35 },
      switches: { scan: 'direct', scanMs: 6000, holdMs: 0, repeatMs: 300 },
      lockoutMs: 500,
      reachMm: null,
      play: {
        simplePicture: false,
        highContrast: false,
        reducedMotion: false,
        hand: 'right',
        volumes: { music: 0.4, effects: 0.55, voice: 0.8 },
      },
      safety: {
        ...noSafety,
        rules: { painFace: 2 },
        locks: { ...noSafety.locks, adduction: true },
        surgery: { on: '2026-01-10', part: 'all', unlocked: null },
      },
      clinic: {
        gmfcs: 'III',
        macs: 'II',
        fms50: 2,
        sides: 'left',
        support: 'pelvis',
        orthoses: { feet: true },
        fieldLoss: 'right',
        epilepsy: false,
      },
      heart: { restBpm: 78, maxBpm: 191 },
      weeklyGoal: 3,
      weeklyMinutes: null,
    },
    expect.objectContaining({
      id: children[1],
      name: '',
      picture: 'crab',
      safety: noSafety,
      clinic: {},
      heart: { restBpm: null, maxBpm: null },
      weeklyGoal: null,
      weeklyMinutes: 45,
    }),
  ]);
  expect(await store.readChild(children[1])).toEqual((await store.readChildren())[1]);
  expect(await store.readChild(ids.newId())).toBeNull();
});

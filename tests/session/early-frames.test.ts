import { expect, test } from 'vitest';
import { raiseDrill } from '../../src/drills/raise/drill';
import { parseRecording, toLines } from '../../src/session/recording';
import { createRaiseSet } from '../drills/raise-set';
import { plainTouch } from '../drills/reach-set';
import { toBody, toPoseFrame } from '../movement/interpret-frames';
import { sitDown } from './sitting';

test('a picture that was taken just before a set began is kept with it, and its recording can be read', async () => {
  const { params } = createRaiseSet('left', { windowMs: 3000 });
  const sitting = sitDown({ drill: raiseDrill, params, side: 'left', calibration: { ...plainTouch, source: 'pose' } });
  await sitting.let(500, false);
  sitting.session.skipDemo();
  for (let i = 0; i < 400 && sitting.trials().length === 0; i++) {
    const nowMs = sitting.clock.nowMs();
    sitting.session.push({ ...toPoseFrame(toBody(0)), capturedMs: nowMs - 80, deliveredMs: nowMs });
    await sitting.let(33, false);
  }
  const head = sitting.records.find((record) => record.kind === 'set');
  const [trial] = sitting.trials();
  if (head?.kind !== 'set' || !trial) throw new Error('no trial');
  expect(trial.part.frames[0]?.capturedMs).toBeLessThan(0);
  expect(parseRecording(toLines({ ...head.head, ...trial.part })).ok).toBe(true);
});

import { describe, expect, it } from 'vitest';
import type { SessionArm } from '../../src/plan/alternation';
import { questionBlocks, toArmPlay, toOrder, toSessionArm } from '../../src/plan/question';

const question = { kind: 'feedback', seed: 'seed', from: '2026-03-01' } as const;

function play(count: number): readonly (SessionArm & { session: string })[] {
  const played: (SessionArm & { session: string })[] = [];
  for (let i = 0; i < count; i++) {
    const arm = toSessionArm(question, played, `s${i}`);
    if (arm) played.push({ ...arm, session: `s${i}` });
  }
  return played;
}

describe('a single-case question', () => {
  it('plays its sessions in the drawn order, and as usual once that is played through', () => {
    const played = play(2 * questionBlocks + 3);
    expect(played.map(({ arm }) => arm)).toEqual(toOrder(question));
    expect(played).toHaveLength(2 * questionBlocks);
  });

  it('keeps one way for all turns of a session', () => {
    const played = play(4);
    expect(toSessionArm(question, played, 's2')).toMatchObject({ place: 2, arm: played[2]?.arm });
  });

  it('never draws a place again that another tablet has not told of', () => {
    const played = play(6).filter(({ place }) => place !== 3);
    expect(toSessionArm(question, played, null)?.place).toBe(6);
  });

  it('goes by its own sessions only, not by those of a question before', () => {
    const other = play(5).map((one) => ({ ...one, question: 'older' }));
    expect(toSessionArm(question, other, null)?.place).toBe(0);
  });

  it('celebrates every trial in one way and 55 % in the other; a beat is there or not', () => {
    expect([toArmPlay('feedback', 'a').feedbackRatio, toArmPlay('feedback', 'b').feedbackRatio]).toEqual([0.55, 1]);
    expect([toArmPlay('beat', 'a').params, toArmPlay('beat', 'b').params]).toEqual([{ mode: 'free' }, { mode: 'beat' }]);
  });
});

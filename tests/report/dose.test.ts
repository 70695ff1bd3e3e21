import { describe, expect, it } from 'vitest';
import { toWeekDose } from '../../src/report/dose';

const planned = { sessions: 4, activeMinutes: 60, repetitions: 200 };

describe('dose of a week', () => {
  it('active minutes and repetitions of all sessions stand beside the plan', () => {
    const part = { activeMs: 600_000, repetitions: 60, byHelp: { 0: 45, 2: 15 } } as const;
    const dose = toWeekDose([[part, part], [part]], planned);
    expect(dose.sessions).toEqual({ done: 2, planned: 4, share: 0.5 });
    expect(dose.activeMinutes).toEqual({ done: 30, planned: 60, share: 0.5 });
    expect(dose.repetitions).toEqual({ done: 180, planned: 200, share: 0.9 });
    expect(dose.help).toEqual({ 0: 0.75, 1: 0, 2: 0.25, 3: 0, 4: 0 });
  });
  it('a week without play has no help, and a plan without a number no share', () => {
    const dose = toWeekDose([], { ...planned, repetitions: null });
    expect(dose.help).toBeNull();
    expect(dose.repetitions).toEqual({ done: 0, planned: null, share: null });
    expect(dose.sessions.share).toBe(0);
  });
});

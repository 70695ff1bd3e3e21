import { describe, expect, test } from 'vitest';
import type { Clinic } from '../../src/plan/clinic';
import { fitsProfile, isForHome, macsWidthMm, toProfileHints, toSetUpSeat, toWalkableM } from '../../src/plan/profile-hints';
import type { PlayPreferences } from '../../src/plan/types';

const play: PlayPreferences = {
  simplePicture: false,
  highContrast: false,
  reducedMotion: false,
  hand: 'right',
  volumes: { music: 0, effects: 0, voice: 0 },
};
const abouts = (clinic: Clinic, own: Partial<PlayPreferences> = {}) => toProfileHints(clinic, { ...play, ...own }).map(({ about }) => about);

describe('what a profile suggests', () => {
  test('nothing is suggested of a child of whom nothing was said', () => {
    expect(abouts({})).toEqual([]);
    expect(fitsProfile({}, 'reach', { targetWidthMm: 20 })).toBeNull();
    expect(fitsProfile(undefined, 'walk', {})).toBeNull();
  });

  test('epilepsy suggests the calmest look until it is on; no epilepsy suggests nothing', () => {
    expect(abouts({ epilepsy: true })).toEqual(['reducedMotion']);
    expect(abouts({ epilepsy: true }, { reducedMotion: true })).toEqual([]);
    expect(abouts({ epilepsy: false })).toEqual([]);
  });

  test('CVI suggests one target on a plain ground, low vision strong contrast too', () => {
    expect(abouts({ cvi: true })).toEqual(['simplePicture']);
    expect(abouts({ lowVision: true })).toEqual(['simplePicture', 'highContrast']);
    expect(abouts({ lowVision: true, cvi: true }, { simplePicture: true, highContrast: true })).toEqual([]);
  });

  test('hands up to MACS III begin by touch, from IV on by keys and switches', () => {
    expect(abouts({ macs: 'III' })).toEqual(['touch']);
    expect(abouts({ macs: 'IV' })).toEqual(['switches']);
    expect(toProfileHints({ macs: 'IV' }, play)[0]?.values).toEqual({ level: 'IV', mm: 75 });
  });

  test('from GMFCS IV on the height of support is asked for until it is said', () => {
    expect(abouts({ gmfcs: 'IV' })).toEqual(['gmfcs.IV', 'support']);
    expect(abouts({ gmfcs: 'IV', support: 'lowerRibs' })).toEqual(['gmfcs.IV']);
    expect(abouts({ gmfcs: 'III' })).toEqual(['gmfcs.III']);
  });

  test('a blind side, one side and little hearing are each said once, for both sides', () => {
    expect(abouts({ fieldLoss: 'left' })).toEqual(['field.left']);
    expect(abouts({ fieldLoss: 'right' })).toEqual(['field.right']);
    expect(abouts({ fieldLoss: 'none', sides: 'both', hearing: 'aids' })).toEqual([]);
    expect(abouts({ sides: 'right', hearing: 'little' })).toEqual(['oneSide', 'hearing']);
  });
});

describe('levels that suit', () => {
  test('a target as wide as the hand needs suits, a narrower one does not', () => {
    expect(fitsProfile({ macs: 'III' }, 'reach', { targetWidthMm: macsWidthMm.III })).toBe(true);
    expect(fitsProfile({ macs: 'III' }, 'reach', { targetWidthMm: macsWidthMm.III - 5 })).toBe(false);
  });

  test.each([
    ['hold', { stance: 'single' }, 'II', 'III'],
    ['hold', { stance: 'tandem' }, 'II', 'III'],
    ['hold', { stance: 'wide' }, 'III', 'IV'],
    ['rise', { kind: 'sit-to-stand' }, 'III', 'IV'],
    ['rise', { kind: 'bridge' }, 'IV', 'V'],
    ['weight-shift', { directions: 'sides' }, 'IV', 'V'],
    ['mobility', { move: 'transfer' }, 'IV', 'V'],
    ['walk', { course: 'distance', distanceM: 2 }, 'III', 'IV'],
  ] as const)('%s %o is offered up to GMFCS %s, not at %s', (drill, params, last, beyond) => {
    expect(fitsProfile({ gmfcs: last }, drill, params)).toBe(true);
    expect(fitsProfile({ gmfcs: beyond }, drill, params)).toBe(false);
  });

  test.each(['reach', 'drum', 'path'])('%s in sitting is offered at GMFCS V', (drill) => {
    expect(fitsProfile({ gmfcs: 'V' }, drill, {})).toBe(true);
  });

  test('who plays sitting is not shown standing, but may stand up; who lies leans nowhere', () => {
    expect(fitsProfile({ posture: 'sitting' }, 'hold', { stance: 'wide' })).toBe(false);
    expect(fitsProfile({ posture: 'sitting' }, 'hold', { stance: 'sit' })).toBe(true);
    expect(fitsProfile({ posture: 'sitting' }, 'rise', { kind: 'sit-to-stand' })).toBeNull();
    expect(fitsProfile({ posture: 'lying' }, 'weight-shift', {})).toBe(false);
    expect(fitsProfile({ posture: 'lying' }, 'reach', {})).toBe(true);
    expect(fitsProfile({ posture: 'standing' }, 'weight-shift', {})).toBeNull();
  });

  test('one thing that does not suit is enough', () => {
    expect(fitsProfile({ gmfcs: 'I', macs: 'V' }, 'reach', { targetWidthMm: 45 })).toBe(false);
  });
});

describe('walking distance by the FMS', () => {
  const far = (distanceM: number) => ({ course: 'distance', distanceM });

  test('a wheelchair (1) does not walk a distance, a frame (2) does', () => {
    expect(fitsProfile({ fms50: 2 }, 'walk', far(50))).toBe(true);
    expect(fitsProfile({ fms50: 1 }, 'walk', far(50))).toBe(false);
    expect(fitsProfile({ fms50: 2 }, 'walk', far(51))).toBeNull();
  });

  test('who walks far walks near, who does not walk near does not walk far; what lies between is not guessed', () => {
    expect(fitsProfile({ fms500: 5 }, 'walk', far(5))).toBe(true);
    expect(fitsProfile({ fms5: 1 }, 'walk', far(50))).toBe(false);
    expect(fitsProfile({ fms5: 6 }, 'walk', far(10))).toBeNull();
    expect(fitsProfile({ fms5: 3, fms50: 1 }, 'walk', far(5))).toBe(true);
    expect(fitsProfile({ fms5: 3, fms50: 1 }, 'walk', far(10))).toBe(false);
  });

  test('a minute of walking is fifty metres; games in sitting ask for none', () => {
    expect(fitsProfile({ fms50: 2 }, 'walk', { course: 'minute', distanceM: 10 })).toBe(true);
    expect(fitsProfile({ fms5: 2, fms50: 1 }, 'walk', { course: 'minute', distanceM: 10 })).toBe(false);
    expect(fitsProfile({ fms5: 1 }, 'drum', {})).toBeNull();
  });

  test('the farthest distance that is walked is told', () => {
    expect(toWalkableM({})).toBeNull();
    expect(toWalkableM({ fms5: 1, fms50: 1 })).toBe(0);
    expect(toWalkableM({ fms5: 4, fms50: 2, fms500: 1 })).toBe(50);
    expect(abouts({ fms5: 1 })).toEqual(['noWalk']);
  });
});

test("the seat of the family's pictures is the therapist's word, else the companion's", () => {
  const companion = { name: 'fox', aid: 'wheelchair' } as const;
  expect(toSetUpSeat({ clinic: { seat: 'chair' }, companion })).toBe('chair');
  expect(toSetUpSeat({ clinic: {}, companion })).toBe('wheelchair');
  expect(toSetUpSeat({ clinic: { seat: 'wheelchair' }, companion: { ...companion, aid: 'none' } })).toBe('wheelchair');
  expect(toSetUpSeat({ companion: { ...companion, aid: 'none' } })).toBe('chair');
});

test("a line for the clinic only is not on the family's page", () => {
  expect([{}, { place: 'both' }, { place: 'home' }, { place: 'clinic' }].map((item) => isForHome(item as { place?: 'home' }))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

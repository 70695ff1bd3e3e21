import type { Uuid } from '../core/ids';
import { defaultLockoutMs } from '../plan/safety/rules';
import { type ChildProfile, clearPct, companionAids, companionNames } from '../plan/types';
import { toClinic, toSaferClinic } from './clinic-fields';
import { type FieldValue, type Fold, type FoldedFields, resolveFold } from './fold';
import { lesser, readChoice, readFlag, readNumber, readText } from './read-field';
import { toChildSafety, toSaferSafety } from './safety-fields';

/** Which way a field of the profile asks more of a child or startles more; where concurrent edits differ, the other way is kept. */
const harder: Readonly<Record<string, 'up' | 'down'>> = {
  'touch.holdMs': 'up',
  'touch.mergeMs': 'down',
  'switches.scanMs': 'down',
  'switches.holdMs': 'up',
  'switches.repeatMs': 'down',
  reachMm: 'up',
  'play.clear.pct': 'down',
  weeklyGoal: 'up',
  weeklyMinutes: 'up',
  // A lower rate at rest, or at most, reads the same beats as more of the reserve: it calls for rest sooner.
  'heart.restBpm': 'up',
  'heart.maxBpm': 'up',
  'play.volumes.music': 'up',
  'play.volumes.effects': 'up',
  'play.volumes.voice': 'up',
};

/** A child's profile from its edits, with the usual value where none was chosen (clinical.md C9 for touch). */
export function toProfile(id: Uuid, fold: Fold): ChildProfile {
  const folded = foldProfile(fold);
  const { fields } = folded;
  return {
    id,
    name: readText(fields, 'name', ''),
    picture: readText(fields, 'picture', ''),
    companion: {
      name: readChoice(fields, 'companion.name', companionNames, 'otter'),
      aid: readChoice(fields, 'companion.aid', companionAids, 'none'),
    },
    touch: {
      accept: readChoice(fields, 'touch.accept', ['contact', 'release'], 'contact'),
      holdMs: readNumber(fields, 'touch.holdMs', 0),
      mergeMs: readNumber(fields, 'touch.mergeMs', 120),
      edgeRestMm: readNumber(fields, 'touch.edgeRestMm', 8),
      palmMm: readNumber(fields, 'touch.palmMm', 35),
    },
    switches: {
      scan: readChoice(fields, 'switches.scan', ['direct', 'one', 'two'], 'direct'),
      scanMs: readNumber(fields, 'switches.scanMs', 6000),
      holdMs: readNumber(fields, 'switches.holdMs', 0),
      repeatMs: readNumber(fields, 'switches.repeatMs', 300),
    },
    lockoutMs: readNumber(fields, 'lockoutMs', defaultLockoutMs),
    reachMm: readNumber(fields, 'reachMm', null),
    play: {
      simplePicture: readFlag(fields, 'play.simplePicture'),
      highContrast: readFlag(fields, 'play.highContrast'),
      reducedMotion: readFlag(fields, 'play.reducedMotion'),
      hand: readChoice(fields, 'play.hand', ['left', 'right'], 'right'),
      ...(fields['play.clear.side'] === undefined
        ? {}
        : {
            clear: {
              side: readChoice(fields, 'play.clear.side', ['none', 'left', 'right'], 'none'),
              pct: readNumber(fields, 'play.clear.pct', clearPct.usual),
            },
          }),
      volumes: {
        music: readNumber(fields, 'play.volumes.music', 0.4),
        effects: readNumber(fields, 'play.volumes.effects', 0.55),
        voice: readNumber(fields, 'play.volumes.voice', 0.8),
      },
    },
    safety: toChildSafety(fields),
    clinic: toClinic(fields),
    heart: { restBpm: readNumber(fields, 'heart.restBpm', null), maxBpm: readNumber(fields, 'heart.maxBpm', null) },
    weeklyGoal: readNumber(fields, 'weeklyGoal', null),
    weeklyMinutes: readNumber(fields, 'weeklyMinutes', null),
  };
}

/** A profile's fields, where concurrent edits differ the safer ones: less asked, quieter, calmer. */
export function foldProfile(fold: Fold): FoldedFields {
  return resolveFold(fold, toSafer);
}

function toSafer(path: string, a: FieldValue, b: FieldValue): FieldValue | undefined {
  if (path.startsWith('clinic.')) return toSaferClinic(path, a, b);
  if (path.startsWith('safety.')) return toSaferSafety(path, a, b);
  if ((path === 'weeklyGoal' || path === 'weeklyMinutes') && (a === null || b === null)) return null;
  // No reach set means the whole play field, the farthest of all.
  if (path === 'reachMm' && (a === null || b === null)) return a ?? b;
  // A side left free asks less than the whole screen; two different sides are for the therapist to settle.
  if (path === 'play.clear.side') return a === 'none' ? b : b === 'none' ? a : undefined;
  // Calm pictures (simple, high contrast, little motion) are the safe side for a child whom the others overwhelm.
  if (typeof a === 'boolean' && typeof b === 'boolean') return a || b;
  return lesser(harder[path], a, b);
}

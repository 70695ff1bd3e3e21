import fc from 'fast-check';
import { createUuid } from '../../../src/core/ids';
import { createRng, drawInteger } from '../../../src/core/rng';
import { games } from '../../../src/games/registry';
import { toItemParams } from '../../../src/plan/limits';
import type { Level } from '../../../src/plan/types';
import type { FhirRecord } from '../../../src/report/fhir/record';
import { toHeadlines } from '../../../src/report/headlines';

const levelFiles = import.meta.glob<Level>('../../../levels/*/*.json', { eager: true, import: 'default' });

/** Every level of the product. */
export const levels: readonly Level[] = Object.entries(levelFiles).map(([path, level]) => ({ ...level, id: path.replace(/^.*\/|\.json$/g, '') }));

const toDay = (i: number): string => new Date(Date.UTC(2026, 0, 5 + i)).toISOString().slice(0, 10);
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('<script>alert(1)</script>', 'a & b', '"\u0000\u001b', '\ud800', '  ', '孩子'),
);

/** Records of any child: games, sensors, words and numbers of every kind. */
export const records: fc.Arbitrary<FhirRecord> = fc
  .record({
    seed: fc.string({ minLength: 1, maxLength: 8 }),
    sessions: fc.integer({ min: 0, max: 14 }),
    name: fc.option(words),
    goalWords: fc.array(words, { maxLength: 3 }),
    said: fc.boolean(),
    items: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ seed, sessions, name, goalWords, said, items }) => {
    const rng = createRng(seed);
    const newId = () => createUuid((bytes) => bytes.map(() => drawInteger(rng, 0, 256)));
    const pick = <T>(list: readonly T[]): T => list[drawInteger(rng, 0, list.length)] as T;
    const child = newId();
    const own = Array.from({ length: 2 }, () => {
      const level = pick(levels);
      const game = games.find(({ id }) => id === level.game);
      if (!game) throw new Error(level.game);
      return { level, drill: game.drill, source: pick(['touch', 'pose', 'motion', 'gamepad', 'adult'] as const) };
    });
    const plays = Array.from({ length: sessions }, (_, i) => ({
      session: newId(),
      on: toDay(3 * i),
      at: `${toDay(3 * i)}T09:00:00.${String(i).padStart(3, '0')}Z`,
      trials: drawInteger(rng, 0, 3) === 0 ? 0 : 12,
      outcomes: { success: 8, assisted: 2, miss: 1, lost: 1 },
      helps: { 0: 9, 2: 2 },
      activeMs: drawInteger(rng, 0, 900_000),
      effort: said ? 4 : null,
      painBefore: said ? 2 : null,
      painAfter: said && i % 2 ? 0 : null,
      heartBpm: said ? 121.375 : null,
      parts: own.map(({ level, drill, source }) => ({
        game: level.game,
        level: level.id,
        drill: drill.id,
        drillVersion: drill.version,
        source,
        values: Object.fromEntries(
          Object.entries(drill.metrics).flatMap(([metric, { sources }]) =>
            sources.some((one: string) => one === source) ? [[metric, Array.from({ length: 3 }, () => 400 * rng.next() + i)]] : [],
          ),
        ),
      })),
    }));
    const courses = own.map(({ level, drill, source }, k) => {
      const of = (metric: string) => plays.map(({ session, on, at, parts }) => ({ session, on, at, value: parts[k]?.values[metric]?.[0] ?? 0 }));
      const metrics = Object.keys(plays[0]?.parts[k]?.values ?? {}).map((metric) => [
        metric,
        { first: of(metric).slice(0, 5), last: of(metric).slice(-5) },
      ]);
      const { id, version } = drill;
      return { game: level.game, level: level.id, source, drill: id, drillVersion: version, lastOn: toDay(90), metrics: Object.fromEntries(metrics) };
    });
    const goals = goalWords.map((goal, i) => ({
      id: newId(),
      kind: i % 2 ? ('copm' as const) : ('gas' as const),
      words: goal,
      on: i === 0 ? null : toDay(i),
      steps: { [-2]: goal, [-1]: '', 0: goal, 1: '', 2: '' },
      weight: 1,
      closed: i === 2 ? toDay(40) : null,
    }));
    const drills = new Map(games.map(({ drill }) => [drill.id, { id: drill.id, metrics: drill.metrics, params: drill.params }]));
    return {
      child,
      name,
      period: { from: toDay(0), to: toDay(90) },
      madeAt: `${toDay(90)}T12:00:00.000Z`,
      plan: {
        from: items > 0 ? toDay(0) : null,
        items: Array.from({ length: items }, () => {
          const level = pick(levels);
          const drill = games.find(({ id }) => id === level.game)?.drill;
          const dose = { sets: 3, restS: 60, sessionsPerWeek: 3 };
          const item = { game: level.game, level: level.id, source: 'touch', side: 'either', dose } as const;
          const params = toItemParams(drill?.params ?? {}, level, { ...item, id: '', params: {}, bounds: {} } as never);
          return { ...item, id: newId(), drill: drill?.id ?? '', params };
        }),
      },
      sessions: plays,
      goals,
      checks: goals.map(({ id, kind }, i) => ({
        id: newId(),
        goal: id,
        on: toDay(7 * i),
        ...(kind === 'gas' ? { measure: 'step' as const, value: -1 } : { measure: 'performance' as const, value: 7 }),
      })),
      headlines: toHeadlines(courses, (game) => games.find(({ id }) => id === game)?.drill.metrics ?? null, toDay(0)),
      drills: [...drills.values()],
    };
  });

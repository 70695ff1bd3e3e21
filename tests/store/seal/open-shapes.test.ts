import { expect, it } from 'vitest';
import { openParts } from '../../../src/store/seal/open-parts';
import { isSealed } from '../../../src/store/seal/seal-event';
import { isOpenRollup } from '../../../src/store/seal/seal-rollup';
import type { SessionSummary } from '../../../src/store/types';
import { playClosed, playMore } from './locked-tablet';

/** Every path in a record, without ids, days and instants, which differ from child to child. */
function listPaths(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [at];
  const entries = Array.isArray(value) ? value.map((one) => ['*', one] as const) : Object.entries(value);
  return entries.flatMap(([key, one]) => listPaths(one, `${at}.${/^[0-9a-f-]{36}$|^\d{4}-\d\d-\d\d$/.test(key) ? '*' : key}`));
}

const unique = (paths: readonly string[]) => [...new Set(paths)].sort();

it('what can be read of a locked tablet is what is written here: a new kind of event, or field of a roll-up, is refused until somebody looks', async () => {
  const { tablet, store, played } = await playClosed('shapes');
  store.lock.close();
  await playMore(store, tablet, played);
  const { events, rollups } = await tablet.readKept();
  store.close();

  const open = (rollups as readonly { key: string }[]).filter(({ key }) => isOpenRollup(key));
  const paths = (kind: string) => unique(open.filter(({ key }) => key.startsWith(`${kind}/`)).flatMap((one) => listPaths(one)));
  expect(unique(open.map(({ key }) => key.split('/')[0] ?? ''))).toEqual([
    'child',
    'device',
    'family',
    'goal',
    'not-today',
    'plan',
    'ranges',
    'rest-day',
    'session',
    'totals',
  ]);
  expect(unique((rollups as readonly { key: string }[]).filter(({ key }) => !isOpenRollup(key)).map(({ key }) => key.split('/')[0] ?? ''))).toEqual([
    'pending',
    'sealed',
  ]);
  expect(paths('totals')).toMatchInlineSnapshot(`
    [
      ".key",
      ".totals.activeMs",
      ".totals.firstOn",
      ".totals.games.fireflies.sessions",
      ".totals.games.fireflies.trials",
      ".totals.sessions",
      ".totals.trials",
    ]
  `);
  expect(paths('family')).toMatchInlineSnapshot(`
    [
      ".family.firsts.fireflies",
      ".family.firsts.fireflies/01-calm",
      ".family.firsts.fireflies/02-near",
      ".family.goals.*.at",
      ".family.goals.*.id",
      ".family.goals.*.minutes",
      ".family.goals.*.on",
      ".family.goals.*.sessions",
      ".family.grown.*",
      ".family.weeks.*.activeMs",
      ".family.weeks.*.sessions",
      ".key",
    ]
  `);
  expect(paths('session')).toMatchInlineSnapshot(`
    [
      ".key",
      ".summary.activeMs",
      ".summary.arms.asked.arm",
      ".summary.arms.asked.place",
      ".summary.arms.asked.question",
      ".summary.at",
      ".summary.child",
      ".summary.effort",
      ".summary.ended",
      ".summary.on",
      ".summary.outcomes.assisted",
      ".summary.outcomes.lost",
      ".summary.outcomes.miss",
      ".summary.outcomes.success",
      ".summary.parts.*.drill",
      ".summary.parts.*.drillVersion",
      ".summary.parts.*.game",
      ".summary.parts.*.level",
      ".summary.parts.*.outcomes.assisted",
      ".summary.parts.*.outcomes.lost",
      ".summary.parts.*.outcomes.miss",
      ".summary.parts.*.outcomes.success",
      ".summary.parts.*.source",
      ".summary.parts.*.trials",
      ".summary.session",
      ".summary.trials",
    ]
  `);
  const summaries = open.flatMap((one) => ('summary' in one ? [one.summary as SessionSummary] : []));
  expect(summaries.map(({ outcomes, effort, ended }) => [...Object.values(outcomes), effort, ended])).toEqual(
    summaries.map(() => [0, 0, 0, 0, null, null]),
  );
  const kinds = unique((events as readonly { kind: string }[]).filter((event) => !isSealed(event)).map(({ kind }) => kind));
  expect(kinds.filter((kind) => openParts[kind as keyof typeof openParts].open === 'places')).toEqual([]);
  const bodies = (events as readonly { kind: string; body: object }[]).filter(({ kind }) =>
    ['trial', 'set', 'check', 'note', 'incident'].includes(kind),
  );
  expect(unique(bodies.flatMap(({ kind, body }) => listPaths(body, kind)))).toMatchInlineSnapshot(`
    [
      "check.session",
      "incident.session",
      "note.session",
      "set.arm.arm",
      "set.arm.place",
      "set.arm.question",
      "set.item",
      "set.level",
      "set.session",
      "set.set",
      "set.source",
      "trial.drill",
      "trial.drillVersion",
      "trial.game",
      "trial.level",
      "trial.result.endMs",
      "trial.result.startMs",
      "trial.result.trial",
      "trial.session",
      "trial.set",
      "trial.source",
    ]
  `);
});

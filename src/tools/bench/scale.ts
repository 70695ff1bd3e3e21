import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { games } from '../../games/registry';
import { replayRecording } from '../../session/replay';
import { calmAbilities } from '../../session/simulate';
import { openKeepingBrowser, type PageServer } from '../browser-page';
import { simulateRecording } from '../simulate-recording';
import type { BenchPage } from './bench-page';
import { type Figure, type Part, toMiddle, toQuantile } from './figure';
import { readLevels } from './levels';
import type { LibrarySet, ScalePlan, ScaleTimes, Watched } from './page-scale';

const sessionsAWeek = 3;
const trialsASet = 8;
const rounds = 40;
/** Levels of each game that are played, spread over all it has. */
const levelsAGame = 4;
/** What reading and saving may cost after years, beside one week. */
const mostGrowth = 1.5;

const names: Readonly<Record<keyof ScaleTimes, string>> = {
  roster: 'the roster of all children',
  child: "a child's page",
  report: 'the report of a week',
  results: 'the newest twelve sessions',
  family: "the family's page",
  play: "a child's bay",
  save: 'a trial saved',
};

/** Twelve sessions and forty pebbles, of which a week has three: more is shown, however long the years. */
const showsMore: readonly (keyof ScaleTimes)[] = ['results', 'family'];

/** A clinic's tablet after years beside one with a week, both in the browser's real database on the disk; without a PIN, then with one. */
export async function benchScale(server: PageServer, root: string, years: number, children: number): Promise<readonly Part[]> {
  const library = makeLibrary(root);
  const folder = mkdtempSync(join(tmpdir(), 'pebble-bay-scale-'));
  const context = await openKeepingBrowser(folder);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    await page.goto(server.address);
    await page.waitForFunction(() => 'bench' in window);
    const plan = (name: string, weeks: number): ScalePlan => ({ name: `pebble-bay-bench-${name}`, children, weeks, sessionsAWeek, library });
    const plans = [plan('week', 1), plan('years', Math.round(52 * years))] as const;
    const fill = (one: ScalePlan) => page.evaluate((of) => (window as unknown as Window & { readonly bench: BenchPage }).bench.fillTablet(of), one);
    const seal = (one: ScalePlan) => page.evaluate((of) => (window as unknown as Window & { readonly bench: BenchPage }).bench.sealTablet(of), one);
    const measure = () =>
      page.evaluate(
        ([both, n]) => (window as unknown as Window & { readonly bench: BenchPage }).bench.measureScale(both as [ScalePlan, ScalePlan], n),
        [plans, rounds] as const,
      );
    const week = await fill(plans[0]);
    const filled = await fill(plans[1]);
    const open: Part = {
      title: 'Scale',
      how: `${children} children, ${sessionsAWeek} sessions a week for ${years} years beside one week: ${filled.sessions} sessions, ${filled.trials} trials, ${filled.events} events, written in the way of a merge from sets that the real runner scored (${games.length} games, ${library.length} levels, under new ids and days); IndexedDB on the disk; ${rounds} times in turn`,
      figures: [
        ...toFigures(await measure(), years),
        { name: 'all roll-ups made anew', value: filled.rebuildMs / 1000, unit: 's' },
        { name: 'longest task of the page meanwhile', value: filled.longestTaskMs, unit: 'ms', target: { atMost: 50 } },
        { name: 'events written', value: filled.writeMs / 1000, unit: 's' },
        {
          name: 'on the disk for each trial, roll-ups and all, without frames',
          value: (filled.bytes - week.bytes) / 1000 / filled.trials,
          unit: 'kB',
        },
      ],
    };
    await seal(plans[0]);
    const { set, close, rebuild } = await seal(plans[1]);
    const closed: Part = {
      title: 'Scale with a PIN',
      how: 'the same two tablets, their PIN set and their lock open',
      figures: [
        ...toFigures(await measure(), years),
        ...toWatchedFigures('a PIN set, until it is answered', set),
        ...toWatchedFigures('events closed in the background', close),
        ...toWatchedFigures('all roll-ups made anew', rebuild),
      ],
    };
    return [open, closed];
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function toFigures([before, after]: readonly [ScaleTimes, ScaleTimes], years: number): readonly Figure[] {
  return (Object.keys(names) as (keyof ScaleTimes)[]).flatMap((key): Figure[] => [
    { name: `${names[key]}, one week, median`, value: toMiddle(before[key]), unit: 'ms' },
    { name: `${names[key]}, ${years} years, median`, value: toMiddle(after[key]), unit: 'ms' },
    { name: `${names[key]}, ${years} years, p95`, value: toQuantile(after[key], 0.95), unit: 'ms' },
    {
      name: `${names[key]}, years against a week, medians`,
      value: toMiddle(after[key]) / toMiddle(before[key]),
      unit: 'x',
      ...(showsMore.includes(key) ? {} : { target: { atMost: mostGrowth } }),
    },
  ]);
}

function toWatchedFigures(name: string, { ms, longestTaskMs, mostMb }: Watched): readonly Figure[] {
  return [
    { name, value: ms / 1000, unit: 's' },
    { name: `${name}: longest task of the page`, value: longestTaskMs, unit: 'ms', target: { atMost: 50 } },
    { name: `${name}: most memory of its script`, value: mostMb, unit: 'MB' },
  ];
}

/** A simulated set of eight trials of some levels of every game, which a synthetic child plays without a browser. */
function makeLibrary(root: string): readonly LibrarySet[] {
  return games.flatMap((game) => {
    const all = readLevels(root, game.id);
    const played = all.filter((_, i) => i % Math.ceil(all.length / levelsAGame) === 0);
    return played.map((level): LibrarySet => {
      const source = game.drill.childSource;
      const recording = simulateRecording({ game, level, side: 'either', source, abilities: calmAbilities });
      const { frames: _frames, cuts: _cuts, ...head } = recording;
      const results = replayRecording(recording, game.drill).results.slice(0, trialsASet);
      return { level: level.id, head: { ...head, set: { ...head.set, sides: head.set.sides.slice(0, trialsASet) } }, results };
    });
  });
}

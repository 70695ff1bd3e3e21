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
import type { LibrarySet, ScalePlan, ScaleTimes } from './page-scale';

const children = 40;
const sessionsAWeek = 3;
const trialsASet = 8;
const rounds = 40;
/** What reading and saving may cost after years, beside one week. */
const mostGrowth = 1.5;

const names: Readonly<Record<keyof ScaleTimes, string>> = {
  roster: 'the roster of all children',
  child: "a child's page",
  report: 'the report of a week',
  family: "the family's page",
  play: "a child's bay",
  save: 'a trial saved',
};

/** A clinic's tablet after years beside one with a week, both in the browser's real database on the disk. */
export async function benchScale(server: PageServer, root: string, years: number): Promise<Part> {
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
    const week = await fill(plans[0]);
    const filled = await fill(plans[1]);
    const [before, after] = await page.evaluate(
      ([both, n]) => (window as unknown as Window & { readonly bench: BenchPage }).bench.measureScale(both as [ScalePlan, ScalePlan], n),
      [plans, rounds] as const,
    );
    const keys = Object.keys(names) as (keyof ScaleTimes)[];
    return {
      title: 'Scale',
      how: `${children} children, ${sessionsAWeek} sessions a week for ${years} years beside one week: ${filled.sessions} sessions, ${filled.trials} trials, ${filled.events} events, written in the way of a merge from sets that the real runner scored (${library.length} games, under new ids and days); IndexedDB on the disk; ${rounds} times in turn`,
      figures: [
        ...keys.flatMap((key): Figure[] => [
          { name: `${names[key]}, one week, median`, value: toMiddle(before[key]), unit: 'ms' },
          { name: `${names[key]}, ${years} years, median`, value: toMiddle(after[key]), unit: 'ms' },
          { name: `${names[key]}, ${years} years, p95`, value: toQuantile(after[key], 0.95), unit: 'ms' },
          {
            name: `${names[key]}, years against a week, medians`,
            value: toMiddle(after[key]) / toMiddle(before[key]),
            unit: 'x',
            // The path shows its newest 40 pebbles; a week has three: more is drawn, however long the years.
            ...(key === 'family' ? {} : { target: { atMost: mostGrowth } }),
          },
        ]),
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
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One simulated set of eight trials of every game that a synthetic child plays without a browser. */
function makeLibrary(root: string): readonly LibrarySet[] {
  return games.flatMap((game): LibrarySet[] => {
    const level = readLevels(root, game.id)[2];
    if (!level) return [];
    const source = game.drill.childSource;
    const recording = simulateRecording({ game, level, side: 'either', source, abilities: calmAbilities });
    const { frames: _frames, cuts: _cuts, ...head } = recording;
    const results = replayRecording(recording, game.drill).results.slice(0, trialsASet);
    return [{ level: level.id, head: { ...head, set: { ...head.set, sides: head.set.sides.slice(0, trialsASet) } }, results }];
  });
}

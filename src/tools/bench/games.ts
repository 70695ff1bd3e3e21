import type { Level } from '../../plan/types';
import { openBrowser, type PageServer, tabletContext } from '../browser-page';
import type { BenchPage } from './bench-page';
import { type Figure, type Part, toMiddle, toQuantile } from './figure';
import type { GameCost } from './page-picture';

type BenchWindow = Window & { readonly bench: BenchPage };

/** Frames of each play: most of a set, or half a minute of a long one. */
const frames = 1800;
const plays = 3;
/** Half an hour of play, stepped at four frames a second. */
const longMs = 30 * 60_000;
const longEveryMs = 250;

/** What each game costs a frame, how soon it starts after another, and whether it keeps its memory; one level of each. */
export async function benchGames(server: PageServer, levels: readonly Level[]): Promise<Part> {
  const browser = await openBrowser();
  const figures: Figure[] = [];
  try {
    const page = await browser.newPage(tabletContext);
    await page.goto(server.address);
    await page.waitForFunction(() => 'bench' in window);
    const measure = (level: Level, count: number, everyMs?: number) =>
      page.evaluate(([one, n, ms]) => (window as unknown as BenchWindow).bench.measureGame(one, n, ms), [level, count, everyMs] as const);
    const cdp = await page.context().newCDPSession(page);
    const readHeap = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1024;
    };
    for (const level of levels) {
      const costs: GameCost[] = [];
      for (let i = 0; i < plays; i++) costs.push(await measure(level, frames));
      const script = (costs[0]?.scriptMs ?? []).map((_, i) => toMiddle(costs.flatMap((cost) => cost.scriptMs[i] ?? [])));
      const { game } = level;
      figures.push({ name: `${game}: script a frame, p95`, value: toQuantile(script, 0.95), unit: 'ms', target: { atMost: 4 } });
      figures.push({
        name: `${game}: start after another game`,
        value: toMiddle(costs.slice(1).map((cost) => cost.startMs)),
        unit: 'ms',
        target: { atMost: 1000 },
      });
      const before = await readHeap();
      await measure(level, longMs / longEveryMs, longEveryMs);
      figures.push({ name: `${game}: memory left after half an hour`, value: (await readHeap()) - before, unit: 'kB' });
    }
  } finally {
    await browser.close();
  }
  const how = `one level of each, by its drill's synthetic child; WebGL, 1280 x 800, drawn small; ${frames} frames at most, each the median of ${plays} plays; memory after garbage was collected, up to half an hour of play stepped at ${1000 / longEveryMs} frames a second`;
  return { title: 'Every game', how, figures };
}

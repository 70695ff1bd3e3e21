import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Level } from '../../plan/types';
import { openKeepingBrowser, type PageServer } from '../browser-page';
import type { BenchPage } from './bench-page';
import { type Part, toMiddle, toQuantile } from './figure';

const stored = 2000;
const sampled = 50;
/** The cost of a trial may not grow with what is stored; the rest is the machine's own noise. */
const mostGrowth = 1.5;

/** From the end of a trial until it is kept: the app's store in the real database of a browser that keeps its data on the disk. */
export async function benchDurable(server: PageServer, level: Level): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), 'pebble-bay-bench-'));
  const context = await openKeepingBrowser(folder);
  try {
    const page = await context.newPage();
    await page.goto(server.address);
    await page.waitForFunction(() => 'bench' in window);
    const { first, later } = await page.evaluate(
      ([chosen, count, part]) => (window as unknown as Window & { readonly bench: BenchPage }).bench.measureSaves(chosen, count, part),
      [level, stored, sampled] as const,
    );
    return {
      title: 'Durable',
      how: `trials of 3 s at 60 Hz, saved one after the other by the app's store; IndexedDB on the disk; ${sampled} in turn into a new database and into one with ${stored} trials`,
      figures: [
        { name: `trial end to durable, first ${sampled}, median`, value: toMiddle(first), unit: 'ms' },
        { name: `trial end to durable, first ${sampled}, p95`, value: toQuantile(first, 0.95), unit: 'ms' },
        { name: `trial end to durable, after ${stored} trials, median`, value: toMiddle(later), unit: 'ms' },
        { name: `trial end to durable, after ${stored} trials, p95`, value: toQuantile(later, 0.95), unit: 'ms' },
        { name: 'after them against the first, medians', value: toMiddle(later) / toMiddle(first), unit: 'x', target: { atMost: mostGrowth } },
      ],
    };
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

import { openBrowser, type PageServer, tabletContext } from '../browser-page';
import type { BenchPage } from './bench-page';
import { type Part, toMiddle } from './figure';

type BenchWindow = Window & { readonly bench: BenchPage };

const lengthMs = 30_000;

/** How far beats are heard from their time, in a real browser on its own audio clock. */
export async function benchBeat(server: PageServer): Promise<Part> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage(tabletContext);
    await page.goto(server.address);
    await page.waitForFunction(() => 'bench' in window);
    // Browsers let audio run only after a touch.
    await page.mouse.click(10, 10);
    const errors = await page.evaluate((ms) => (window as unknown as BenchWindow).bench.measureBeats(ms), lengthMs);
    if (errors.length === 0) throw new Error('no beat was heard');
    const middle = toMiddle(errors);
    return {
      title: 'Beat',
      how: `${errors.length} beats of 150 a minute, recorded behind the limiter by an audio worklet; onset against schedule, the device's own delay as the audio clock tells it`,
      figures: [
        { name: 'beat against its time, furthest off', value: Math.max(...errors.map(Math.abs)), unit: 'ms', target: { atMost: 5 } },
        { name: 'beat against its time, median', value: middle, unit: 'ms' },
        { name: 'beats around their median, furthest off', value: Math.max(...errors.map((error) => Math.abs(error - middle))), unit: 'ms' },
      ],
    };
  } finally {
    await browser.close();
  }
}

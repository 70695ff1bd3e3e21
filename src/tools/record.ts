import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import type { Abilities, AnyDrill, DrillState } from '../drills/types';
import { findGame } from '../games/registry';
import type { SourceKind, TouchContact } from '../movement/types';
import { checkLevel } from '../plan/level';
import type { Level, PlanItem } from '../plan/types';
import { toLines } from '../session/recording';
import { replayRecording } from '../session/replay';
import { calmAbilities } from '../session/simulate';
import type { Recording } from '../session/types';
import { openBrowser, servePage, tabletContext } from './browser-page';
import { simulateRecording } from './simulate-recording';

const usage = `Captures one set of a game in a real browser, for tests/recordings.
  npm run record -- <game> <level> <name> [--side left|right|alternate|either] [--child calm|slow|tremor|lifts] [--trials n]
             [--source touch|pose|motion|gamepad|adult] [--by-hand]
--by-hand opens a window and waits until somebody has played; otherwise a synthetic child plays: on the glass with real touch
events in a browser, before another source with the frames that this source would send.`;

/** Synthetic children that record; the numbers are chosen to be unlike each other, they describe no real child. */
const children: Readonly<Record<string, Abilities>> = {
  calm: calmAbilities,
  slow: { ...calmAbilities, reactionMs: 800, interceptMs: 900, slopeMs: 600, aimSdMm: 6, subMovements: 3 },
  tremor: { ...calmAbilities, reactionMs: 500, aimSdMm: 8, tremorMm: 1.5, subMovements: 2 },
  lifts: { ...calmAbilities, lifts: true, aimSdMm: 5, restsRatio: 0.2 },
};

const root = process.cwd();

/** The `record` command. Returns its exit status; 2 for words that it does not understand. */
export async function main(args: readonly string[]): Promise<number> {
  const [gameId, levelId, name, ...rest] = args;
  const option = (flag: string, fallback: string) => (rest.includes(flag) ? (rest[rest.indexOf(flag) + 1] ?? fallback) : fallback);
  const game = findGame(gameId ?? '');
  const abilities = children[option('--child', 'calm')];
  if (!game || !levelId || !name || !abilities) {
    console.error(usage);
    return 2;
  }
  const file = join(root, 'levels', game.id, `${levelId}.json`);
  const checked = checkLevel(JSON.parse(readFileSync(file, 'utf8')), levelId, game.drill.params);
  if (!checked.ok) {
    console.error(`${file}: ${checked.problems[0]}`);
    return 2;
  }
  const level = checked.value;
  const params = { ...level.params, trials: Number(option('--trials', String(level.params.trials))) };
  const source = option('--source', 'touch');
  const byHand = rest.includes('--by-hand');
  if (!byHand && (source !== 'touch' || game.drill.childSource !== 'touch')) {
    const side = option('--side', 'either') as PlanItem['side'];
    return keep(simulateRecording({ game, level: { ...level, params }, side, source: source as SourceKind, abilities }), game, name);
  }
  const server = await servePage(root, 'src/tools/record.html');
  const browser = await openBrowser(byHand);
  try {
    const context = await browser.newContext(tabletContext);
    const page = await context.newPage();
    await page.goto(server.address);
    await lendFingers(page, await context.newCDPSession(page));
    await startInPage(page, { ...level, params }, option('--side', 'either'), source, byHand ? null : abilities);
    const recording = await readRecording(page);
    return keep(recording, game, name);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Writes a recording with what it scores, beside the others of its game. */
function keep(recording: Recording, game: { readonly id: string; readonly drill: AnyDrill }, name: string): number {
  const { results } = replayRecording<DrillState>(recording, game.drill);
  const folder = join(root, 'tests/recordings', game.id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.jsonl`), toLines(recording));
  writeFileSync(join(folder, `${name}.expected.json`), `${JSON.stringify(results, null, 1)}\n`);
  console.log(`${recording.frames.length} frames, ${results.length} trials: ${results.map((result) => result.outcome).join(', ')}`);
  return 0;
}

async function startInPage(page: Page, level: Level, side: string, source: string, abilities: Abilities | null): Promise<void> {
  await page.waitForFunction(() => 'startRecording' in window);
  await page.evaluate(
    ({ level, side, source, abilities }) =>
      (window as unknown as { startRecording(...setup: unknown[]): Promise<void> }).startRecording(level, side, source, abilities),
    { level, side, source, abilities },
  );
}

/** One touch event as the page asks for it: fingers in shares of the page, and when they were there. */
export interface WishedTouch {
  readonly contacts: readonly TouchContact[];
  readonly epochMs: number;
}

/** Lets the page's synthetic child touch its own glass through the browser's real touch pipeline. */
async function lendFingers(page: Page, cdp: CDPSession): Promise<void> {
  const size = page.viewportSize() ?? { width: 1, height: 1 };
  let touching = false;
  await page.exposeFunction('sendTouch', ({ contacts, epochMs }: WishedTouch) => {
    const touchPoints = contacts.map((contact) => ({ id: contact.id, x: contact.x * size.width, y: contact.y * size.height }));
    if (touchPoints.length === 0 && !touching) return;
    const type = touchPoints.length === 0 ? 'touchEnd' : touching ? 'touchMove' : 'touchStart';
    touching = touchPoints.length > 0;
    // Waiting for the answer would slow the finger to the picture's rate; the page may be gone before the last answer.
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp: epochMs / 1000 }).catch(() => undefined);
  });
}

async function readRecording(page: Page): Promise<Recording> {
  await page.waitForFunction(() => (window as unknown as { recorder: { done(): boolean } }).recorder.done(), null, {
    timeout: 1_800_000,
    polling: 200,
  });
  return page.evaluate(() => (window as unknown as { recorder: { recording(): Recording } }).recorder.recording());
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { benchAdapt } from './bench/adapt';
import { benchBeat } from './bench/beat';
import { benchCamera } from './bench/camera';
import { benchDurable } from './bench/durable';
import type { Part } from './bench/figure';
import { benchFirstScreen, buildWhenStale } from './bench/first-screen';
import { benchGames } from './bench/games';
import { listGameLevels, readLevels } from './bench/levels';
import { benchPlay } from './bench/play';
import { benchRunner } from './bench/runner';
import { benchScale } from './bench/scale';
import { printPart } from './bench/table';
import { servePage } from './browser-page';

const usage = `usage: npm run bench [-- --json FILE]
       npm run bench -- scale [YEARS [CHILDREN]]
  Prints what was measured, a line a figure, against its target. A figure over its target is no error: machines differ.
  scale: a clinic's tablet after so many years with so many children (10 and 40 unless told: about a million trials, a quarter of an hour).`;

const root = process.cwd();
/** The level that is played: most things on the picture. */
const playedGame = 'fireflies';
const playedLevel = '11-among-the-moths';

/** The `bench` command. Returns its exit status: 0, 1 when something could not be measured, 2 for words that it does not understand. */
export async function main(args: readonly string[]): Promise<number> {
  const [flag, file] = args;
  if (flag === 'scale' && args.length <= 3) return measureYears(Number(file ?? 10), Number(args[2] ?? 40));
  if (args.length > 0 && (flag !== '--json' || !file || args.length > 2)) {
    console.error(usage);
    return 2;
  }
  const parts: Part[] = [];
  const problems: string[] = [];
  const measure = async (name: string, work: () => Promise<readonly Part[]>) => {
    try {
      for (const part of await work()) {
        parts.push(part);
        printPart(part);
      }
    } catch (error) {
      const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      problems.push(`${name}: ${said}`);
      console.log(`\n${name} could not be measured: ${said}`);
    }
  };
  const level = readLevels(root, playedGame).find((one) => one.id === playedLevel);
  if (!level) throw new Error(`there is no level ${playedLevel}`);

  // One after the other: each has the machine to itself.
  await measure('Runner', async () => [benchRunner(root)]);
  await measure('Adaptation', async () => [benchAdapt()]);
  await measure('First screen', async () => {
    const words = JSON.parse(readFileSync(join(root, 'src/screens/child/text.en.json'), 'utf8'));
    return [await benchFirstScreen(buildWhenStale(root), words.child.add)];
  });
  const server = await servePage(root, 'src/tools/bench/bench.html');
  try {
    await measure('Picture and touch', () => benchPlay(server, level));
    await measure('Every game', async () => [await benchGames(server, listGameLevels(root))]);
    await measure('Durable', async () => [await benchDurable(server, level)]);
    await measure('Beat', async () => [await benchBeat(server)]);
  } finally {
    await server.close();
  }
  await measure('Camera', async () => [await benchCamera(root, level)]);
  if (file) writeFileSync(resolve(process.env.INIT_CWD ?? root, file), `${JSON.stringify({ parts, problems }, null, 1)}\n`);
  return problems.length > 0 ? 1 : 0;
}

async function measureYears(years: number, children: number): Promise<number> {
  if (!(years > 0 && years <= 50) || !(Number.isInteger(children) && children > 0 && children <= 200)) {
    console.error(usage);
    return 2;
  }
  const server = await servePage(root, 'src/tools/bench/bench.html');
  try {
    for (const part of await benchScale(server, root, years, children)) printPart(part);
    return 0;
  } finally {
    await server.close();
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const source = new URL('../../src/', import.meta.url);
/** Everything that a family or a child reads: their screens, the games and the drills. */
const folders = ['screens/family', 'screens/child', 'games', 'drills'];
const files = folders.flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, source), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => /text\.[\w-]+\.json$/.test(path)),
);

/** Words that count what did not happen, or ask for more than was done. */
const blame: Readonly<Record<string, RegExp>> = {
  en: /(?<!nothing was )\bmissed\b|\bmissing\b|\bstreaks?\b|\bskipped\b|\boverdue\b|\bdays? ago\b|\bdays? without\b|\blast played\b|\bnot played\b|\bfell behind\b|\bcatch up\b|\btoo (few|little)\b|\bat least \{\{|\bforgot/i,
  'zh-CN': /错过|漏了|缺席|中断|连续|天没|没有玩|没玩|进度落后|补上|忘了|还差|至少要/,
};

test.each(files)('%s counts no day on which nobody played', (path) => {
  const language = /text\.([\w-]+)\.json$/.exec(path)?.[1] ?? '';
  const words = blame[language];
  if (!words) throw new Error(`no words of blame are known for ${language}`);
  expect(readFileSync(new URL(path, source), 'utf8').match(words)).toBeNull();
});

test('words of blame are found where they stand', () => {
  expect('You missed 3 days').toMatch(blame.en ?? /^$/);
  expect('3 days without play').toMatch(blame.en ?? /^$/);
  expect('已经三天没玩了').toMatch(blame['zh-CN'] ?? /^$/);
});

test('the family’s page has words to look at', () => {
  expect(files.filter((path) => path.startsWith('screens/family'))).toHaveLength(2);
});

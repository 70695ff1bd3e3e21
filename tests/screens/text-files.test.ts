import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languages } from '../../src/core/text';

type Table = { readonly [key: string]: string | Table };

const source = new URL('../../src/', import.meta.url);
const paths = readdirSync(source, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
const read = (path: string) => readFileSync(new URL(path, source), 'utf8');
const folders = [...new Set(paths.flatMap((path) => /^(.*)\/text\.[^/]+\.json$/.exec(path)?.[1] ?? []))];

function toLines(table: Table, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : toLines(value, `${path}${key}.`),
  );
}

const readLines = (folder: string, language: string) => new Map(toLines(JSON.parse(read(`${folder}/text.${language}.json`)) as Table));
/** Chinese has one plural form, English two; `zero` may be said in a way of its own. */
const toStem = (key: string) => key.replace(/_(zero|one|other)$/, '');
const toStems = (lines: ReadonlyMap<string, string>) => [...new Set([...lines.keys()].map(toStem))].sort();
const toValues = (line: string) => [...line.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

test('there are text files', () => {
  expect(folders.length).toBeGreaterThanOrEqual(4);
});

test.each(folders)('%s says the same things in every language', (folder) => {
  const first = readLines(folder, languages[0]);
  for (const language of languages.slice(1)) {
    const lines = readLines(folder, language);
    expect(toStems(lines)).toEqual(toStems(first));
    for (const [key, line] of lines) {
      const same = first.get(key) ?? first.get(`${toStem(key)}_other`) ?? first.get(toStem(key)) ?? '';
      expect(toValues(line), `${folder} ${language} ${key}`).toEqual(toValues(same));
    }
  }
});

test.each(folders)('%s has every plural form that its languages need, and no empty line', (folder) => {
  for (const language of languages) {
    const lines = readLines(folder, language);
    expect([...lines].filter(([, line]) => line.trim() === '')).toEqual([]);
    for (const key of lines.keys()) {
      if (toStem(key) === key) continue;
      for (const form of new Intl.PluralRules(language).resolvedOptions().pluralCategories) {
        expect(lines.has(`${toStem(key)}_${form}`), `${folder} ${language} ${toStem(key)}_${form}`).toBe(true);
      }
    }
  }
});

test('every line of the screens is said somewhere', () => {
  const code = paths
    .filter((path) => /\.tsx?$/.test(path))
    .map(read)
    .join('\n');
  const literals = new Set([...code.matchAll(/'([\w.-]+)'/g)].map((match) => match[1]));
  // `family.tip.${tip}` says every line below family.tip; a template without a fixed word before its first value says nothing here.
  const templates = [...code.matchAll(/`([\w-]+\.[^`\n]*\$\{[^`\n]*)`/g)].map(
    (match) => new RegExp(`^${(match[1] ?? '').replace(/[.*+?^()|[\]\\]/g, '\\$&').replace(/\$\{[^}]*\}/g, '.+')}$`),
  );
  const unsaid = folders
    .filter((folder) => folder.startsWith('screens'))
    .flatMap((folder) => toStems(readLines(folder, languages[0])).map((key) => ({ folder, key })))
    .filter(({ key }) => !literals.has(key) && !templates.some((template) => template.test(key)));
  expect(unsaid).toEqual([]);
});

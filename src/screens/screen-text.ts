import type { Language, TextTable } from '../core/text';

const tables = import.meta.glob<TextTable>(['./text.*.json', './*/text.*.json'], { import: 'default' });

/** The lines of every screen in one language, one table a folder. Throws when a table cannot be loaded. */
export function loadScreenTables(language: Language): Promise<readonly TextTable[]> {
  const wanted = Object.keys(tables).filter((path) => path.endsWith(`/text.${language}.json`));
  return Promise.all(wanted.map((path) => (tables[path] as () => Promise<TextTable>)()));
}

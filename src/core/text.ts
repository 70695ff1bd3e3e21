import i18next, { type i18n } from 'i18next';
import type { TextKey } from './units';

/** Languages that the product speaks, by their BCP 47 tags; the first is the fallback. */
export const languages = ['en', 'zh-CN'] as const;

/** One language of the product. */
export type Language = (typeof languages)[number];

/** A nested table of lines; `{{name}}` marks a value, `_one` and `_other` plural forms. */
export interface TextTable {
  readonly [key: string]: string | TextTable;
}

/** Looks lines up in one language; a missing key comes back as the key itself, so that it is seen and a test can find it. */
export interface Text {
  readonly language: Language;
  /** Takes in more tables of the same language. Throws when two tables define the same line. */
  learn(tables: readonly TextTable[]): void;
  (key: TextKey, values?: Readonly<Record<string, string | number>>): string;
}

/** The product's language for a list of wanted languages, such as `navigator.languages`. */
export function toLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-CN';
    if (tag.toLowerCase().startsWith('en')) return 'en';
  }
  return 'en';
}

/** A text lookup over tables of one language, merged in order. Throws when two tables define the same line. */
export function createText(language: Language, tables: readonly TextTable[]): Text {
  const instance: i18n = i18next.createInstance();
  let known = [...tables];
  instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: mergeTables(tables) } },
  });
  const lookUp = (key: TextKey, values?: Readonly<Record<string, string | number>>) => instance.t(key, values ?? {});
  const learn = (more: readonly TextTable[]) => {
    known = [...known, ...more];
    instance.addResourceBundle(language, 'translation', mergeTables(known), false, true);
  };
  return Object.assign(lookUp, { language, learn });
}

/** Several tables as one. Throws when two of them define the same line. */
export function mergeTables(tables: readonly TextTable[], path = ''): TextTable {
  const merged: Record<string, string | TextTable> = {};
  for (const table of tables) {
    for (const [key, value] of Object.entries(table)) {
      const here = merged[key];
      if (here === undefined) merged[key] = value;
      else if (typeof here === 'object' && typeof value === 'object') merged[key] = mergeTables([here, value], `${path}${key}.`);
      else throw new Error(`text "${path}${key}" is defined twice`);
    }
  }
  return merged;
}

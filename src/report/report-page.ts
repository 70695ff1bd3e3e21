/** How much of each list fits on one A4 page beside the rest, in either language. */
export const pageLimits = { plan: 6, headlines: 6, goals: 4, notes: 6, adjustments: 3, words: 96, goalWords: 90, planWords: 80 } as const;

/** A list cut to what a page holds; `left` counts what is only in the app. */
export interface PageList<T> {
  readonly shown: readonly T[];
  readonly left: number;
}

/** The first of a list that a page holds. */
export function toPageList<T>(list: readonly T[], most: number): PageList<T> {
  return { shown: list.slice(0, most), left: Math.max(0, list.length - most) };
}

/** Words on one line, cut at whole signs with an ellipsis: line ends and a thousand letters would push the rest off the page. */
export function toPageWords(words: string, most: number): string {
  const letters = [...words.replace(/[\s\p{Cc}]+/gu, ' ').trim()];
  // Signs outside Latin letters take about two places.
  let room = most;
  let end = 0;
  while (end < letters.length && room > 0) {
    room -= /[\p{Script=Latin}\p{Nd}\p{P}\s]/u.test(letters[end] ?? '') ? 1 : 2;
    end += room >= 0 ? 1 : 0;
  }
  return end < letters.length ? `${letters.slice(0, end).join('').trimEnd()}…` : letters.join('');
}

/** One answer of a goal's check. */
export interface PageCheck {
  readonly goal: string;
  readonly measure: string;
  readonly value: number;
}

/** The first and the newest answer of a goal's measure; null where nobody answered. Checks are oldest first. */
export function toGoalEnds(checks: readonly PageCheck[], goal: string, measure: string): { readonly first: number; readonly last: number } | null {
  const own = checks.filter((one) => one.goal === goal && one.measure === measure);
  const [first, last] = [own[0], own.at(-1)];
  return first && last ? { first: first.value, last: last.value } : null;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createText, languages, type TextTable } from '../../src/core/text';
import { holdDrill } from '../../src/drills/hold/drill';
import type { AnyDrill } from '../../src/drills/types';
import { weightShiftDrill } from '../../src/drills/weight-shift/drill';

const drills: readonly AnyDrill[] = [holdDrill, weightShiftDrill];
const folder = join(import.meta.dirname, '../../src/drills');
const read = (path: string): TextTable => JSON.parse(readFileSync(join(folder, path), 'utf8'));

test.each(languages)('every parameter, choice, metric and unit of leaning and holding has its words in %s', (language) => {
  const text = createText(
    language,
    ['.', 'hold', 'weight-shift'].map((place) => read(`${place}/text.${language}.json`)),
  );
  const keys = drills.flatMap((drill) => [
    `${drill.id}.name`,
    ...Object.values(drill.params).flatMap((param) => [
      `${param.label}.label`,
      `${param.label}.help`,
      ...(param.kind === 'choice' ? param.choices.map((choice) => `${param.label}.${choice}`) : [`unit.${param.unit}.name`]),
    ]),
    ...Object.entries(drill.metrics).flatMap(([name, { unit }]) => [
      ...['label', 'help', 'source'].map((part) => `${drill.id}.metric.${name}.${part}`),
      `unit.${unit}.name`,
      `unit.${unit}.value`,
    ]),
  ]);
  expect(keys.length).toBeGreaterThan(80);
  expect(keys.filter((key) => text(key) === key)).toEqual([]);
});

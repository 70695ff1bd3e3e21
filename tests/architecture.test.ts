import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Architecture, checkArchitecture, checkNames } from './architecture/check-architecture';

/** Folders from frames to results: the same input gives the same output, in Node as in a browser. */
const PURE = ['core', 'movement', 'measures', 'drills', 'plan', 'session', 'report'];
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback'];

const rules: Architecture = {
  folders: {
    core: { values: [] },
    movement: { values: ['core'] },
    measures: { values: ['core'] },
    drills: { values: ['core', 'measures'], types: ['movement'] },
    // The contracts name a plan item's and a stored set's source (SourceKind), which movement declares: types only.
    plan: { values: ['core'], types: ['drills', 'movement'] },
    session: { values: ['core', 'movement', 'drills', 'plan'] },
    games: { values: ['core', 'drills'], types: ['session'] },
    // One check for frames and calibrations, whether they come from a file or from the database.
    store: { values: ['core', 'plan', 'movement'], types: ['session', 'drills'] },
    report: { values: ['core', 'measures', 'drills', 'plan'], types: ['session', 'store/formats'] },
    // This tablet's own copy of the app: the page's side, and the worker that answers its requests.
    offline: { values: [] },
    screens: {
      values: ['core', 'movement', 'measures', 'drills', 'plan', 'session', 'games', 'store', 'report'],
      // Play is handed to them by main.ts: they know its types only.
      types: ['play', 'offline'],
      never: /^games\/[^/]+\/scene/,
    },
    // What a child's play is built from, apart from main.ts so that the first screen comes without it.
    play: { values: ['core', 'movement', 'drills', 'plan', 'session', 'games'] },
    main: { values: ['play', 'offline', 'core', 'movement', 'measures', 'drills', 'plan', 'session', 'games', 'store', 'report', 'screens'] },
    tools: { values: ['*'] },
  },
  owners: {
    phaser: ['games'],
    'workbox-precaching': ['offline'],
    howler: ['games'],
    idb: ['store'],
    preact: ['screens'],
    uplot: ['screens'],
    qr: ['screens'],
    '@fontsource/atkinson-hyperlegible-next': ['screens'],
    valibot: ['core', 'movement', 'plan', 'session', 'store/formats'],
    i18next: ['core', 'plan', 'session', 'store/formats'],
    'fft.js': ['measures'],
    uuid: ['report'],
    fhir: ['report'],
    '@mediapipe/tasks-vision': ['movement/sources'],
    'pose-models': ['movement/sources'],
    assets: ['games', 'screens', 'main'],
    levels: ['plan', 'screens', 'main'],
  },
  bans: [
    {
      in: PURE,
      except: ['movement/sources'],
      globals: ['Date', 'Math.random', 'performance', 'crypto', ...TIMERS],
      because: 'time and randomness are passed in',
    },
    {
      in: PURE,
      except: ['movement/sources'],
      globals: ['window', 'document', 'navigator', 'localStorage', 'sessionStorage', 'indexedDB', 'fetch'],
      because: 'this folder runs in Node',
    },
    { in: ['movement/sources'], globals: ['Date', 'Math.random'], because: 'frames carry the stamp of the device' },
    { in: ['games'], globals: ['Date', 'Math.random'], because: "a scene's time and sparkle come from its stage" },
    { in: ['games'], except: ['games/kit'], globals: ['performance.now', ...TIMERS], because: "a scene's time comes from its stage" },
    { in: ['store', 'screens'], globals: ['Date', 'Math.random'], because: 'today and ids are made in main.ts and passed in' },
    { in: ['movement/sources', 'games', 'screens'], globals: ['crypto.subtle'], because: 'only the store encrypts' },
    { in: ['movement/sources', 'games', 'screens'], globals: ['indexedDB'], because: 'only the store knows the database' },
  ],
  maxLines: 300,
  maxSceneLines: 250,
  bannedWords: [
    ...[
      'exercise',
      'activity',
      'task',
      'attempt',
      'config',
      'configuration',
      'manager',
      'service',
      'handler',
      'util',
      'eventbus',
      'patient',
      'failure',
    ],
    ...['exercises', 'activities', 'tasks', 'attempts', 'configs', 'managers', 'services', 'handlers', 'utils', 'patients', 'failures', 'helpers'],
  ],
};

const project = fileURLToPath(new URL('../', import.meta.url));
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(project, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
const isTypeScript = (path: string) => /(?<!\.d)\.tsx?$/.test(path);
const readAll = (paths: readonly string[]) => paths.map((path) => ({ path, text: readFileSync(join(project, path), 'utf8') }));

test('the project keeps to its own architecture', () => {
  const files = readAll([...filesBelow('src'), ...filesBelow('tests')].filter(isTypeScript));
  expect(files.length).toBeGreaterThan(5);
  expect(checkArchitecture(files, rules)).toEqual([]);
});

test('files of every kind have names made of our words', () => {
  expect(checkNames([...filesBelow('src'), ...filesBelow('tests'), ...filesBelow('levels'), ...filesBelow('assets')], rules)).toEqual([]);
});

test('every folder of src is in the import table', () => {
  const folders = readdirSync(join(project, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).filter((name) => !Object.hasOwn(rules.folders, name))).toEqual([]);
});

const at = (path: string, text: string) => ({ path, text });

const planted: readonly (readonly [rule: string, path: string, text: string, problem: string])[] = [
  ['core imports nothing', 'src/core/a.ts', "import { b } from '../plan/b';", 'imports plan'],
  ['types count where the table lists none', 'src/core/a.ts', "import type { B } from '../plan/b';", 'imports plan'],
  ['an imported type in a type counts too', 'src/core/a.ts', "export type A = import('../plan/b').B;", 'imports plan'],
  ['a dynamic import counts too', 'src/core/a.ts', "export const a = () => import('../plan/b');", 'imports plan'],
  ['a computed import cannot be checked', 'src/core/a.ts', 'export const a = (b: string) => import(b);', 'computed path'],
  ['a re-export counts too', 'src/core/a.ts', "export const a = 1;\nexport { b } from '../plan/b';", 'a.ts:2 imports plan'],
  ['a worker counts too', 'src/core/a.ts', "export const a = () => new URL('../plan/b.ts', import.meta.url);", 'imports plan'],
  ['a Vite pattern counts too', 'src/plan/a.ts', "export const a = import.meta.glob(['../games/*/game.ts']);", 'imports games'],
  ['movement imports core only', 'src/movement/interpret/a.ts', "import { b } from '../../measures/b';", 'imports measures'],
  ['drills take only types from movement', 'src/drills/a.ts', "import { type B } from '../movement/types';", 'types only'],
  ['plan takes only types from movement', 'src/plan/a.ts', "import { b } from '../movement/filter';", 'types only'],
  ['plan takes only types from drills', 'src/plan/a.ts', "import { b } from '../drills/b';", 'types only'],
  ['a session is given its save function', 'src/session/a.ts', "import type { B } from '../store/b';", 'imports store'],
  ['games never see the plan', 'src/games/fireflies/a.ts', "import type { B } from '../../plan/b';", 'imports plan'],
  ['games never see movement', 'src/games/fireflies/a.ts', "import type { B } from '../../movement/types';", 'imports movement'],
  ['games take only types from the session', 'src/games/kit/a.ts', "import { b } from '../../session/b';", 'types only'],
  ['a game does not know another game', 'src/games/fireflies/a.ts', "import { b } from '../puffin/b';", 'imports the game puffin'],
  ['the kit does not know a game', 'src/games/kit/a.ts', "import { b } from '../fireflies/b';", 'imports the game fireflies'],
  ['the store takes only types from the session', 'src/store/a.ts', "import { b } from '../session/b';", 'types only'],
  ['a report never opens the database', 'src/report/a.ts', "import type { B } from '../store/database';", 'imports store'],
  ['a report takes only types from the formats', 'src/report/a.ts', "import { b } from '../store/formats/b';", 'types only'],
  ['screens never see a scene', 'src/screens/a.tsx', "import { b } from '../games/fireflies/scene';", 'closed to screens'],
  ['nobody imports the tools', 'src/main.ts', "import { b } from './tools/b';", 'imports tools'],
  ['a folder outside the table is refused', 'src/extras/a.ts', "import { b } from '../core/b';", 'no folder of the table'],
  ['phaser belongs to games', 'src/screens/a.ts', "import Phaser from 'phaser';", 'imports phaser'],
  ['howler belongs to games', 'src/session/a.ts', "import { Howl } from 'howler';", 'imports howler'],
  ['idb belongs to the store', 'src/main.ts', "import { openDB } from 'idb';", 'imports idb'],
  ['preact belongs to screens', 'src/main.ts', "import { render } from 'preact';", 'imports preact'],
  ['preact/hooks is preact', 'src/games/kit/a.ts', "import { useState } from 'preact/hooks';", 'imports preact'],
  ['uplot belongs to screens', 'src/report/a.ts', "import uPlot from 'uplot';", 'imports uplot'],
  ['valibot stays out of drills', 'src/drills/a.ts', "import * as v from 'valibot';", 'imports valibot'],
  ['valibot in the store is for formats', 'src/store/a.ts', "import * as v from 'valibot';", 'imports valibot'],
  ['fft.js belongs to measures', 'src/drills/a.ts', "import FFT from 'fft.js';", 'imports fft.js'],
  ['Node belongs to the tools', 'src/core/a.ts', "import { readFileSync } from 'node:fs';", 'gives to nobody'],
  ['levels stay out of drills', 'src/drills/a.ts', "import b from '../../levels/fireflies/01-a.json';", 'imports levels'],
  ['no date in core', 'src/core/a.ts', 'export const a = () => new Date();', 'uses Date'],
  ['no date by another way', 'src/plan/a.ts', 'export const a = () => globalThis.Date.now();', 'uses Date'],
  ['no hidden chance in drills', 'src/drills/a.ts', 'export const a = () => Math.random();', 'uses Math.random'],
  ['no hidden chance by destructuring', 'src/drills/a.ts', 'const { random } = Math;\nexport const a = random;', 'uses Math.random'],
  ['no hidden chance in quotes', 'src/report/a.ts', "export const a = () => Math['random']();", 'uses Math.random'],
  ['no browser clock in a session', 'src/session/a.ts', 'export const a = () => performance.now();', 'uses performance:'],
  ['no timer in an interpreter', 'src/movement/interpret/a.ts', 'export const a = () => setTimeout(() => {}, 5);', 'uses setTimeout'],
  ['no interval in measures', 'src/measures/a.ts', 'export const a = setInterval;', 'uses setInterval'],
  ['no frame timer in drills', 'src/drills/a.ts', 'export const a = () => requestAnimationFrame(() => {});', 'uses requestAnimationFrame'],
  ['no browser in drills', 'src/drills/a.ts', 'export const a = () => document.title;', 'uses document'],
  ['no timer in a scene', 'src/games/fireflies/scene.ts', 'export const a = () => setTimeout(() => {}, 5);', 'uses setTimeout'],
  ['no hidden chance in a scene', 'src/games/fireflies/scene.ts', 'export const a = () => Math.random();', 'uses Math.random'],
  ['no date on a screen', 'src/screens/a.tsx', 'export const A = () => <p>{new Date().toISOString()}</p>;', 'uses Date'],
  ['only the store encrypts', 'src/screens/a.ts', 'export const a = () => crypto.subtle.exportKey;', 'uses crypto.subtle'],
  ['no barrel files', 'src/core/all.ts', "export * from './b';\nexport { c } from './c';", 'barrel file'],
  ['no index files', 'src/core/index.ts', 'export const a = 1;', 'barrel file'],
  ['no default exports', 'src/core/a.ts', 'export default function a() {}', 'default export'],
  ['no default exports by name', 'src/core/a.ts', 'const a = 1;\nexport { a as default };', 'default export'],
  ['no enums', 'src/core/a.ts', 'export enum Side { left, right }', 'enum Side'],
  ['no long files', 'src/core/a.ts', 'export const a = [\n'.concat('  1,\n'.repeat(300), '];'), '302 lines'],
  ['no long scenes', 'src/games/fireflies/scene.ts', 'export const a = [\n'.concat('  1,\n'.repeat(250), '];'), '252 lines'],
  ['no banned word in a file name', 'src/core/event-handler.ts', 'export const a = 1;', '"handler"'],
  ['no banned word in a folder name', 'tests/utils/a.ts', 'export const a = 1;', '"utils"'],
  ['no banned word in an exported name', 'src/core/a.ts', 'export class GameManager {}', '"manager"'],
  ['no camel case in a file name', 'src/core/gameClock.ts', 'export const a = 1;', 'kebab-case'],
];

test.each(planted)('%s', (_rule, path, text, problem) => {
  const problems = checkArchitecture([at(path, text)], rules);
  expect(problems, text).toEqual([expect.stringContaining(problem)]);
});

test('files may not import each other in a ring, not even for types', () => {
  const ring = [
    at('src/core/a.ts', "import { b } from './b';\nexport const a = b;"),
    at('src/core/b.ts', "import { c } from './c';\nexport const b = c;"),
    at('src/core/c.ts', "import type { a } from './a';\nexport const c = 1 as unknown as typeof a;"),
  ];
  expect(checkArchitecture(ring, rules)).toEqual(['import cycle: src/core/a.ts -> src/core/b.ts -> src/core/c.ts -> src/core/a.ts']);
});

const allowed: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['comments and strings call nothing', 'src/core/a.ts', '// new Date()\n/* Math.random() */\nexport const a = "setTimeout(" + `new Date()`;'],
  ['a property of that name is no global', 'src/core/a.ts', 'export const a = (row: { Date: string }) => ({ Date: row.Date, performance: 1 });'],
  ['a name of our own is no global', 'src/plan/a.ts', 'export const a = (document: { title: string }) => document.title;'],
  ['a type runs nothing', 'src/core/a.ts', 'export const a = (at: Date): typeof Math.random => at as never;'],
  ['Intl is deterministic once it is given an instant', 'src/report/a.ts', "export const a = new Intl.DateTimeFormat('en').format(0);"],
  ['drills take types from movement', 'src/drills/a.ts', "import type { B } from '../movement/types';\nexport type A = B;"],
  ['a game uses its kit and itself', 'src/games/fireflies/a.ts', "import { b } from '../kit/b';\nimport { c } from './c';\nexport const a = [b, c];"],
  ['the kit finds games by pattern', 'src/games/kit/a.ts', "export const a = import.meta.glob('../*/game.ts');"],
  [
    'tools import anything',
    'src/tools/a.ts',
    "import { b } from 'node:fs';\nimport { c } from '../games/fireflies/scene';\nexport const a = [b, c, Date.now()];",
  ],
  ['main.ts makes the real clock', 'src/main.ts', "import { b } from './screens/b';\nexport const a = [b, () => performance.now(), new Date()];"],
];

test.each(allowed)('%s', (_rule, path, text) => {
  expect(checkArchitecture([at(path, text)], rules)).toEqual([]);
});

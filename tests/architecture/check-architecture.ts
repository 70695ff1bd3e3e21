import { posix } from 'node:path';
import { type Import, readSource, type SourceFacts } from './read-source';

/** A file of the project: its path from the project's folder with `/`, and what it holds. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What one folder of src may import: `values` freely, `types` by `import type` only; `*` is everything. Paths start below src. */
export interface FolderRule {
  readonly values: readonly string[];
  readonly types?: readonly string[];
  /** Paths below src that stay closed although `values` opens their folder. */
  readonly never?: RegExp;
}

/** The rules as data; `architecture.test.ts` holds ours. Places are paths below src. */
export interface Architecture {
  readonly folders: Readonly<Record<string, FolderRule>>;
  /** Package or data folder outside src -> places that may import it. Folders with `values: ['*']` may import all. */
  readonly owners: Readonly<Record<string, readonly string[]>>;
  /** Globals that may not be used in these places. */
  readonly bans: readonly {
    readonly in: readonly string[];
    readonly except?: readonly string[];
    readonly globals: readonly string[];
    readonly because: string;
  }[];
  readonly maxLines: number;
  readonly maxSceneLines: number;
  /** Words that no file or exported name may contain, in lower case. */
  readonly bannedWords: readonly string[];
}

const isIn = (path: string, places: readonly string[]) =>
  places.some((place) => path === place || path.startsWith(`${place}/`) || path === `${place}.ts`);
const wordsOf = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);

/** The folder of the table that a path below src belongs to: `games`, `main` for src/main.ts. */
const folderOf = (path: string) => (path.split('/')[0] ?? '').replace(/\.tsx?$/, '');
/** The game that a path below src belongs to; undefined outside games. */
const gameOf = (path: string) => /^games\/([^/]+)\//.exec(path)?.[1];
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Path from the project's folder that a specifier means, up to the first wildcard; undefined for a package. */
function targetOf(from: string, specifier: string): string | undefined {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('/')) return bare.slice(1);
  return bare.startsWith('.') ? posix.join(posix.dirname(from), bare) : undefined;
}

function checkImport(from: string, { specifier, kind }: Import, rules: Architecture): string | undefined {
  const place = from.replace(/^src\//, '');
  const rule = rules.folders[folderOf(place)];
  if (!rule) return `${folderOf(place)} is no folder of the table`;
  if (rule.values.includes('*')) return undefined;
  if (specifier === '(computed)') return 'imports a computed path, which nobody can check';
  const target = targetOf(from, specifier);
  const owner = target === undefined ? packageOf(specifier) : folderOf(target);
  if (target === undefined || !target.startsWith('src/')) {
    const owners = rules.owners[owner];
    if (!owners) return `imports ${specifier}, which the table gives to nobody`;
    return isIn(place.replace(/\.tsx?$/, ''), owners) ? undefined : `imports ${owner}, which belongs to ${owners.join(', ')}`;
  }
  const below = target.slice('src/'.length);
  if (rule.never?.test(below)) return `imports ${specifier}, which is closed to ${folderOf(place)}`;
  if (folderOf(below) === folderOf(place)) {
    const [own, other] = [gameOf(place), gameOf(below)];
    const isShared = other === undefined || other === 'kit' || other.includes('*');
    return isShared || own === other ? undefined : `imports the game ${other}; a game knows only itself and kit`;
  }
  if (isIn(below, rule.values)) return undefined;
  if (!isIn(below, rule.types ?? [])) return `imports ${folderOf(below)}, which the table does not list for ${folderOf(place)}`;
  return kind === 'types' ? undefined : `may import types only from ${folderOf(below)} (write \`import type\`)`;
}

function checkFile({ path, text }: SourceFile, facts: SourceFacts, rules: Architecture): readonly string[] {
  const place = path.replace(/^src\//, '');
  const problems: string[] = [];
  if (path.startsWith('src/')) {
    for (const each of facts.imports) {
      const problem = checkImport(path, each, rules);
      if (problem) problems.push(`${path}:${each.line} ${problem}`);
    }
    for (const ban of rules.bans.filter((each) => isIn(place, each.in) && !isIn(place, each.except ?? []))) {
      for (const { name, line } of facts.globals) {
        if (ban.globals.includes(name)) problems.push(`${path}:${line} uses ${name}: ${ban.because}`);
      }
    }
    if (facts.onlyReexports || /(^|\/)index\.tsx?$/.test(place)) problems.push(`${path} is a barrel file: import from where things are`);
    for (const name of facts.exportedNames) {
      const word = wordsOf(name).find((each) => rules.bannedWords.includes(each));
      if (word) problems.push(`${path} exports ${name}: "${word}" is not one of our words`);
    }
  }
  if (facts.hasDefaultExport && !/\.config\.ts$/.test(path)) problems.push(`${path} has a default export: name it`);
  for (const name of facts.enums) problems.push(`${path} has the enum ${name}: use a union of strings`);
  const lines = text.trimEnd().split('\n').length;
  const limit = /^src\/games\/[^/]+\/scene/.test(path) ? rules.maxSceneLines : rules.maxLines;
  if (lines >= limit) problems.push(`${path} has ${lines} lines; it must stay under ${limit}`);
  return problems;
}

/** Problems in the names of files of any kind: words we do not use, and names that are not kebab-case. */
export function checkNames(paths: readonly string[], rules: Architecture): readonly string[] {
  return paths.flatMap((path) => {
    const problems: string[] = [];
    const isToolsOwn = /\.config\.ts$/.test(path);
    const word = wordsOf(path).find((each) => rules.bannedWords.includes(each) && !isToolsOwn);
    if (word) problems.push(`${path}: "${word}" is not one of our words`);
    if (path.startsWith('src/') && /\.([tj]sx?|mjs)$/.test(path) && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(posix.basename(path))) {
      problems.push(`${path}: file names are kebab-case`);
    }
    return problems;
  });
}

function resolveFile(target: string, known: ReadonlySet<string>): string | undefined {
  return [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((path) => known.has(path));
}

/** One problem for each ring of files that import each other, types included: such files are one thing cut in two. */
function checkCycles(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const problems: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) problems.push(`import cycle: ${[...trail.slice(start), path].join(' -> ')}`);
    if (start >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return problems;
}

/** Every way in which these TypeScript files break the rules, one line each; empty when all is well. Pure. */
export function checkArchitecture(files: readonly SourceFile[], rules: Architecture): readonly string[] {
  const read = files.map((file) => ({ file, facts: readSource(file.path, file.text) }));
  const known = new Set(files.map((file) => file.path));
  const graph = new Map(
    read.map(({ file, facts }) => [
      file.path,
      facts.imports
        .filter((each) => each.kind === 'value' || each.kind === 'types')
        .flatMap((each) => resolveFile(targetOf(file.path, each.specifier) ?? '', known) ?? []),
    ]),
  );
  return [...read.flatMap(({ file, facts }) => checkFile(file, facts, rules)), ...checkNames([...known], rules), ...checkCycles(graph)];
}

import { parseSync } from 'vite';

/** One import of a file. `types`: vanishes when compiled; `glob`: a Vite pattern; `later`: a dynamic import or a worker. */
export interface Import {
  readonly specifier: string;
  readonly kind: 'value' | 'types' | 'glob' | 'later';
  readonly line: number;
}

/** What the architecture rules look at in a file. `globals` are names the file uses without declaring them: `Date`, `Math.random`. */
export interface SourceFacts {
  readonly imports: readonly Import[];
  readonly globals: readonly { readonly name: string; readonly line: number }[];
  readonly hasDefaultExport: boolean;
  readonly onlyReexports: boolean;
  readonly exportedNames: readonly string[];
  readonly enums: readonly string[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
const childrenOf = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []);
const textOf = (node: unknown): string | undefined => (isNode(node) && typeof node.value === 'string' ? node.value : undefined);
const nameOf = (node: unknown): string | undefined => (isNode(node) && typeof node.name === 'string' ? node.name : undefined);

/** TypeScript nodes that hold an expression; all others are types and run nothing. */
const EXPRESSIONS_IN_TYPESCRIPT = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSInstantiationExpression',
  'TSTypeAssertion',
  'TSParameterProperty',
  'TSExportAssignment',
]);
const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'self']);

/** Name of a plain member, `a.b` or `a['b']`. */
const memberOf = (node: Node): string | undefined => (node.computed ? textOf(node.property) : nameOf(node.property));

/** `Math.random` for such an expression; `globalThis.` in front is left out. Undefined for anything else. */
function dottedName(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Identifier') return nameOf(node);
  if (node.type !== 'MemberExpression') return undefined;
  const object = dottedName(node.object);
  const member = memberOf(node);
  if (!object || !member) return undefined;
  return GLOBAL_OBJECTS.has(object) ? member : `${object}.${member}`;
}

/** Names that a pattern binds: `a`, `{ a, b: [c] }`, `a = 1`, `...a`. */
function boundNames(pattern: Node): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [String(pattern.name)];
    case 'ObjectPattern':
      return childrenOf(pattern.properties).flatMap((property) => childrenOf(property.value ?? property.argument).flatMap(boundNames));
    case 'ArrayPattern':
      return childrenOf(pattern.elements).flatMap(boundNames);
    case 'AssignmentPattern':
      return childrenOf(pattern.left).flatMap(boundNames);
    case 'RestElement':
      return childrenOf(pattern.argument).flatMap(boundNames);
    default:
      return [];
  }
}

function importOf(node: Node): Omit<Import, 'line'> | undefined {
  const specifier = textOf(node.source);
  switch (node.type) {
    case 'ImportDeclaration':
      return specifier === undefined ? undefined : { specifier, kind: node.importKind === 'type' ? 'types' : 'value' };
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return specifier === undefined ? undefined : { specifier, kind: node.exportKind === 'type' ? 'types' : 'value' };
    case 'ImportExpression':
      return { specifier: specifier ?? '(computed)', kind: 'later' };
    case 'TSImportType':
      return { specifier: specifier ?? '(computed)', kind: 'types' };
    case 'NewExpression': {
      const [target, base] = childrenOf(node.arguments);
      const path = textOf(target);
      const isModuleUrl = dottedName(node.callee) === 'URL' && base?.type === 'MemberExpression' && nameOf(base.property) === 'url';
      return isModuleUrl && path !== undefined ? { specifier: path, kind: 'later' } : undefined;
    }
    default:
      return undefined;
  }
}

/** Patterns of `import.meta.glob('a')` or `import.meta.glob(['a', '!b'])`, without those that only exclude. */
function globPatterns(node: Node): readonly string[] {
  if (node.type !== 'CallExpression' || !isNode(node.callee) || node.callee.type !== 'MemberExpression') return [];
  const { object } = node.callee;
  if (!isNode(object) || object.type !== 'MetaProperty' || memberOf(node.callee) !== 'glob') return [];
  const [first] = childrenOf(node.arguments);
  const patterns = first?.type === 'ArrayExpression' ? childrenOf(first.elements) : first ? [first] : [];
  return patterns.map((pattern) => textOf(pattern) ?? '(computed)').filter((pattern) => !pattern.startsWith('!'));
}

/** Reads the facts of one TypeScript file from its syntax tree, so comments and strings count for nothing. Throws on a syntax error. */
export function readSource(path: string, text: string): SourceFacts {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const imports: Import[] = [];
  const used: { name: string; line: number }[] = [];
  const declared = new Set<string>();
  const exportedNames: string[] = [];
  const enums: string[] = [];
  let hasDefaultExport = false;

  const declare = (patterns: unknown) => {
    for (const pattern of childrenOf(patterns)) for (const name of boundNames(pattern)) declared.add(name);
  };
  const use = (name: string | undefined, node: Node) => {
    if (name) used.push({ name, line: lineOf(node.start) });
  };
  const visit = (node: Node, inType: boolean) => {
    const found = importOf(node);
    if (found) imports.push({ ...found, line: lineOf(node.start) });
    for (const specifier of globPatterns(node)) imports.push({ specifier, kind: 'glob', line: lineOf(node.start) });
    if (node.type === 'ExportDefaultDeclaration') hasDefaultExport = true;
    if (node.type === 'TSEnumDeclaration') enums.push(nameOf(node.id) ?? '');
    if (node.type === 'ExportNamedDeclaration') {
      for (const made of childrenOf(node.declaration))
        exportedNames.push(...childrenOf(made.declarations ?? made).flatMap((each) => nameOf(each.id) ?? []));
      for (const each of childrenOf(node.specifiers)) {
        const name = nameOf(each.exported);
        if (name === 'default') hasDefaultExport = true;
        else if (name) exportedNames.push(name);
      }
    }
    if (node.type === 'VariableDeclarator' || /^(Function|Class)(Declaration|Expression)$/.test(node.type)) declare(node.id);
    if (/^(Function|ArrowFunction)/.test(node.type)) declare(node.params);
    if (node.type === 'CatchClause') declare(node.param);
    if (/^Import(Default|Namespace)?Specifier$/.test(node.type)) declare(node.local);
    if (node.type === 'VariableDeclarator' && isNode(node.id) && node.id.type === 'ObjectPattern' && !inType) {
      const object = dottedName(node.init);
      for (const property of childrenOf(node.id.properties)) {
        const key = nameOf(property.key);
        if (object && key) use(GLOBAL_OBJECTS.has(object) ? key : `${object}.${key}`, property);
      }
    }
    if (!inType && node.type === 'MemberExpression') use(dottedName(node), node);
    if (!inType && node.type === 'Identifier') use(nameOf(node), node);

    const typeNow = inType || (node.type.startsWith('TS') && !EXPRESSIONS_IN_TYPESCRIPT.has(node.type) && node.type !== 'TSEnumDeclaration');
    for (const [key, value] of Object.entries(node)) {
      // A member's or a property's name is no use of a global: `row.Date`, `{ Date: 1 }`.
      if ((key === 'property' || key === 'key') && !node.computed) continue;
      if ((key === 'local' || key === 'exported' || key === 'imported') && /Specifier$/.test(node.type)) continue;
      for (const child of childrenOf(value)) visit(child, typeNow);
    }
  };
  for (const node of childrenOf(program.body)) visit(node, false);

  const body = childrenOf(program.body);
  const isReexport = (node: Node) => node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && !node.declaration);
  const isOwn = (name: string) => declared.has(name.split('.')[0] ?? name);
  return {
    imports,
    globals: used.filter((each) => !isOwn(each.name)),
    hasDefaultExport,
    onlyReexports: body.some(isReexport) && body.every((node) => isReexport(node) || node.type === 'ImportDeclaration'),
    exportedNames,
    enums,
  };
}

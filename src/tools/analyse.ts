import { resolve } from 'node:path';
import type { AnalysisKind } from './analyse/analysis';
import { pose } from './analyse/pose';
import { reach } from './analyse/reach';
import { recording } from './analyse/recording';
import { sway } from './analyse/sway';
import { walk } from './analyse/walk';

const kinds: Readonly<Record<string, AnalysisKind>> = {
  pose,
  reach,
  recording,
  sway,
  walk,
};

/** Where the tool writes: one line a call, without its line end. */
export interface Output {
  line(text: string): void;
  error(text: string): void;
}

const terminal: Output = {
  line: (text) => void process.stdout.write(`${text}\n`),
  error: (text) => void process.stderr.write(`${text}\n`),
};

/**
 * `analyse <kind> FILE…`: prints a line of JSON for each file, and one line on standard error for each that is refused; the others
 * are still done. Returns the exit status: 0, or 2 when a file was refused or the arguments make no sense.
 */
export async function main(args: readonly string[], output: Output = terminal): Promise<number> {
  const [name = '', ...typed] = args;
  const named = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  const chosen = named?.choose && typed.length > 0 ? named.choose(typed) : { kind: named, files: typed };
  if ('wrong' in chosen || chosen.kind === undefined || chosen.files.length === 0) {
    const unknown = named === undefined && name !== '' ? `analyse: there is no kind ${JSON.stringify(name)}\n` : '';
    output.error(`${'wrong' in chosen ? `analyse ${name}: ${chosen.wrong}\n` : unknown}${describeUsage()}`);
    return 2;
  }
  const { kind, files } = chosen;
  let status = 0;
  for (const file of files) {
    const shown = toOneLine(file);
    const analysis = await kind.analyse(resolve(startFolder(), file), file);
    if ('problem' in analysis) {
      status = 2;
      output.error(`${shown}: ${toOneLine(analysis.problem)}`);
      continue;
    }
    for (const note of analysis.notes) output.error(`${shown}: ${toOneLine(note)}`);
    for (const line of analysis.lines) output.line(JSON.stringify(line));
  }
  return status;
}

function describeUsage(): string {
  const lines = Object.entries(kinds).map(([name, { about }]) => `  ${name}  ${about}`);
  return ['usage: npm run --silent analyse -- KIND FILE…', ...lines].join('\n');
}

/** npm runs scripts in the project's folder and leaves in INIT_CWD where the person who typed the file names stands. */
function startFolder(): string {
  const typedIn = process.env.npm_lifecycle_event === 'analyse' ? process.env.INIT_CWD : undefined;
  return typedIn ?? process.cwd();
}

function toOneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a file name may hold line ends, and a refused file has exactly one line.
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ');
}

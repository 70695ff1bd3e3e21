import { type Figure, meetsTarget, type Part } from './figure';

const width = 100;
const columns = { name: 62, value: 10, unit: 7, target: 9 };

/** Prints a part: its title and how it measured, then a line a figure with its value, unit, target and whether it is kept. */
export function printPart({ title, how, figures }: Part): void {
  console.log(`\n${wrap(`${title}: ${how}`).join('\n  ')}`);
  for (const figure of figures) console.log(`  ${toLine(figure)}`);
}

/** One figure in a line of at most 100 characters. */
export function toLine(figure: Figure): string {
  const { target } = figure;
  const wanted = !target ? '' : 'atLeast' in target ? `>= ${target.atLeast}` : `<= ${target.atMost}`;
  const kept = meetsTarget(figure);
  const verdict = kept === null ? '' : kept ? 'ok' : 'over';
  const cells = [
    figure.name.padEnd(columns.name),
    show(figure.value).padStart(columns.value),
    figure.unit.padEnd(columns.unit),
    wanted.padEnd(columns.target),
  ];
  return `${cells.join(' ')}${verdict}`.trimEnd();
}

function show(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= width - 2) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

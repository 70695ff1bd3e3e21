import { createReadStream } from 'node:fs';

/** A column of a table of numbers: its name in the header, and what a value must be besides a number (null when it is right). */
export interface Column {
  readonly name: string;
  readonly check?: (value: number) => string | null;
}

// No table of ours has longer rows; without a limit a binary file without line ends would be read into one string.
const mostRowCharacters = 10_000;
// Beyond any clock in ms or screen in px; larger numbers overflow in the formulas instead of measuring anything.
const largestNumber = 1e13;
const decimalNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads a CSV of numbers with exactly these columns, giving each row's values and its number (the header is row 1) as it comes, so
 * that size is no matter. Returns the first problem, naming row and column, or null; `onRow` may return a problem of its own.
 */
export async function readTable(
  path: string,
  columns: readonly Column[],
  onRow: (values: readonly number[], row: number) => string | null,
): Promise<string | null> {
  const takeLine = createLineTaker(columns, onRow);
  // Bytes that are no text become U+FFFD, so that they can be named by row and column instead of stopping the reader anywhere.
  const decoder = new TextDecoder('utf-8');
  const stream = createReadStream(path);
  let rest = '';
  let row = 0;
  try {
    for await (const chunk of stream) {
      const lines = (rest + decoder.decode(toBytes(chunk), { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        row += 1;
        const problem = takeLine(line, row);
        if (problem) return problem;
      }
      if (rest.length > mostRowCharacters) return takeLine(rest, row + 1);
    }
    rest += decoder.decode();
  } catch (error) {
    return describeReadError(error);
  } finally {
    stream.destroy();
  }
  const problem = rest === '' ? null : takeLine(rest, row + 1);
  if (problem) return problem;
  return row === 0 && rest === '' ? takeLine('', 1) : null;
}

function toBytes(chunk: unknown): Uint8Array {
  return chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk));
}

function createLineTaker(
  columns: readonly Column[],
  onRow: (values: readonly number[], row: number) => string | null,
): (line: string, row: number) => string | null {
  const firstName = columns[0]?.name ?? 1;
  let blankRow = 0;
  return (line, row) => {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    const foreign = text.search(/[\0\ufffd]/);
    if (foreign >= 0) {
      const index = text.slice(0, foreign).split(',').length - 1;
      return `row ${row}, column ${columns[index]?.name ?? index + 1}: not text (a binary file, or not UTF-8)`;
    }
    if (text.length > mostRowCharacters) return `row ${row}, column ${firstName}: more than ${mostRowCharacters} characters without a line end`;
    if (row === 1) return checkHeader(text, columns);
    // Empty lines at the end are what editors leave; between rows one means that something is missing.
    if (text.trim() === '') {
      blankRow ||= row;
      return null;
    }
    if (blankRow > 0) return `row ${blankRow}, column ${firstName}: the row is blank`;
    const values: number[] = [];
    const cells = splitCells(text);
    for (const [i, column] of columns.entries()) {
      const cell = cells[i];
      const value = cell === undefined ? 'the cell is missing' : parseCell(cell, column);
      if (typeof value === 'string') return `row ${row}, column ${column.name}: ${value}`;
      values.push(value);
    }
    const extra = cells[columns.length];
    if (extra !== undefined)
      return `row ${row}, column ${columns.length + 1}: ${quote(extra)} is one cell too many (the header has ${columns.length})`;
    return onRow(values, row);
  };
}

function checkHeader(text: string, columns: readonly Column[]): string | null {
  if (text.trim() === '') return `row 1, column ${columns[0]?.name ?? 1}: the file is empty or begins with a blank row`;
  const names = splitCells(text);
  const wanted = columns.map((column) => column.name);
  const right = `the columns are ${wanted.join(',')}`;
  const missing = wanted.find((name) => !names.includes(name));
  if (missing !== undefined) return `row 1, column ${missing}: not in the header (${right})`;
  const extra = names.findIndex((name, i) => !wanted.includes(name) || names.indexOf(name) < i);
  if (extra >= 0) return `row 1, column ${extra + 1}: ${quote(names[extra] ?? '')} does not belong (${right})`;
  const moved = wanted.findIndex((name, i) => names[i] !== name);
  if (moved >= 0) return `row 1, column ${moved + 1}: ${quote(names[moved] ?? '')} where ${quote(wanted[moved] ?? '')} should be (${right})`;
  return null;
}

/** Spreadsheets may put quotes around a cell; there is no comma or quote inside a number to protect, so nothing more is read into them. */
function splitCells(text: string): string[] {
  return text.split(',').map((cell) => {
    const trimmed = cell.trim();
    return trimmed.length >= 2 && trimmed.startsWith('"') && trimmed.endsWith('"') ? trimmed.slice(1, -1).trim() : trimmed;
  });
}

function parseCell(cell: string, column: Column): number | string {
  if (cell === '') return 'the cell is blank';
  if (!decimalNumber.test(cell)) return `${quote(cell)} is not a number`;
  const value = Number(cell);
  if (Math.abs(value) > largestNumber) return `${quote(cell)} is too large`;
  return column.check?.(value) ?? value;
}

/** Text from a file, safe to print on one line. */
function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

/** Why a file cannot be read, in words without a number of the system's. */
export function describeReadError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file';
  if (code === 'EISDIR') return 'this is a folder, not a file';
  if (code === 'EACCES' || code === 'EPERM') return 'this file may not be read';
  return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
}

import { createReadStream } from 'node:fs';
import { describeReadError } from './read-table';

/** A line of a recording has some thousand characters; without a limit a file without line ends would be read into one string. */
const mostLineCharacters = 1_000_000;

/**
 * Gives each line of a text file with its number (from 1) as it comes, so that the file's size is no matter; blank lines at the end are what
 * editors leave. Returns the first problem, naming the line, or null; `onLine` may return a problem of its own. An empty file has one empty line.
 */
export async function readLines(path: string, onLine: (text: string, line: number) => string | null): Promise<string | null> {
  const decoder = new TextDecoder('utf-8');
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
  let rest = '';
  let line = 0;
  let blankLine = 0;

  function take(text: string): string | null {
    line += 1;
    const foreign = text.search(/[\0\ufffd]/);
    if (foreign >= 0) return `line ${line}, whole: not text (a binary file, or not UTF-8)`;
    if (text.length > mostLineCharacters) return `line ${line}, whole: more than ${mostLineCharacters} characters without a line end`;
    if (text.trim() === '') {
      blankLine ||= line;
      return null;
    }
    if (blankLine > 0) return onLine('', blankLine);
    return onLine(text.endsWith('\r') ? text.slice(0, -1) : text, line);
  }

  try {
    for await (const chunk of stream) {
      const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) {
        const problem = take(text);
        if (problem) return problem;
      }
      if (rest.length > mostLineCharacters) return take(rest);
    }
    rest += decoder.decode();
  } catch (error) {
    return describeReadError(error);
  } finally {
    stream.destroy();
  }
  const problem = rest === '' ? null : take(rest);
  if (problem) return problem;
  return line === 0 || blankLine === 1 ? onLine('', 1) : null;
}

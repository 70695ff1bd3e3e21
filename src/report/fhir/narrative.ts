import type { Narrative } from 'fhir/r4';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that somebody typed as FHIR takes it: no control signs but line ends and tabs, no half letters; null where nothing is left. */
export function toPlainWords(words: string): string | null {
  const plain = words
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .replace(/\p{Cs}|[\ufffe\uffff]/gu, '\ufffd')
    .trim();
  return plain === '' ? null : plain;
}

/** Lines as what a person reads of a resource; every sign of theirs is text, never markup. */
export function toNarrative(language: string, lines: readonly string[]): Narrative {
  const paragraphs = lines.flatMap((line) => {
    const plain = toPlainWords(line);
    return plain === null ? [] : [`<p>${plain.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)}</p>`];
  });
  const body = paragraphs.length > 0 ? paragraphs.join('') : '<p>–</p>';
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml" lang="${language}" xml:lang="${language}">${body}</div>` };
}

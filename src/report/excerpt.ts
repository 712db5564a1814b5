/** Numbered source lines for people. */
import type { Position } from '../model/index.ts';

export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
}

const longest = 12;

/** Lines `from` to `to` (1-based, inclusive); the middle of a long run is left out and shown as number 0, `…`. */
export function excerpt(source: string, from: number, to: number): ExcerptLine[] {
  const lines = source
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .slice(from - 1, to)
    .map((text, i) => ({ number: from + i, text: text.replaceAll('\t', ' ') }));
  if (lines.length <= longest) return lines;
  const tail = 3;
  return [...lines.slice(0, longest - tail), { number: 0, text: '…' }, ...lines.slice(-tail)];
}

/** The lines with their numbers, each behind `indent` spaces; common leading space is cut. */
export function formatExcerpt(lines: readonly ExcerptLine[], indent: number): string {
  const pad = ' '.repeat(indent);
  const shared = Math.min(
    ...lines.filter(({ text, number }) => number > 0 && text.trim()).map(({ text }) => leadingSpace(text)),
  );
  const width = String(Math.max(...lines.map(({ number }) => number))).length;
  return lines
    .map(({ number, text }) => {
      const label = number > 0 ? String(number).padStart(width) : ' '.repeat(width);
      const code = number > 0 && Number.isFinite(shared) ? text.slice(shared) : text;
      return `${pad}${label} | ${code}`.trimEnd();
    })
    .join('\n');
}

/** One line with the place of interest underlined: `length` characters from `column` (1-based), as far as the line goes. */
export function formatMarkedLine(source: string, place: Position, length: number, indent: number): string {
  const [line] = excerpt(source, place.line, place.line);
  if (line === undefined) return '';
  const cut = leadingSpace(line.text);
  const start = Math.max(0, place.column - 1 - cut);
  const marks = '^'.repeat(Math.max(1, Math.min(length, line.text.length - cut - start)));
  const gutter = ' '.repeat(indent + String(place.line).length);
  return `${formatExcerpt([line], indent)}\n${gutter} | ${' '.repeat(start)}${marks}`;
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}

/** Whole lines, and where they end. */
import type { Range, SourceUnit } from '../../src/model/index.ts';

/** What goes with the statement at `range`: its line, where it has that to itself. A comment behind it stays. */
export function removalOf(unit: SourceUnit, range: Range): Range {
  const { text } = unit;
  const before = /[ \t]*$/.exec(text.slice(0, range[0]))?.[0].length ?? 0;
  const isLineStart = range[0] === before || text[range[0] - before - 1] === '\n';
  const after = /^[ \t]*\r?\n/.exec(text.slice(range[1]))?.[0].length ?? 0;
  if (isLineStart && after > 0) return [range[0] - before, range[1] + after];
  const gap = /^[ \t]+/.exec(text.slice(range[1]))?.[0].length ?? 0;
  return [range[0], range[1] + gap];
}

/** Whether a line without a semicolon would take in what follows it, comments apart. */
export function goesOn(following: string): boolean {
  const code = following.replace(/^(?:\s|\/\/.*|\/\*[^]*?\*\/)+/, '');
  return /^[([`+*/,.<-]/.test(code);
}

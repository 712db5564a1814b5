/** Lines and indentation, for suggestions that move statements. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Range } from '../../src/model/index.ts';
import type { SourceCode } from './modules.ts';

/** A statement's range with the line that it has to itself, or with the blanks after it. */
export function lineOf({ text }: SourceCode, { range: [start, end] }: TSESTree.Node): Range {
  const before = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, start))?.[1];
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end))?.[0];
  if (before !== undefined && after !== undefined) return [start - before.length, end + after.length];
  return [start, end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0)];
}

/** The line break and indentation (or the blank) that stand before a statement. */
export function indentOf({ text }: SourceCode, statement: TSESTree.Node | undefined): string {
  const before = statement ? /\r?\n[ \t]*$/.exec(text.slice(0, statement.range[0])) : null;
  return before?.[0] ?? ' ';
}

/** The text with every line after the first one step further in; left alone where a template literal could span lines. */
export function indented(text: string, step: string): string {
  return text.includes('`') ? text : text.replace(/\n(?=[^\r\n])/g, `\n${step}`);
}

/** One step of indentation, as the file has it. */
export function stepOf({ text }: SourceCode): string {
  return /^(\t| {2,8})\S/m.exec(text)?.[1] ?? '  ';
}

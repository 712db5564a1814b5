/** Lines and indentation, for edits that move statements. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Range } from '../../model/index.ts';
import type { SourceCode } from './modules.ts';
import { walk } from './walk.ts';

/** A statement's range with the line that it has to itself, or with the blanks after it. */
export function lineOf({ text }: SourceCode, { range: [start, end] }: { readonly range: Range }): Range {
  const before = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, start))?.[1];
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end))?.[0];
  if (before !== undefined && after !== undefined) return [start - before.length, end + after.length];
  return [start, end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0)];
}

/** A statement with the comments that stand directly above it or behind it on its line. */
export function withComments({ ast, text }: SourceCode, { range }: TSESTree.Node): Range {
  let [start, end] = range;
  for (const comment of ast.comments.toReversed()) {
    const isAbove =
      comment.range[1] <= start && /^[ \t]*\r?\n[ \t]*$/.test(text.slice(comment.range[1], start));
    if (isAbove && /(?:^|\n)[ \t]*$/.test(text.slice(0, comment.range[0]))) [start] = comment.range;
    const isBehind = comment.range[0] >= end && /^[ \t]*$/.test(text.slice(end, comment.range[0]));
    if (isBehind && /^[ \t]*(?:\r?\n|$)/.test(text.slice(comment.range[1]))) [, end] = comment.range;
  }
  return [start, end];
}

/** A range with its lines, and with the blank line above where no code follows on the next. */
export function linesOf(code: SourceCode, range: Range): Range {
  const [start, end] = lineOf(code, { range });
  const blank = /\n([ \t]*\r?\n)$/.exec(code.text.slice(0, start))?.[1] ?? '';
  const isLast = /^[ \t]*(?:\r?\n|\}|$)/.test(code.text.slice(end));
  return [isLast ? start - blank.length : start, end];
}

/** The line break and indentation (or the blank) that stand before a statement. */
export function indentOf({ text }: SourceCode, statement: TSESTree.Node | undefined): string {
  const before = statement ? /\r?\n[ \t]*$/.exec(text.slice(0, statement.range[0])) : null;
  return before?.[0] ?? ' ';
}

/** Where every line of a range but its first begins, lines inside of literals and empty ones left out. */
export function lineStartsIn(code: SourceCode, [start, end]: Range): number[] {
  const literals = [...walk(code.ast, code.visitorKeys)].filter(({ type }) => spansLines.has(type));
  const isLiteral = (offset: number) => literals.some(({ range }) => range[0] < offset && offset < range[1]);
  const breaks = [...code.text.slice(start, end).matchAll(/\n(?=[^\r\n])/g)];
  return breaks.map(({ index }) => start + index + 1).filter((offset) => !isLiteral(offset));
}

const spansLines = new Set<string>(['TemplateElement', 'Literal', 'JSXText']);

/** One step of indentation, as the file has it. */
export function stepOf({ text }: SourceCode): string {
  return /^(\t| {2,8})\S/m.exec(text)?.[1] ?? '  ';
}

/** Comments that belong to a piece of code, so that they move with it. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../src/model/index.ts';

/** Where `node` begins with the comments directly above it (no blank line between), each on a line of its own. */
export function startWithComments(unit: SourceUnit, node: TSESTree.Node, limit = 0): number {
  return commentsAbove(unit, node.range[0], limit).at(-1)?.range[0] ?? node.range[0];
}

/**
 * Where `node` begins with the comment that is its own: the nearest one, or lines of `//`. Those above it speak of more than the node
 * (`// --- helpers ---`), and one that declares types (`@typedef`) isn't about what stands below it.
 */
export function startWithOwnComment(unit: SourceUnit, node: TSESTree.Node): number {
  const above = commentsAbove(unit, node.range[0], 0);
  const firstBlock = above.findIndex(({ type }) => type === 'Block');
  const nearest = firstBlock < 0 ? above : above.slice(0, firstBlock + 1);
  return nearest.filter((comment) => !declaresTypes(comment)).at(-1)?.range[0] ?? node.range[0];
}

/** Types that all of the file may use. */
function declaresTypes({ type, value }: TSESTree.Comment): boolean {
  return type === 'Block' && /^\*[^]*@(?:typedef|callback|import)\b/.test(value);
}

/** Nearest first. */
function commentsAbove(unit: SourceUnit, from: number, limit: number): readonly TSESTree.Comment[] {
  const found: TSESTree.Comment[] = [];
  const above = commentsOf(unit).filter(({ range }) => range[1] <= from && range[0] >= limit);
  for (const comment of above.toReversed()) {
    const between = unit.text.slice(comment.range[1], found.at(-1)?.range[0] ?? from);
    const isDirectlyAbove = /^[ \t]*\r?\n?[ \t]*$/.test(between);
    if (!isDirectlyAbove || !startsLine(unit.text, comment.range[0]) || isFileComment(unit, comment)) break;
    found.push(comment);
  }
  return found;
}

/** Where the line of `offset` ends, when nothing but a comment follows on it; else `offset`. */
export function endWithComment(unit: SourceUnit, offset: number): number {
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*(?=\r?\n))/.exec(unit.text.slice(offset));
  return rest ? offset + rest[0].trimEnd().length : offset;
}

export function commentsOf(unit: SourceUnit): readonly TSESTree.Comment[] {
  return unit.ast.comments ?? [];
}

function startsLine(text: string, offset: number): boolean {
  return /(?:^|\n)\uFEFF?[ \t]*$/.test(text.slice(0, offset));
}

/** A licence, a description of the file or a tool's setting for it. */
export function isFileComment(unit: SourceUnit, comment: TSESTree.Comment): boolean {
  const isFirst = /^\uFEFF?(?:#!.*)?\s*$/.test(unit.text.slice(0, comment.range[0]));
  const isPragma =
    /@license|@licence|@preserve|copyright|licensed|spdx|@file|@overview|@module|@jsx|@ts-(?:no)?check|eslint-(?:disable|enable|env)(?!-)|@(?:jest|vitest)-environment|^!/i;
  return isFirst && isPragma.test(comment.value);
}

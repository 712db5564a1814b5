/** Comments that belong to a piece of code, so that they move with it. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../src/model/index.ts';

/** Where `node` begins with the comments directly above it (no blank line between), each on a line of its own. */
export function startWithComments(unit: SourceUnit, node: TSESTree.Node, limit = 0): number {
  return extendUp(unit, node.range[0], limit);
}

function extendUp(unit: SourceUnit, from: number, limit: number): number {
  let start = from;
  const above = commentsOf(unit).filter(({ range }) => range[1] <= from && range[0] >= limit);
  for (const comment of above.toReversed()) {
    const between = unit.text.slice(comment.range[1], start);
    const isDirectlyAbove = /^[ \t]*\r?\n?[ \t]*$/.test(between);
    if (!isDirectlyAbove || !startsLine(unit.text, comment.range[0]) || isFileComment(unit, comment)) break;
    start = comment.range[0];
  }
  return start;
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

/** The comments of a loop's body, by the statements that they belong to. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, SourceUnit } from '../../model/index.ts';
import { contains } from '../../facts/ast.ts';
import type { LoopView } from '../slice/loop-view.ts';

/**
 * A statement of the body with what belongs to it: the `;` that its line begins with, the comments before it, and those behind it on
 * its last line.
 */
export function withComments(node: TSESTree.Node, { unit, body }: LoopView): Range {
  const comments = (unit.ast.comments ?? []).filter(({ range }) => contains(body, range));
  let [start, end] = [startOfLine(unit, node.range[0]), node.range[1]];
  for (const { range } of comments.toReversed()) {
    if (range[1] <= start && isOwn(unit, range, start)) start = range[0];
  }
  const behind = comments.find(
    ({ range }) => range[0] >= end && /^[ \t]*$/.test(unit.text.slice(end, range[0])),
  );
  if (behind && isLineEnd(unit, behind.range[1])) end = behind.range[1];
  return [start, end];
}

/** Where a statement begins with the `;` that keeps its line apart from the one before, in a file without semicolons. */
function startOfLine({ text }: SourceUnit, start: number): number {
  const semicolon = text.slice(0, start).trimEnd().length - 1;
  return text[semicolon] === ';' && beginsLine(text, semicolon) ? semicolon : start;
}

/** Directly above, and not behind other code on its line. */
function isOwn({ text }: SourceUnit, comment: Range, start: number): boolean {
  return text.slice(comment[1], start).trim() === '' && beginsLine(text, comment[0]);
}

function beginsLine(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';
}

function isLineEnd({ text }: SourceUnit, offset: number): boolean {
  return offset >= text.length || /^[ \t]*(?:\r?\n|\})/.test(text.slice(offset, offset + 200));
}

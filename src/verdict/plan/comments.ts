/** The comments of a loop's body, by the statements that they belong to. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, SourceUnit, Template } from '../../model/index.ts';
import { contains } from '../../facts/ast.ts';
import type { LoopView } from '../slice/loop-view.ts';
import type { Edit } from './rope.ts';
import { applyEdits } from './rope.ts';

type Commented = Pick<LoopView, 'unit' | 'body'>;

/**
 * A statement of the body with what belongs to it: the `;` that its line begins with, the comments before it, and those behind it on
 * its last line.
 */
export function withComments(node: TSESTree.Node, { unit, body }: Commented): Range {
  const comments = commentsIn(body, unit);
  let [start, end] = [startOfLine(unit, node.range[0]), node.range[1]];
  for (const { range } of comments.toReversed()) {
    if (range[1] <= start && isOwn(unit, range, start)) start = range[0];
  }
  for (const { range } of comments) {
    if (range[0] >= end && isBehind(unit, end, range)) end = range[1];
  }
  return [start, end];
}

/** Statements with their comments, and with `edits`. */
export function editedStatements(
  statements: readonly TSESTree.Node[],
  edits: readonly Edit[],
  view: Commented,
): readonly Template[] {
  return statements.map((statement) => applyEdits(withComments(statement, view), edits));
}

/** What stands in the place of a statement, between its comments. */
export function inPlaceOf(node: TSESTree.Node, text: Template, view: Commented): Template {
  const [start, end] = withComments(node, view);
  const lead: Template = start < node.range[0] ? [[start, node.range[0]]] : [];
  const trail: Template = node.range[1] < end ? [[node.range[1], end]] : [];
  return [...lead, ...text, ...trail];
}

/** Lines that stand for all of the body, with the comments that belong to none of its statements: behind `{`, and before `}`. */
export function framed(lines: readonly Template[], view: LoopView): readonly Template[] {
  return [...openingComments(view), ...lines, ...closingComments(view)];
}

function openingComments(view: LoopView): readonly Template[] {
  const [first] = view.statements;
  const end = first ? withComments(first, view)[0] : view.body[1];
  return spanOf(commentsIn([view.body[0], end], view.unit));
}

/** The comments behind the last statement. */
export function closingComments(view: LoopView): readonly Template[] {
  const last = view.statements.at(-1);
  return last ? spanOf(commentsIn([withComments(last, view)[1], view.body[1]], view.unit)) : [];
}

function spanOf(comments: readonly TSESTree.Comment[]): readonly Template[] {
  const [first, last] = [comments[0], comments.at(-1)];
  return first && last ? [[[first.range[0], last.range[1]]]] : [];
}

function commentsIn(range: Range, unit: SourceUnit): readonly TSESTree.Comment[] {
  return (unit.ast.comments ?? []).filter((comment) => contains(range, comment.range));
}

/** Where a statement begins with the `;` that keeps its line apart from the one before, in a file without semicolons. */
export function startOfLine({ text }: SourceUnit, start: number): number {
  const semicolon = text.slice(0, start).trimEnd().length - 1;
  return text[semicolon] === ';' && beginsLine(text, semicolon) ? semicolon : start;
}

/** Directly above, and not behind other code on its line. */
function isOwn({ text }: SourceUnit, comment: Range, start: number): boolean {
  return text.slice(comment[1], start).trim() === '' && beginsLine(text, comment[0]);
}

/** Whether nothing but white space stands before an offset on its line. */
export function beginsLine(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';
}

/** On the line where a statement ends, with nothing but a `}` or other comments behind it. */
function isBehind({ text }: SourceUnit, end: number, comment: Range): boolean {
  const isOnLine = /^[ \t]*$/.test(text.slice(end, comment[0]));
  return isOnLine && /^[ \t]*(?:\r?\n|\}|\/[*/]|$)/.test(text.slice(comment[1], comment[1] + 200));
}

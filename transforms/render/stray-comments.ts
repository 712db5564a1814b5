/**
 * Purpose: comments of a loop that no piece of its plan carries: in its head, behind its `{`, beside what became an expression.
 * Input: the plan, and the range that its edit takes away.
 * Guarantee: with what the plan carries, each comment of that range has a place: above the task, or above the statement that stays.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, RewritePlan, SourceUnit, Template } from '../../src/model/index.ts';
import { beginsLine, startOfLine, withComments } from '../../src/verdict/plan/comments.ts';
import { commentsOf, endWithComment, startWithComments } from './comments.ts';
import type { Edit } from './consume.ts';
import { renderRope } from './rope.ts';
import { indentationAt } from './style.ts';
import type { Style } from './style.ts';
import { findNode, isInBlock, walk } from './walk.ts';

/** The lines above a task: comments of statements that moved to it, but not in one piece. */
export function printTaskComments(unit: SourceUnit, plan: RewritePlan, style: Style): string {
  const comments = strays(unit, plan, plan.replace).filter((comment) => {
    return !isType(comment) && isOfTask(unit, plan, comment);
  });
  return printLines(comments, unit, style);
}

/** Puts the other comments of `range` above the statement that the loop is or stands in; undefined when there are none. */
export function printLoopComments(
  unit: SourceUnit,
  plan: RewritePlan,
  range: Range,
  style: Style,
): Edit | undefined {
  const declaration = declarationOf(unit, plan);
  const above = declaration ? strays(unit, plan, declaration) : [];
  const others = strays(unit, plan, range).filter((comment) => {
    return !isType(comment) && !isOfTask(unit, plan, comment);
  });
  const comments = [...above, ...others];
  if (comments.length === 0) return undefined;
  const at = startOfLine(unit, statementStart(unit, plan.replace));
  const indent = indentationAt(unit.text, at);
  const gap = beginsLine(unit.text, at) ? style.eol + indent : ' ';
  return { range: [at, at], text: printLines(comments, unit, style, indent, gap) };
}

/** One below the other; before what begins within a line, `gap` follows those that have an end. */
function printLines(
  comments: readonly TSESTree.Comment[],
  unit: SourceUnit,
  style: Style,
  indent = '',
  gap: string = style.eol,
): string {
  const lines = comments.map(({ range, type }) => {
    return renderRope([range], unit, style, indent) + (type === 'Block' ? gap : style.eol + indent);
  });
  return lines.join('');
}

/** `const out = [];` with its comments, which go along when the loop becomes its value; undefined for other plans. */
export function declarationOf(unit: SourceUnit, { consume }: RewritePlan): Range | undefined {
  if (consume.as !== 'declaration') return undefined;
  const node = findNode(unit.ast, consume.declaration) ?? unit.ast;
  return [startWithComments(unit, node), endWithComment(unit, consume.declaration[1])];
}

function strays(unit: SourceUnit, plan: RewritePlan, taken: Range): readonly TSESTree.Comment[] {
  const kept = rangesOf(plan);
  return commentsOf(unit).filter(
    ({ range }) => contains(taken, range) && !kept.some((one) => contains(one, range)),
  );
}

/** A JSDoc `@type` before an expression says something to TypeScript of just the code that it stands before. */
function isType({ type, value }: TSESTree.Comment): boolean {
  return type === 'Block' && /^\*[^]*@(?:type|satisfies)\b/.test(value);
}

/** All that the plan's templates take from the source. */
function rangesOf(plan: RewritePlan): readonly Range[] {
  const { task, items, constants, declares } = plan;
  const templates: Template[] = [
    task.body,
    task.parameter ?? [],
    task.parameterType ?? [],
    ...constants.map(({ value }) => value),
    ...('text' in items ? [items.text] : [items.from, items.to, items.step ?? []]),
    declares?.text ?? [],
    ...consumed(plan),
  ];
  return templates.flat().filter((piece) => typeof piece !== 'string');
}

function consumed({ consume }: RewritePlan): readonly Template[] {
  switch (consume.as) {
    case 'expression':
      return [consume.suffix];
    case 'declaration':
      return [consume.head];
    case 'loop':
      return [consume.binding, consume.body];
  }
}

/** Whether a comment belongs to a statement of which something moved to the task, and nothing stays. */
function isOfTask(unit: SourceUnit, plan: RewritePlan, comment: TSESTree.Comment): boolean {
  const moved = plan.task.body.filter((piece) => typeof piece !== 'string');
  const stays = consumed(plan)
    .flat()
    .filter((piece) => typeof piece !== 'string');
  let isFound = false;
  walk(unit.ast, (node) => {
    const isInner = contains(plan.replace, node.range) && node.range[0] > plan.replace[0];
    if (isInner && isStatement(node)) {
      const own = withComments(node, { unit, body: plan.replace });
      const holds = (range: Range): boolean => contains(own, range);
      isFound ||= holds(comment.range) && moved.some(holds) && !stays.some(holds);
    }
    return contains(node.range, plan.replace) || isInner;
  });
  return isFound;
}

function isStatement({ type }: TSESTree.Node): boolean {
  return /(?:Statement|Declaration)$/.test(type) && type !== 'BlockStatement';
}

/** Where the statement begins that a range is or stands in, and that other statements may stand before. */
function statementStart(unit: SourceUnit, range: Range): number {
  let node = findNode(unit.ast, range);
  while (node?.parent && !isInBlock(node)) node = node.parent;
  return node?.range[0] ?? range[0];
}

function contains(outer: Range, inner: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

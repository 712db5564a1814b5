/**
 * Purpose: loops that collect those of their items that pass a test: `const out = filterSync(…)`.
 * Input: a loop that gathers, and its only store.
 * Guarantee: the task says of an item whether the body would have stored it; what is stored is the item itself.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, Template } from '../../model/index.ts';
import { contains } from '../../facts/ast.ts';
import { jumpsOutOf } from '../slice/jumps.ts';
import type { LoopView } from '../slice/loop-view.ts';
import { editedStatements, framed, inPlaceOf, withComments } from './comments.ts';
import type { ItemPlan } from './items.ts';
import { asOperand } from './render-part.ts';
import type { Edit } from './rope.ts';
import { joinLines } from './rope.ts';

/** The body of a task, and the parts of the original text that it is made of. */
export interface TaskText {
  readonly body: Template;
  readonly isExpression: boolean;
  readonly ranges: readonly Range[];
}

/** One `out.push(item)` as a statement. */
export interface Kept {
  readonly statement: TSESTree.ExpressionStatement;
  readonly value: TSESTree.Node;
}

/** The test that an item has to pass; undefined when the loop has another shape. */
export function testOfKept(view: LoopView, kept: Kept, items: ItemPlan): TaskText | undefined {
  if (!isWholeItem(view, kept.value, items)) return undefined;
  const last = view.statements.at(-1);
  if (last === kept.statement) return testByJumps(view, kept.statement);
  return last?.type === 'IfStatement' ? testByCondition(view, last, kept.statement) : undefined;
}

/** An item that nothing assigns; TypeScript may know more of it behind the test than of all items, but for numbers. */
function isWholeItem(view: LoopView, value: TSESTree.Node, { items }: ItemPlan): boolean {
  const isKnown =
    items.kind === 'range' || items.kind === 'keys' || (items.kind === 'iterable' && !items.inStep);
  const variable = value.type === 'Identifier' ? view.names.variableOf(value) : undefined;
  if (!isKnown || !variable || !view.isItem(variable)) return false;
  const [definition] = variable.defs;
  const isPattern = definition?.type !== 'Variable' || definition.node.id.type !== 'Identifier';
  const isAssigned = variable.references.some(
    (reference) => reference.isWrite() && contains(view.body, reference.identifier.range),
  );
  return !isPattern && !isAssigned && (items.kind === 'range' || !view.unit.isTypeScript);
}

/** `if (test) out.push(item);` at the end of the body. */
function testByCondition(
  view: LoopView,
  last: TSESTree.IfStatement,
  store: TSESTree.Statement,
): TaskText | undefined {
  const { test, consequent, alternate, range } = last;
  const isOnly = consequent.type === 'BlockStatement' ? consequent.body.length === 1 : consequent === store;
  const leaves = view.statements.some((statement) => jumpsOutOf(statement).length > 0);
  const isCommented = view.unit.ast.comments?.some((comment) => contains(range, comment.range));
  if (alternate || !isOnly || !contains(consequent.range, store.range) || leaves || isCommented)
    return undefined;
  const before = view.statements.slice(0, -1).map((statement): Range => withComments(statement, view));
  const { body: value } = asOperand(test);
  if (before.length === 0) return { body: value, isExpression: true, ranges: [test.range] };
  const lines = before.map((line): Template => [line]);
  const body = joinLines(
    framed([...lines, inPlaceOf(last, ['return ', ...value, ';'], view)], view),
    view.unit,
  );
  return { body, isExpression: false, ranges: [...before, test.range] };
}

/** `if (…) continue; out.push(item);` */
function testByJumps(view: LoopView, store: TSESTree.Statement): TaskText | undefined {
  const before = view.statements.slice(0, -1);
  const jumps = before.flatMap((statement) => jumpsOutOf(statement));
  if (jumps.length === 0) return undefined;
  const edits = jumps.map(({ range }): Edit => ({ range, text: ['return false;'] }));
  const lines = editedStatements(before, edits, view);
  const last = inPlaceOf(store, ['return true;'], view);
  return {
    body: joinLines(framed([...lines, last], view), view.unit),
    isExpression: false,
    ranges: before.map(({ range }) => range),
  };
}

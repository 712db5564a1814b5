/**
 * Purpose: whether a function that has put a promise into a variable gets to the place where it waits for it.
 * Input: the variable, what puts the promise there, and the `await` or `return` that waits.
 * Guarantee: true only where nothing in between can leave the function, or let another promise fail first.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode, Variable } from './modules.ts';
import { contains, isFunction, propertyName, walk } from './walk.ts';

type Node = TSESTree.Node;

export interface Way {
  readonly variable: Variable;
  /** What puts the promise into the variable. */
  readonly from: Node;
  /** The use of the variable that is waited for. */
  readonly use: Node;
  /** What waits. */
  readonly to: Node;
}

/** The waiting statement stands beside the declaration, unconditionally, and what runs in between can't leave. */
export function isReached(code: SourceCode, { variable, from, use, to }: Way): boolean {
  const declaration = variable.defs[0]?.parent;
  const block = declaration?.parent;
  if (block?.type !== 'BlockStatement') return false;
  const waiting = block.body.find((one) => contains(one, to));
  const start = block.body.find((one) => contains(one, from));
  if (!waiting || !start || !isSimple(waiting) || isConditional(use, waiting)) return false;
  // A loop that fills a list runs all of its body between two promises.
  const begin = start === declaration ? from.range[1] : start.range[0];
  const skip = (node: Node) => isFunction(node) || node.range[1] <= begin || node.range[0] >= use.range[0];
  return [...walk(block, code.visitorKeys, skip)].every(
    (node) => contains(node, to) || node.range[0] < begin || !mayLeave(node),
  );
}

function isSimple({ type }: TSESTree.Statement): boolean {
  return /^(?:VariableDeclaration|ExpressionStatement|ReturnStatement)$/.test(type);
}

function isConditional(use: Node, statement: Node): boolean {
  for (let at: Node | undefined = use; at && at !== statement; at = at.parent) {
    if (/^(?:Conditional|Logical|Chain)Expression$/.test(at.type)) return true;
  }
  return false;
}

const leaving =
  /^(?:AwaitExpression|YieldExpression|ReturnStatement|ThrowStatement|BreakStatement|ContinueStatement|NewExpression|TaggedTemplateExpression)$/;

/** An error of a call leaves the function, too; those that hand over tasks and gather promises give it to a promise. */
function mayLeave(node: Node): boolean {
  if (node.type === 'ForOfStatement') return node.await;
  if (node.type !== 'CallExpression') return leaving.test(node.type);
  const { callee } = node;
  if (callee.type !== 'MemberExpression') return true;
  const isOf = (name: string) => callee.object.type === 'Identifier' && callee.object.name === name;
  const gathers = /^(?:push|map|run|runTask|exec|execute|then|catch|finally)$/.test(
    propertyName(callee) ?? '',
  );
  return !gathers && !isOf('Promise') && !isOf('console');
}

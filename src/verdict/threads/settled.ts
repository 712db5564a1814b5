/**
 * Purpose: whether the function that hands a task to a pool waits until the task is done.
 * Input: the call that hands it over, and the function in which the pool is made.
 * Guarantee: `await` and `return` are said only where every step from the promise to there passes all of it on.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode, Variable } from './modules.ts';
import { findVariable } from './modules.ts';
import type { FunctionNode } from './walk.ts';
import { isReached } from './reached.ts';
import { enclosingFunction, propertyName } from './walk.ts';

type Node = TSESTree.Node;

/** `return`: the function hands the promise to its caller. */
export type Settlement =
  | { readonly by: 'await'; readonly node: TSESTree.AwaitExpression }
  | { readonly by: 'return'; readonly node: TSESTree.ReturnStatement };

/** An expression that is the promise, a list that it is in, or a function that gives it to whoever calls. */
interface Step {
  readonly node: Node;
  readonly is: 'promise' | 'list' | 'giver';
}

/** Undefined: a task may still run when the function is done. */
export function settlementOf(code: SourceCode, call: Node, home: FunctionNode): Settlement | undefined {
  return settlementFrom(code, { node: call, is: 'promise' }, home);
}

function settlementFrom(code: SourceCode, first: Step, home: FunctionNode): Settlement | undefined {
  for (let at: Step | undefined = first; at; at = nextOf(at)) {
    const { parent } = at.node;
    const isHome = parent !== undefined && at.is === 'promise' && enclosingFunction(parent) === home;
    if (parent?.type === 'AwaitExpression' && isHome) return { by: 'await', node: parent };
    if (parent?.type === 'ReturnStatement' && isHome)
      return isCaught(parent, home) ? undefined : { by: 'return', node: parent };
    const kept = keptIn(code, at);
    if (kept) return settlementOfVariable(code, kept, home);
  }
  return undefined;
}

/** Whether the function has code that runs after its `return`, or in the place of it: awaited, the promise would meet it. */
function isCaught(statement: Node, home: FunctionNode): boolean {
  for (let at = statement; at.parent && at !== home; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'TryStatement' && at !== parent.finalizer) {
      if (parent.finalizer || at === parent.block) return true;
    }
  }
  return false;
}

/** What is around it and settles no sooner. */
function nextOf({ node, is }: Step): Step | undefined {
  const { parent } = node;
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'ReturnStatement': {
      // The promise of the function takes as long as what it waits for or gives.
      const around = is === 'promise' ? enclosingFunction(parent) : undefined;
      return around && { node: around, is: 'giver' };
    }
    case 'ArrowFunctionExpression':
      return parent.body === node && is === 'promise' ? { node: parent, is: 'giver' } : undefined;
    case 'ArrayExpression':
      return node.type === 'SpreadElement' || is === 'promise' ? { node: parent, is: 'list' } : undefined;
    case 'SpreadElement':
      return is === 'list' ? { node: parent, is } : undefined;
    case 'ChainExpression':
    case 'ConditionalExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      return is === 'giver' ? undefined : { node: parent, is };
    case 'MemberExpression':
      return is === 'promise' && isChained(parent, node) ? { node: parent.parent, is } : undefined;
    case 'CallExpression':
      return nextOfArgument(parent, { node, is });
    default:
      return undefined;
  }
}

/** `p.then(f)`, `p.catch(f)`, `p.finally(f)` */
function isChained(member: TSESTree.MemberExpression, node: Node): boolean {
  const isCalled = member.parent.type === 'CallExpression' && member.parent.callee === member;
  return member.object === node && isCalled && /^(?:then|catch|finally)$/.test(propertyName(member) ?? '');
}

/** `Promise.all(list)`, `Promise.allSettled(list)`, `xs.map(f)` */
function nextOfArgument(call: TSESTree.CallExpression, { node, is }: Step): Step | undefined {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee === node) return undefined;
  const name = propertyName(callee) ?? '';
  if (is === 'giver') return name === 'map' ? { node: call, is: 'list' } : undefined;
  const isPromise = callee.object.type === 'Identifier' && callee.object.name === 'Promise';
  const isAll = is === 'list' && isPromise && /^all(?:Settled)?$/.test(name);
  return isAll ? { node: call, is: 'promise' } : undefined;
}

/** `p` of `const p = promise`, and of `p.push(promise)` */
interface Kept {
  readonly variable: Variable;
  readonly is: 'promise' | 'list';
  /** What puts the promise there. */
  readonly by: Node;
}

function keptIn(code: SourceCode, { node, is }: Step): Kept | undefined {
  const { parent } = node;
  if (is === 'giver') return undefined;
  if (parent?.type === 'VariableDeclarator' && parent.init === node && parent.id.type === 'Identifier') {
    const variable = findVariable(code, parent.id);
    return variable && { variable, is, by: node };
  }
  if (parent?.type !== 'CallExpression' || parent.callee.type !== 'MemberExpression' || is === 'list')
    return undefined;
  const { object } = parent.callee;
  const isPushed = propertyName(parent.callee) === 'push' && parent.callee !== node;
  const variable = isPushed && object.type === 'Identifier' ? findVariable(code, object) : undefined;
  return variable && { variable, is: 'list', by: node };
}

/** By a use of the variable that is reached for sure. */
function settlementOfVariable(
  code: SourceCode,
  { variable, is, by }: Kept,
  home: FunctionNode,
): Settlement | undefined {
  const { references } = variable;
  if (references.some((reference) => reference.isWrite() && reference.init !== true)) return undefined;
  for (const reference of references) {
    const { identifier } = reference;
    const isMethod = is === 'list' && identifier.parent.type === 'MemberExpression';
    if (reference.isWrite() || isMethod) continue;
    const found = settlementFrom(code, { node: identifier, is }, home);
    if (found && isReached(code, { variable, from: by, use: identifier, to: found.node })) return found;
  }
  return undefined;
}

/**
 * Purpose: whether the function that hands a task to a pool waits until the task is done.
 * Input: the call that hands it over, and the function in which the pool is made.
 * Guarantee: `await` and `return` are said only where every step from the promise to there passes all of it on.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode, Variable } from './modules.ts';
import { findVariable } from './modules.ts';
import type { FunctionNode } from './walk.ts';
import { enclosingFunction, isFunction, propertyName } from './walk.ts';

type Node = TSESTree.Node;

/** `return`: the function hands the promise to its caller, by this statement. */
export type Settlement =
  { readonly by: 'await' } | { readonly by: 'return'; readonly statement: TSESTree.ReturnStatement };

/** An expression that holds the promise: it is the promise, a function that gives it, or a list that it is in. */
interface Step {
  readonly node: Node;
  readonly isList: boolean;
}

/** Undefined: a task may still run when the function is done. */
export function settlementOf(
  code: SourceCode,
  call: Node,
  home: FunctionNode,
  isList = false,
): Settlement | undefined {
  for (let at: Step | undefined = { node: call, isList }; at; at = nextOf(at)) {
    const { parent } = at.node;
    const isHome = parent !== undefined && !at.isList && enclosingFunction(parent) === home;
    if (parent?.type === 'AwaitExpression' && isHome) return { by: 'await' };
    if (parent?.type === 'ReturnStatement' && isHome) return { by: 'return', statement: parent };
    const kept = keptIn(code, at);
    if (kept) return settlementOfVariable(code, kept.variable, home, kept.isList);
  }
  return undefined;
}

/** What is around it and settles no sooner. */
function nextOf({ node, isList }: Step): Step | undefined {
  const { parent } = node;
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'ReturnStatement': {
      // The promise of the function takes as long as what it waits for or gives.
      const around = isList ? undefined : enclosingFunction(parent);
      return around && { node: around, isList };
    }
    case 'ArrowFunctionExpression':
      return parent.body === node && !isList ? { node: parent, isList } : undefined;
    case 'ArrayExpression':
      return node.type === 'SpreadElement' || !isList ? { node: parent, isList: true } : undefined;
    case 'SpreadElement':
      return isList ? { node: parent, isList } : undefined;
    case 'ChainExpression':
    case 'ConditionalExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      return { node: parent, isList };
    case 'MemberExpression':
      return !isList && isChained(parent, node) ? { node: parent.parent, isList } : undefined;
    case 'CallExpression':
      return nextOfArgument(parent, { node, isList });
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
function nextOfArgument(call: TSESTree.CallExpression, { node, isList }: Step): Step | undefined {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee === node) return undefined;
  const name = propertyName(callee) ?? '';
  if (isFunction(node)) return name === 'map' ? { node: call, isList: true } : undefined;
  const isPromise = callee.object.type === 'Identifier' && callee.object.name === 'Promise';
  return isList && isPromise && /^all(?:Settled)?$/.test(name) ? { node: call, isList: false } : undefined;
}

/** `p` of `const p = promise`, and of `p.push(promise)` */
function keptIn(
  code: SourceCode,
  { node, isList }: Step,
): { variable: Variable; isList: boolean } | undefined {
  const { parent } = node;
  if (parent?.type === 'VariableDeclarator' && parent.init === node && parent.id.type === 'Identifier') {
    const variable = findVariable(code, parent.id);
    return variable && { variable, isList };
  }
  if (parent?.type !== 'CallExpression' || parent.callee.type !== 'MemberExpression' || isList)
    return undefined;
  const { object } = parent.callee;
  const isPushed = propertyName(parent.callee) === 'push' && parent.callee !== node && !isFunction(node);
  const variable = isPushed && object.type === 'Identifier' ? findVariable(code, object) : undefined;
  return variable && { variable, isList: true };
}

/** By a use of the variable. */
function settlementOfVariable(
  code: SourceCode,
  { references }: Variable,
  home: FunctionNode,
  isList: boolean,
): Settlement | undefined {
  if (references.some((reference) => reference.isWrite() && reference.init !== true)) return undefined;
  for (const reference of references) {
    const { identifier } = reference;
    const isMethod = isList && identifier.parent.type === 'MemberExpression';
    const found = reference.isWrite() || isMethod ? undefined : settlementOf(code, identifier, home, isList);
    if (found) return found;
  }
  return undefined;
}

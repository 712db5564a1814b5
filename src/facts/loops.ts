/**
 * Purpose: find every loop of a file: statements, and array methods that call back for each element.
 * Input: a SourceUnit.
 * Guarantee: outer loops before inner ones, in source order; each with the nodes that the other passes need.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Loop, LoopForm, SourceUnit } from '../model/index.ts';
import type { FunctionNode, LoopSite } from './analysis.ts';
import { enclosingFunction, functionName, isFunction, isLoopStatement, staticKey, unwrap } from './ast.ts';
import { findItems } from './loop-items.ts';
import { findSpace } from './loop-space.ts';
import { nodesOf } from './nodes.ts';
import { scopeIndexOf } from './scopes.ts';

const statementForms: Partial<Record<TSESTree.Node['type'], LoopForm>> = {
  ForStatement: 'for',
  ForOfStatement: 'for-of',
  ForInStatement: 'for-in',
  WhileStatement: 'while',
  DoWhileStatement: 'do-while',
};

const methodForms = new Set<string>([
  'map',
  'forEach',
  'filter',
  'flatMap',
  'reduce',
  'some',
  'every',
  'find',
  'findIndex',
]);

/** `for (`, `for await`, `while (`, perhaps with a comment between. */
const loopStatement = /\b(?:for|while)\b\s*(?:await\b|[(/])/;

/** `.map(`, `['map'](`, `.map?.(`, `.map!(`, `.map<T>(`, `.map)(`, perhaps with a comment between. */
const loopCall = new RegExp(
  `\\b(?:from|${[...methodForms].join('|')})\\b(?:['"\`]\\s*\\])?(?:\\s|\\?\\.|!|\\))*[(</]`,
);

/** Whether a text may hold a loop, told without parsing it: most files don't. A name may be written with escapes. */
export function mayHoldLoop(text: string): boolean {
  return loopStatement.test(text) || loopCall.test(text) || text.includes('\\u');
}

/** All loops of a file. */
export function findLoops(unit: SourceUnit): LoopSite[] {
  if (!mayHoldLoop(unit.text)) return [];
  return nodesOf(unit).flatMap((node) => {
    const parts = partsOf(unit, node);
    return parts ? [siteOf(unit, node, parts)] : [];
  });
}

interface LoopParts {
  readonly form: LoopForm;
  readonly body: TSESTree.Node;
  readonly callback: FunctionNode | undefined;
  /** What reports underline. */
  readonly head: TSESTree.Node | undefined;
}

function partsOf(unit: SourceUnit, node: TSESTree.Node): LoopParts | undefined {
  const form = statementForms[node.type];
  if (form && 'body' in node)
    return { form, body: node.body as TSESTree.Node, callback: undefined, head: undefined };
  return node.type === 'CallExpression' ? partsOfCall(unit, node) : undefined;
}

function partsOfCall(unit: SourceUnit, node: TSESTree.CallExpression): LoopParts | undefined {
  const callee = unwrap(node.callee);
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return undefined;
  const name = staticKey(callee.property, callee.computed);
  const { object } = callee;
  const isArray =
    object.type === 'Identifier' && object.name === 'Array' && !scopeIndexOf(unit).variableOf(object);
  const isFrom = name === 'from' && isArray;
  if (!isFrom && !methodForms.has(name ?? '')) return undefined;
  const given = node.arguments[isFrom ? 1 : 0];
  const callback = given && unwrap(given);
  if (!callback || !isCallable(callback)) return undefined;
  const form = name as LoopForm;
  if (!isFunction(callback)) return { form, body: callback, callback: undefined, head: callee.property };
  return { form, body: callback.body, callback, head: callee.property };
}

function isCallable(node: TSESTree.Node): boolean {
  return isFunction(node) || node.type === 'Identifier' || node.type === 'MemberExpression';
}

/** What the loop is as a whole waits until it is asked for: most loops are told to be light by their bodies alone. */
function siteOf(unit: SourceUnit, node: TSESTree.Node, parts: LoopParts): LoopSite {
  const { body, callback } = parts;
  const enclosing = enclosingFunction(node);
  let loop: Loop | undefined;
  return {
    get loop() {
      return (loop ??= describeLoop(unit, node, parts, enclosing));
    },
    unit,
    node,
    body,
    callback,
    enclosing,
  };
}

function describeLoop(
  unit: SourceUnit,
  node: TSESTree.Node,
  parts: LoopParts,
  enclosing: LoopSite['enclosing'],
): Loop {
  const { form, body, callback } = parts;
  const { range: head, start } = headOf(unit, node, parts);
  return {
    file: unit.file,
    form,
    range: node.range,
    head,
    start,
    endLine: node.loc.end.line,
    body: body.range,
    space: findSpace(unit, node, form),
    items: findItems(unit, node, form, callback),
    label: node.parent?.type === 'LabeledStatement' ? node.parent.label.name : undefined,
    enclosing: isFunction(enclosing)
      ? { name: functionName(enclosing), isAsync: enclosing.async, isGenerator: enclosing.generator }
      : undefined,
    depth: depthOf(node),
  };
}

/** `for (…)` up to its closing parenthesis, or the method's name. */
function headOf(unit: SourceUnit, node: TSESTree.Node, { head, body, form }: LoopParts) {
  const { line, column } = (head ?? node).loc.start;
  const start = { line, column: column + 1 };
  if (head) return { range: head.range, start };
  const end = form === 'do-while' ? node.range[0] + 2 : body.range[0];
  const text = unit.text.slice(node.range[0], end);
  return { range: [node.range[0], node.range[0] + text.trimEnd().length] as const, start };
}

function depthOf(node: TSESTree.Node): number {
  let depth = 0;
  for (let at = node.parent; at && !isFunction(at) && at.type !== 'Program'; at = at.parent) {
    if (isLoopStatement(at)) depth++;
  }
  return depth;
}

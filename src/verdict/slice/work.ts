/**
 * Purpose: whether a piece of code is worth moving to a worker at all.
 * Input: syntax, and what its callees name.
 * Guarantee: a guess about profit only; nothing about legality rests on it.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { isFunction, isLoopStatement, unwrap, walkNodes } from '../../facts/ast.ts';
import type { Names } from './names.ts';

/**
 * `none`: names, literals and property reads. `light`: arithmetic. `call`: methods and built-ins, mostly cheap. `heavy`: loops and
 * calls of the project's functions.
 */
export type Work = 'none' | 'light' | 'call' | 'heavy';

const ranks: Record<Work, number> = { none: 0, light: 1, call: 2, heavy: 3 };

export function isAtLeast(work: Work, minimum: Work): boolean {
  return ranks[work] >= ranks[minimum];
}

const calls = new Set(['CallExpression', 'NewExpression', 'TaggedTemplateExpression']);

const operations = new Set([
  'BinaryExpression',
  'TemplateLiteral',
  'ConditionalExpression',
  'UpdateExpression',
]);

/** The most that any part of the node, functions called in it included, may do. */
export function workOf(node: TSESTree.Node, names: Names): Work {
  let work: Work = 'none';
  walkNodes(node, (at) => {
    if (isLoopStatement(at) || isHeavyCall(at, names)) work = 'heavy';
    if (work === 'heavy') return false;
    if (calls.has(at.type)) work = 'call';
    else if (work === 'none' && operations.has(at.type)) work = 'light';
    return !isFunction(at);
  });
  return work;
}

function isHeavyCall(node: TSESTree.Node, names: Names): boolean {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  if (node.arguments.some((argument) => isFunction(argument))) return true;
  const callee = unwrap(node.callee);
  if (callee.type === 'Identifier') return isDeclared(callee, names);
  if (callee.type !== 'MemberExpression') return true;
  const object = unwrap(callee.object);
  if (object.type === 'ThisExpression' || object.type === 'Super') return true;
  return object.type === 'Identifier' && isCodeName(object, names);
}

function isDeclared(identifier: TSESTree.Identifier, names: Names): boolean {
  return (names.variableOf(identifier)?.defs.length ?? 0) > 0;
}

/** An imported namespace, a class or an enum: its members are code of the project. */
function isCodeName(identifier: TSESTree.Identifier, names: Names): boolean {
  const types = names.variableOf(identifier)?.defs.map((def) => def.type) ?? [];
  return types.some((type) => type === 'ImportBinding' || type === 'ClassName');
}

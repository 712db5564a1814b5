/** Where the objects of a variable come from, and who else may have them. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import { isFunction, staticKey, unwrap } from './ast.ts';
import { kindOfConstructor, lookupMethod } from './builtins/index.ts';
import { isMadeByCall } from './makers.ts';
import type { Run } from './run.ts';
import { isReassigned, scopeIndexOf } from './scopes.ts';
import type { Variable } from './scopes.ts';
import { variableType } from './values/evidence.ts';
import { builtinPath } from './values/infer.ts';

/** `allocated`: holds nothing but objects made where it is assigned. `given`: a parameter that is never assigned. */
export function originOf(run: Run, unit: SourceUnit, variable: Variable): 'allocated' | 'given' | 'unknown' {
  const [def] = variable.defs;
  if (def?.type === 'Parameter') return isReassigned(variable) ? 'unknown' : 'given';
  if (def?.type !== 'Variable') return 'unknown';
  const writes = variable.references.filter((reference) => reference.isWrite());
  const isAllocated = writes.every(({ identifier, writeExpr }) => {
    const { parent } = identifier;
    const isWhole =
      (parent.type === 'VariableDeclarator' && parent.id === identifier) ||
      (parent.type === 'AssignmentExpression' && parent.left === identifier && parent.operator === '=');
    return (
      isWhole && writeExpr != null && (isAllocation(unit, writeExpr) || isMadeByCall(run, unit, writeExpr))
    );
  });
  return writes.length > 0 && isAllocated ? 'allocated' : 'unknown';
}

const makers = new Set([
  'Array.from',
  'Array.of',
  'Object.keys',
  'Object.values',
  'Object.entries',
  'Array',
  'Object.create',
]);

/** Literals, `new` of built-in containers, and calls that are known to make something new. */
export function isAllocation(unit: SourceUnit, node: TSESTree.Node): boolean {
  const expression = unwrap(node);
  switch (expression.type) {
    case 'ArrayExpression':
    case 'ObjectExpression':
      return true;
    case 'NewExpression':
      return isPlainConstruction(unit, expression);
    case 'CallExpression': {
      const path = builtinPath(unwrap(expression.callee), unit);
      if (path !== undefined) return makers.has(path);
      return isFillOfNew(unit, expression);
    }
    default:
      return isFunction(expression);
  }
}

/** `new Array(n).fill(0)`, `[…].map(…)`: methods that give the receiver just made, or a new array. */
function isFillOfNew(unit: SourceUnit, node: TSESTree.CallExpression): boolean {
  const callee = unwrap(node.callee);
  if (callee.type !== 'MemberExpression') return false;
  const name = staticKey(callee.property, callee.computed) ?? '';
  return (
    /^(?:fill|map|filter|slice|concat|sort|reverse|split)$/.test(name) && isAllocation(unit, callee.object)
  );
}

/** Not a view of a buffer that is there already. */
function isPlainConstruction(unit: SourceUnit, { callee, arguments: args }: TSESTree.NewExpression): boolean {
  if (callee.type !== 'Identifier' || scopeIndexOf(unit).variableOf(callee)) return false;
  const kind = kindOfConstructor(callee.name);
  if (kind === 'array' || kind === 'map' || kind === 'set' || kind === 'array-buffer' || kind === 'date')
    return true;
  if (kind !== 'typed-array') return false;
  const [size] = args;
  if (!size) return true;
  return args.length === 1 && isSize(size);
}

function isSize(node: TSESTree.Node): boolean {
  const size = unwrap(node);
  if (size.type === 'BinaryExpression') return true;
  if (size.type === 'MemberExpression') return staticKey(size.property, size.computed) === 'length';
  return size.type === 'Literal' || size.type === 'ArrayExpression';
}

const confined = new WeakMap<Variable, boolean>();

/** Allocated, and used only in ways that keep the object to the variable: members, calls of its own methods, iteration, return. */
export function isConfined(run: Run, unit: SourceUnit, variable: Variable): boolean {
  const known = confined.get(variable);
  if (known !== undefined) return known;
  const kinds = [...variableType(run, variable, unit)].map(({ kind }) => kind);
  const result =
    originOf(run, unit, variable) === 'allocated' &&
    kinds.length > 0 &&
    variable.references.every(({ identifier }) => keepsToItself(identifier, kinds));
  confined.set(variable, result);
  return result;
}

type Kinds = readonly Parameters<typeof lookupMethod>[0][];

function keepsToItself(identifier: TSESTree.Node, kinds: Kinds): boolean {
  const { parent } = identifier;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id === identifier;
    case 'AssignmentExpression':
      return parent.left === identifier;
    case 'MemberExpression':
      return parent.object === identifier && keepsReceiver(parent, kinds);
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.right === identifier;
    case 'SpreadElement':
    case 'ReturnStatement':
    case 'UnaryExpression':
    case 'BinaryExpression':
      return true;
    default:
      return false;
  }
}

/** A method that neither gives its receiver back, nor hands it to a callback, nor is of the project's own. */
function keepsReceiver(member: TSESTree.MemberExpression, kinds: Kinds): boolean {
  const { parent } = member;
  if (parent.type !== 'CallExpression' || parent.callee !== member) {
    return staticKey(member.property, member.computed) !== 'buffer';
  }
  const name = staticKey(member.property, member.computed);
  if (name === undefined) return false;
  const isUnused = parent.parent.type === 'ExpressionStatement';
  return kinds.every((kind) => {
    const profile = lookupMethod(kind, name, 'call', parent.arguments.length);
    if (!profile || profile.returns.shares.length > 0) return false;
    const gives = profile.returns.is.some(({ operand, depth }) => operand.kind === 'receiver' && depth !== 1);
    const isCaptured = profile.captures.some(
      ({ value }) => value.operand.kind === 'receiver' && value.depth === 0,
    );
    const isHidden = profile.callbacks.length === 0 || parent.arguments.every(hidesReceiver);
    return (!gives || isUnused) && !isCaptured && isHidden;
  });
}

/** A callback that doesn't look at the array itself, its third parameter. */
function hidesReceiver(argument: TSESTree.Node): boolean {
  if (!isFunction(argument)) return argument.type === 'Literal';
  return argument.params.length < 3 && argument.type === 'ArrowFunctionExpression';
}

/** `const rows = Array.from({ length: n }, () => [])`, whose elements are never assigned: each another object. */
export function hasFreshElements(run: Run, unit: SourceUnit, variable: Variable): boolean {
  const init = variable.defs[0]?.type === 'Variable' ? variable.defs[0].node.init : null;
  if (!init || isReassigned(variable) || !isConfined(run, unit, variable)) return false;
  const expression = unwrap(init);
  return (
    isListOfFresh(unit, expression) &&
    variable.references.every(({ identifier }) => !isElementStore(unit, identifier))
  );
}

function isListOfFresh(unit: SourceUnit, node: TSESTree.Node): boolean {
  if (node.type === 'ArrayExpression') {
    return node.elements.every((element) => element !== null && isAllocation(unit, element));
  }
  if (node.type !== 'CallExpression' || builtinPath(unwrap(node.callee), unit) !== 'Array.from') return false;
  const [, callback] = node.arguments;
  const isMaker = callback && isFunction(callback) && callback.body.type !== 'BlockStatement';
  return isMaker ? isAllocation(unit, callback.body) : false;
}

/** Anything but `rows[i]` read, or a new object stored there. */
function isElementStore(unit: SourceUnit, identifier: TSESTree.Node): boolean {
  const member = identifier.parent;
  if (member?.type !== 'MemberExpression' || member.object !== identifier) return false;
  const { parent } = member;
  if (parent.type === 'AssignmentExpression' && parent.left === member)
    return !isAllocation(unit, parent.right);
  if (parent.type !== 'CallExpression' || parent.callee !== member) return parent.type === 'UpdateExpression';
  const name = staticKey(member.property, member.computed);
  const profile =
    name === undefined ? undefined : lookupMethod('array', name, 'call', parent.arguments.length);
  return !profile || profile.mutates.length > 0;
}

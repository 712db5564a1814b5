/** Where the objects of a variable come from, and who else may have them. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import type { FunctionNode } from './analysis.ts';
import { contains, enclosingFunction, isFunction, isPatternTarget, staticKey, unwrap } from './ast.ts';
import { kindOfConstructor, lookupMethod, lookupMethods } from './builtins/index.ts';
import type { ValueKind } from './builtins/index.ts';
import { keepsToItself } from './keeping.ts';
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
    keepsOrReturns(run, unit, variable, kinds);
  confined.set(variable, result);
  return result;
}

/** A `return` ends the call that made the object, and with it all work on it, unless a function keeps the variable beyond. */
function keepsOrReturns(
  run: Run,
  unit: SourceUnit,
  { scope, references }: Variable,
  kinds: readonly ValueKind[],
): boolean {
  const home = scope.variableScope.block;
  const endsWithCall = references.every(({ identifier }) => isOfCall(unit, identifier, home));
  return references.every(({ identifier }) =>
    identifier.parent.type === 'ReturnStatement'
      ? endsWithCall && enclosingFunction(identifier) === home
      : keepsToItself(identifier, { run, unit, kinds }),
  );
}

/** Whether code of a function runs in its calls alone: it stands there, or in callbacks that built-in methods call at once. */
function isOfCall(unit: SourceUnit, node: TSESTree.Node, home: TSESTree.Node): boolean {
  const around = enclosingFunction(node);
  if (around === home) return true;
  if (around.type === 'Program') return false;
  return isCalledAtOnce(around) ? isOfCall(unit, around, home) : isOnlyCalled(unit, around, home);
}

/** A function that is called in those calls, and given to nobody. */
function isOnlyCalled(unit: SourceUnit, node: FunctionNode, home: TSESTree.Node): boolean {
  const variable = node.id && scopeIndexOf(unit).variableOf(node.id);
  if (!variable || node.type !== 'FunctionDeclaration' || node.async || node.generator) return false;
  return variable.references.every(({ identifier }) => {
    const { parent } = identifier;
    const isCall = parent.type === 'CallExpression' && parent.callee === identifier;
    return isCall && (contains(node.range, identifier.range) || isOfCall(unit, identifier, home));
  });
}

function isCalledAtOnce({ parent }: FunctionNode): boolean {
  if (parent.type !== 'CallExpression' || parent.callee.type !== 'MemberExpression') return false;
  const name = staticKey(parent.callee.property, parent.callee.computed);
  const profiles = name === undefined ? [] : lookupMethods(name, 'call', parent.arguments.length);
  const called = profiles.flatMap(({ callbacks }) => callbacks);
  return called.length > 0 && called.every(({ timing }) => timing === 'sync');
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
  if (isPatternTarget(member)) return true;
  if (parent.type !== 'CallExpression' || parent.callee !== member) return parent.type === 'UpdateExpression';
  const name = staticKey(member.property, member.computed);
  const profile =
    name === undefined ? undefined : lookupMethod('array', name, 'call', parent.arguments.length);
  return !profile || profile.mutates.length > 0;
}

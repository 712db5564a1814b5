/**
 * Purpose: methods of arrays that a file replaces, on an array itself or for all: `xs.map = f`, `Object.assign(xs, { forEach })`.
 * Input: a file and the name of a method.
 * Guarantee: false only where the file puts no function under that name into what may be an array. Other files are taken not to
 * (docs/semantics.md); nor is a name that is computed looked at, unless it may be a string and what it is put into an array.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import { isFunction, isPatternTarget, staticKey, unwrap, walkNodes } from './ast.ts';
import { nodesOf } from './nodes.ts';
import type { Run } from './run.ts';
import { inferType, mayBeString } from './values/infer.ts';

/** What is put under a name into an object; `key` where the name is computed, neither where it may be any. */
export interface Put {
  readonly name: string | undefined;
  readonly key?: TSESTree.Node | undefined;
  readonly target: TSESTree.Node;
  readonly value: TSESTree.Node | undefined;
}

export function isReplaced(run: Run, unit: SourceUnit, method: string): boolean {
  return putsOf(unit).some(
    ({ name, key, target, value }) =>
      (name === undefined || name === method) &&
      (!key || mayBeString(run, key, unit)) &&
      mayBeArray(run, unit, target, name === undefined) &&
      (!value || mayBeFunction(run, unit, value)),
  );
}

const tables = new WeakMap<SourceUnit['ast'], readonly Put[]>();

/** All that a file puts into objects by assignments and by functions of `Object` and `Reflect`. */
export function putsOf(unit: SourceUnit): readonly Put[] {
  const known = tables.get(unit.ast);
  if (known) return known;
  const found = nodesOf(unit).flatMap((node) => {
    if (node.type === 'AssignmentExpression') return [...assigned(node), ...targetsIn(node.left)];
    if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') return targetsIn(node.left);
    return node.type === 'CallExpression' ? defined(node) : [];
  });
  tables.set(unit.ast, found);
  return found;
}

function assigned({ left, right, operator }: TSESTree.AssignmentExpression): readonly Put[] {
  const target = unwrap(left);
  if (target.type !== 'MemberExpression' || !/^(?:=|\|\|=|&&=|\?\?=)$/.test(operator)) return [];
  return [putBy(target, right)];
}

/** Members that a pattern or the head of a loop stores to. */
function targetsIn(left: TSESTree.Node): readonly Put[] {
  const found: Put[] = [];
  walkNodes(left, (node) => {
    if (node.type === 'MemberExpression' && isPatternTarget(node)) found.push(putBy(node, undefined));
    return undefined;
  });
  return found;
}

function putBy(
  { object, property, computed }: TSESTree.MemberExpression,
  value: TSESTree.Node | undefined,
): Put {
  const name = staticKey(property, computed);
  if (name === '__proto__') return { name: undefined, target: object, value: undefined };
  return { name, key: keyOf(name, property), target: object, value };
}

/** Where the name is computed, what computes it. */
function keyOf(name: string | undefined, node: TSESTree.Node): TSESTree.Node | undefined {
  return name === undefined ? node : undefined;
}

/** `Object.assign`, `defineProperty`, `defineProperties`, `setPrototypeOf`, also those of `Reflect`. */
function defined({ callee, arguments: given }: TSESTree.CallExpression): readonly Put[] {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return [];
  const [target, second, ...more] = given;
  if (!/^(?:Object|Reflect)$/.test(callee.object.name) || !target || !second) return [];
  switch (staticKey(callee.property, callee.computed)) {
    case 'assign':
      return [second, ...more].flatMap((source) => propertiesOf(target, source));
    case 'defineProperties':
      return propertiesOf(target, second).map((put) => ({ ...put, value: undefined }));
    case 'defineProperty':
    case 'set': {
      const name = staticKey(second, true);
      const value = staticKey(callee.property, callee.computed) === 'set' ? more[0] : undefined;
      return [{ name, key: keyOf(name, second), target, value }];
    }
    case 'setPrototypeOf':
      return [{ name: undefined, target, value: undefined }];
    default:
      return [];
  }
}

/** Of a literal; what is copied from elsewhere is taken as data. */
function propertiesOf(target: TSESTree.Node, source: TSESTree.Node): readonly Put[] {
  const literal = unwrap(source);
  if (literal.type !== 'ObjectExpression') return [];
  return literal.properties.flatMap((property) => {
    if (property.type === 'SpreadElement') return [];
    const name = staticKey(property.key, property.computed);
    return [{ name, key: keyOf(name, property.key), target, value: property.value }];
  });
}

/** `this`, the exports of a module and the prototypes of other kinds are no arrays. */
function mayBeArray(run: Run, unit: SourceUnit, node: TSESTree.Node, isSure: boolean): boolean {
  const target = unwrap(node);
  if (target.type === 'ThisExpression' || target.type === 'Super') return false;
  if (target.type === 'MemberExpression') {
    const name = staticKey(target.property, target.computed);
    const of = target.object.type === 'Identifier' ? target.object.name : undefined;
    if (name === 'prototype') return of === 'Array';
    if (name === 'exports' && of === 'module') return false;
  }
  if (target.type === 'Identifier' && target.name === 'exports') return false;
  const kinds = [...inferType(run, target, unit)].map(({ kind }) => kind);
  const isAny = kinds.length === 0 || kinds.includes('any');
  return kinds.includes('array') || (isAny && !isSure);
}

function mayBeFunction(run: Run, unit: SourceUnit, node: TSESTree.Node): boolean {
  const value = unwrap(node);
  if (isFunction(value)) return true;
  const kinds = [...inferType(run, value, unit)].map(({ kind }) => kind);
  return kinds.length === 0 || kinds.some((kind) => kind === 'any' || kind === 'function');
}

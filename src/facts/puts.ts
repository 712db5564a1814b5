/**
 * Purpose: what a file puts under names into objects.
 * Input: a file.
 * Guarantee: all assignments to members, by operators, patterns and heads of loops, and what `Object` and `Reflect` put by functions of theirs.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import { isPatternTarget, staticKey, unwrap, walkNodes } from './ast.ts';
import { lookupMethods } from './builtins/index.ts';
import { nodesOf } from './nodes.ts';

/** What is put under a name into an object; `key` where the name is computed, neither where it may be any. */
export interface Put {
  readonly name: string | undefined;
  readonly key?: TSESTree.Node | undefined;
  readonly target: TSESTree.Node;
  readonly value: TSESTree.Node | undefined;
}

const tables = new WeakMap<SourceUnit['ast'], readonly Put[]>();

/** Values; what arithmetic leaves in a property, and its deletion, are among `changesOf`. */
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

const allChanges = new WeakMap<SourceUnit['ast'], readonly Change[]>();

/** An object of which a property is changed; no name where it may be any. */
export type Change = Pick<Put, 'name' | 'key' | 'target'> & {
  /** What is called, when that may be a method of a built-in which changes its receiver: `list.push(x)`. */
  readonly method?: string;
};

export function changesOf(unit: SourceUnit): readonly Change[] {
  const known = allChanges.get(unit.ast);
  if (known) return known;
  const found = [...putsOf(unit), ...nodesOf(unit).flatMap((node) => changedBy(node) ?? [])];
  allChanges.set(unit.ast, found);
  return found;
}

/** `o.n += 1`, `o.n++`, `delete o.n`, `o.push(n)`, `Object.assign(o, other)` */
function changedBy(node: TSESTree.Node): Change | undefined {
  if (node.type === 'CallExpression') {
    const [target, ...sources] = node.arguments;
    const isCopied = sources.some((source) => unwrap(source).type !== 'ObjectExpression');
    if (functionOfObject(node) !== 'assign') return calledOn(unwrap(node.callee));
    return isCopied && target ? { name: undefined, target } : undefined;
  }
  if (node.type === 'AssignmentExpression') return changedMember(node.left);
  const isChange = node.type === 'UpdateExpression' || node.type === 'UnaryExpression';
  return isChange ? changedMember(node.argument) : undefined;
}

function calledOn(callee: TSESTree.Node): Change | undefined {
  if (callee.type !== 'MemberExpression') return undefined;
  const method = staticKey(callee.property, callee.computed);
  const isChange = method !== undefined && lookupMethods(method).some(({ mutates }) => mutates.length > 0);
  return isChange ? { name: undefined, target: callee.object, method } : undefined;
}

function changedMember(node: TSESTree.Node): Change | undefined {
  const member = unwrap(node);
  return member.type === 'MemberExpression' ? putBy(member, undefined) : undefined;
}

const namesPut = new WeakMap<SourceUnit['ast'], ReadonlySet<string>>();

/** Names of what a file puts into objects, those of its literals included. */
export function namesPutIn(unit: SourceUnit): ReadonlySet<string> {
  const known = namesPut.get(unit.ast);
  if (known) return known;
  const inLiterals = nodesOf(unit).flatMap((node) =>
    node.type === 'Property' && node.parent.type === 'ObjectExpression'
      ? [staticKey(node.key, node.computed)]
      : [],
  );
  const names = [...inLiterals, ...putsOf(unit).map(({ name }) => name)];
  const found = new Set(names.filter((name) => name !== undefined));
  namesPut.set(unit.ast, found);
  return found;
}

const methodNames = new WeakMap<SourceUnit['ast'], ReadonlySet<string>>();

/** Names of methods of a file's classes. */
export function methodNamesIn(unit: SourceUnit): ReadonlySet<string> {
  const known = methodNames.get(unit.ast);
  if (known) return known;
  const names = nodesOf(unit).flatMap((node) =>
    node.type === 'MethodDefinition' ? [staticKey(node.key, node.computed)] : [],
  );
  const found = new Set(names.filter((name) => name !== undefined));
  methodNames.set(unit.ast, found);
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
function defined(call: TSESTree.CallExpression): readonly Put[] {
  const [target, second, ...more] = call.arguments;
  if (!target || !second) return [];
  const name = functionOfObject(call);
  switch (name) {
    case 'assign':
      return [second, ...more].flatMap((source) => propertiesOf(target, source));
    case 'defineProperties':
      return propertiesOf(target, second).map((put) => ({ ...put, value: undefined }));
    case 'defineProperty':
    case 'set': {
      const key = staticKey(second, true);
      return [{ name: key, key: keyOf(key, second), target, value: name === 'set' ? more[0] : undefined }];
    }
    case 'setPrototypeOf':
      return [{ name: undefined, target, value: undefined }];
    default:
      return [];
  }
}

/** `assign` of `Object.assign(…)` */
function functionOfObject({ callee }: TSESTree.CallExpression): string | undefined {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined;
  if (!/^(?:Object|Reflect)$/.test(callee.object.name)) return undefined;
  return staticKey(callee.property, callee.computed);
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

/**
 * Purpose: objects that others inherit from: a change of theirs is read under other names, by places that it isn't told apart from.
 * Input: the place that is changed, and the file in which it is.
 * Guarantee: false only where the file makes no prototype of the object: by `__proto__`, `Object.create`, `setPrototypeOf` or
 * `f.prototype = …`, by its variable or another that it is copied to. Where it makes one of what isn't known, any object may be one.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Place, SourceUnit } from '../model/index.ts';
import { staticKey, unwrap } from './ast.ts';
import { nodesOf } from './nodes.ts';
import { scopeIndexOf, variableById } from './scopes.ts';
import type { Variable } from './scopes.ts';

type Node = TSESTree.Node;

interface Prototypes {
  readonly variables: ReadonlySet<Variable>;
  readonly isAny: boolean;
}

export function isOfPrototype(unit: SourceUnit, { root, path }: Place): boolean {
  if (path.slice(0, -1).some((key) => key.kind === 'name' && isPrototypeKey(key.name))) return true;
  const last = path.at(-1);
  if (!last) return false;
  if (root.kind === 'global') return root.name.endsWith('.prototype');
  const { variables, isAny } = prototypesOf(unit);
  if (isAny && last.kind === 'name' && root.kind !== 'fresh') return true;
  const variable = root.kind === 'binding' ? variableById(root.id) : undefined;
  if (!variable) return false;
  const names = namesOf(unit, variable);
  return names.some((name) => variables.has(name) || valuesOf(name).some(isPrototypeOfCode));
}

function isPrototypeKey(name: string | undefined): boolean {
  return name === 'prototype' || name === '__proto__';
}

const known = new WeakMap<SourceUnit['ast'], Prototypes>();

function prototypesOf(unit: SourceUnit): Prototypes {
  const before = known.get(unit.ast);
  if (before) return before;
  const used = nodesOf(unit)
    .flatMap((node) => usedAsPrototype(node) ?? [])
    .filter((node) => !isHarmless(node));
  const roots = used.map((node) => variableAt(unit, node));
  const variables = new Set(roots.flatMap((variable) => (variable ? namesOf(unit, variable) : [])));
  const isAny = roots.some((variable) => !variable || variable.defs[0]?.type === 'Parameter');
  const found = { variables, isAny };
  known.set(unit.ast, found);
  return found;
}

/** The object that a node makes the prototype of another. */
function usedAsPrototype(node: Node): Node | undefined {
  if (node.type === 'Property')
    return !node.computed && !node.shorthand && staticKey(node.key, false) === '__proto__'
      ? node.value
      : undefined;
  if (node.type === 'AssignmentExpression') {
    const { left, right } = node;
    const isSet = left.type === 'MemberExpression' && isPrototypeKey(staticKey(left.property, left.computed));
    return isSet ? right : undefined;
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = node.callee;
  if (object.type !== 'Identifier' || !/^(?:Object|Reflect)$/.test(object.name)) return undefined;
  const name = staticKey(property, computed);
  return node.arguments[['create', 'setPrototypeOf'].indexOf(name ?? '')];
}

/** Nothing, what has no other name, and what is reached as the prototype that it is. */
function isHarmless(node: Node): boolean {
  const value = unwrap(node);
  if (value.type === 'NewExpression' || value.type === 'ObjectExpression' || value.type === 'Literal')
    return true;
  if (value.type === 'CallExpression' && usedAsPrototype(value)) return true;
  return isPrototypeOfCode(value);
}

/** `Array.prototype` */
function isPrototypeOfCode(node: Node): boolean {
  const value = unwrap(node);
  return value.type === 'MemberExpression' && isPrototypeKey(staticKey(value.property, value.computed));
}

/** The variable that leads to an object. */
function variableAt(unit: SourceUnit, node: Node): Variable | undefined {
  let at = unwrap(node);
  while (at.type === 'MemberExpression') at = unwrap(at.object);
  return at.type === 'Identifier' ? scopeIndexOf(unit).variableOf(at) : undefined;
}

/** The variable, and those whose objects it is given. */
function namesOf(unit: SourceUnit, variable: Variable): readonly Variable[] {
  const found = new Set([variable]);
  for (const one of found)
    for (const value of valuesOf(one)) {
      const source = variableAt(unit, value);
      if (source) found.add(source);
    }
  return [...found];
}

function valuesOf({ references }: Variable): readonly Node[] {
  return references.flatMap(({ writeExpr }) => writeExpr ?? []);
}

/**
 * Purpose: methods of arrays that a file replaces, on an array itself or for all: `xs.map = f`, `Object.assign(xs, { forEach })`.
 * Input: a file and the name of a method.
 * Guarantee: false only where the file puts no function under that name into what may be an array. Other files are taken not to
 * (docs/semantics.md); nor is a name that is computed looked at, unless it may be a string and what it is put into an array.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import { isFunction, staticKey, unwrap } from './ast.ts';
import { putsOf } from './puts.ts';
import type { Run } from './run.ts';
import { inferType, mayBeString } from './values/infer.ts';

export function isReplaced(run: Run, unit: SourceUnit, method: string): boolean {
  return putsOf(unit).some(
    ({ name, key, target, value }) =>
      (name === undefined || name === method) &&
      (!key || mayBeString(run, key, unit)) &&
      mayBeArray(run, unit, target, name === undefined) &&
      (!value || mayBeFunction(run, unit, value)),
  );
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

export function mayBeFunction(run: Run, unit: SourceUnit, node: TSESTree.Node): boolean {
  const value = unwrap(node);
  if (isFunction(value)) return true;
  const kinds = [...inferType(run, value, unit)].map(({ kind }) => kind);
  return kinds.length === 0 || kinds.some((kind) => kind === 'any' || kind === 'function');
}

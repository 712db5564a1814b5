/** `Promise.all(xs.map(f))`: a call for each item whose promises are awaited together. */
import type { TSESTree } from '@typescript-eslint/types';
import { findVariable } from './threads/modules.ts';
import type { SourceCode } from './threads/modules.ts';
import { propertyName } from './threads/walk.ts';

export interface PromisedMap {
  readonly method: 'all' | 'allSettled';
  /** `xs.map(f)` or `Array.from(xs, f)` */
  readonly map: TSESTree.CallExpression;
  /** `f` */
  readonly callback: TSESTree.Node | undefined;
}

/** Undefined for any other call. */
export function promisedMap({ callee, arguments: [map] }: TSESTree.CallExpression): PromisedMap | undefined {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined;
  const method = propertyName(callee);
  if (callee.object.name !== 'Promise' || (method !== 'all' && method !== 'allSettled')) return undefined;
  if (map?.type !== 'CallExpression' || map.callee.type !== 'MemberExpression') return undefined;
  const name = propertyName(map.callee);
  if (name !== 'map' && name !== 'from') return undefined;
  return { method, map, callback: map.arguments[name === 'map' ? 0 : 1] };
}

/** Whether `Promise` of `Promise.all(…)` is the built-in, as far as the file knows. */
export function isGlobalPromise(code: SourceCode, { callee }: TSESTree.CallExpression): boolean {
  const object = callee.type === 'MemberExpression' ? callee.object : undefined;
  return object?.type === 'Identifier' && !findVariable(code, object)?.defs.length;
}

/** A function that is created where it stands uses the variables around it. */
import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../analysis.ts';
import type { Variable } from '../scopes.ts';
import { outerValue } from '../values/outer.ts';
import { emit, isLocal } from './frame.ts';
import type { Frame } from './frame.ts';
import { isCode } from './identifiers.ts';

/** Emits a read of each variable that the function captures, at its creation. */
export function captureReads(frame: Frame, node: FunctionNode): void {
  for (const variable of capturedVariables(frame.unit.scopes.acquire(node))) {
    if (!isLocal(frame, variable) && isCode(outerValue(frame.run, variable, frame.unit))) continue;
    const id = frame.scopes.idOf(variable);
    const place = { root: { kind: 'binding' as const, id, name: variable.name }, path: [] };
    emit(frame, { kind: 'read', place }, node.range, { conditional: true });
  }
}

interface Through {
  readonly through: readonly { readonly resolved: unknown; readonly identifier: TSESTree.Node }[];
}

/** Variables declared outside a scope that code within it names. */
export function capturedVariables(scope: Through | null): readonly Variable[] {
  const found = new Set<Variable>();
  for (const { resolved } of scope?.through ?? []) {
    const variable = resolved as Variable | null;
    if (variable && variable.defs.some((def) => def.type !== 'Type')) found.add(variable);
  }
  return [...found];
}

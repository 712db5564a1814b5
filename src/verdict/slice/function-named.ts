/** Which function a name stands for. */
import type { TSESTree } from '@typescript-eslint/types';
import { isFunction } from '../../facts/ast.ts';
import type { FunctionNode } from '../../facts/index.ts';
import { runOf } from '../../facts/run.ts';
import { importedValue } from '../../facts/values/exports.ts';
import type { LoopView } from './loop-view.ts';

/** The function of the file, or of another one of the project, that a name always stands for. */
export function functionNamed(view: LoopView, node: TSESTree.Node): FunctionNode | undefined {
  const variable = view.names.variableOf(node);
  const [definition, ...others] = variable?.defs ?? [];
  if (!variable || !definition || others.length > 0) return undefined;
  if (variable.references.some((reference) => reference.isWrite() && !reference.init)) return undefined;
  if (definition.type === 'ImportBinding') {
    const refs = [...(importedValue(runOf(view.facts), definition, view.unit)?.refs.values() ?? [])];
    const [only] = refs;
    return refs.length === 1 && only?.kind === 'function' ? only.node : undefined;
  }
  const declared = definition.type === 'Variable' ? definition.node.init : definition.node;
  return declared && isFunction(declared) ? declared : undefined;
}

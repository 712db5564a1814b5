/** Small questions about initialisers and literals. */
import type { ScopeVariable as Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';

/** The expression that a variable is declared with. */
export function initOf({ defs: [definition] }: Variable): TSESTree.Expression | undefined {
  const isPlain = definition?.type === 'Variable' && definition.node.id.type === 'Identifier';
  return isPlain ? (definition.node.init ?? undefined) : undefined;
}

/** A literal that is a whole number from 0 on. */
export function wholeOf(node: TSESTree.Node): number | undefined {
  const isWhole = node.type === 'Literal' && typeof node.value === 'number' && Number.isInteger(node.value);
  return isWhole ? node.value : undefined;
}

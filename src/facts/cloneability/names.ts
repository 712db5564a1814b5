/** Names as written. */
import type { TSESTree } from '@typescript-eslint/types';

/** `Intl.Collator` of the expression `Intl.Collator`; undefined when it isn't a chain of plain names. */
export function dottedName(node: TSESTree.Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier')
    return undefined;
  const object = dottedName(node.object);
  return object === undefined ? undefined : `${object}.${node.property.name}`;
}

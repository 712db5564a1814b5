/** The type after `@returns` in the comment of a function, which becomes a promise with it. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, SourceUnit } from '../../src/model/index.ts';

/** Undefined where no comment directly above the function says what it gives. */
export function jsdocResultOf(unit: SourceUnit, node: TSESTree.Node): Range | undefined {
  const [end] = statementOf(node).range;
  const comment = unit.ast.comments?.find(
    ({ range }) => range[1] <= end && /^\s*$/.test(unit.text.slice(range[1], end)),
  );
  if (comment?.type !== 'Block' || !comment.value.startsWith('*')) return undefined;
  const tag = /@returns?\s*\{/.exec(comment.value);
  if (!tag) return undefined;
  const start = tag.index + tag[0].length;
  const length = lengthOfType(comment.value.slice(start));
  // The value begins behind the two characters that open the comment.
  const from = comment.range[0] + 2 + start;
  return length === undefined ? undefined : [from, from + length];
}

/** What the comment stands above: the declaration, with its `export`. */
function statementOf(node: TSESTree.Node): TSESTree.Node {
  const { parent } = node;
  return parent && /^(?:VariableDecl|Export)/.test(parent.type) ? statementOf(parent) : node;
}

/** Up to the brace that closes the type. */
function lengthOfType(text: string): number | undefined {
  let depth = 1;
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth === 0) return index;
  }
  return undefined;
}

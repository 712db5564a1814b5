/** Plain traversal of a parsed file, in source order. */
import type { TSESTree } from '@typescript-eslint/types';

const skippedKeys = new Set(['parent', 'loc', 'range', 'tokens', 'comments']);

/** Calls `visit` for `node` and all below it; a visit that returns false keeps out of that node's children. */
export function walk(node: TSESTree.Node, visit: (node: TSESTree.Node) => unknown): void {
  if (visit(node) === false) return;
  for (const child of childrenOf(node)) walk(child, visit);
}

export function childrenOf(node: TSESTree.Node): TSESTree.Node[] {
  return Object.entries(node)
    .filter(([key]) => !skippedKeys.has(key))
    .flatMap(([, value]: [string, unknown]) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter(isNode);
}

/** The innermost node that covers exactly `range`, or none. */
export function findNode(
  root: TSESTree.Node,
  range: readonly [number, number],
  accept: (node: TSESTree.Node) => boolean = () => true,
): TSESTree.Node | undefined {
  let found: TSESTree.Node | undefined;
  walk(root, (node) => {
    if (node.range[0] > range[0] || node.range[1] < range[1]) return node.type === 'Program';
    if (node.range[0] === range[0] && node.range[1] === range[1] && accept(node)) found = node;
    return true;
  });
  return found;
}

/** Whether other statements, or members of a class, may stand beside a node. */
export function isInBlock({ parent }: TSESTree.Node): boolean {
  return (
    !parent || /^(?:Program|BlockStatement|SwitchCase|StaticBlock|ClassBody|TSModuleBlock)$/.test(parent.type)
  );
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}

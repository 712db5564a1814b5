/** Parent links, which ESLint sets on the AST that it gives to rules, and the parser alone does not. */
import type { TSESTree } from '@typescript-eslint/types';

type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

/** Sets `parent` on every node, and shows each to `visit`. Iterative: long `a + b + c …` chains are as deep as they are long. */
export function linkParents(
  ast: TSESTree.Program,
  visitorKeys: VisitorKeys,
  visit: (node: TSESTree.Node) => void,
): void {
  const stack: TSESTree.Node[] = [ast];
  for (let node = stack.pop(); node; node = stack.pop()) {
    visit(node);
    const fields = node as unknown as Record<string, unknown>;
    for (const key of visitorKeys[node.type] ?? []) {
      for (const child of [fields[key]].flat()) {
        if (!isNode(child)) continue;
        (child as { parent: TSESTree.Node }).parent = node;
        stack.push(child);
      }
    }
  }
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

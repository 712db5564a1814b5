/** Walking an AST by the parser's visitor keys, whatever the parser. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { childrenOf as allChildrenOf } from '../../facts/ast.ts';

/** Undefined for what doall has parsed itself. */
export type VisitorKeys = TSESLint.SourceCode.VisitorKeys | undefined;

/** The direct children of a node, in the order of the visitor keys. */
export function childrenOf(node: TSESTree.Node, visitorKeys: VisitorKeys): TSESTree.Node[] {
  if (visitorKeys === undefined) return allChildrenOf(node);
  const fields = node as unknown as Record<string, TSESTree.Node | (TSESTree.Node | null)[] | null>;
  return (visitorKeys[node.type] ?? [])
    .flatMap((key) => fields[key] ?? [])
    .filter((child): child is TSESTree.Node => child !== null);
}

/** The node and everything below it, parents first; what `skip` holds for is left out with all below it. */
export function* walk(
  node: TSESTree.Node,
  visitorKeys: VisitorKeys,
  skip: (node: TSESTree.Node) => boolean = () => false,
): Generator<TSESTree.Node> {
  yield node;
  for (const child of childrenOf(node, visitorKeys)) {
    if (!skip(child)) yield* walk(child, visitorKeys, skip);
  }
}

export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

export function isFunction(node: TSESTree.Node | null | undefined): node is FunctionNode {
  return (
    node?.type === 'FunctionDeclaration' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'ArrowFunctionExpression'
  );
}

/** The innermost function around a node; undefined at the top level of the file. */
export function enclosingFunction(node: TSESTree.Node): FunctionNode | undefined {
  return findAncestor(node, isFunction);
}

/** The innermost ancestor for which `test` holds. */
export function findAncestor<T extends TSESTree.Node>(
  node: TSESTree.Node,
  test: (node: TSESTree.Node) => node is T,
): T | undefined {
  for (let at = node.parent; at; at = at.parent) if (test(at)) return at;
  return undefined;
}

export function contains(outer: TSESTree.Node, inner: TSESTree.Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** The expression without `await`, parentheses' wrappers and TypeScript's annotations. */
export function unwrap(node: TSESTree.Node): TSESTree.Node {
  switch (node.type) {
    case 'AwaitExpression':
      return unwrap(node.argument);
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
      return unwrap(node.expression);
    default:
      return node;
  }
}

/** `b` of `a.b` and `a['b']`; `#b` of `this.#b`. */
export function propertyName(node: TSESTree.MemberExpression | TSESTree.Property): string | undefined {
  const key = node.type === 'Property' ? node.key : node.property;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (!node.computed && key.type === 'Identifier') return key.name;
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined;
}

/** Small questions about syntax trees. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range } from '../../model/index.ts';
import { childrenOf as fieldsOf } from '../ast.ts';

type Node = TSESTree.Node;

const childLists = new WeakMap<Node, readonly Node[]>();

/** The child nodes in source order. */
export function childrenOf(node: Node): readonly Node[] {
  const known = childLists.get(node);
  if (known) return known;
  const children = fieldsOf(node).sort((a, b) => a.range[0] - b.range[0]);
  childLists.set(node, children);
  return children;
}

/** `node` and everything below it, outer nodes first, in source order. */
export function* descendants(node: Node): Generator<Node> {
  const stack = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next;
    for (const child of childrenOf(next).toReversed()) stack.push(child);
  }
}

export function isInside(inner: Range, outer: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Takes off `as T`, `satisfies T`, `!`, `<T>x` and the wrapper of an optional chain. */
export function bare(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
      return bare(node.expression);
    default:
      return node;
  }
}

export function isFunction(
  node: Node,
): node is TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration {
  return (
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression' ||
    node.type === 'FunctionDeclaration'
  );
}

/** The identifiers that a pattern or target assigns directly (`[a, { b = 1 }, ...c]`). */
export function targetsOf(pattern: Node): readonly TSESTree.Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? targetsOf(element) : []));
    case 'ObjectPattern':
      return pattern.properties.flatMap((p) => targetsOf(p.type === 'Property' ? p.value : p.argument));
    case 'AssignmentPattern':
      return targetsOf(pattern.left);
    case 'RestElement':
      return targetsOf(pattern.argument);
    case 'TSParameterProperty':
      return targetsOf(pattern.parameter);
    default:
      return [];
  }
}

const ignored = new Set(['range', 'loc', 'parent', 'raw', 'start', 'end', 'typeAnnotation']);

/** Whether two expressions read the same, whatever their layout. */
export function isSameSyntax(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => isSameSyntax(item, b[i]));
  }
  const entriesOf = (node: object) => Object.entries(node).filter(([key]) => !ignored.has(key));
  const other = new Map(entriesOf(b));
  const entries = entriesOf(a);
  return (
    entries.length === other.size && entries.every(([key, value]) => isSameSyntax(value, other.get(key)))
  );
}

export function functionAround(node: Node): Node | undefined {
  // ESLint gives the program a parent of null, other hosts leave it out.
  const parent = node.parent ?? undefined;
  return parent === undefined || isFunction(parent) ? parent : functionAround(parent);
}

/** Small questions about syntax that several passes ask. */
import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { Range } from '../model/index.ts';
import type { FunctionNode } from './analysis.ts';

const skippedKeys = new Set(['parent', 'loc', 'range', 'tokens', 'comments', 'type']);

/** Hosts hang more on a program than its body: the template of a Vue file. */
const keysByType = new Map(Object.entries(visitorKeys).filter(([type]) => type !== 'Program'));

/** The direct children of a node, in source order as far as its fields are. Works for any ESTree parser. */
export function childrenOf(node: TSESTree.Node): TSESTree.Node[] {
  const children: TSESTree.Node[] = [];
  addChildren(node, children);
  return children;
}

function addChildren(node: TSESTree.Node, list: TSESTree.Node[]): void {
  const fields = node as unknown as Record<string, unknown>;
  for (const key of keysByType.get(node.type) ?? otherKeys(fields)) {
    const value = fields[key];
    if (Array.isArray(value)) {
      for (const child of value) if (isNode(child)) list.push(child);
    } else if (isNode(value)) list.push(value);
  }
}

/** Of a node that no list of keys is known for. */
function otherKeys(fields: object): string[] {
  return Object.keys(fields).filter((key) => !skippedKeys.has(key));
}

/** Visits every node below and including `root`, parents first; `enter` returning false skips what is below. Iterative. */
export function walkNodes(root: TSESTree.Node, enter: (node: TSESTree.Node) => boolean | undefined): void {
  const stack: TSESTree.Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (enter(node) === false) continue;
    const first = stack.length;
    addChildren(node, stack);
    reverseFrom(stack, first);
  }
}

/** In place: a list for the children of each node would cost more than the walk. */
function reverseFrom(list: TSESTree.Node[], first: number): void {
  for (let low = first, high = list.length - 1; low < high; low++, high--) {
    const kept = list[low] as TSESTree.Node;
    list[low] = list[high] as TSESTree.Node;
    list[high] = kept;
  }
}

export function isNode(value: unknown): value is TSESTree.Node {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}

/** `using x = …` calls a method of `x` when its block or iteration ends. */
export function isUsing(node: TSESTree.Node | null): boolean {
  return node?.type === 'VariableDeclaration' && (node.kind === 'using' || node.kind === 'await using');
}

export function isFunction(node: TSESTree.Node): node is FunctionNode {
  return (
    node.type === 'ArrowFunctionExpression' ||
    node.type === 'FunctionExpression' ||
    node.type === 'FunctionDeclaration'
  );
}

/** Whether a piece of code holds a function, or is one. */
export function containsFunction(node: TSESTree.Node): boolean {
  let found = false;
  walkNodes(node, (at) => {
    found ||= isFunction(at);
    return !found;
  });
  return found;
}

export function isClass(node: TSESTree.Node): node is TSESTree.ClassDeclaration | TSESTree.ClassExpression {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

export function isLoopStatement(node: TSESTree.Node): boolean {
  return /^(?:For|ForOf|ForIn|While|DoWhile)Statement$/.test(node.type);
}

export function contains(outer: Range, inner: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

export function overlaps(a: Range, b: Range): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** The expression without TypeScript's wrappers: `x as T`, `x!`, `<T>x`, `x satisfies T`. */
export function unwrap(node: TSESTree.Node): TSESTree.Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return unwrap(node.expression);
    default:
      return node;
  }
}

/** The innermost function that a node stands in (not the node itself), or the program. */
export function enclosingFunction(node: TSESTree.Node): FunctionNode | TSESTree.Program {
  let at = node.parent;
  while (at && !isFunction(at) && at.type !== 'Program') at = at.parent;
  return at as FunctionNode | TSESTree.Program;
}

/** `name` of a member, property or method that is not computed (or computed by a literal). */
export function staticKey(key: TSESTree.Node, computed: boolean): string | undefined {
  if (!computed && (key.type === 'Identifier' || key.type === 'PrivateIdentifier')) {
    return key.type === 'PrivateIdentifier' ? `#${key.name}` : key.name;
  }
  const literal = unwrap(key);
  return literal.type === 'Literal' &&
    (typeof literal.value === 'string' || typeof literal.value === 'number')
    ? String(literal.value)
    : undefined;
}

/** A function's own name, or that of the variable, property or method that it is the value of. */
export function functionName(node: FunctionNode): string | undefined {
  if (node.id) return node.id.name;
  const { parent } = node;
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (
    parent.type === 'MethodDefinition' ||
    parent.type === 'Property' ||
    parent.type === 'PropertyDefinition'
  ) {
    return staticKey(parent.key, parent.computed);
  }
  if (parent.type === 'AssignmentExpression') return nameOfTarget(parent.left);
  return undefined;
}

function nameOfTarget(node: TSESTree.Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? staticKey(node.property, node.computed) : undefined;
}

/** The expressions whose values a function's own code returns. */
export function returnedBy(node: FunctionNode): readonly TSESTree.Expression[] {
  if (node.body.type !== 'BlockStatement') return [node.body];
  const returned: TSESTree.Expression[] = [];
  walkNodes(node.body, (at) => {
    if (at.type === 'ReturnStatement' && at.argument) returned.push(at.argument);
    return !isFunction(at);
  });
  return returned;
}

/** A target of a pattern or loop head: `[a[0], a[1]] = …`, `({ x: a[0] } = o)`, `for (a[0] of …)`. */
export function isPatternTarget(node: TSESTree.Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'ArrayPattern':
    case 'RestElement':
      return true;
    case 'Property':
      return parent.value === node && parent.parent.type === 'ObjectPattern';
    case 'AssignmentPattern':
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.left === node;
    default:
      return false;
  }
}

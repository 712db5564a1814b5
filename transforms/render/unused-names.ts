/**
 * Purpose: names that a rewrite has left without a use, which compilers and linters complain of: elements of a pattern that is needed on one side
 * only, and variables declared above the loop for what has moved.
 * Input: the file as it was, and a text that was written for it.
 * Guarantee: only names go that were used before and nothing refers to now; what is taken apart or computed stays so.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Variable } from '@typescript-eslint/scope-manager';
import type MagicString from 'magic-string';
import type { Range, SourceUnit } from '../../src/model/index.ts';
import { commentsOf } from './comments.ts';
import { removalOf } from './lines.ts';

export function removeUnusedNames(text: MagicString, written: SourceUnit, original: SourceUnit): void {
  const before = new Set(unusedIn(original).map(({ name }) => name));
  const unused = unusedIn(written).filter(({ name }) => !before.has(name));
  const names = new Set<TSESTree.Node>(unused.flatMap(({ identifiers }) => identifiers));
  for (const name of names) {
    const range = rangeOf(written, name, names);
    if (range && !commentsOf(written).some((comment) => overlaps(comment.range, range)))
      text.remove(...range);
  }
}

/** Variables of functions and blocks, declared once, that nothing reads or assigns. */
function unusedIn({ scopes }: SourceUnit): readonly Variable[] {
  return scopes.scopes
    .filter(({ type }) => type !== 'global' && type !== 'type')
    .flatMap(({ variables }) => variables)
    .filter(({ defs, references }) => {
      const isLocal = defs.length === 1 && /^(?:Variable|Parameter)$/.test(defs[0]?.type ?? '');
      return isLocal && references.every(({ init }) => init === true);
    });
}

function overlaps(a: Range, b: Range): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** What goes with a name: its place in a pattern, or its declaration without a value. */
function rangeOf(
  unit: SourceUnit,
  name: TSESTree.Node,
  unused: ReadonlySet<TSESTree.Node>,
): Range | undefined {
  const { parent } = name;
  const element = parent?.type === 'RestElement' ? parent : name;
  if (element.parent?.type === 'ArrayPattern')
    return rangeOfElement(element.parent.elements, element, unused);
  if (parent?.type === 'VariableDeclarator') return rangeOfDeclarator(unit, parent, unused);
  if (parent?.type !== 'Property' || parent.value !== name || parent.computed) return undefined;
  if (parent.parent.type !== 'ObjectPattern') return undefined;
  const { properties } = parent.parent;
  const isRest = properties.some(({ type }) => type === 'RestElement');
  return isRest || properties.every((one) => isUnused(one, unused))
    ? undefined
    : rangeInList(properties, parent, unused);
}

/** `k` of `[k, v]`, which leaves a hole; at the end with the comma before it. A pattern that nothing is left of stays. */
function rangeOfElement(
  elements: readonly (TSESTree.Node | null)[],
  element: TSESTree.Node,
  unused: ReadonlySet<TSESTree.Node>,
): Range | undefined {
  if (elements.every((one) => isUnused(one, unused))) return undefined;
  return isLastUsed(elements, element, unused) ? rangeInList(elements, element, unused) : element.range;
}

/** `let x;`, or `x` among others. */
function rangeOfDeclarator(
  unit: SourceUnit,
  declarator: TSESTree.VariableDeclarator,
  unused: ReadonlySet<TSESTree.Node>,
): Range | undefined {
  const { declarations, parent, range } = declarator.parent;
  if (declarator.init || parent.type !== 'BlockStatement') return undefined;
  const isAll = declarations.every((one) => isUnused(one, unused));
  return isAll ? removalOf(unit, range) : rangeInList(declarations, declarator, unused);
}

/** With the comma behind it, or with the one before it where nothing behind it stays. */
function rangeInList(
  list: readonly (TSESTree.Node | null)[],
  node: TSESTree.Node,
  unused: ReadonlySet<TSESTree.Node>,
): Range | undefined {
  const at = list.indexOf(node);
  const [previous, next] = [list[at - 1], list[at + 1]];
  if (next && !isLastUsed(list, node, unused)) return [node.range[0], next.range[0]];
  return previous ? [previous.range[1], node.range[1]] : undefined;
}

/** Whether nothing behind an element is used. */
function isLastUsed(
  list: readonly (TSESTree.Node | null)[],
  node: TSESTree.Node,
  unused: ReadonlySet<TSESTree.Node>,
): boolean {
  return list.slice(list.indexOf(node) + 1).every((one) => isUnused(one, unused));
}

function isUnused(element: TSESTree.Node | null, unused: ReadonlySet<TSESTree.Node>): boolean {
  if (!element) return true;
  switch (element.type) {
    case 'Property':
      return unused.has(element.value);
    case 'RestElement':
      return unused.has(element.argument);
    case 'VariableDeclarator':
      return !element.init && unused.has(element.id);
    default:
      return unused.has(element);
  }
}

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
  for (const { name, identifiers } of unusedIn(written)) {
    const [identifier] = identifiers;
    if (!identifier || before.has(name)) continue;
    const range = rangeInPattern(identifier) ?? declarationWithoutValue(written, identifier);
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

/** `k` of `[k, v]`, which leaves a hole, or with the comma before it at the end; `a` of `{ a, b }` with its comma. */
function rangeInPattern(identifier: TSESTree.Node): Range | undefined {
  const { parent } = identifier;
  const element = parent?.type === 'RestElement' ? parent : identifier;
  if (element.parent?.type === 'ArrayPattern') return rangeOfElement(element.parent, element);
  if (parent?.type !== 'Property' || parent.value !== identifier || parent.parent.type !== 'ObjectPattern')
    return undefined;
  const { properties } = parent.parent;
  const isRest = properties.some(({ type }) => type === 'RestElement');
  return isRest || parent.computed ? undefined : rangeInList(properties, parent);
}

function rangeOfElement({ elements }: TSESTree.ArrayPattern, element: TSESTree.Node): Range | undefined {
  const at = elements.findIndex((one) => one === element);
  const previous = elements[at - 1];
  const isLast = at === elements.length - 1;
  // An empty pattern would do, but reads badly.
  if (elements.length === 1 || (isLast && !previous)) return undefined;
  return isLast && previous ? [previous.range[1], element.range[1]] : element.range;
}

/** An element with the comma behind it, or the one before the last. */
function rangeInList(list: readonly TSESTree.Node[], node: TSESTree.Node): Range | undefined {
  const at = list.indexOf(node);
  const [previous, next] = [list[at - 1], list[at + 1]];
  if (next) return [node.range[0], next.range[0]];
  return previous && [previous.range[1], node.range[1]];
}

/** `let x;`, or `x` among others. */
function declarationWithoutValue(unit: SourceUnit, identifier: TSESTree.Node): Range | undefined {
  const declarator = identifier.parent;
  if (declarator?.type !== 'VariableDeclarator' || declarator.init) return undefined;
  const { declarations, parent, range } = declarator.parent;
  if (parent.type !== 'BlockStatement') return undefined;
  return declarations.length === 1 ? removalOf(unit, range) : rangeInList(declarations, declarator);
}

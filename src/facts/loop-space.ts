/** Iteration spaces: what a loop runs over, as far as its head tells. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Bound, IterationSpace, LoopForm, Range, SourceUnit } from '../model/index.ts';
import { staticKey, unwrap } from './ast.ts';
import { indexTarget } from './loop-items.ts';
import { arrayEvidence } from './array-evidence.ts';
import { externalId, isReassigned, scopeIndexOf } from './scopes.ts';

/** The space of a loop statement or method call. */
export function findSpace(unit: SourceUnit, node: TSESTree.Node, form: LoopForm): IterationSpace {
  switch (node.type) {
    case 'ForStatement':
      return countedSpace(unit, node) ?? { kind: 'open', why: 'unknown-trip-count' };
    case 'ForOfStatement':
      return elementsSpace(unit, node.right);
    case 'ForInStatement':
      return { kind: 'keys', of: node.right.range };
    case 'CallExpression':
      return form === 'from' ? fromSpace(unit, node) : methodSpace(unit, node);
    default:
      return { kind: 'open', why: 'unknown-trip-count' };
  }
}

function elementsSpace(unit: SourceUnit, iterable: TSESTree.Node): IterationSpace {
  const { isArray, dense } = arrayEvidence(unit, iterable);
  return { kind: 'elements', iterable: iterable.range, dense, isArray };
}

function methodSpace(unit: SourceUnit, node: TSESTree.CallExpression): IterationSpace {
  const callee = unwrap(node.callee);
  return elementsSpace(unit, callee.type === 'MemberExpression' ? callee.object : callee);
}

/** `Array.from({ length: n }, …)` counts; `Array.from(xs, …)` runs over `xs`. */
function fromSpace(unit: SourceUnit, node: TSESTree.CallExpression): IterationSpace {
  const [source] = node.arguments;
  if (!source) return { kind: 'open', why: 'unknown-trip-count' };
  if (source.type === 'ObjectExpression' && source.properties.length === 1) {
    const [property] = source.properties;
    const isLength = property?.type === 'Property' && staticKey(property.key, property.computed) === 'length';
    if (isLength) return { kind: 'length', length: property.value.range };
  }
  return elementsSpace(unit, source);
}

/** `for (let i = from; i < to; i += step)` with a step that is a known whole number. */
function countedSpace(unit: SourceUnit, node: TSESTree.ForStatement): IterationSpace | undefined {
  const index = indexTarget(node);
  const step = stepOf(unit, node);
  const variable = index && scopeIndexOf(unit).variableOf(index);
  const from = index && initialValue(node, index.name);
  const limit = index && step !== undefined ? limitOf(node.test, index.name, step) : undefined;
  if (!variable || !from || !limit || step === undefined) return undefined;
  const lengthOf = boundOf(from).value === 0 && !limit.inclusive ? lengthTarget(unit, limit.to) : undefined;
  return {
    kind: 'counted',
    index: externalId(scopeIndexOf(unit).idOf(variable), unit),
    from: boundOf(from),
    to: boundOf(limit.to),
    step,
    inclusive: limit.inclusive,
    lengthOf,
  };
}

function initialValue(node: TSESTree.ForStatement, name: string): TSESTree.Expression | undefined {
  if (node.init?.type === 'VariableDeclaration') {
    const declared = node.init.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name);
    return declared?.init ?? undefined;
  }
  const { init } = node;
  const isAssignment = init?.type === 'AssignmentExpression' && init.operator === '=';
  return isAssignment && init.left.type === 'Identifier' && init.left.name === name ? init.right : undefined;
}

function stepOf(unit: SourceUnit, { update }: TSESTree.ForStatement): number | undefined {
  if (update?.type === 'UpdateExpression') return update.operator === '++' ? 1 : -1;
  if (update?.type !== 'AssignmentExpression') return undefined;
  if (update.operator !== '+=' && update.operator !== '-=') return undefined;
  const by = constantOf(unit, update.right);
  if (by === undefined || by === 0 || !Number.isInteger(by)) return undefined;
  return update.operator === '+=' ? by : -by;
}

/** The number that an expression is: a literal, or a `const` of the file that is one. */
function constantOf(unit: SourceUnit, node: TSESTree.Node): number | undefined {
  if (node.type !== 'Identifier') return boundOf(node).value;
  const variable = scopeIndexOf(unit).variableOf(node);
  const declarator = variable?.defs[0]?.node;
  if (!variable || isReassigned(variable) || declarator?.type !== 'VariableDeclarator') return undefined;
  const initial = declarator.id.type === 'Identifier' ? declarator.init : undefined;
  return initial ? boundOf(initial).value : undefined;
}

/**
 * The space of `for (let i = 0; i !== xs.length; i++)`, and `xs`: the same as with `<` when `xs` has a length that is a whole number from
 * 0 on.
 */
export function countedToLength(
  unit: SourceUnit,
  node: TSESTree.ForStatement,
): { readonly space: IterationSpace; readonly counted: TSESTree.Node } | undefined {
  const { test } = node;
  const isUnequal = test?.type === 'BinaryExpression' && /^!==?$/.test(test.operator);
  if (!isUnequal || test.right.type !== 'MemberExpression') return undefined;
  const space = countedSpace(unit, { ...node, test: { ...test, operator: '<' } } as TSESTree.ForStatement);
  const isExact = space?.kind === 'counted' && space.step === 1 && space.lengthOf !== undefined;
  return isExact ? { space, counted: test.right.object } : undefined;
}

const mirrored: Record<string, string> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function limitOf(test: TSESTree.Expression | null, name: string, step: number) {
  if (test?.type !== 'BinaryExpression' || test.left.type === 'PrivateIdentifier') return undefined;
  const isIndex = (node: TSESTree.Node) => node.type === 'Identifier' && node.name === name;
  const [to, operator] = isIndex(test.left)
    ? [test.right, test.operator as string]
    : isIndex(test.right)
      ? [test.left, mirrored[test.operator] ?? '']
      : [undefined, ''];
  const fits = step > 0 ? /^<=?$/.test(operator) : /^>=?$/.test(operator);
  return to && fits ? { to, inclusive: operator.endsWith('=') } : undefined;
}

function boundOf(node: TSESTree.Node): Bound {
  const inner = unwrap(node);
  if (inner.type === 'Literal') {
    return { range: node.range, value: typeof inner.value === 'number' ? inner.value : undefined };
  }
  if (inner.type === 'UnaryExpression' && inner.operator === '-') {
    const { value } = boundOf(inner.argument);
    return { range: node.range, value: value === undefined ? undefined : -value };
  }
  return { range: node.range, value: undefined };
}

/** `xs` of `i < xs.length`, also through `n = xs.length` in the head. */
function lengthTarget(unit: SourceUnit, to: TSESTree.Node): Range | undefined {
  const inner = unwrap(to);
  if (inner.type === 'MemberExpression') {
    const isLength = staticKey(inner.property, inner.computed) === 'length';
    return isLength ? inner.object.range : undefined;
  }
  if (inner.type !== 'Identifier') return undefined;
  const variable = scopeIndexOf(unit).variableOf(inner);
  const declarator = variable?.defs[0]?.node;
  if (!variable || isReassigned(variable) || declarator?.type !== 'VariableDeclarator' || !declarator.init) {
    return undefined;
  }
  const isInHead = declarator.parent.parent.type === 'ForStatement';
  return isInHead && declarator.init.type === 'MemberExpression'
    ? lengthTarget(unit, declarator.init)
    : undefined;
}

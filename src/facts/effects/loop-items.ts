/** The variables of an iteration's item: each is a root of its own, whatever pattern binds it. */
import type { TSESTree } from '@typescript-eslint/types';
import type { LoopSite } from '../analysis.ts';
import { staticKey, unwrap } from '../ast.ts';
import { itemVariables } from '../loop-items.ts';
import type { Variable } from '../scopes.ts';
import { patternType, typeInPattern } from '../values/evidence.ts';
import { inferType } from '../values/infer.ts';
import { anyType, elementsOfType, fieldOfType, numberType } from '../values/type.ts';
import type { Type } from '../values/type.ts';
import { nothing, placeValue } from '../values/value.ts';
import type { Value } from '../values/value.ts';
import { callGettersOf } from './accessors.ts';
import { evaluate } from './expressions.ts';
import { conditionally } from './frame.ts';
import type { Frame } from './frame.ts';
import { assignPattern } from './patterns.ts';

/** Binds items, indexes, `reduce`'s accumulator and the array itself before the body is evaluated. */
export function bindItems(frame: Frame, site: LoopSite, type: Type): void {
  const { unit, node, loop, callback } = site;
  const patterns = itemPatterns(node, loop.form, callback?.params);
  for (const { variable, role } of itemVariables(unit, node, loop.form, callback)) {
    const root = { kind: 'item' as const, name: variable.name };
    const known = role === 'index' ? numberType : itemTypeOf(frame, variable, patterns, type);
    frame.variables.set(variable, placeValue({ root, path: [] }, known));
  }
  const whole = callback?.params[loop.form === 'reduce' ? 3 : 2];
  for (const parameter of callback?.params ?? []) {
    bindOtherParameter(frame, parameter, parameter === whole ? receiverType(frame, node) : anyType);
  }
}

function itemTypeOf(frame: Frame, variable: Variable, patterns: readonly TSESTree.Node[], type: Type): Type {
  const [identifier] = variable.identifiers;
  if (!identifier) return anyType;
  const annotated = patternType(frame.run, frame.unit, identifier);
  if (annotated !== anyType) return annotated;
  for (const pattern of patterns) {
    const own = patternType(frame.run, frame.unit, pattern);
    const found = typeInPattern(frame.unit, pattern, own === anyType ? type : own, identifier);
    if (found) return found;
  }
  return anyType;
}

/** The patterns that bind items. */
function itemPatterns(
  node: TSESTree.Node,
  form: string,
  params: readonly TSESTree.Parameter[] | undefined,
): readonly TSESTree.Node[] {
  if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') {
    return [node.left.type === 'VariableDeclaration' ? node.left.declarations[0].id : node.left];
  }
  const item = params?.[form === 'reduce' ? 1 : 0];
  return item ? [item] : [];
}

/** Of `xs.map(…)`, which hands `xs` to its callback. */
function receiverType(frame: Frame, node: TSESTree.Node): Type {
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
  return callee?.type === 'MemberExpression' ? inferType(frame.run, callee.object, frame.unit) : anyType;
}

/** The accumulator of `reduce` and the array itself: known by their own names. */
function bindOtherParameter(frame: Frame, parameter: TSESTree.Parameter, type: Type): void {
  const inner = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  const variable = inner.type === 'Identifier' ? frame.scopes.variableOf(inner) : undefined;
  if (!variable || frame.variables.has(variable)) return;
  const root = { kind: 'binding' as const, id: frame.scopes.idOf(variable), name: variable.name };
  const annotated = patternType(frame.run, frame.unit, inner);
  frame.variables.set(variable, placeValue({ root, path: [] }, annotated === anyType ? type : annotated));
}

/** Getters that the item's pattern reads, its defaults and computed keys are code of the iteration. */
export function evaluateItemDefaults(frame: Frame, { node, loop, callback }: LoopSite, type: Type): void {
  for (const pattern of itemPatterns(node, loop.form, undefined))
    evaluateDefaults(frame, pattern, partOfItem(type));
  const itemAt = loop.form === 'reduce' ? 1 : 0;
  callback?.params.forEach((parameter, at) => {
    evaluateDefaults(frame, parameter, at === itemAt ? partOfItem(type) : nothing);
  });
}

function partOfItem(type: Type): Value {
  return placeValue({ root: { kind: 'item', name: 'item' }, path: [] }, type);
}

/** @param held what the pattern takes apart */
function evaluateDefaults(frame: Frame, pattern: TSESTree.Node, held: Value): void {
  switch (pattern.type) {
    case 'AssignmentPattern': {
      const fallback = conditionally(frame, () => evaluate(frame, pattern.right));
      assignPattern(frame, pattern.left, fallback, 'declare');
      evaluateDefaults(frame, pattern.left, held);
      return;
    }
    case 'ObjectPattern':
      for (const property of pattern.properties) evaluateProperty(frame, property, held);
      return;
    case 'ArrayPattern': {
      const element = held === nothing ? nothing : partOfItem(elementsOfType(held.type));
      for (const part of pattern.elements) if (part) evaluateDefaults(frame, part, element);
      return;
    }
    case 'MemberExpression':
      assignPattern(frame, pattern, partOfItem(anyType), '=');
      return;
    default:
  }
}

function evaluateProperty(
  frame: Frame,
  property: TSESTree.Property | TSESTree.RestElement,
  held: Value,
): void {
  if (property.type === 'RestElement') {
    callGettersOf(frame, property, held, { kind: 'all' });
    return;
  }
  if (property.computed) evaluate(frame, property.key);
  const name = staticKey(property.key, property.computed);
  callGettersOf(frame, property.key, held, name === undefined ? { kind: 'unknown' } : { kind: 'name', name });
  const isKnown = held !== nothing && name !== undefined;
  evaluateDefaults(frame, property.value, isKnown ? partOfItem(fieldOfType(held.type, name)) : nothing);
}

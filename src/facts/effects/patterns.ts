/** Assignment to variables, members and patterns. */
import type { TSESTree } from '@typescript-eslint/types';
import { staticKey, unwrap } from '../ast.ts';
import { typeOfKind } from '../values/type.ts';
import { joinValues, objectValue, primitive } from '../values/value.ts';
import type { Value } from '../values/value.ts';
import { evaluate } from './expressions.ts';
import { allocate, bindVariable, conditionally, emit, isLocal, putInto, recordStore } from './frame.ts';
import type { Frame } from './frame.ts';
import { iterate } from './iteration.ts';
import { keyOf, readMember, writeMember } from './members.ts';
import { stabilize } from './stable.ts';
import { typed } from './typed.ts';

/** `declare`: an initialiser; else the assignment operator. */
export type Operator = 'declare' | TSESTree.AssignmentExpression['operator'] | '++' | '--';

export function assignPattern(frame: Frame, target: TSESTree.Node, value: Value, operator: Operator): void {
  switch (target.type) {
    case 'Identifier':
      assignVariable(frame, target, typed(frame, target, value), operator);
      return;
    case 'MemberExpression': {
      const object = evaluate(frame, target.object);
      writeMember(frame, target, object, keyOf(frame, target), value, operatorText(operator));
      return;
    }
    case 'AssignmentPattern': {
      const fallback = conditionally(frame, () => evaluate(frame, target.right));
      assignPattern(frame, target.left, joinValues(value, fallback), operator);
      return;
    }
    case 'ObjectPattern':
      assignObjectPattern(frame, target, value, operator);
      return;
    case 'ArrayPattern':
      assignArrayPattern(frame, target, value, operator);
      return;
    case 'RestElement':
      assignPattern(frame, target.argument, value, operator);
      return;
    case 'TSParameterProperty':
      assignPattern(frame, target.parameter, value, operator);
      return;
    default: {
      const inner = unwrap(target);
      if (inner !== target) assignPattern(frame, inner, value, operator);
      else emit(frame, { kind: 'unknown', why: `assignment to ${target.type}` }, target.range);
    }
  }
}

function operatorText(operator: Operator): string | undefined {
  return operator === 'declare' ? undefined : operator;
}

export function assignVariable(
  frame: Frame,
  target: TSESTree.Identifier,
  value: Value,
  operator: Operator,
): void {
  const variable = frame.scopes.variableOf(target);
  if (!variable) {
    const place = { root: { kind: 'global' as const, name: target.name }, path: [] };
    emit(frame, { kind: 'write', place, operator: operatorText(operator) }, target.range);
    recordStore(frame, place, value);
    return;
  }
  const id = frame.scopes.idOf(variable);
  const place = { root: { kind: 'binding' as const, id, name: variable.name }, path: [] };
  emit(frame, { kind: 'write', place, operator: operatorText(operator) }, target.range);
  const kept = stabilize(frame, value, variable);
  if (isLocal(frame, variable)) bindVariable(frame, variable, kept);
  else recordStore(frame, place, kept);
}

function assignObjectPattern(
  frame: Frame,
  pattern: TSESTree.ObjectPattern,
  value: Value,
  operator: Operator,
): void {
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      assignPattern(frame, property.argument, copyOf(frame, property, value, 'object'), operator);
      continue;
    }
    if (property.computed) evaluate(frame, property.key);
    const name = staticKey(property.key, property.computed);
    const key = name === undefined ? ({ kind: 'unknown' } as const) : ({ kind: 'name', name } as const);
    const member = readMember(frame, property.key, value, key);
    assignPattern(frame, property.value, member, operator);
  }
}

function assignArrayPattern(
  frame: Frame,
  pattern: TSESTree.ArrayPattern,
  value: Value,
  operator: Operator,
): void {
  const element = iterate(frame, value, pattern);
  for (const target of pattern.elements) {
    if (!target) continue;
    if (target.type === 'RestElement') {
      const rest = copyOf(frame, target, value, 'array');
      assignPattern(frame, target.argument, rest, operator);
    } else assignPattern(frame, target, element, operator);
  }
}

/** `...rest` of a pattern: a new object that holds what the old one holds. */
function copyOf(frame: Frame, node: TSESTree.Node, value: Value, kind: 'array' | 'object'): Value {
  const copy = allocate(frame, `copy ${node.range[0]}`, () => ({
    site: node.range,
    type: typeOfKind(kind),
    fields: new Map<string, Value>(),
    elements: primitive(),
    instanceOf: undefined,
    getters: new Map(),
    setters: new Map(),
  }));
  putInto(frame, copy, { kind: 'unknown' }, readMember(frame, node, value, { kind: 'all' }));
  return objectValue(copy);
}

/** Reads of variables and globals. */
import type { TSESTree } from '@typescript-eslint/types';
import { isBuiltinGlobal } from '../builtins/index.ts';
import { outerValue } from '../values/outer.ts';
import { anyType, typeOfKind } from '../values/type.ts';
import { joinValues, placeValue, primitive, undefinedValue, valueOfRef } from '../values/value.ts';
import type { Value } from '../values/value.ts';
import { hideChangedBuiltin } from './changed-builtins.ts';
import { emit, isLocal } from './frame.ts';
import type { Frame } from './frame.ts';
import { localValue } from './local-value.ts';
import { storedAt } from './stores.ts';

export function readIdentifier(frame: Frame, node: TSESTree.Identifier): Value {
  const variable = frame.scopes.variableOf(node);
  if (!variable) return readGlobal(frame, node);
  const id = frame.scopes.idOf(variable);
  const place = { root: { kind: 'binding' as const, id, name: variable.name }, path: [] };
  if (isLocal(frame, variable)) {
    emit(frame, { kind: 'read', place }, node.range);
    return localValue(frame, variable);
  }
  const value = outerValue(frame.run, variable, frame.unit);
  if (!isCode(value)) emit(frame, { kind: 'read', place }, node.range);
  return joinValues(value, storedAt(frame, place));
}

/** Functions, classes, built-ins: reading them is no access to memory that changes. */
export function isCode(value: Value): boolean {
  return (
    value.refs.size > 0 &&
    [...value.refs.values()].every((ref) => ref.kind !== 'place' && ref.kind !== 'object')
  );
}

function readGlobal(frame: Frame, node: TSESTree.Identifier): Value {
  if (node.name === 'undefined') return undefinedValue;
  if (node.name === 'NaN' || node.name === 'Infinity') return primitive('number');
  if (isBuiltinGlobal(node.name)) {
    const path = /^(?:globalThis|global|window|self)$/.test(node.name) ? '' : node.name;
    const value = valueOfRef({ kind: 'builtin', path, module: undefined }, typeOfKind('function'));
    hideChangedBuiltin(frame, node.range, value, path);
    return value;
  }
  const place = { root: { kind: 'global' as const, name: node.name }, path: [] };
  emit(frame, { kind: 'read', place }, node.range);
  return joinValues(placeValue(place, anyType), storedAt(frame, place));
}

/** Properties of modules, classes and functions. */
import type { Key, Place, Range, SourceUnit } from '../../model/index.ts';
import { applyFunction } from '../summaries/apply.ts';
import { isDataExport } from '../values/exported-object.ts';
import { scopeIndexOf, unitOf } from '../scopes.ts';
import { exportedValue } from '../values/exports.ts';
import { variableOfExport } from '../values/imported-variable.ts';
import { anyType, typeOfKind } from '../values/type.ts';
import { functionValue, joinAll, placeValue, unknownValue, valueOfRef } from '../values/value.ts';
import type { Ref, Value } from '../values/value.ts';
import { findMember } from './classes.ts';
import { conditionally, emit } from './frame.ts';
import type { Frame } from './frame.ts';
import { placeOf } from './members.ts';
import { findPossible } from './possible-accessors.ts';
import { storedAt } from './stores.ts';

/**
 * The variable of another file that a property of its namespace is; undefined for code. Any of them where the name isn't known: a variable
 * of the module that stands for all.
 */
export function placeOfExport(frame: Frame, unit: SourceUnit, key: Key): Place | undefined {
  if (key.kind !== 'name') return anyExport(unit, key);
  const value = exportedValue(frame.run, unit, key.name);
  const [ref, ...others] = value?.refs.values() ?? [];
  if (value && !ref) return placeOfPrimitive(frame, unit, key.name);
  return ref?.kind === 'place' && others.length === 0 ? ref.place : undefined;
}

/** A number's value says nothing of the variable that it is read from. */
function placeOfPrimitive({ run }: Frame, unit: SourceUnit, name: string): Place | undefined {
  const variable = variableOfExport(unit, name, run.context.project);
  if (!variable) return undefined;
  const id = scopeIndexOf(unitOf(variable) ?? unit).idOf(variable);
  return { root: { kind: 'binding', id, name: variable.name }, path: [] };
}

function anyExport(unit: SourceUnit, key: Key): Place {
  return { root: { kind: 'binding', id: `*#${unit.file}`, name: 'module namespace' }, path: [key] };
}

/** `ns.name` of `import * as ns`: a variable of another file, which may be assigned there. */
export function readExport(
  frame: Frame,
  { range }: { readonly range: Range },
  unit: SourceUnit,
  key: Key,
): Value {
  if (key.kind !== 'name') {
    const place = placeOfExport(frame, unit, key);
    if (place) emit(frame, { kind: 'read', place }, range);
    return unknownValue('module namespace');
  }
  const value = exportedValue(frame.run, unit, key.name) ?? readUnknownExport(frame, range, unit, key.name);
  const primitive = value.refs.size === 0 ? placeOfPrimitive(frame, unit, key.name) : undefined;
  if (primitive) emit(frame, { kind: 'read', place: primitive }, range);
  for (const ref of value.refs.values()) {
    if (ref.kind === 'place') emit(frame, { kind: 'read', place: ref.place }, range);
  }
  return value;
}

/** Data of an object that a module exports, or what a getter of it gives. */
function readUnknownExport(frame: Frame, range: Range, unit: SourceUnit, name: string): Value {
  const thisValue = unknownValue(`export ${name}`);
  if (isDataExport(unit, name)) {
    const place = anyExport(unit, { kind: 'name', name });
    emit(frame, { kind: 'read', place }, range);
  }
  const getters = findPossible(frame.run, unit, { kind: 'name', name }, 'get');
  const given = getters.map((getter) =>
    conditionally(frame, () =>
      applyFunction(frame, getter, { range, name, args: [], thisValue, isNew: false }),
    ),
  );
  return joinAll([thisValue, ...given]);
}

/** A static method, or a property that was put on a function or class. */
export function readStatic(
  frame: Frame,
  spot: { readonly range: Range },
  ref: Ref & { kind: 'function' | 'class' },
  key: Key,
): Value {
  if (ref.kind === 'class' && key.kind === 'name') {
    const method = findMember(frame.run, ref, key.name, 'static');
    const isGetter = method?.node.parent.type === 'MethodDefinition' && method.node.parent.kind === 'get';
    if (method && isGetter) {
      const site = {
        range: spot.range,
        name: key.name,
        args: [],
        thisValue: valueOfRef(ref, typeOfKind('function')),
        isNew: false,
      };
      return applyFunction(frame, method, site);
    }
    if (method) return functionValue(method.node, method.unit);
  }
  const place = placeOf(frame, ref, key);
  emit(frame, { kind: 'read', place }, spot.range);
  return joinAll([placeValue(place, anyType), storedAt(frame, place)]);
}

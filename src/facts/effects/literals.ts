/** Objects that literals create. */
import type { TSESTree } from '@typescript-eslint/types';
import { isFunction, staticKey } from '../ast.ts';
import { typeOfKind } from '../values/type.ts';
import type { Type } from '../values/type.ts';
import { nothing, objectValue } from '../values/value.ts';
import type { FreshObject, Value } from '../values/value.ts';
import { evaluate } from './expressions.ts';
import { allocate, putInto } from './frame.ts';
import type { Frame } from './frame.ts';
import { iterate } from './iteration.ts';
import { readMember } from './members.ts';
import { coerce } from './protocols.ts';
import { stabilize } from './stable.ts';

/** A new object of the given type for an allocation at `node`; `variant` tells several at one node apart. */
export function allocateAt(frame: Frame, node: TSESTree.Node, type: Type, variant = ''): FreshObject {
  return allocate(frame, `${node.range[0]}-${node.range[1]}${variant}`, () => ({
    site: node.range,
    type,
    fields: new Map<string, Value>(),
    elements: nothing,
    instanceOf: undefined,
    getters: new Map(),
    setters: new Map(),
  }));
}

export function evaluateArray(frame: Frame, node: TSESTree.ArrayExpression): Value {
  const array = allocateAt(frame, node, typeOfKind('array'));
  for (const element of node.elements) {
    if (!element) continue;
    const value =
      element.type === 'SpreadElement'
        ? iterate(frame, evaluate(frame, element.argument), element)
        : evaluate(frame, element);
    putInto(frame, array, { kind: 'unknown' }, stabilize(frame, value, undefined));
  }
  return objectValue(array);
}

export function evaluateObject(frame: Frame, node: TSESTree.ObjectExpression): Value {
  const object = allocateAt(frame, node, typeOfKind('object'));
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const spread = evaluate(frame, property.argument);
      putInto(frame, object, { kind: 'unknown' }, readMember(frame, property, spread, { kind: 'all' }));
    } else evaluateProperty(frame, object, property);
  }
  return objectValue(object);
}

function evaluateProperty(frame: Frame, object: FreshObject, property: TSESTree.Property): void {
  if (property.computed) coerce(frame, evaluate(frame, property.key), property.key.range);
  const name = staticKey(property.key, property.computed);
  if (property.kind !== 'init' && isFunction(property.value)) {
    const accessors = property.kind === 'get' ? object.getters : object.setters;
    accessors.set(name ?? '', property.value);
    return;
  }
  const value = stabilize(frame, evaluate(frame, property.value), undefined);
  putInto(frame, object, name === undefined ? { kind: 'unknown' } : { kind: 'name', name }, value);
}

/** Without `g` and `y`, matching leaves `lastIndex` alone. */
export function evaluateRegExp(frame: Frame, node: TSESTree.RegExpLiteral): Value {
  return objectValue(allocateAt(frame, node, regexpType(node)));
}

export function regexpType({ regex }: TSESTree.RegExpLiteral): Type {
  return typeOfKind(/[gy]/.test(regex.flags) ? 'regexp' : 'stateless-regexp');
}

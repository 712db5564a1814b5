/** `new` of a class of the project: field initialisers and constructors, from the base class down. */
import type { TSESTree } from '@typescript-eslint/types';
import { isFunction } from '../ast.ts';
import { applyFunction, applySummary } from '../summaries/apply.ts';
import { summarizeFields } from '../summaries/fields.ts';
import { classType } from '../values/class-types.ts';
import { typeOfKind } from '../values/type.ts';
import type { ClassRef } from '../values/type.ts';
import { nothing, objectValue, unknownValue, undefinedValue } from '../values/value.ts';
import type { Ref, Value } from '../values/value.ts';
import { callUnknown, siteOf } from './calls.ts';
import type { CallSite } from './calls.ts';
import { findMember, hasUnknownParent, isField, parentClass } from './classes.ts';
import { allocate } from './frame.ts';
import type { Frame } from './frame.ts';

export function construct(frame: Frame, site: CallSite, ref: Ref & { kind: 'class' | 'function' }): Value {
  if (ref.kind === 'function') return constructByFunction(frame, site, ref);
  const key = `${site.range[0]}-${site.range[1]} new ${ref.node.range[0]}`;
  const object = allocate(frame, key, () => ({
    site: site.range,
    type: classType(frame.run, ref),
    fields: new Map<string, Value>(),
    elements: nothing,
    instanceOf: ref,
    getters: new Map(),
    setters: new Map(),
  }));
  const instance = objectValue(object);
  initialize(frame, { ...site, thisValue: instance }, ref);
  return instance;
}

/** Runs the constructor chain on `site.thisValue`. A derived constructor reaches its base by `super(…)`. */
export function initialize(frame: Frame, site: CallSite, ref: ClassRef): void {
  const constructor = findConstructor(ref.node);
  const parent = parentClass(frame.run, ref.node, ref.unit);
  if (hasUnknownParent(frame.run, ref)) callUnknown(frame, site, 'unknown-callee');
  if (!constructor && parent) initialize(frame, site, parent);
  initializeFields(frame, site, ref);
  if (constructor) {
    const callee = { node: constructor, unit: ref.unit, name: site.name };
    applyFunction(frame, callee, { ...site, isNew: true });
  }
}

export function initializeFields(frame: Frame, site: CallSite, ref: ClassRef): void {
  const hasFields = ref.node.body.body.some((member) => isField(member) && !member.static && member.value);
  if (hasFields) applySummary(frame, summarizeFields(frame.run, ref), site);
}

function findConstructor(node: ClassRef['node']) {
  for (const member of node.body.body) {
    const isConstructor = member.type === 'MethodDefinition' && member.kind === 'constructor';
    if (isConstructor && isFunction(member.value)) return member.value;
  }
  return undefined;
}

/** A function called with `new`: its object's methods come from `F.prototype`, which isn't followed. */
function constructByFunction(frame: Frame, site: CallSite, ref: Ref & { kind: 'function' }): Value {
  const key = `${site.range[0]}-${site.range[1]} new ${ref.node.range[0]}`;
  const object = allocate(frame, key, () => ({
    site: site.range,
    type: typeOfKind('any'),
    fields: new Map<string, Value>(),
    elements: nothing,
    instanceOf: undefined,
    getters: new Map(),
    setters: new Map(),
  }));
  const instance = objectValue(object);
  const callee = { node: ref.node, unit: ref.unit, name: site.name };
  applyFunction(frame, callee, { ...site, thisValue: instance });
  return instance;
}

/** `super(…)` in a constructor: the base class's chain on the same object. */
export function superCall(frame: Frame, node: TSESTree.CallExpression): Value {
  const site = { ...siteOf(frame, node, frame.thisValue), name: 'super' };
  const home = enclosingClass(node);
  const parent = home && parentClass(frame.run, home, frame.unit);
  if (!parent) {
    callUnknown(frame, site, 'unknown-callee');
    return unknownValue('super');
  }
  initialize(frame, site, parent);
  return undefinedValue;
}

/** `super.method(…)`: the method of the base class, on the same object; undefined when it isn't one of the project's. */
export function callSuperMethod(
  frame: Frame,
  node: TSESTree.CallExpression,
  name: string | undefined,
): Value | undefined {
  const member = memberAround(node);
  const home = member?.parent.parent;
  const parent = home && parentClass(frame.run, home, frame.unit);
  if (!member || !parent || name === undefined) return undefined;
  const method = findMember(frame.run, parent, name, member.static ? 'static' : 'method');
  return method && applyFunction(frame, method, { ...siteOf(frame, node, frame.thisValue), name });
}

/** The method in whose own code (or arrow functions) the node stands; not one of an object literal. */
function memberAround(node: TSESTree.Node): TSESTree.MethodDefinition | undefined {
  let at: TSESTree.Node | undefined = node.parent;
  while (at && (!isFunction(at) || at.type === 'ArrowFunctionExpression')) at = at.parent;
  return at?.parent.type === 'MethodDefinition' ? at.parent : undefined;
}

function enclosingClass(node: TSESTree.Node): ClassRef['node'] | undefined {
  let at: TSESTree.Node | undefined = node;
  while (at && at.type !== 'ClassDeclaration' && at.type !== 'ClassExpression') at = at.parent;
  return at;
}

/**
 * Purpose: whether a use of a variable keeps the object that it holds to the variable.
 * Input: an identifier, and the kinds of what its variable holds.
 * Guarantee: true only where the use lets nothing else lead to the object, or to the memory behind it. A `return` is left to who asks.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import { isPatternTarget, staticKey, unwrap } from './ast.ts';
import { lookupMethod, lookupMethods } from './builtins/index.ts';
import type { BuiltinProfile, ValueKind } from './builtins/index.ts';
import { hidesReceiver } from './callbacks.ts';
import { findPossible } from './effects/possible-accessors.ts';
import { isIndex } from './index-keys.ts';
import { methodNamesIn, namesPutIn } from './puts.ts';
import { isReplaced } from './replaced-methods.ts';
import type { Run } from './run.ts';
import { mayBeString } from './values/infer.ts';

type Node = TSESTree.Node;
type Kinds = readonly ValueKind[];

/** Where a use stands, and what is known of the object. */
interface Held {
  readonly run: Run;
  readonly unit: SourceUnit;
  readonly kinds: Kinds;
}

/** Members, calls of its own methods, iteration, comparison. */
export function keepsToItself(identifier: Node, held: Held): boolean {
  const { parent } = identifier;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id === identifier;
    case 'AssignmentExpression':
      return parent.left === identifier && parent.parent.type === 'ExpressionStatement';
    case 'MemberExpression':
      return parent.object === identifier && keepsReceiver(parent, held);
    case 'ForInStatement':
      return parent.right === identifier;
    case 'ForOfStatement':
      return parent.right === identifier && !mayHaveCode(held.kinds);
    case 'SpreadElement':
    case 'UpdateExpression':
      return !mayHaveCode(held.kinds);
    case 'UnaryExpression':
      return /^(?:!|typeof|void)$/.test(parent.operator) || !mayHaveCode(held.kinds);
    case 'BinaryExpression':
      return keepsOperand(parent, identifier, held);
    default:
      return false;
  }
}

/** Kinds of objects whose conversion and iteration may be the file's own code. */
function mayHaveCode(kinds: Kinds): boolean {
  return kinds.length === 0 || kinds.some((kind) => kind === 'object' || kind === 'any');
}

/** Other operators convert their operands; `instanceof` hands one to the other. */
function keepsOperand(
  { operator, right }: TSESTree.BinaryExpression,
  operand: Node,
  { kinds }: Held,
): boolean {
  if (/^[!=]==$/.test(operator)) return true;
  if (operator === 'in' && right === operand) return true;
  return operator !== 'instanceof' && !mayHaveCode(kinds);
}

function keepsReceiver(member: TSESTree.MemberExpression, held: Held): boolean {
  const use = outermost(member);
  const { parent } = use;
  if (parent?.type === 'TaggedTemplateExpression') return false;
  if (parent?.type === 'CallExpression' && parent.callee === use) return keepsInCall(member, parent, held);
  if (givesMemory(member, held)) return false;
  return held.kinds.every((kind) => kind !== 'object' && kind !== 'any')
    ? !isNamedStore(member)
    : readsWithoutCode(member, held);
}

/** With TypeScript's wrappers and that of an optional chain around it. */
function outermost(node: Node): Node {
  const { parent } = node;
  return parent && unwrap(parent) === unwrap(node) ? outermost(parent) : node;
}

/** A method that neither gives its receiver back, nor hands it to a callback, nor is of the project's own. */
function keepsInCall(
  { property, computed }: TSESTree.MemberExpression,
  call: TSESTree.CallExpression,
  { run, unit, kinds }: Held,
): boolean {
  const name = staticKey(property, computed);
  if (name === undefined || kinds.length === 0) return false;
  const isUnused = call.parent.type === 'ExpressionStatement';
  return kinds.every((kind) => {
    if (kind === 'undefined' || kind === 'null') return true;
    if (kind === 'object' ? isPut(unit, name) : kind === 'array' && isReplaced(run, unit, name)) return false;
    const profile = lookupMethod(kind, name, 'call', call.arguments.length);
    if (!profile || (profile.returns.shares.length > 0 && !isUsedUp(call, profile))) return false;
    const gives = profile.returns.is.some(({ operand, depth }) => operand.kind === 'receiver' && depth !== 1);
    const isCaptured = profile.captures.some(
      ({ value }) => value.operand.kind === 'receiver' && value.depth === 0,
    );
    const isHidden = profile.callbacks.length === 0 || call.arguments.every(hidesReceiver);
    return (!gives || isUnused) && !isCaptured && isHidden;
  });
}

/** `for (const key of map.keys())`: nothing is left of the iterator. */
function isUsedUp(call: TSESTree.CallExpression, { returns }: BuiltinProfile): boolean {
  const { parent } = call;
  const isWhole =
    parent.type === 'SpreadElement' || (parent.type === 'ForOfStatement' && parent.right === call);
  return returns.kind === 'iterator' && isWhole;
}

/** `list.slice = …`: a method of that name may be another from then on. */
function isNamedStore(member: TSESTree.MemberExpression): boolean {
  const name = staticKey(member.property, member.computed);
  const { parent } = member;
  const isStore =
    (parent.type === 'AssignmentExpression' && parent.left === member) || isPatternTarget(member);
  return isStore && name !== undefined && name !== 'length' && !/^\d+$/.test(name);
}

/** Neither a getter nor a setter sees the object as `this`, and its prototype stays. */
function readsWithoutCode(member: TSESTree.MemberExpression, { run, unit }: Held): boolean {
  const name = staticKey(member.property, member.computed);
  if (name === '__proto__') return false;
  const kind = isIndex(unit, member.property) ? ('index' as const) : ('any' as const);
  const wanted = name === undefined ? { kind } : { kind: 'name' as const, name };
  return (['get', 'set'] as const).every((way) => findPossible(run, unit, wanted, way).length === 0);
}

/** `pixels.buffer`, and `pixels[key]` where the key is a name: another object may be made over the same memory. */
export function givesMemory(member: TSESTree.MemberExpression, { run, unit, kinds }: Held): boolean {
  const name = staticKey(member.property, member.computed);
  const mayGive = (property: string): boolean =>
    kinds.some((kind) => {
      const isAny = kind === 'any';
      const profiles = isAny ? lookupMethods(property, 'read') : [lookupMethod(kind, property, 'read')];
      return profiles.some((profile) => (profile?.returns.shares.length ?? 0) > 0);
    });
  if (name !== undefined) return mayGive(name);
  return mayGive('buffer') && mayBeString(run, member.property, unit);
}

/** Whether a file puts something under that name into an object, or declares a method of that name. */
function isPut(unit: SourceUnit, name: string): boolean {
  return namesPutIn(unit).has(name) || methodNamesIn(unit).has(name);
}

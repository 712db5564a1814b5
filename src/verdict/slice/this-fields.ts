/**
 * Purpose: fields of `this` that a task can be given as constants.
 * Input: a loop in a method, and all that its iterations do.
 * Guarantee: a field that passes is plain data that nothing in the loop writes, so that its value before the loop is its value in it. That
 * a method is called on an object, not detached, is assumed (docs/semantics.md).
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Effect } from '../../model/index.ts';
import { contains, isFunction, walkNodes } from '../../facts/ast.ts';
import { findMember } from '../../facts/effects/classes.ts';
import { runOf } from '../../facts/run.ts';
import { thisTypeAround } from '../../facts/values/class-types.ts';
import type { LoopView } from './loop-view.ts';

type Node = TSESTree.Node;

export type FieldRead = TSESTree.MemberExpression & { readonly property: TSESTree.Identifier };

/** `this.field` read as a value, of a field that can be a constant. */
export function isConstantField(node: Node | undefined, view: LoopView): node is FieldRead {
  if (node?.type !== 'MemberExpression' || node.object.type !== 'ThisExpression' || node.computed)
    return false;
  if (node.property.type !== 'Identifier' || node.optional || !isReadAsValue(node)) return false;
  return isUnchangedField(node.property.name, view);
}

function isReadAsValue(node: TSESTree.MemberExpression): boolean {
  const { parent } = node;
  switch (parent.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node;
    case 'TaggedTemplateExpression':
      return parent.tag !== node;
    case 'AssignmentExpression':
      return parent.left !== node;
    case 'UpdateExpression':
      return false;
    case 'UnaryExpression':
      return parent.operator !== 'delete';
    default:
      return !/Pattern$|^RestElement$|^For(?:Of|In)Statement$/.test(parent.type) || isOperand(parent, node);
  }
}

/** The iterated, not the assigned; a default, not a target. */
function isOperand(parent: Node, node: Node): boolean {
  return ('right' in parent && parent.right === node) || parent.type === 'Property';
}

/** The constant fields that the text of some ranges reads. */
export function constantFieldsIn(
  root: Node,
  isWithin: (node: Node) => boolean,
  view: LoopView,
): readonly FieldRead[] {
  const found: FieldRead[] = [];
  walkNodes(root, (node) => {
    if (isFunction(node) && node.type !== 'ArrowFunctionExpression' && node !== root) return false;
    if (isWithin(node) && isConstantField(node, view)) found.push(node);
    return true;
  });
  return found;
}

const answers = new WeakMap<LoopView, Map<string, boolean>>();

export function isUnchangedField(name: string, view: LoopView): boolean {
  const known = answers.get(view) ?? new Map<string, boolean>();
  answers.set(view, known);
  const answer = known.get(name) ?? judgeField(name, view);
  known.set(name, answer);
  return answer;
}

function judgeField(name: string, view: LoopView): boolean {
  const { site, facts } = view.analysis;
  if (name === 'constructor' || name === '__proto__') return false;
  if (!isInMethod(site.callback ?? site.node) || isOwnThis(site.callback)) return false;
  const run = runOf(view.facts);
  for (const { instanceOf } of thisTypeAround(run, view.unit, site.node)) {
    if (!instanceOf) continue;
    const kinds = ['get', 'set', 'method'] as const;
    if (kinds.some((kind) => findMember(run, instanceOf, name, kind))) return false;
  }
  return !facts.effects.some((effect) => mayChange(effect, name));
}

function isOwnThis(callback: Node | undefined): boolean {
  return callback !== undefined && callback.type !== 'ArrowFunctionExpression';
}

/** Whether the function around a node, arrow functions aside, is a method of a class. */
function isInMethod(node: Node): boolean {
  let at = node.parent;
  while (at && (!isFunction(at) || at.type === 'ArrowFunctionExpression')) {
    if (at.type === 'Program' || at.type === 'PropertyDefinition' || at.type === 'StaticBlock') return false;
    at = at.parent;
  }
  return at?.parent.type === 'MethodDefinition' && contains(at.range, node.range);
}

/** A write to the field, to something in it, or to a field that isn't known. */
function mayChange(effect: Effect, name: string): boolean {
  if (effect.kind !== 'write' && effect.kind !== 'mutate') return false;
  const { root, path } = effect.place;
  if (root.kind !== 'this') return false;
  const [key] = path;
  return key?.kind !== 'name' || key.name === name;
}

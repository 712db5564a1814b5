/** Classes of the project: what defining and constructing them does, and what their methods are. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import type { FunctionNode } from '../analysis.ts';
import { isFunction, staticKey, unwrap } from '../ast.ts';
import type { Run } from '../run.ts';
import { scopeIndexOf } from '../scopes.ts';
import { outerValue } from '../values/outer.ts';
import type { ClassRef } from '../values/type.ts';
import { classValue } from '../values/value.ts';
import type { Value } from '../values/value.ts';
import { evaluate } from './expressions.ts';
import { bindVariable, emit } from './frame.ts';
import type { Frame } from './frame.ts';
import { evaluateStatement } from './statements.ts';

export interface ClassMember {
  readonly node: FunctionNode;
  readonly unit: SourceUnit;
  readonly name: string;
}

type ClassNode = ClassRef['node'];

/** Defining a class runs its `extends`, computed keys, static fields and blocks, and decorators. */
export function evaluateClass(frame: Frame, node: ClassNode): Value {
  const value = classValue(node, frame.unit);
  const variable = node.id && frame.scopes.variableOf(node.id);
  if (variable) bindVariable(frame, variable, value);
  if (node.superClass) evaluate(frame, node.superClass);
  if (hasDecorators(node)) emit(frame, { kind: 'unknown', why: 'decorator' }, node.range);
  for (const member of node.body.body) evaluateMemberDefinition(frame, member);
  return value;
}

/** Other parsers than TypeScript's leave `decorators` out. */
function hasDecorators(node: TSESTree.Node): boolean {
  return 'decorators' in node && node.decorators.length > 0;
}

function evaluateMemberDefinition(frame: Frame, member: TSESTree.ClassElement): void {
  if ('computed' in member && member.computed) evaluate(frame, member.key);
  if (hasDecorators(member)) {
    emit(frame, { kind: 'unknown', why: 'decorator' }, member.range);
  }
  if (member.type === 'StaticBlock') evaluateStatement(frame, member);
  if (isField(member) && member.static && member.value) evaluate(frame, member.value);
}

export function isField(
  member: TSESTree.ClassElement,
): member is TSESTree.PropertyDefinition | TSESTree.AccessorProperty {
  return member.type === 'PropertyDefinition' || member.type === 'AccessorProperty';
}

/** The method, getter, setter or static method of that name, of the class or those that it extends. */
export function findMember(
  run: Run,
  { node, unit }: ClassRef,
  name: string,
  kind: 'method' | 'get' | 'set' | 'static',
  depth = 0,
): ClassMember | undefined {
  for (const member of node.body.body) {
    if (member.type !== 'MethodDefinition' || memberName(member) !== name) continue;
    if (member.static !== (kind === 'static') || !isFunction(member.value)) continue;
    if (kind === 'static' || member.kind === kind) return { node: member.value, unit, name };
  }
  const parent = depth < 20 ? parentClass(run, node, unit) : undefined;
  return parent && findMember(run, parent, name, kind, depth + 1);
}

export function memberName(
  member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition,
): string | undefined {
  if (member.computed && member.key.type === 'MemberExpression') {
    const { object, property } = member.key;
    const isSymbol =
      object.type === 'Identifier' && object.name === 'Symbol' && property.type === 'Identifier';
    if (isSymbol) return `[Symbol.${property.name}]`;
  }
  return staticKey(member.key, member.computed);
}

/** Whether `extends` names something that isn't a class of the project. */
export function hasUnknownParent(run: Run, { node, unit }: ClassRef): boolean {
  return node.superClass !== null && parentClass(run, node, unit) === undefined;
}

/** The class that a class extends, where it is one of the project. */
export function parentClass(run: Run, node: ClassNode, unit: SourceUnit): ClassRef | undefined {
  const parent = node.superClass && unwrap(node.superClass);
  if (parent?.type !== 'Identifier') return undefined;
  const variable = scopeIndexOf(unit).variableOf(parent);
  const value = variable && outerValue(run, variable, unit);
  const [ref] = value?.refs.values() ?? [];
  return ref?.kind === 'class' && value?.refs.size === 1 ? ref : undefined;
}

/** Cloneability of instances of the project's classes. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Cloneability } from '../../model/index.ts';
import { cloneabilityOfAnnotation } from './annotation.ts';
import { dottedName } from './names.ts';
import { atPath, exact, joinCloneability, unknownAt } from './join.ts';
import { cloneabilityOfExpression, type Resolver } from './syntax.ts';
import { cloneabilityOfGlobal, losses } from './table.ts';

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/**
 * Of an instance of a class: `class` when all it loses is its prototype, which the runtime restores; `lossy` for private
 * (`#x`) fields, symbol keys and subclasses of built-ins; `throws` for a field that holds a function.
 * @param resolve what is known of initialisers; asked for the superclass too, which has to give that class's own cloneability.
 */
export function cloneabilityOfClass(
  node: ClassNode,
  path = '',
  resolve: Resolver = () => undefined,
): Cloneability {
  const own: Cloneability = { kind: 'class', path, className: node.id?.name ?? 'an anonymous class' };
  const members = node.body.body.map((member) => ofMember(member, resolve));
  const assigned = ofConstructor(node, resolve);
  return joinCloneability([
    own,
    ofSuperclass(node, path, resolve),
    ...[...members, ...assigned].map((one) => atPath(path, one)),
  ]);
}

function ofSuperclass(node: ClassNode, path: string, resolve: Resolver): Cloneability {
  if (node.superClass === null) return exact;
  const resolved = resolve(node.superClass);
  if (resolved !== undefined) return resolved;
  const name = dottedName(node.superClass);
  if (name === 'Object') return exact;
  if (name !== undefined && cloneabilityOfGlobal(name) !== undefined) return losses.subclass(path, name);
  return unknownAt(path);
}

function ofMember(member: TSESTree.ClassElement, resolve: Resolver): Cloneability {
  const { type } = member;
  if (type === 'AccessorProperty') return losses.privateField(keyOf(member));
  if (type !== 'PropertyDefinition' || member.static) return exact;
  if (member.key.type === 'PrivateIdentifier') return losses.privateField(`#${member.key.name}`);
  if (member.computed && dottedName(member.key)?.startsWith('Symbol.'))
    return losses.symbolKey(keyOf(member));
  const path = keyOf(member);
  const annotated =
    member.typeAnnotation && cloneabilityOfAnnotation(member.typeAnnotation.typeAnnotation, path);
  return member.value === null
    ? (annotated ?? exact)
    : joinCloneability([cloneabilityOfExpression(member.value, resolve, path), annotated ?? exact]);
}

function keyOf(member: TSESTree.PropertyDefinition | TSESTree.AccessorProperty): string {
  if (!member.computed && member.key.type === 'Identifier') return member.key.name;
  return member.key.type === 'Literal' ? String(member.key.value) : '[computed]';
}

/** `this.x = …` in the constructor, and TypeScript's parameter properties. */
function ofConstructor(node: ClassNode, resolve: Resolver): Cloneability[] {
  const found = node.body.body.find(
    (member) => member.type === 'MethodDefinition' && member.kind === 'constructor',
  );
  if (found?.type !== 'MethodDefinition' || found.value.body == null) return [];
  const { params, body } = found.value;
  const withParameters: Resolver = (expression) => resolve(expression) ?? ofParameter(expression, params);
  const properties = params.flatMap((parameter) =>
    parameter.type === 'TSParameterProperty' && parameter.parameter.type === 'Identifier'
      ? [atPath(parameter.parameter.name, withParameters(parameter.parameter) ?? unknownAt(''))]
      : [],
  );
  return [...properties, ...assignmentsToThis(body.body, withParameters)];
}

function ofParameter(
  expression: TSESTree.Expression,
  params: readonly TSESTree.Parameter[],
): Cloneability | undefined {
  if (expression.type !== 'Identifier') return undefined;
  const plain = params.map((one) => (one.type === 'TSParameterProperty' ? one.parameter : one));
  const ids = plain.map((one) => (one.type === 'AssignmentPattern' ? one.left : one));
  const id = ids.find((one) => one.type === 'Identifier' && one.name === expression.name);
  return id?.typeAnnotation && cloneabilityOfAnnotation(id.typeAnnotation.typeAnnotation);
}

function assignmentsToThis(body: readonly TSESTree.Statement[], resolve: Resolver): Cloneability[] {
  return body.flatMap((statement) => {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression')
      return [];
    const { left, right } = statement.expression;
    if (left.type !== 'MemberExpression' || left.object.type !== 'ThisExpression') return [];
    if (left.property.type !== 'Identifier' || left.computed) return [];
    return [cloneabilityOfExpression(right, resolve, left.property.name)];
  });
}

/** Types of instances of the project's classes: their fields as declared, inherited ones included. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import { isFunction, staticKey } from '../ast.ts';
import { parentClass } from '../effects/classes.ts';
import type { Run } from '../run.ts';
import { patternType } from './evidence.ts';
import { annotationType } from './annotations.ts';
import { inferType } from './infer.ts';
import { anyType, withoutElements } from './type.ts';
import type { ClassRef, Type } from './type.ts';

/** The type of instances of a class: one for each class. */
export function classType(run: Run, ref: ClassRef): Type {
  const found = run.declaredTypes.get(ref.node);
  if (found) return found;
  const field = (name: string): Type | undefined => fieldOf(run, ref, name, 0);
  const type: Type = new Set([{ kind: 'object' as const, name: ref.node.id?.name, field, instanceOf: ref }]);
  run.declaredTypes.set(ref.node, type);
  return type;
}

function fieldOf(run: Run, ref: ClassRef, name: string, depth: number): Type | undefined {
  const own = ownField(run, ref, name);
  if (own || depth > 20) return own;
  const parent = parentClass(run, ref.node, ref.unit);
  return parent && fieldOf(run, parent, name, depth + 1);
}

function ownField(run: Run, { node, unit }: ClassRef, name: string): Type | undefined {
  for (const member of node.body.body) {
    const isNamed = 'key' in member && staticKey(member.key, member.computed) === name;
    if (member.type === 'PropertyDefinition' && isNamed && !member.static) {
      if (member.typeAnnotation) return annotationType(run, unit, member.typeAnnotation.typeAnnotation);
      return unit.isTypeScript && member.value ? initialType(run, member.value, unit) : undefined;
    }
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') continue;
    const found = isFunction(member.value)
      ? parameterProperty(run, { node, unit }, member.value, name)
      : undefined;
    if (found) return found;
  }
  return undefined;
}

/** TypeScript gives a field without annotation the type of its initialiser, widened. */
function initialType(run: Run, value: TSESTree.Expression, unit: ClassRef['unit']): Type {
  const type = withoutElements(inferType(run, value, unit));
  return [...type].some(({ kind }) => kind === 'null' || kind === 'undefined') ? anyType : type;
}

/** `constructor(private readonly width: number)` */
function parameterProperty(
  run: Run,
  { unit }: ClassRef,
  constructor: { readonly params: readonly TSESTree.Parameter[] },
  name: string,
): Type | undefined {
  for (const parameter of constructor.params) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const target =
      parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    if (target.name === name) return patternType(run, unit, target);
  }
  return undefined;
}

/** The type of `this` at a node: the class in whose method (not a static one) or field the node stands. */
export function thisTypeAround(run: Run, unit: SourceUnit, node: TSESTree.Node): Type {
  let at: TSESTree.Node | undefined = node.parent;
  while (at && !ownsThis(at)) at = at.parent;
  const member = at?.parent;
  const isMethod = member?.type === 'MethodDefinition' && !member.static;
  return isMethod ? classType(run, { node: member.parent.parent, unit }) : anyType;
}

function ownsThis(node: TSESTree.Node): boolean {
  return node.type === 'Program' || (isFunction(node) && node.type !== 'ArrowFunctionExpression');
}

/**
 * Whether a variable's object keeps the elements that its initialiser gave it, and these theirs: nobody writes to them, nobody else gets them.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { isFunction, isPatternTarget, staticKey } from '../ast.ts';
import { hidesReceiver } from '../callbacks.ts';
import { lookupMethod } from '../builtins/index.ts';
import type { SourceUnit } from '../../model/index.ts';
import { scopeIndexOf } from '../scopes.ts';
import type { Variable } from '../scopes.ts';
import { elementsOfType, fieldOfType, isPrimitiveType } from './type.ts';
import type { Type } from './type.ts';

export function isLeftAlone(variable: Variable, type: Type): boolean {
  const declaration = variable.defs[0]?.node;
  if (declaration?.type === 'VariableDeclarator' && /^Export/.test(declaration.parent.parent.type))
    return false;
  return variable.references.every(({ identifier }) => isHarmless(identifier, type));
}

function isHarmless(identifier: TSESTree.Node, type: Type): boolean {
  const { parent } = identifier;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return (
        parent.id === identifier || parent.id.type === 'ArrayPattern' || parent.id.type === 'ObjectPattern'
      );
    case 'AssignmentExpression':
      return parent.left === identifier;
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.right === identifier;
    case 'SpreadElement':
    case 'BinaryExpression':
    case 'UnaryExpression':
      return true;
    case 'MemberExpression':
      return parent.object === identifier && isHarmlessMember(parent, type);
    default:
      return false;
  }
}

function isHarmlessMember(member: TSESTree.MemberExpression, type: Type): boolean {
  const { parent } = member;
  const isTarget =
    (parent.type === 'AssignmentExpression' && parent.left === member) ||
    parent.type === 'UpdateExpression' ||
    (parent.type === 'UnaryExpression' && parent.operator === 'delete') ||
    parent.type === 'Property' ||
    isPatternTarget(member);
  if (isTarget) return false;
  if (parent.type !== 'CallExpression' || parent.callee !== member) return true;
  const name = staticKey(member.property, member.computed);
  if (name === undefined) return false;
  return [...type].every(({ kind }) => {
    const profile = lookupMethod(kind, name, 'call', parent.arguments.length);
    if (!profile || profile.mutates.length > 0) return false;
    return profile.callbacks.length === 0 || parent.arguments.every(hidesReceiver);
  });
}

/** Whether the objects that stand in a variable's object are left alone as well, at any depth. */
export function arePartsLeftAlone(unit: SourceUnit, variable: Variable, type: Type): boolean {
  return areLeftAlone({ unit, seen: new Set() }, variable, type);
}

/** A file, and the variables that are looked at already: two may hold parts of each other. */
interface Search {
  readonly unit: SourceUnit;
  readonly seen: Set<Variable>;
}

function areLeftAlone(search: Search, variable: Variable, type: Type): boolean {
  if (search.seen.has(variable)) return false;
  search.seen.add(variable);
  return variable.references.every(({ identifier }) => keepsParts(search, identifier, type));
}

/** Whether a use of an object hands on nothing that stands in it. */
function keepsParts(search: Search, use: TSESTree.Node, type: Type): boolean {
  const { parent } = use;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.init !== use || isPrimitiveType(elementsOfType(type));
    case 'AssignmentExpression':
      return parent.left === use;
    case 'ForOfStatement':
      return (
        isPrimitiveType(elementsOfType(type)) ||
        isPartVariable(search, loopVariable(parent), elementsOfType(type))
      );
    case 'ForInStatement':
    case 'BinaryExpression':
    case 'UnaryExpression':
      return true;
    case 'MemberExpression':
      return keepsPartsOfMember(search, parent, type);
    default:
      return isPrimitiveType(elementsOfType(type));
  }
}

function keepsPartsOfMember(search: Search, member: TSESTree.MemberExpression, type: Type): boolean {
  const { parent } = member;
  const name = staticKey(member.property, member.computed);
  if (parent.type === 'CallExpression' && parent.callee === member)
    return isPrimitiveType(elementsOfType(type)) || isBlindCall(search, parent, elementsOfType(type), name);
  const part = name === undefined || /^\d+$/.test(name) ? elementsOfType(type) : fieldOfType(type, name);
  return name === 'length' || isPrimitiveType(part) || isPartUse(search, member, part);
}

/** Whether a use of a part neither changes it nor hands it on. */
function isPartUse(search: Search, use: TSESTree.Expression, part: Type): boolean {
  const { parent } = use;
  if (parent.type === 'ExpressionStatement') return true;
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier')
    return isPartVariable(search, parent.id, part);
  return isHarmless(use, part) && keepsParts(search, use, part);
}

function isPartVariable(search: Search, name: TSESTree.Node | undefined, part: Type): boolean {
  const variable = name?.type === 'Identifier' ? scopeIndexOf(search.unit).variableOf(name) : undefined;
  return variable !== undefined && isLeftAlone(variable, part) && areLeftAlone(search, variable, part);
}

/** Methods that give nothing of what stands in their array, but to a callback. */
const blind = /^(?:join|indexOf|lastIndexOf|includes|forEach|map|some|every|findIndex)$/;

function isBlindCall(
  search: Search,
  call: TSESTree.CallExpression,
  part: Type,
  name: string | undefined,
): boolean {
  return (
    name !== undefined &&
    blind.test(name) &&
    call.arguments.every((argument) => {
      if (!isFunction(argument)) return argument.type === 'Literal';
      const [first] = argument.params;
      return !first || isPartVariable(search, first, part);
    })
  );
}

function loopVariable({ left }: TSESTree.ForOfStatement): TSESTree.Node | undefined {
  return left.type === 'VariableDeclaration' ? left.declarations[0].id : undefined;
}

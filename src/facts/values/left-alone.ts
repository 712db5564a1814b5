/** Whether a variable's object keeps the elements that its initialiser gave it: nobody writes to it, nobody else gets it. */
import type { TSESTree } from '@typescript-eslint/types';
import { isFunction, staticKey } from '../ast.ts';
import { lookupMethod } from '../builtins/index.ts';
import type { Variable } from '../scopes.ts';
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
    /Pattern$|^Property$/.test(parent.type);
  if (isTarget) return false;
  if (parent.type !== 'CallExpression' || parent.callee !== member) return true;
  const name = staticKey(member.property, member.computed);
  if (name === undefined) return false;
  return [...type].every(({ kind }) => {
    const profile = lookupMethod(kind, name, 'call', parent.arguments.length);
    if (!profile || profile.mutates.length > 0) return false;
    return profile.callbacks.length === 0 || parent.arguments.every(isBlindToReceiver);
  });
}

/** A callback that doesn't get the array as its third argument. */
function isBlindToReceiver(argument: TSESTree.Node): boolean {
  if (!isFunction(argument)) return argument.type === 'Literal';
  return argument.params.length < 3 && argument.type === 'ArrowFunctionExpression';
}

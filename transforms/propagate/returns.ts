/**
 * Purpose: whether a function may return a promise: made asynchronous and awaited, it would give what that promise gives.
 * Input: a function and its file.
 * Guarantee: false only where every returned value is an object or primitive that has no `then`.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../src/model/index.ts';
import { isFunction } from '../render/may-await.ts';
import type { FunctionNode } from '../render/may-await.ts';
import { walk } from '../render/walk.ts';

/** @param isAwaited whether a call is one that will be awaited, and gives no promise by then */
export function mayReturnPromise(
  unit: SourceUnit,
  node: FunctionNode,
  isAwaited: (call: TSESTree.Node) => boolean,
): boolean {
  const type = node.returnType?.typeAnnotation;
  if (type && isPlainType(type)) return false;
  const isPlain = (value: TSESTree.Node) => isPlainValue(unit, value, isAwaited);
  if (node.body.type !== 'BlockStatement') return !isPlain(node.body);
  return returnedValues(node).some((value) => !isPlain(value));
}

function returnedValues(node: FunctionNode): TSESTree.Node[] {
  const values: TSESTree.Node[] = [];
  walk(node.body, (inner) => {
    if (isFunction(inner) || /^Class/.test(inner.type)) return false;
    if (inner.type === 'ReturnStatement' && inner.argument) values.push(inner.argument);
    return true;
  });
  return values;
}

const plainKeywords = /^TS(?:Number|String|Boolean|Void|Undefined|Null|BigInt|Symbol|Never)Keyword$/;
const builtInName = /^(?:Array|Map|Set|WeakMap|WeakSet|Date|RegExp|ArrayBuffer|\w+Array|ReadonlyArray)$/;

function isPlainType(type: TSESTree.TypeNode): boolean {
  if (plainKeywords.test(type.type) || /^TS(?:Array|Tuple|Literal)Type$/.test(type.type)) return true;
  if (type.type === 'TSUnionType') return type.types.every(isPlainType);
  if (type.type === 'TSTypeOperator')
    return type.typeAnnotation !== undefined && isPlainType(type.typeAnnotation);
  return (
    type.type === 'TSTypeReference' &&
    type.typeName.type === 'Identifier' &&
    builtInName.test(type.typeName.name)
  );
}

const primitives = /^(?:Literal|TemplateLiteral|BinaryExpression|UpdateExpression|ArrayExpression)$/;

function isPlainValue(
  unit: SourceUnit,
  value: TSESTree.Node,
  isAwaited: (call: TSESTree.Node) => boolean,
): boolean {
  const again = (node: TSESTree.Node) => isPlainValue(unit, node, isAwaited);
  if (primitives.test(value.type)) return true;
  switch (value.type) {
    case 'UnaryExpression':
      return true;
    case 'ConditionalExpression':
      return again(value.consequent) && again(value.alternate);
    case 'LogicalExpression':
      return again(value.left) && again(value.right);
    case 'SequenceExpression':
      return again(value.expressions.at(-1) ?? value);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return again(value.expression);
    case 'ObjectExpression':
      return value.properties.every(isHarmlessProperty);
    case 'NewExpression':
      return value.callee.type === 'Identifier' && builtInName.test(value.callee.name);
    case 'CallExpression':
      return isAwaited(value);
    case 'Identifier':
      return isPlainVariable(unit, value, again);
    default:
      return false;
  }
}

/** No `then`, prototype, spread or computed key. */
function isHarmlessProperty(property: TSESTree.Property | TSESTree.SpreadElement): boolean {
  if (property.type === 'SpreadElement' || property.computed) return false;
  const { key } = property;
  return !/^(?:then|__proto__)$/.test(
    key.type === 'Identifier' ? key.name : String((key as TSESTree.Literal).value),
  );
}

/** A variable that only ever holds plain values, and whose object gets no `then` under its own name. */
function isPlainVariable(
  unit: SourceUnit,
  use: TSESTree.Identifier,
  isPlain: (node: TSESTree.Node) => boolean,
): boolean {
  if (use.name === 'undefined') return true;
  const variable = findVariable(unit, use);
  const [definition] = variable?.defs ?? [];
  if (!variable || definition?.node.type !== 'VariableDeclarator' || variable.defs.length > 1) return false;
  if (definition.node.id.type !== 'Identifier') return false;
  const type = definition.node.id.typeAnnotation?.typeAnnotation;
  if (type && isPlainType(type)) return true;
  if (variable.references.some(({ identifier }) => maySetThen(identifier))) return false;
  return variable.references
    .filter((reference) => reference.isWrite())
    .every(({ identifier }) => {
      if (isCompound(identifier)) return true;
      const value = assignedTo(identifier);
      return value !== undefined && !mentions(value, use.name) && isPlain(value);
    });
}

/** The expression whose whole value an assignment or declaration gives to the name. */
function assignedTo(name: TSESTree.Node): TSESTree.Node | undefined {
  const { parent } = name;
  if (parent?.type === 'VariableDeclarator' && parent.id === name) return parent.init ?? undefined;
  const isAssigned =
    parent?.type === 'AssignmentExpression' && parent.operator === '=' && parent.left === name;
  return isAssigned ? parent.right : undefined;
}

/** `x.then = …`, any function stored under a computed key, or `Object.assign(x, …)` and the like. */
function maySetThen(use: TSESTree.Node): boolean {
  const { parent: member } = use;
  if (member?.type === 'CallExpression' && member.arguments[0] === use) return isDefining(member.callee);
  if (member?.type !== 'MemberExpression') return false;
  const { parent } = member;
  if (parent.type !== 'AssignmentExpression' || parent.left !== member) return false;
  const { property } = member;
  if (!member.computed) return property.type === 'Identifier' && property.name === 'then';
  return isFunction(parent.right);
}

/** `Object.assign`, `Object.defineProperty`, `Reflect.set`, … */
function isDefining(callee: TSESTree.Node): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  const { object, property } = callee;
  if (!/^(?:Object|Reflect)$/.test(object.name)) return false;
  return property.type !== 'Identifier' || /^(?:assign|set|define)/.test(property.name);
}

/** A compound assignment (`x += …`) gives a primitive. */
function isCompound({ parent }: TSESTree.Node): boolean {
  if (parent?.type === 'UpdateExpression') return true;
  return parent?.type === 'AssignmentExpression' && /^(?:[-+*/%&|^]|<<|>>>?|\*\*)=$/.test(parent.operator);
}

/** A variable that is assigned from itself would be asked for ever. */
function mentions(root: TSESTree.Node, name: string): boolean {
  let found = false;
  walk(root, (node) => {
    if (node.type === 'Identifier' && node.name === name) found = true;
  });
  return found;
}

/** The variable that an identifier means. */
export function findVariable(unit: SourceUnit, use: TSESTree.Node): Variable | undefined {
  for (const scope of unit.scopes.scopes) {
    const reference = scope.references.find(({ identifier }) => identifier === use);
    if (reference) return reference.resolved ?? undefined;
    const declared = scope.variables.find(({ identifiers }) => identifiers.some((one) => one === use));
    if (declared) return declared;
  }
  return undefined;
}

/**
 * Purpose: module-level constants that are the same in every thread.
 * Input: a variable and all its uses in the file.
 * Guarantee: the value is made from literals and pure built-ins alone, and nothing in the program changes it.
 */
import type { Reference, ScopeVariable as Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { childrenOf, isPatternTarget, unwrap } from '../../facts/ast.ts';

type Node = TSESTree.Node;

/** Whether a second copy of the declaration, in another thread, can't be told from the first. */
export function isConstantTable(variable: Variable): boolean {
  const [definition, ...others] = variable.defs;
  if (definition?.type !== 'Variable' || others.length > 0) return false;
  const { node, parent } = definition;
  if (parent.declarations.length > 1 || node.id.type !== 'Identifier' || !node.init) return false;
  if (variable.references.some((reference) => reference.isWrite() && !reference.init)) return false;
  if (isPrimitive(unwrap(node.init))) return true;
  const depth = depthOf(node.init);
  const isFixed = isLiteralData(node.init) && !isExported(node);
  return isFixed && variable.references.every((reference) => isReadOnlyUse(reference, depth));
}

function isExported(node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (at.type.startsWith('Export')) return true;
  return false;
}

/** A literal, or arithmetic of literals. */
export function isLiteralValue(node: Node): boolean {
  return isPrimitive(unwrap(node));
}

function isPrimitive(node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return !('regex' in node);
    case 'TemplateLiteral':
      return node.expressions.length === 0;
    case 'UnaryExpression':
      return node.operator !== 'delete' && isPrimitive(node.argument);
    case 'BinaryExpression':
      return isPrimitive(node.left) && isPrimitive(node.right);
    case 'MemberExpression':
      return (
        node.object.type === 'Identifier' && ['Math', 'Number'].includes(node.object.name) && !node.computed
      );
    case 'Identifier':
      return ['undefined', 'NaN', 'Infinity'].includes(node.name);
    default:
      return false;
  }
}

const dataTypes = /^(?:Array|Object)Expression$|^Property$|^SpreadElement$|^TemplateElement$/;
const constructors = /^(?:Map|Set|Array|(?:Int|Uint|Float|BigInt|BigUint)\d+(?:Clamped)?Array)$/;

/** Literals, arrays, objects and collections of them; a RegExp without state. */
function isLiteralData(node: Node): boolean {
  const bare = unwrap(node);
  if (bare.type === 'Literal' && 'regex' in bare) return !/[gy]/.test(bare.regex.flags);
  if (isPrimitive(bare)) return true;
  if (bare.type === 'Property') return bare.kind === 'init' && !bare.computed && isLiteralData(bare.value);
  if (dataTypes.test(bare.type)) return childrenOf(bare).every(isLiteralData);
  if (bare.type === 'NewExpression')
    return isNamed(bare.callee, constructors) && bare.arguments.every(isLiteralData);
  if (bare.type !== 'CallExpression' || bare.callee.type !== 'MemberExpression') return false;
  const isFreeze = isNamed(bare.callee.object, /^Object$/) && isNamed(bare.callee.property, /^freeze$/);
  return isFreeze && bare.arguments.every(isLiteralData);
}

function isNamed(node: Node, pattern: RegExp): boolean {
  return node.type === 'Identifier' && pattern.test(node.name);
}

const readMethods =
  /^(?:at|concat|every|entries|filter|find|findIndex|flat|flatMap|forEach|get|has|includes|indexOf|join|keys|lastIndexOf|map|reduce|reduceRight|slice|some|test|values)$/;

/** How many steps lead from the table to primitives only: 1 for `[1, 2]`, 2 for `[[0, 1], [1, 0]]`. */
function depthOf(node: Node): number {
  const bare = unwrap(node);
  const inner = Math.max(0, ...childrenOf(bare).map(depthOf));
  const isContainer = /^(?:Array|Object|New)Expression$/.test(bare.type) && !isPrimitive(bare);
  const isWrapper = bare.type === 'NewExpression';
  return isContainer && !isWrapper ? inner + 1 : Math.max(inner, isWrapper ? 1 : 0);
}

/** `T[i]`, `T.length`, `T.get(k)`, `for (… of T)`, `...T`: uses that can neither change the table nor give an object in it away. */
function isReadOnlyUse({ identifier, init }: Reference, depth: number): boolean {
  if (init) return true;
  const { parent } = identifier as TSESTree.Identifier;
  if (parent.type === 'SpreadElement') return depth === 1;
  if (parent.type === 'ForOfStatement')
    return parent.right === identifier && depth <= 1 + patternDepth(parent.left);
  if (parent.type === 'BinaryExpression') return true;
  if (parent.type !== 'MemberExpression' || parent.object !== identifier) return false;
  return isReadOnlyMember(parent, depth);
}

/** `const [dx, dy]` takes an element apart. */
function patternDepth(left: Node): number {
  const pattern = left.type === 'VariableDeclaration' ? left.declarations[0].id : left;
  return pattern.type === 'ArrayPattern' || pattern.type === 'ObjectPattern' ? 1 : 0;
}

function isReadOnlyMember(member: TSESTree.MemberExpression, depth: number): boolean {
  const { parent } = member;
  if (parent.type === 'CallExpression' && parent.callee === member) {
    const isReader =
      member.property.type === 'Identifier' && !member.computed && readMethods.test(member.property.name);
    return isReader && depth === 1;
  }
  if (parent.type === 'AssignmentExpression' && parent.left === member) return false;
  if (parent.type === 'UpdateExpression' || isPatternTarget(member)) return false;
  if (parent.type === 'UnaryExpression' && parent.operator === 'delete') return false;
  if (parent.type === 'MemberExpression' && parent.object === member)
    return isReadOnlyMember(parent, depth - 1);
  const name = !member.computed && member.property.type === 'Identifier' ? member.property.name : undefined;
  // The buffer of a typed array is another way to its numbers.
  return name === 'length' || (depth <= 1 && name !== 'buffer');
}

/**
 * Purpose: what a variable's uses do to the object that it holds: hand it on, or put objects from elsewhere into it.
 * Input: the identifiers that name the variable.
 * Guarantee: `staysHere` only when no use stores, passes, returns or captures the object where other code could reach it.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { isPatternTarget } from '../ast.ts';
import { bare, functionAround, isFunction, isInside } from './syntax.ts';

type Node = TSESTree.Node;

export interface UseQuestions {
  /** Expressions that make a new object. */
  readonly isNew: (node: Node) => boolean;
  /** All identifiers of the variable that this one names. */
  readonly usesOf: (identifier: TSESTree.Identifier) => readonly TSESTree.Identifier[];
  /** Whether a use of a variable keeps its object to it, as far as the object's methods, accessors and conversions go. */
  readonly keeps: (use: Node) => boolean;
  /** `pixels.buffer`: another object may be made over the same memory. */
  readonly givesMemory: (member: TSESTree.MemberExpression) => boolean;
  /** The loop: a use that comes after it, and isn't run before it again, doesn't matter. */
  readonly loop: Node;
  /** The variable's own declaration: a round of a loop around it has a variable, and an object, of its own. */
  readonly declaration: Node | undefined;
}

const readers =
  'at concat entries every filter find findIndex flat flatMap forEach get has includes indexOf join keys lastIndexOf map reduce reduceRight slice some values';
const writers = 'add clear delete fill pop push set shift splice unshift reverse sort subarray copyWithin';
const readOnly = new Set(readers.split(' '));
const builtIn = new Set(`${readers} ${writers}`.split(' '));

/** Methods that call their argument. */
const callers = new Set('every filter find findIndex flatMap forEach map reduce reduceRight some'.split(' '));

/** Methods that give their receiver back: their result must not be used. */
const chaining = new Set(['reverse', 'sort', 'fill', 'copyWithin', 'set', 'add', 'subarray']);

/** Whether nothing but this variable leads to its object, as long as the loop runs; `depth` is that of the elements which count too. */
export function staysHere(uses: readonly Node[], depth: number, ask: UseQuestions): boolean {
  return uses.every((use) => isAfter(use, ask) || (ask.keeps(use) && keepsObject(use, depth, ask)));
}

/** Whether nothing but this variable ever leads to its object, whoever calls and whatever has run before. */
export function keepsForGood(uses: readonly Node[], ask: UseQuestions): boolean {
  return uses.every(
    (use) =>
      use.parent?.type !== 'ReturnStatement' &&
      !isExported(use) &&
      ask.keeps(use) &&
      keepsObject(use, 0, ask),
  );
}

/** `export const log = []` */
function isExported({ parent }: Node): boolean {
  return parent?.type === 'VariableDeclarator' && parent.parent.parent.type === 'ExportNamedDeclaration';
}

function keepsObject(use: Node, depth: number, ask: UseQuestions): boolean {
  const { parent } = use;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id === use;
    case 'AssignmentExpression':
      return parent.left === use && parent.parent.type === 'ExpressionStatement';
    case 'MemberExpression':
      return parent.object === use && keepsThrough(parent, depth, ask);
    case 'ForOfStatement':
      return parent.right === use && (depth === 0 || keepsItems(parent, depth, ask));
    case 'SpreadElement':
      return depth === 0;
    case 'BinaryExpression':
    case 'UnaryExpression':
      return true;
    case 'ReturnStatement':
      return endsFunction(parent, ask);
    default:
      return false;
  }
}

/** Whether a `return` keeps the loop from running at all. */
function endsFunction(node: Node, { loop }: UseQuestions): boolean {
  return functionAround(node) === functionAround(loop);
}

/** `rows[y]`, `rows.length`, `rows.push(…)` */
function keepsThrough(member: TSESTree.MemberExpression, depth: number, ask: UseQuestions): boolean {
  const { parent } = member;
  if (parent.type === 'CallExpression' && parent.callee === member) return keepsInCall(member, parent, depth);
  if (ask.givesMemory(member)) return false;
  if (depth === 0) return true;
  if (!member.computed && 'name' in member.property && member.property.name === 'length') return true;
  if (parent.type === 'AssignmentExpression' && parent.left === member) return true;
  if (parent.type === 'VariableDeclarator' && parent.init === member && parent.id.type === 'Identifier') {
    return isUnseen(parent, ask.loop) && staysHere(ask.usesOf(parent.id), depth - 1, ask);
  }
  return keepsObject(member, depth - 1, ask);
}

function keepsInCall(
  member: TSESTree.MemberExpression,
  call: TSESTree.CallExpression,
  depth: number,
): boolean {
  if (member.computed || member.property.type !== 'Identifier' || !builtIn.has(member.property.name))
    return false;
  const { name } = member.property;
  const isDropped = call.parent.type === 'ExpressionStatement';
  if (chaining.has(name) && !isDropped) return false;
  if (depth > 0 && !isDropped && name !== 'length') return false;
  const mayTake = (argument: Node) =>
    isFunction(argument) && (argument.params.length > (depth > 0 ? 0 : 2) || usesArguments(argument));
  return !call.arguments.some((argument) => mayTake(argument) || isForeignCallback(argument, name));
}

/** A named function as a callback may take the array as its third argument. */
function isForeignCallback(argument: Node, method: string): boolean {
  return callers.has(method) && ['Identifier', 'MemberExpression'].includes(bare(argument).type);
}

function usesArguments(node: Node): boolean {
  return node.type === 'FunctionExpression' && node.params.length === 0;
}

function keepsItems(node: TSESTree.ForOfStatement, depth: number, ask: UseQuestions): boolean {
  const declared = node.left.type === 'VariableDeclaration' ? node.left.declarations[0].id : undefined;
  return (
    declared?.type === 'Identifier' &&
    isUnseen(node, ask.loop) &&
    staysHere(ask.usesOf(declared), depth - 1, ask)
  );
}

/**
 * Whether a second name for an element is none that the loop's body sees as a variable from outside: it is declared in the body (there,
 * the walker follows aliases), or in a block or loop that doesn't hold the loop.
 */
function isUnseen(declaration: Node, loop: Node): boolean {
  if (isInside(declaration.range, loop.range)) return true;
  for (let around = declaration; !isFunction(around) && around.type !== 'Program'; around = around.parent) {
    const isScope = around.type === 'BlockStatement' || around.type === 'ForOfStatement';
    if (isScope) return !isInside(loop.range, around.range);
  }
  return false;
}

/**
 * Whether a use stands behind the loop, with no loop or function around both that would bring it before the loop again, and in no function
 * that may be called before.
 */
function isAfter(use: Node, ask: UseQuestions): boolean {
  return use.range[0] >= ask.loop.range[1] && !sharesRepetition(use, ask) && !isHoisted(use, ask.loop);
}

/** Whether a use stands in a function declaration, which is there from the start of the block. */
function isHoisted(use: Node, loop: Node): boolean {
  const around = functionAround(use);
  if (!around || isInside(loop.range, around.range)) return false;
  return around.type === 'FunctionDeclaration' || isHoisted(around, loop);
}

function sharesRepetition(use: Node, { loop, declaration }: UseQuestions): boolean {
  for (let around: Node | undefined = loop.parent; around; around = around.parent) {
    if (around.type === 'BlockStatement' && isDeclaredBy(around, declaration)) return false;
    if (isFunction(around)) return !isInside(use.range, around.range);
    if (/^(For|ForOf|ForIn|While|DoWhile)Statement$/.test(around.type) && isInside(use.range, around.range))
      return true;
  }
  return true;
}

/** `const` or `let` with a value, directly in the block. */
function isDeclaredBy(block: Node, declaration: Node | undefined): boolean {
  const list = declaration?.parent?.parent;
  const isInitialised =
    declaration?.parent?.type === 'VariableDeclarator' && declaration.parent.init !== null;
  return (
    isInitialised && list?.type === 'VariableDeclaration' && list.kind !== 'var' && list.parent === block
  );
}

const harmlessForRows = new Set([...readOnly, 'length', 'reverse', 'sort', 'pop', 'shift']);

/** Whether a use of an array leaves each of its elements a different object. */
export function keepsRowsApart(use: Node, ask: UseQuestions): boolean {
  const { parent } = use;
  if (isAfter(use, ask)) return true;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id === use;
    case 'AssignmentExpression':
      return parent.left === use;
    case 'MemberExpression':
      return parent.object === use && keepsRowsApartThrough(parent, ask);
    case 'ForOfStatement':
      return parent.right === use;
    case 'SpreadElement':
      return true;
    case 'ReturnStatement':
      return endsFunction(parent, ask);
    default:
      return false;
  }
}

function keepsRowsApartThrough(member: TSESTree.MemberExpression, { isNew }: UseQuestions): boolean {
  const { parent } = member;
  if (parent.type === 'AssignmentExpression' && parent.left === member) {
    return parent.operator === '=' ? isNew(parent.right) : !/^(&&|\|\||\?\?)=$/.test(parent.operator);
  }
  if (isPatternTarget(member) || parent.type === 'Property') return false;
  if (parent.type !== 'CallExpression' || parent.callee !== member) return true;
  if (member.computed || member.property.type !== 'Identifier') return false;
  if (member.property.name === 'push') return parent.arguments.every(isNew);
  const givesArray = parent.arguments.some((a) =>
    isFunction(a) ? a.params.length > 2 : a.type === 'Identifier',
  );
  return harmlessForRows.has(member.property.name) && !givesArray;
}

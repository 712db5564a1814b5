/**
 * Purpose: where the object that a variable holds during the loop comes from.
 * Input: the variable's declaration and uses.
 * Guarantee: `allocated` only when the object is made by this variable's own initialiser (or its only assignment before the loop).
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Binding, BindingId } from '../../model/index.ts';
import type { Allocation } from './allocations.ts';
import type { DependenceInput } from './input.ts';
import type { UseQuestions } from './uses.ts';
import { isPatternTarget } from '../ast.ts';
import { allocationOf } from './allocations.ts';
import { constantNumber } from './constants.ts';
import { identifiersNamed, initialiserOf } from './declarations.ts';
import { bare, functionAround, isFunction, isInside } from './syntax.ts';
import { keepsForGood, keepsRowsApart, staysHere } from './uses.ts';

type Node = TSESTree.Node;

/** What the question needs of a loop: where it stands, and what is known of the file. */
export type OriginInput = Pick<DependenceInput, 'body' | 'bindingOf' | 'aliases'>;

export interface Origin {
  /** The expression that gave the variable the object that it holds during the loop. */
  readonly source: TSESTree.Node | undefined;
  readonly kind: 'allocated' | 'given' | 'unknown';
  /** The function whose call made or received the object; undefined for the module. */
  readonly owner: Node | undefined;
  readonly allocation: Allocation | undefined;
  readonly hasSeparateRows: boolean;
  /** How deep nothing but this variable leads: 1 the object itself, 2 its elements too. */
  readonly hiddenDepth: number;
  /** Whether nothing but this variable ever leads to its objects, also between calls. */
  readonly isSoleName: boolean;
}

const unknownOrigin: Origin = {
  source: undefined,
  kind: 'unknown',
  owner: undefined,
  allocation: undefined,
  hasSeparateRows: false,
  hiddenDepth: 0,
  isSoleName: false,
};

const origins = new WeakMap<OriginInput, Map<BindingId, Origin>>();

/** Looked for once for each variable: many questions about a loop's places lead here. */
export function findOrigin(input: OriginInput, id: BindingId, name: string): Origin {
  const known = origins.get(input) ?? new Map<BindingId, Origin>();
  origins.set(input, known);
  const found = known.get(id) ?? traceOrigin(input, id, name);
  known.set(id, found);
  return found;
}

function traceOrigin(input: OriginInput, id: BindingId, name: string): Origin {
  const uses = usesOf(input, id, name);
  const [first] = uses;
  const binding = first && input.bindingOf(first);
  if (!first || !binding || binding.level === 'iteration') return unknownOrigin;
  const declaration = uses.find((use) => use.range[0] === binding.declared[0]);
  const owner = declaration && functionAround(declaration);
  if (binding.kind === 'param')
    return { ...unknownOrigin, kind: binding.reassigned ? 'unknown' : 'given', owner };
  const source = sourceOf(binding, uses, input);
  const allocation = source && allocated(source, input);
  if (!allocation) return { ...unknownOrigin, owner };
  const ask = questions(input, declaration);
  const hasSeparateRows = allocation.rows === 'separate' && uses.every((use) => keepsRowsApart(use, ask));
  const isLocal = owner !== undefined && owner === functionAround(input.body);
  const depths = hasSeparateRows ? [2, 1] : [1];
  const hiddenDepth = isLocal ? (depths.find((depth) => staysHere(uses, depth - 1, ask)) ?? 0) : 0;
  const isSoleName = keepsForGood(uses, ask);
  return { source, kind: 'allocated', owner, allocation, hasSeparateRows, hiddenDepth, isSoleName };
}

/** Where what a variable of the loop holds comes from; undefined for one that the body doesn't touch. */
export function originOfBinding(input: DependenceInput, id: BindingId): Origin | undefined {
  const binding = input.bindings.find((one) => one.id === id);
  return binding && findOrigin(input, id, binding.name);
}

function allocated(node: Node, input: OriginInput): Allocation | undefined {
  return allocationOf(node, {
    isNumber: (expression) =>
      isNumber(expression, input) || input.aliases.isNumber?.(expression as TSESTree.Expression) === true,
    isGlobal: (identifier) => !input.bindingOf(identifier),
    isMade: (expression) => input.aliases.isAllocation?.(expression as TSESTree.Expression) === true,
    makesRows: (expression) => input.aliases.makesRows?.(expression as TSESTree.Expression) === true,
    isArray: (expression) => input.aliases.isArray?.(expression as TSESTree.Expression) === true,
  });
}

/** Whether all elements of the array that an expression gives are different new objects, or primitives. */
export function givesSeparateRows(node: Node, input: OriginInput): boolean {
  const expression = bare(node);
  const binding = expression.type === 'Identifier' ? input.bindingOf(expression) : undefined;
  if (binding) return findOrigin(input, binding.id, binding.name).hasSeparateRows;
  return allocated(expression, input)?.rows === 'separate';
}

function usesOf(input: OriginInput, id: BindingId, name: string): readonly TSESTree.Identifier[] {
  return identifiersNamed(name, input.body).filter((identifier) => input.bindingOf(identifier)?.id === id);
}

function questions(input: OriginInput, declaration: Node | undefined): UseQuestions {
  return {
    isNew: (node) => allocated(node, input) !== undefined || isNewVariable(node, input),
    usesOf(identifier) {
      const binding = input.bindingOf(identifier);
      return binding ? usesOf(input, binding.id, identifier.name) : [];
    },
    keeps: (use) => input.aliases.keeps?.(use) ?? true,
    givesMemory: (member) => input.aliases.givesMemory?.(member) ?? false,
    loop: loopAround(input.body),
    declaration,
  };
}

/** A variable for a new object that is given away here and nowhere else: `const row = []; …; rows.push(row);` */
function isNewVariable(node: Node, input: OriginInput): boolean {
  const identifier = bare(node);
  const binding = identifier.type === 'Identifier' ? input.bindingOf(identifier) : undefined;
  const initialiser = binding && initialiserOf(binding, input.body);
  if (!binding || binding.reassigned || !initialiser || !allocated(initialiser, input)) return false;
  const uses = usesOf(input, binding.id, binding.name);
  const declaration = uses.find((use) => use.range[0] === binding.declared[0]);
  const others = uses.filter((use) => use !== identifier);
  const loop = loopAround(input.body);
  // Each round of the block makes one object and gives it away once.
  if (!declaration || blockAround(declaration) !== blockAround(identifier)) return false;
  const isHere = (use: Node): boolean =>
    !isInside(use.range, loop.range) && functionAround(use) === functionAround(declaration);
  return others.every(isHere) && staysHere(others, 0, questions(input, declaration));
}

/** The block that a node's statement stands in, when nothing repeats the statement within it. */
function blockAround(node: Node): Node | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'BlockStatement' || at.type === 'Program') return at;
    if (isFunction(at) || /^(?:For|While|Do)/.test(at.type)) return undefined;
  }
  return undefined;
}

/** The loop statement, or the call of a method form. */
function loopAround(body: Node): Node {
  return body.parent ?? body;
}

/** The expression that gave the variable its value before the loop. */
function sourceOf(binding: Binding, uses: readonly Node[], input: OriginInput): Node | undefined {
  if (!binding.reassigned) return binding.kind === 'var' ? undefined : initialiserOf(binding, input.body);
  const assignments = uses.filter((use) => isAssigned(use));
  const before = assignments.filter((use) => isJustBefore(use, input.body));
  const others = assignments.filter((use) => isInside(use.range, loopAround(input.body).range));
  const last = before.at(-1)?.parent;
  const isAssignedElsewhere = assignments.some((use) => functionAround(use) !== functionAround(input.body));
  if (isAssignedElsewhere) return undefined;
  return others.length === 0 && last?.type === 'AssignmentExpression' ? last.right : undefined;
}

function isAssigned(use: Node): boolean {
  const { parent, range } = use;
  if (parent?.type === 'AssignmentExpression')
    return parent.left.range[0] === range[0] && parent.left.type === 'Identifier';
  return parent?.type === 'UpdateExpression' || isPatternTarget(use);
}

/** `x = …;` as a statement of the block in which the loop stands, before it and with nothing between that could assign again. */
function isJustBefore(use: Node, body: Node): boolean {
  const assignment = use.parent;
  const statement = assignment?.parent;
  const block = statement?.parent;
  if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=') return false;
  if (statement?.type !== 'ExpressionStatement' || block?.type !== 'BlockStatement') return false;
  const position = block.body.findIndex((child) => isInside(body.range, child.range));
  const between = block.body.slice(block.body.indexOf(statement) + 1, Math.max(0, position));
  return (
    position > 0 &&
    statement.range[1] <= body.range[0] &&
    between.every((child) => child.type === 'VariableDeclaration')
  );
}

/** Surely a number: a constant, arithmetic other than `+`, or a length. */
function isNumber(node: Node, input: OriginInput): boolean {
  const expression = bare(node);
  if (constantNumber(expression, input.bindingOf) !== undefined) return true;
  if (expression.type === 'BinaryExpression') return /^([-*/%&|^]|\*\*|<<|>>>?)$/.test(expression.operator);
  const isNamed =
    expression.type === 'MemberExpression' && !expression.computed && 'name' in expression.property;
  return isNamed && expression.property.type === 'Identifier' && expression.property.name === 'length';
}

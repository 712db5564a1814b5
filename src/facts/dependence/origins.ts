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
import { allocationOf } from './allocations.ts';
import { constantNumber } from './constants.ts';
import { identifiersNamed, initialiserOf } from './declarations.ts';
import { bare, isFunction, isInside } from './syntax.ts';
import { keepsRowsApart, staysHere } from './uses.ts';

type Node = TSESTree.Node;

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
}

const unknownOrigin: Origin = {
  source: undefined,
  kind: 'unknown',
  owner: undefined,
  allocation: undefined,
  hasSeparateRows: false,
  hiddenDepth: 0,
};

export function findOrigin(input: DependenceInput, id: BindingId, name: string): Origin {
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
  return { source, kind: 'allocated', owner, allocation, hasSeparateRows, hiddenDepth };
}

/** Where what a variable of the loop holds comes from; undefined for one that the body doesn't touch. */
export function originOfBinding(input: DependenceInput, id: BindingId): Origin | undefined {
  const binding = input.bindings.find((one) => one.id === id);
  return binding && findOrigin(input, id, binding.name);
}

function allocated(node: Node, input: DependenceInput): Allocation | undefined {
  return allocationOf(node, {
    isNumber: (expression) =>
      isNumber(expression, input) || input.aliases.isNumber?.(expression as TSESTree.Expression) === true,
    isMade: (expression) => input.aliases.isAllocation?.(expression as TSESTree.Expression) === true,
    isArray: (expression) => input.aliases.isArray?.(expression as TSESTree.Expression) === true,
  });
}

function usesOf(input: DependenceInput, id: BindingId, name: string): readonly TSESTree.Identifier[] {
  return identifiersNamed(name, input.body).filter((identifier) => input.bindingOf(identifier)?.id === id);
}

function questions(input: DependenceInput, declaration: Node | undefined): UseQuestions {
  return {
    isNew: (node) => allocated(node, input) !== undefined,
    usesOf(identifier) {
      const binding = input.bindingOf(identifier);
      return binding ? usesOf(input, binding.id, identifier.name) : [];
    },
    loop: loopAround(input.body),
    declaration,
  };
}

/** The loop statement, or the call of a method form. */
function loopAround(body: Node): Node {
  return body.parent ?? body;
}

/** The expression that gave the variable its value before the loop. */
function sourceOf(binding: Binding, uses: readonly Node[], input: DependenceInput): Node | undefined {
  if (!binding.reassigned) return binding.kind === 'var' ? undefined : initialiserOf(binding, input.body);
  const assignments = uses.filter((use) => isAssigned(use));
  const before = assignments.filter((use) => isJustBefore(use, input.body));
  const others = assignments.filter((use) => isInside(use.range, loopAround(input.body).range));
  const last = before.at(-1)?.parent;
  const isAssignedElsewhere = assignments.some((use) => functionAround(use) !== functionAround(input.body));
  if (isAssignedElsewhere) return undefined;
  return others.length === 0 && last?.type === 'AssignmentExpression' ? last.right : undefined;
}

function isAssigned({ parent, range }: Node): boolean {
  if (parent?.type === 'AssignmentExpression')
    return parent.left.range[0] === range[0] && parent.left.type === 'Identifier';
  return parent?.type === 'UpdateExpression';
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

export function functionAround(node: Node): Node | undefined {
  // ESLint gives the program a parent of null, other hosts leave it out.
  const parent = node.parent ?? undefined;
  return parent === undefined || isFunction(parent) ? parent : functionAround(parent);
}

/** Surely a number: a constant, arithmetic other than `+`, or a length. */
function isNumber(node: Node, input: DependenceInput): boolean {
  const expression = bare(node);
  if (constantNumber(expression, input.bindingOf) !== undefined) return true;
  if (expression.type === 'BinaryExpression') return /^([-*/%&|^]|\*\*|<<|>>>?)$/.test(expression.operator);
  const isNamed =
    expression.type === 'MemberExpression' && !expression.computed && 'name' in expression.property;
  return isNamed && expression.property.type === 'Identifier' && expression.property.name === 'length';
}

/**
 * Purpose: tell objects apart by where they are allocated: rows of one array, rows of different arrays, arrays and parameters.
 * Input: a DependenceInput with an oracle of its own.
 * Guarantee: `distinct` only for objects of different allocations, whose variables nothing reassigns and whose rows nothing replaces by
 * an object from elsewhere.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Binding, BindingId, Place } from '../../model/index.ts';
import type { Allocation } from './allocations.ts';
import type { AliasOracle, DependenceInput } from './input.ts';
import { allocationOf } from './allocations.ts';
import { constantNumber } from './constants.ts';
import { identifiersNamed, initialiserOf } from './declarations.ts';
import { bare, isFunction } from './syntax.ts';

type Node = TSESTree.Node;

interface Origin {
  readonly kind: 'allocated' | 'given' | 'unknown';
  /** The function whose call made or received the object; undefined for the module. */
  readonly owner: Node | undefined;
  readonly hasSeparateRows: boolean;
  readonly allocation: Allocation | undefined;
}

/** `input.aliases`, with what declarations tell. */
export function refineAliases(input: DependenceInput): AliasOracle {
  const base = input.aliases;
  const origins = new Map<BindingId, Origin>();
  const originOf = ({ root }: Place): Origin | undefined => {
    if (root.kind !== 'binding') return undefined;
    const known = origins.get(root.id) ?? findOrigin(input, root.id, root.name);
    origins.set(root.id, known);
    return known;
  };
  const hasSeparateRows = (place: Place) =>
    place.path.length === 0 && originOf(place)?.hasSeparateRows === true;
  return {
    relate(a, b) {
      const [p, q] = [originOf(a), originOf(b)];
      if (p && q && areApart(a, p, b, q)) return 'distinct';
      return p && q && isUncertain(p, q) ? 'may' : base.relate(a, b);
    },
    hasDistinctElements: (place) =>
      base.hasDistinctElements(place) ||
      hasSeparateRows(place) ||
      (isItem(place) && hasSeparateItems(input, hasSeparateRows)),
    isTypedArray: (place) => base.isTypedArray(place) || isTyped(originOf(place), place.path.length),
  };
}

function isTyped(origin: Origin | undefined, depth: number): boolean {
  if (depth === 0) return origin?.allocation?.isTyped === true;
  return depth === 1 && origin?.hasSeparateRows === true && origin.allocation?.hasTypedRows === true;
}

const isItem = ({ root, path }: Place): boolean => root.kind === 'item' && path.length === 0;

/** `for (const row of rows)` over separate rows. */
function hasSeparateItems(input: DependenceInput, hasSeparateRows: (place: Place) => boolean): boolean {
  const { parent } = input.body;
  if (parent?.type !== 'ForOfStatement' || parent.right.type !== 'Identifier') return false;
  const binding = input.bindingOf(parent.right);
  return (
    !!binding && hasSeparateRows({ root: { kind: 'binding', id: binding.id, name: binding.name }, path: [] })
  );
}

/** Two variables' objects, or a row of one and an object or row of the other. */
function areApart(a: Place, p: Origin, b: Place, q: Origin): boolean {
  const isSameVariable = a.root.kind === 'binding' && b.root.kind === 'binding' && a.root.id === b.root.id;
  if (!isOwn(p, a) || !isOwn(q, b)) {
    return !isSameVariable && ((isOwn(p, a) && isEarlier(q, b, p)) || (isOwn(q, b) && isEarlier(p, a, q)));
  }
  return !isSameVariable || a.path.length !== b.path.length;
}

/** Whether the object at this depth was allocated for this variable. */
function isOwn(origin: Origin, { path }: Place): boolean {
  if (origin.kind !== 'allocated') return false;
  return path.length === 0 || (path.length === 1 && origin.hasSeparateRows);
}

/** A parameter's object came before what the same call allocates. */
function isEarlier(given: Origin, { path }: Place, made: Origin): boolean {
  return (
    given.kind === 'given' && path.length === 0 && given.owner === made.owner && made.owner !== undefined
  );
}

/** A parameter may be any object that was allocated outside its function. */
function isUncertain(p: Origin, q: Origin): boolean {
  return (p.kind === 'given' && q.owner !== p.owner) || (q.kind === 'given' && p.owner !== q.owner);
}

function findOrigin(input: DependenceInput, id: BindingId, name: string): Origin {
  const uses = identifiersNamed(name, input.body).filter(
    (identifier) => input.bindingOf(identifier)?.id === id,
  );
  const [first] = uses;
  const binding = first && input.bindingOf(first);
  const unknown: Origin = {
    kind: 'unknown',
    owner: undefined,
    hasSeparateRows: false,
    allocation: undefined,
  };
  if (!first || !binding || binding.reassigned || binding.level === 'iteration') return unknown;
  const declaration = uses.find((use) => use.range[0] === binding.declared[0]);
  const owner = declaration && functionAround(declaration);
  if (binding.kind === 'param') return { ...unknown, kind: 'given', owner };
  const init = initialiserOf(binding, input.body);
  const allocation = init && allocationOf(init, (node) => isNumber(node, input));
  if (!allocation || binding.kind === 'var') return { ...unknown, owner };
  const areKept = uses.every((use) => use === declaration || keepsRowsApart(use, binding, owner, input));
  return { kind: 'allocated', owner, allocation, hasSeparateRows: allocation.rows === 'separate' && areKept };
}

function functionAround(node: Node): Node | undefined {
  const { parent } = node;
  return parent === undefined || isFunction(parent) ? parent : functionAround(parent);
}

/** Surely a number: a constant, arithmetic other than `+`, or a length. */
function isNumber(node: Node, input: DependenceInput): boolean {
  const expression = bare(node);
  if (constantNumber(expression, (identifier) => input.bindingOf(identifier)) !== undefined) return true;
  if (expression.type === 'BinaryExpression') return /^([-*/%&|^]|\*\*|<<|>>>?)$/.test(expression.operator);
  return (
    expression.type === 'MemberExpression' &&
    !expression.computed &&
    'name' in expression.property &&
    expression.property.name === 'length'
  );
}

const harmless = new Set(
  'at concat entries every filter find findIndex flat flatMap forEach includes indexOf join keys map reduce reverse slice some sort values length'.split(
    ' ',
  ),
);

/** Whether a use of an array leaves each of its elements a different object. */
function keepsRowsApart(
  use: Node,
  binding: Binding,
  owner: Node | undefined,
  input: DependenceInput,
): boolean {
  const { parent } = use;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === use && keepsRowsApartThrough(parent, input);
    case 'ForOfStatement':
      return parent.right === use;
    case 'SpreadElement':
      return true;
    case 'ReturnStatement':
      return owner !== undefined && functionAround(use) === owner && functionAround(input.body) === owner;
    default:
      return false;
  }
}

function keepsRowsApartThrough(member: TSESTree.MemberExpression, input: DependenceInput): boolean {
  const { parent } = member;
  const isNew = (node: Node) => allocationOf(node, (n) => isNumber(n, input)) !== undefined;
  if (parent.type === 'AssignmentExpression' && parent.left === member) {
    return parent.operator === '=' ? isNew(parent.right) : !/^(&&|\|\||\?\?)=$/.test(parent.operator);
  }
  if (isTarget(member)) return false;
  if (parent.type !== 'CallExpression' || parent.callee !== member) return true;
  if (member.computed || member.property.type !== 'Identifier') return false;
  if (member.property.name === 'push') return parent.arguments.every(isNew);
  const givesArray = parent.arguments.some((a) =>
    isFunction(a) ? a.params.length > 2 : a.type === 'Identifier',
  );
  return harmless.has(member.property.name) && !givesArray;
}

/** A target of a pattern or loop head: `[a[0], a[1]] = …`, `for (a[0] of …)`. */
function isTarget({ parent }: TSESTree.MemberExpression): boolean {
  return /^(ArrayPattern|Property|RestElement|AssignmentPattern|ForOfStatement|ForInStatement)$/.test(
    parent.type,
  );
}

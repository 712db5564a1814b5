/**
 * Purpose: which places may hold the same object.
 * Input: where variables get their objects from, and what is known of the kinds of values.
 * Guarantee: `distinct` only where proven: different kinds of object, different allocations, an allocation of this call against
 * what came in, or one that nothing else ever gets hold of.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Place, SourceUnit } from '../model/index.ts';
import type { LoopSite } from './analysis.ts';
import type { AliasOracle } from './dependence/index.ts';
import { nothingKnown } from './dependence/index.ts';
import { arrayEvidence } from './array-evidence.ts';
import type { Frame } from './effects/frame.ts';
import { givesMemory, keepsToItself } from './keeping.ts';
import { makesRows } from './made-rows.ts';
import { isMadeByCall } from './makers.ts';
import { hasFreshElements, isConfined, originOf } from './origins.ts';
import { areApart, isOutOfReach } from './points-to.ts';
import type { Run } from './run.ts';
import { scopeIndexOf } from './scopes.ts';
import type { Variable } from './scopes.ts';
import { variableType } from './values/evidence.ts';
import { inferType } from './values/infer.ts';
import { anyType, elementsOfType, fieldOfType, isPrimitiveKind } from './values/type.ts';
import type { Atom, Type } from './values/type.ts';

export function createAliases(run: Run, site: LoopSite, frame: Frame): AliasOracle {
  const { unit } = site;
  const find = (place: Place) => variableOfRoot(unit, place);
  const typeOf = (place: Place) => typeOfPlace(run, unit, frame, place);
  return {
    relate(a, b) {
      if (areDifferentKinds(typeOf(a), typeOf(b))) return 'distinct';
      const [p, q] = [find(a), find(b)];
      if (isOnlyName(run, unit, p, a) && !isRootOf(p, b, q)) return 'distinct';
      if (isOnlyName(run, unit, q, b) && !isRootOf(q, a, p)) return 'distinct';
      const known = a.path.length + b.path.length > 0 ? 'may' : relateVariables(run, unit, p, q);
      return known === 'may' && areApart(run, site, a, b) ? 'distinct' : known;
    },
    mayReach(from, to) {
      if (areDifferentKinds(typeWithin(typeOf(from)), typeOf(to))) return false;
      const [p, q] = [find(from), find(to)];
      if (isOnlyName(run, unit, q, to) && !isRootOf(q, from, p)) return false;
      return !isOutOfReach(run, site, from, to);
    },
    hasDistinctElements(place) {
      const variable = place.path.length === 0 ? find(place) : undefined;
      return variable !== undefined && hasFreshElements(run, unit, variable);
    },
    ...allocationsOf(run, unit),
    mayBeView: (place) => familiesOf(typeOf(place))?.has('bytes') ?? true,
    isTypedArray(place) {
      const atoms = [...typeOf(place)];
      return atoms.length > 0 && atoms.every(({ kind }) => kind === 'typed-array' || kind === 'buffer');
    },
  };
}

/** What the expressions of a file give, as far as no object is asked for. */
function allocationsOf(run: Run, unit: SourceUnit) {
  return {
    isAllocation: (expression: TSESTree.Expression) => isMadeByCall(run, unit, expression),
    makesRows: (expression: TSESTree.Expression): boolean =>
      makesRows(run, unit, expression, (other) => ({ ...nothingKnown, ...allocationsOf(run, other) })),
    isNumber(expression: TSESTree.Expression) {
      const atoms = [...inferType(run, expression, unit)];
      return atoms.length > 0 && atoms.every(({ kind }) => kind === 'number');
    },
    isArray: (expression: TSESTree.Expression) => arrayEvidence(unit, expression, run).isArray !== 'unknown',
    keeps: (use: TSESTree.Node) => keepsKnown(run, unit, use),
    givesMemory(member: TSESTree.MemberExpression) {
      const kinds = [...inferType(run, member.object, unit)].map(({ kind }) => kind);
      return givesMemory(member, { run, unit, kinds });
    },
  };
}

/** What is returned, or of no known kind, is left to who asks. */
function keepsKnown(run: Run, unit: SourceUnit, use: TSESTree.Node): boolean {
  const kinds = [...inferType(run, use, unit)].map(({ kind }) => kind);
  const isKnown = kinds.length > 0 && !kinds.includes('any');
  return !isKnown || use.parent?.type === 'ReturnStatement' || keepsToItself(use, { run, unit, kinds });
}

/** Nothing but the variable itself ever refers to its object. */
function isOnlyName(
  run: Run,
  unit: SourceUnit,
  variable: Variable | undefined,
  place: Place,
): variable is Variable {
  return variable !== undefined && place.path.length === 0 && isConfined(run, unit, variable);
}

function isRootOf(variable: Variable, place: Place, root: Variable | undefined): boolean {
  return root === variable && place.path.length === 0;
}

/** What a call allocates is none of the objects that it was given; what was there before the call may be. */
function relateVariables(
  run: Run,
  unit: SourceUnit,
  a: Variable | undefined,
  b: Variable | undefined,
): 'distinct' | 'may' | 'same' {
  if (!a || !b) return 'may';
  if (a === b) return 'same';
  const [from, to] = [originOf(run, unit, a), originOf(run, unit, b)];
  if (from === 'allocated' && to === 'allocated') return 'distinct';
  const isOfOneCall = a.scope.variableScope === b.scope.variableScope;
  const isMadeAfter = (from === 'allocated' && to === 'given') || (from === 'given' && to === 'allocated');
  return isOfOneCall && isMadeAfter ? 'distinct' : 'may';
}

/** Families of kinds that share no object. */
const families: Partial<Record<Atom['kind'], string>> = {
  array: 'array',
  'regexp-match': 'array',
  'typed-array': 'bytes',
  buffer: 'bytes',
  'array-buffer': 'array-buffer',
  map: 'map',
  set: 'set',
  object: 'object',
  date: 'date',
  regexp: 'regexp',
  'stateless-regexp': 'regexp',
  function: 'function',
  undefined: '',
  null: '',
  boolean: '',
  number: '',
  bigint: '',
  string: '',
  symbol: '',
  primitive: '',
};

/** Both known, and no object can be of both. */
function areDifferentKinds(a: Type, b: Type): boolean {
  const [left, right] = [familiesOf(a), familiesOf(b)];
  return left !== undefined && right !== undefined && ![...left].some((family) => right.has(family));
}

function familiesOf(type: Type): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  for (const { kind } of type) {
    const family = families[kind];
    if (family === undefined) return undefined;
    if (family !== '') found.add(family);
  }
  return type.size === 0 ? undefined : found;
}

/** More kinds of objects than this in one another say nothing any more. */
const maxKindsWithin = 32;

/** Of what kinds everything is that can be reached from a value. */
function typeWithin(type: Type): Type {
  const found = new Set(type);
  // Grows on the way.
  for (const atom of found) {
    if (!atom.elements || atom.field || atom.instanceOf) {
      if (isLeaf(atom)) continue;
      return anyType;
    }
    for (const inner of atom.elements()) found.add(inner);
    if (found.size > maxKindsWithin) return anyType;
  }
  return found;
}

function isLeaf({ kind }: Atom): boolean {
  return isPrimitiveKind(kind) || kind === 'typed-array' || kind === 'buffer' || kind === 'array-buffer';
}

export function typeOfPlace(run: Run, unit: SourceUnit, frame: Frame, place: Place): Type {
  let type = typeOfRoot(run, unit, frame, place);
  for (const key of place.path) {
    type = key.kind === 'name' ? fieldOfType(type, key.name) : elementsOfType(type);
  }
  return type;
}

function typeOfRoot(run: Run, unit: SourceUnit, frame: Frame, place: Place): Type {
  const { root } = place;
  const variable = variableOfRoot(unit, place);
  if (variable) return variableType(run, variable, unit);
  if (root.kind === 'this') return frame.thisValue.type;
  if (root.kind !== 'item') return anyType;
  for (const [item, { type, refs }] of frame.variables) {
    const [ref] = refs.values();
    const isItem = ref?.kind === 'place' && ref.place.root.kind === 'item' && ref.place.path.length === 0;
    if (item.name === root.name && isItem) return type;
  }
  return anyType;
}

/** The variable of a place's root, by the id that other layers use. */
function variableOfRoot(unit: SourceUnit, { root }: Place): Variable | undefined {
  if (root.kind !== 'binding') return undefined;
  return scopeIndexOf(unit).variableByExternalId(root.id);
}

/**
 * Cloneability from types. The compiler isn't loaded: TypeScript is an optional peer, and only the checker that the host has is
 * used. Numeric `TypeFlags` differ between versions (they moved in 6.0), so types are told apart by what the checker says of
 * them; the few `SymbolFlags` that are needed have been the same since 3.0, and are tested.
 */
import type ts from 'typescript';
import type { Cloneability } from '../../model/index.ts';
import { kindOfTypeName } from '../builtins/index.ts';
import { atPath, exact, joinCloneability, unknownAt } from './join.ts';
import { cloneabilityOfGlobal, cloneabilityOfModuleType, cloneabilityOfValueKind, losses } from './table.ts';

/** `ts.SymbolFlags`, as far as used. */
export const symbolFlags = {
  class: 32,
  regularEnum: 256,
  constEnum: 128,
  enumMember: 8,
  method: 8192,
  accessor: 98304,
} as const;

/** Deeper properties than this, or more types than that, are not gone into. */
const deepest = 8;
const mostTypes = 400;

interface Walk {
  readonly checker: ts.TypeChecker;
  /** Types on the way or done: a recursive type is as cloneable as the rest of it. */
  readonly seen: Set<ts.Type>;
}

/**
 * Of any value of a type, with the path of the culprit: `camera.project`. An interface or object type with data properties
 * alone counts as plain data (a class instance could be passed for it); one with methods can't be cloned whichever it is.
 * Safe for recursive types, and bounded; `any`, `unknown`, `object` and what is out of bounds are `unknown`.
 */
export function cloneabilityOfType(checker: ts.TypeChecker, type: ts.Type, path = ''): Cloneability {
  return atPath(path, ofType({ checker, seen: new Set() }, type, 0));
}

function ofType(walk: Walk, type: ts.Type, depth: number): Cloneability {
  const { checker, seen } = walk;
  if (isPrimitive(checker, type) || seen.has(type)) return exact;
  if (depth > deepest || seen.size > mostTypes) return unknownAt('');
  seen.add(type);
  if (isFunctionType(type)) return losses.functionValue('');
  if (isNamed(checker, type, symbolName)) return cloneabilityOfValueKind('symbol');
  if (type.isUnion()) return joinCloneability(type.types.map((one) => ofType(walk, one, depth)));
  if (type.isIntersection()) return ofIntersection(walk, type, depth);
  if (type.isTypeParameter()) {
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint === undefined || constraint === type ? unknownAt('') : ofType(walk, constraint, depth);
  }
  return ofElements(walk, type, depth) ?? ofLibrary(walk, type, depth) ?? ofObject(walk, type, depth);
}

function isFunctionType(type: ts.Type): boolean {
  return type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0;
}

const nothings = new Set(['undefined', 'null', 'void', 'never']);
const wrappers = new Set(['String', 'Number', 'Boolean', 'BigInt']);
const symbolName = new Set(['Symbol']);

function isPrimitive(checker: ts.TypeChecker, type: ts.Type): boolean {
  const symbol = type.getSymbol();
  const enums = symbolFlags.regularEnum | symbolFlags.constEnum | symbolFlags.enumMember;
  if (symbol !== undefined && (symbol.flags & enums) !== 0) return !isEnumObject(checker, type);
  if (isNamed(checker, type, wrappers)) return true;
  return symbol === undefined && !type.isUnionOrIntersection() && nothings.has(checker.typeToString(type));
}

/** By the object type of the library that a primitive is seen as when its properties are read. */
function isNamed(checker: ts.TypeChecker, type: ts.Type, names: ReadonlySet<string>): boolean {
  if (type.isUnionOrIntersection() || type.isTypeParameter()) return false;
  const apparent = checker.getApparentType(type).getSymbol();
  return apparent !== undefined && names.has(apparent.name) && isLibrary(apparent);
}

/** `typeof Colour`, the object with all members. */
function isEnumObject(checker: ts.TypeChecker, type: ts.Type): boolean {
  return checker.typeToString(type).startsWith('typeof ');
}

/** `string & { brand: 'id' }` is a string. */
function ofIntersection(walk: Walk, type: ts.IntersectionType, depth: number): Cloneability {
  if (type.types.some((one) => isPrimitive(walk.checker, one))) return exact;
  return joinCloneability(type.types.map((one) => ofType(walk, one, depth)));
}

/** Arrays and tuples. */
function ofElements(walk: Walk, type: ts.Type, depth: number): Cloneability | undefined {
  const { checker } = walk;
  if (!checker.isArrayType(type) && !checker.isTupleType(type)) return undefined;
  const elements = checker.getTypeArguments(type as ts.TypeReference);
  const isTuple = checker.isTupleType(type);
  return joinCloneability(
    elements.map((element, index) => atPath(isTuple ? `[${index}]` : '[]', ofType(walk, element, depth + 1))),
  );
}

/** Types of the language's library and of Node: by name, joined with what they hold. */
function ofLibrary(walk: Walk, type: ts.Type, depth: number): Cloneability | undefined {
  const symbol = type.getSymbol();
  if (symbol === undefined || !isLibrary(symbol)) return undefined;
  const own = ofLibraryName(walk.checker.getFullyQualifiedName(symbol));
  if (own === undefined) return undefined;
  const held = walk.checker.getTypeArguments(type as ts.TypeReference);
  if (own.kind !== 'exact' || held.length === 0) return own;
  return joinCloneability([own, ...held.map((one) => atPath('[]', ofType(walk, one, depth + 1)))]);
}

/** `Intl.Collator`, `NodeJS.Timeout`, `"crypto".Hash`. */
function ofLibraryName(name: string): Cloneability | undefined {
  const ofModule = /^"(?:node:)?([^"]+)"\.(?:\w+\.)*?(\w+)$/.exec(name);
  if (ofModule) return cloneabilityOfModuleType(ofModule[1] ?? '', ofModule[2] ?? '');
  const bare = name.replace(/^global\./, '').replace(/^NodeJS\./, '');
  const kind = kindOfTypeName(bare);
  if (kind !== undefined && kind !== 'object') return cloneabilityOfValueKind(kind);
  return cloneabilityOfGlobal(bare) ?? cloneabilityOfModuleType('timers', bare);
}

/** Declared by TypeScript's library or by the types of Node. */
function isLibrary(symbol: ts.Symbol): boolean {
  const file = symbol.declarations?.[0]?.getSourceFile().fileName ?? '';
  return /(?:^|\/)lib\.[\w.]+\.d\.ts$/.test(file) || file.includes('/node_modules/@types/node/');
}

/** Classes, interfaces, object types. */
function ofObject(walk: Walk, type: ts.Type, depth: number): Cloneability {
  const { checker } = walk;
  const isClass = type.isClass() || isInstanceOfGenericClass(type);
  const indexed = checker
    .getIndexInfosOfType(type)
    .map((info) => atPath('[]', ofType(walk, info.type, depth + 1)));
  const properties = checker.getPropertiesOfType(type);
  if (!isClass && properties.length === 0 && indexed.length === 0) return unknownAt('');
  const parts = properties.map((property) => ofProperty(walk, property, isClass, depth));
  return joinCloneability([isClass ? ofClass(walk, type) : exact, ...indexed, ...parts]);
}

function isInstanceOfGenericClass(type: ts.Type): boolean {
  const symbol = type.getSymbol();
  const isClass = symbol !== undefined && (symbol.flags & symbolFlags.class) !== 0;
  return isClass && type.getConstructSignatures().length === 0 && symbol.name !== 'prototype';
}

/** An instance keeps its fields and loses its prototype; what extends a built-in loses that too. */
function ofClass({ checker }: Walk, type: ts.Type): Cloneability {
  const own: Cloneability = {
    kind: 'class',
    path: '',
    className: type.getSymbol()?.name ?? 'an anonymous class',
  };
  const bases = (type.getBaseTypes() ?? []).concat(genericBases(checker, type));
  const libraryBase = bases
    .map((base) => base.getSymbol())
    .find((symbol) => symbol !== undefined && isLibrary(symbol));
  return libraryBase === undefined ? own : losses.subclass('', libraryBase.name);
}

/** `getBaseTypes` of an instantiated class is that of the class it comes from. */
function genericBases(checker: ts.TypeChecker, type: ts.Type): ts.BaseType[] {
  const symbol = type.getSymbol();
  const declared = symbol && checker.getDeclaredTypeOfSymbol(symbol);
  if (declared === undefined || declared === type || !declared.isClassOrInterface()) return [];
  return checker.getBaseTypes(declared);
}

function ofProperty(walk: Walk, property: ts.Symbol, ofClassInstance: boolean, depth: number): Cloneability {
  const { name, flags } = property;
  if (/^(?:__#\d+@)?#/.test(name)) return losses.privateField(name.replace(/^__#\d+@/, ''));
  if (name.startsWith('__@'))
    return ofClassInstance && (flags & symbolFlags.method) !== 0 ? exact : losses.symbolKey('[symbol]');
  if (ofClassInstance && (flags & (symbolFlags.method | symbolFlags.accessor)) !== 0) return exact;
  return atPath(name, ofType(walk, walk.checker.getTypeOfSymbol(property), depth + 1));
}

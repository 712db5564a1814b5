/** Types of the TypeScript checker, where the host has one, as types of ours. Type-only: nothing of TypeScript is loaded here. */
import type { TSESTree } from '@typescript-eslint/types';
import type ts from 'typescript';
import type { SourceUnit } from '../../model/index.ts';
import { kindOfTypeName } from '../builtins/index.ts';
import { anyType, joinTypes, noType, typeOfKind } from './type.ts';
import type { Atom, Type } from './type.ts';

/** ts.TypeFlags, by value: the numbers are part of TypeScript's public API since 2.0. */
const flags = {
  any: 1,
  unknown: 2,
  stringLike: 402653316,
  numberLike: 296,
  bigIntLike: 2112,
  booleanLike: 528,
  symbolLike: 12288,
  undefinedOrVoid: 49152,
  null: 65536,
  never: 131072,
  object: 524288,
} as const;

/** What the checker says of an expression; `any` without a checker. */
export function checkedType(unit: SourceUnit, node: TSESTree.Node): Type {
  const services = unit.types;
  if (!services?.esTreeNodeToTSNodeMap.has(node)) return anyType;
  try {
    return convert(services.program, services.program.getTypeChecker(), services.getTypeAtLocation(node), 0);
  } catch {
    return anyType; // the checker itself can fail on broken programs
  }
}

const converted = new WeakMap<ts.Type, Type>();

function convert(program: ts.Program, checker: ts.TypeChecker, type: ts.Type, depth: number): Type {
  const known = converted.get(type);
  if (known) return known;
  if (depth > 8) return anyType;
  const made = read(program, checker, type, depth);
  converted.set(type, made);
  return made;
}

const simple = [
  [flags.stringLike, 'string'],
  [flags.numberLike, 'number'],
  [flags.bigIntLike, 'bigint'],
  [flags.booleanLike, 'boolean'],
  [flags.symbolLike, 'symbol'],
  [flags.undefinedOrVoid, 'undefined'],
  [flags.null, 'null'],
] as const;

function read(program: ts.Program, checker: ts.TypeChecker, type: ts.Type, depth: number): Type {
  const { flags: own } = type;
  if (own & flags.never) return noType;
  if (type.isUnion()) {
    return type.types.map((part) => convert(program, checker, part, depth + 1)).reduce(joinTypes, noType);
  }
  const kind = simple.find(([flag]) => own & flag)?.[1];
  if (kind) return typeOfKind(kind);
  if (!(own & flags.object)) return anyType;
  const inner = (part: ts.Type): Type => convert(program, checker, part, depth + 1);
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    const parts = checker.getTypeArguments(type as ts.TypeReference);
    return one({ kind: 'array', elements: () => parts.map(inner).reduce(joinTypes, noType) });
  }
  if (type.getCallSignatures().length > 0) return typeOfKind('function');
  return readNamed(program, checker, type, inner);
}

function one(atom: Atom): Type {
  return new Set([atom]);
}

/** A built-in by its name, if TypeScript's or Node's declarations declare it; else an object with the properties that are declared. */
function readNamed(
  program: ts.Program,
  checker: ts.TypeChecker,
  type: ts.Type,
  inner: (part: ts.Type) => Type,
): Type {
  const symbol = type.getSymbol();
  const files = symbol?.declarations?.map((declaration) => declaration.getSourceFile()) ?? [];
  const isLibrary = files.some(
    (file) => program.isSourceFileDefaultLibrary(file) || /@types\/node\//.test(file.fileName),
  );
  const kind = isLibrary && symbol ? kindOfTypeName(symbol.name) : undefined;
  if (kind && symbol) {
    const parts = checker.getTypeArguments(type as ts.TypeReference);
    const isCollection = kind === 'map' || kind === 'set';
    return one(
      isCollection
        ? { kind, name: symbol.name, elements: () => parts.map(inner).reduce(joinTypes, noType) }
        : { kind, name: symbol.name },
    );
  }
  if (isLibrary || type.isClass() || !isPlain(files, type)) return anyType;
  const field = (name: string): Type | undefined => {
    const property = type.getProperty(name);
    return property && inner(checker.getTypeOfSymbol(property));
  };
  return one({ kind: 'object', name: symbol?.name, field });
}

/** An interface or object literal type of the project without methods: what fits it is taken as a plain object. */
function isPlain(files: readonly ts.SourceFile[], type: ts.Type): boolean {
  return files.length > 0 && type.getProperties().length > 0 && type.getConstructSignatures().length === 0;
}

/**
 * Purpose: types that only TypeScript's checker knows, written out so that another module can repeat them.
 * Input: a parsed TypeScript file, and its tsconfig.json.
 * Guarantee: a printed type names only what the file has in scope or a module exports; `any` and unnameable types give undefined.
 */
import { dirname, relative } from 'node:path';
import ts from 'typescript';
import type { Range, SourceUnit } from '../../src/model/index.ts';
import { isNarrowed } from './narrowed.ts';
import { openProgram } from './program.ts';
import type { OpenProgram } from './program.ts';

/** An exported type of another module of the project, by its path relative to the file (`./geometry.ts`). */
export interface ImportedType {
  readonly name: string;
  readonly from: string;
}

/** A type as text, and the types that it names which the file itself doesn't have in scope. */
export interface PrintedType {
  readonly text: string;
  readonly imports: readonly ImportedType[];
}

export interface TypeChecker {
  /** The type of the expression, pattern or declared name at `range`. */
  typeOf(range: Range): PrintedType | undefined;
  /** The same, where a literal number's type is that number. */
  exactTypeOf(range: Range): PrintedType | undefined;
  /** The type of the elements of the array at `range`. */
  elementTypeOf(range: Range): PrintedType | undefined;
  /** Whether conditions, assertions or assignments before it tell more of the variable or property at `range` than its declaration. */
  isNarrowed(range: Range): boolean;
  /** Whether the place of the expression at `range` says what type it should have. */
  hasContext(range: Range): boolean;
  /** What the function at `range` returns, where it stands: the value of the promise, if it is one. */
  resultOf(range: Range): PrintedType | undefined;
  /** Whether the function at `range` tells the type of its parameter, as it says or as can be inferred. */
  isPredicate(range: Range): boolean;
}

const formatFlags: ts.TypeFormatFlags =
  ts.TypeFormatFlags.NoTruncation |
  ts.TypeFormatFlags.UseFullyQualifiedType |
  ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope |
  ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType;

/** Imports among them, whatever they stand for. */
const nameFlags: ts.SymbolFlags = ts.SymbolFlags.Type | ts.SymbolFlags.Namespace | ts.SymbolFlags.Alias;

/** A checker for one file; the program is built on first use, and its libraries are shared between files. */
export function openTypeChecker(unit: SourceUnit): TypeChecker {
  let opened: OpenProgram | undefined;
  const open = () => (opened ??= openProgram(unit));
  const at = (range: Range) => findTsNode(open().source, range);
  return {
    typeOf(range) {
      const node = at(range);
      return node && printType(widen(open().checker.getTypeAtLocation(node), open().checker), open());
    },
    exactTypeOf(range) {
      const node = at(range);
      return node && printType(open().checker.getTypeAtLocation(node), open());
    },
    elementTypeOf(range) {
      const node = at(range);
      const element = node && open().checker.getTypeAtLocation(node).getNumberIndexType();
      return element && printType(element, open());
    },
    isNarrowed(range) {
      const node = at(range);
      return node !== undefined && isNarrowed(node, open().checker, open().options);
    },
    hasContext(range) {
      const node = at(range);
      return node !== undefined && hasContext(node, open().checker);
    },
    resultOf(range) {
      const { checker } = open();
      const node = at(range);
      const [signature] = node ? checker.getTypeAtLocation(node).getCallSignatures() : [];
      const result = signature && checker.getAwaitedType(signature.getReturnType());
      return result && printType(result, open());
    },
    isPredicate(range) {
      const node = at(range);
      return node !== undefined && isPredicate(node, open().checker);
    },
  };
}

function hasContext(node: ts.Node, checker: ts.TypeChecker): boolean {
  return ts.isExpression(node) && checker.getContextualType(node) !== undefined;
}

function isPredicate(node: ts.Node, checker: ts.TypeChecker): boolean {
  const signatures = checker.getTypeAtLocation(node).getCallSignatures();
  return signatures.some((signature) => checker.getTypePredicateOfSignature(signature) !== undefined);
}

/** `const k = 100` has the type 100; a person writes `number`, and the enum for its member. Unions of literals and strings stay. */
function widen(type: ts.Type, checker: ts.TypeChecker): ts.Type {
  return !type.isUnion() && (type.flags & widened) !== 0 ? checker.getBaseTypeOfLiteralType(type) : type;
}

const widened = ts.TypeFlags.NumberLiteral | ts.TypeFlags.BigIntLiteral | ts.TypeFlags.EnumLiteral;

/** Undefined for what can't be named. */
export function printType(type: ts.Type, { checker, source }: OpenProgram): PrintedType | undefined {
  const text = checker.typeToString(type, source, formatFlags);
  if (/\bany\b|\bunique symbol\b|\btypeof\b|\bimport\(|\(Anonymous|__/.test(text)) return undefined;
  const inScope = new Set(checker.getSymbolsInScope(source, nameFlags).map(({ name }) => name));
  const imports: ImportedType[] = [];
  const named = [...collectNamedTypes(type, checker)].map((symbol) => outermost(symbol, checker));
  for (const symbol of new Set(named)) {
    const { name } = symbol;
    if (inScope.has(name) || !new RegExp(`\\b${name}\\b`).test(text)) continue;
    const from = exportingModule(symbol, source);
    if (from === undefined) return undefined;
    imports.push({ name, from });
  }
  return { text, imports };
}

/** The interfaces, classes, enums and aliases that the printed form of a type may name. */
function collectNamedTypes(root: ts.Type, checker: ts.TypeChecker): Set<ts.Symbol> {
  const named = new Set<ts.Symbol>();
  const seen = new Set<ts.Type>();
  const visit = (type: ts.Type): void => {
    if (seen.has(type) || seen.size > 200) return;
    seen.add(type);
    const { aliasSymbol } = type;
    // Primitives have none, whatever the declaration says.
    const symbol = type.symbol as ts.Symbol | undefined;
    const isAnonymous = symbol === undefined || /^__/.test(symbol.name);
    if (aliasSymbol) named.add(aliasSymbol);
    else if (!isAnonymous) named.add(symbol);
    type.aliasTypeArguments?.forEach(visit);
    if (aliasSymbol) return;
    if (type.isUnionOrIntersection()) type.types.forEach(visit);
    else if (isReference(type)) checker.getTypeArguments(type).forEach(visit);
    if (!isAnonymous) return;
    for (const property of type.getProperties()) visit(checker.getTypeOfSymbol(property));
    for (const signature of type.getCallSignatures()) {
      visit(signature.getReturnType());
      for (const parameter of signature.parameters) visit(checker.getTypeOfSymbol(parameter));
    }
  };
  visit(root);
  return named;
}

/** The namespace or enum by which a type is named from outside: `Geo` of `Geo.P`, or else the type itself. */
function outermost(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  const around = symbol.declarations?.[0]?.parent;
  const owner = around && ts.isModuleBlock(around) ? around.parent : around;
  const isOwner =
    owner && (ts.isEnumDeclaration(owner) || (ts.isModuleDeclaration(owner) && ts.isIdentifier(owner.name)));
  const named = isOwner ? checker.getSymbolAtLocation(owner.name) : undefined;
  return named ? outermost(named, checker) : symbol;
}

function isReference(type: ts.Type): type is ts.TypeReference {
  return (type.flags & ts.TypeFlags.Object) !== 0 && 'target' in type;
}

/** The path, seen from the file, of the project's module that exports the type. */
function exportingModule(symbol: ts.Symbol, source: ts.SourceFile): string | undefined {
  const [declaration] = symbol.declarations ?? [];
  if (!declaration) return undefined;
  const isExported = (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) !== 0;
  const isDefault = (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Default) !== 0;
  const { fileName } = declaration.getSourceFile();
  if (!isExported || isDefault || fileName.includes('/node_modules/')) return undefined;
  const path = relative(dirname(source.fileName), fileName).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

/** The outermost node that stands exactly at `range`. */
function findTsNode(source: ts.SourceFile, [start, end]: Range): ts.Node | undefined {
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (found || node.getEnd() < end || node.getFullStart() > start) return;
    const isThere = node.getStart(source) === start && node.getEnd() === end;
    if (isThere && node.kind !== ts.SyntaxKind.VariableDeclarationList) found = node;
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found && (ts.isParameter(found) || ts.isVariableDeclaration(found)) ? found.name : found;
}

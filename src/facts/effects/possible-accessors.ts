/**
 * Purpose: the getters and setters that a property of an object may run when the object's class isn't known.
 * Input: the file that names the property.
 * Guarantee: all accessors that may have that name in classes, object literals and property descriptors (written as literals) of the
 * file and of the files that it imports by a relative path.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import { isFunction, staticKey } from '../ast.ts';
import { nodesOf } from '../nodes.ts';
import type { Run } from '../run.ts';
import type { ClassMember } from './classes.ts';
import { definedAccessor } from './descriptors.ts';

type Kind = 'get' | 'set';

/** `own`: what a spread copies, all that objects have themselves; `index`: under a number; `any`: under whatever name. */
export type Wanted =
  { readonly kind: 'name'; readonly name: string } | { readonly kind: 'own' | 'index' | 'any' };

interface Accessor {
  readonly kind: Kind;
  /** Undefined where it is computed. */
  readonly name: string | undefined;
  /** Of the object itself, as opposed to its class. */
  readonly isOwn: boolean;
  readonly member: ClassMember;
}

/** Those that objects other than classes have: static accessors are found by their class. */
export function findPossible(run: Run, unit: SourceUnit, wanted: Wanted, kind: Kind): ClassMember[] {
  return [unit, ...importedUnits(run, unit, wanted)].flatMap((one) =>
    accessorsOf(one)
      .filter((accessor) => accessor.kind === kind && isWanted(accessor, wanted))
      .map(({ member }) => member),
  );
}

function isWanted({ name, isOwn }: Accessor, wanted: Wanted): boolean {
  switch (wanted.kind) {
    case 'name':
      return name === wanted.name;
    case 'own':
      return isOwn;
    case 'index':
      return name === undefined ? isOwn : /^\d+$/.test(name);
    case 'any':
      return true;
  }
}

const tables = new WeakMap<SourceUnit['ast'], readonly Accessor[]>();

function accessorsOf(unit: SourceUnit): readonly Accessor[] {
  const known = tables.get(unit.ast);
  if (known) return known;
  const table = nodesOf(unit).flatMap((node) => accessorAt(node, unit) ?? definedAt(node, unit) ?? []);
  tables.set(unit.ast, table);
  return table;
}

function accessorAt(node: TSESTree.Node, unit: SourceUnit): Accessor | undefined {
  if (node.type !== 'MethodDefinition' && node.type !== 'Property') return undefined;
  if ((node.kind !== 'get' && node.kind !== 'set') || ('static' in node && node.static)) return undefined;
  if (!isFunction(node.value) || isSymbol(node.key)) return undefined;
  const name = staticKey(node.key, node.computed);
  const member = { node: node.value, unit, name: name ?? node.kind };
  return {
    kind: node.kind,
    name,
    isOwn: node.type === 'Property',
    member,
  };
}

/** Nothing that reads by a name or an index reaches what stands under a symbol. */
function isSymbol(key: TSESTree.Node): boolean {
  return key.type === 'MemberExpression' && key.object.type === 'Identifier' && key.object.name === 'Symbol';
}

function definedAt(node: TSESTree.Node, unit: SourceUnit): Accessor | undefined {
  const found = definedAccessor(unit, node);
  if (!found) return undefined;
  const { kind, name } = found;
  return {
    kind,
    name,
    isOwn: true,
    member: { node: found.node, unit, name: name ?? kind },
  };
}

/** Those that a look at their text doesn't rule out: nearly all. */
function importedUnits({ context: { project } }: Run, unit: SourceUnit, wanted: Wanted): SourceUnit[] {
  if (!project) return [];
  const name = wanted.kind === 'name' ? wanted.name : undefined;
  return relativeSpecifiers(unit)
    .filter((specifier) => project.mayDeclareAccessor?.(specifier, unit.file, name) ?? true)
    .flatMap((specifier) => project.resolve(specifier, unit.file) ?? []);
}

const specifiers = new WeakMap<SourceUnit['ast'], readonly string[]>();

/** What a file imports by a relative path. */
export function relativeSpecifiers(unit: SourceUnit): readonly string[] {
  const known = specifiers.get(unit.ast);
  if (known) return known;
  const found = new Set<string>();
  for (const node of nodesOf(unit)) {
    const source = sourceOf(node);
    if (source?.type === 'Literal' && typeof source.value === 'string' && source.value.startsWith('.'))
      found.add(source.value);
  }
  specifiers.set(unit.ast, [...found]);
  return [...found];
}

/** What an import, a re-export or a call of `require` names. */
function sourceOf(node: TSESTree.Node): TSESTree.Node | null | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node.source;
    case 'CallExpression':
      return node.callee.type === 'Identifier' && node.callee.name === 'require'
        ? node.arguments[0]
        : undefined;
    default:
      return undefined;
  }
}

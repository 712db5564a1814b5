/**
 * Purpose: the getters and setters that a property of an object may run when the object's class isn't known.
 * Input: the file that names the property.
 * Guarantee: all accessors of that name in classes and object literals of the file and of the files that it imports by a relative path.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import { isFunction, staticKey } from '../ast.ts';
import { nodesOf } from '../nodes.ts';
import type { Run } from '../run.ts';
import type { ClassMember } from './classes.ts';

type Kind = 'get' | 'set';
type Table = ReadonlyMap<string, readonly ClassMember[]>;

/** Those of that name that objects other than classes have: static accessors are found by their class. */
export function findNamedAccessors(run: Run, unit: SourceUnit, name: string, kind: Kind): ClassMember[] {
  const units = [unit, ...importedUnits(run, unit, name)];
  return units.flatMap((one) => accessorsOf(one).get(`${kind} ${name}`) ?? []);
}

const tables = new WeakMap<SourceUnit['ast'], Table>();

function accessorsOf(unit: SourceUnit): Table {
  const known = tables.get(unit.ast);
  if (known) return known;
  const table = new Map<string, ClassMember[]>();
  for (const node of nodesOf(unit)) {
    const accessor = accessorAt(node, unit);
    if (accessor) table.set(accessor.key, [...(table.get(accessor.key) ?? []), accessor.member]);
  }
  tables.set(unit.ast, table);
  return table;
}

function accessorAt(node: TSESTree.Node, unit: SourceUnit): { key: string; member: ClassMember } | undefined {
  if (node.type !== 'MethodDefinition' && node.type !== 'Property') return undefined;
  if ((node.kind !== 'get' && node.kind !== 'set') || ('static' in node && node.static)) return undefined;
  const name = staticKey(node.key, node.computed);
  if (name === undefined || !isFunction(node.value)) return undefined;
  return { key: `${node.kind} ${name}`, member: { node: node.value, unit, name } };
}

/** Those that a look at their text doesn't rule out: nearly all. */
function importedUnits({ context: { project } }: Run, unit: SourceUnit, name: string): SourceUnit[] {
  if (!project) return [];
  return relativeSpecifiers(unit)
    .filter((specifier) => project.mayDeclareAccessor?.(specifier, unit.file, name) ?? true)
    .flatMap((specifier) => project.resolve(specifier, unit.file) ?? []);
}

const specifiers = new WeakMap<SourceUnit['ast'], readonly string[]>();

function relativeSpecifiers(unit: SourceUnit): readonly string[] {
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

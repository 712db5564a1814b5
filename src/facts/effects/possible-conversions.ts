/**
 * Purpose: the code that a conversion to a primitive or to JSON may run when the object's class isn't known.
 * Input: the file in which something is converted, and the names under which objects say how they are converted.
 * Guarantee: all methods and fields of those names that classes of the file declare, and of the files that it imports by a relative path;
 * `isPut` where the file puts anything under them into an object.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import type { FunctionNode } from '../analysis.ts';
import { isFunction } from '../ast.ts';
import { nodesOf } from '../nodes.ts';
import { namesPutIn } from '../puts.ts';
import type { Run } from '../run.ts';
import { memberName } from './classes.ts';
import type { ClassMember } from './classes.ts';
import { relativeSpecifiers } from './possible-accessors.ts';

const isWorthALook = /\b(?:valueOf|toString|toPrimitive|toJSON)\b/;

export function findConversions(run: Run, unit: SourceUnit, names: readonly string[]): ClassMember[] {
  return [unit, ...importedUnits(run, unit)].flatMap((one) =>
    conversionsOf(one).filter(({ name }) => names.includes(name)),
  );
}

export function isPutInto(unit: SourceUnit, names: readonly string[]): boolean {
  return isWorthALook.test(unit.text) && names.some((name) => namesPutIn(unit).has(name));
}

function importedUnits({ context: { project } }: Run, unit: SourceUnit): SourceUnit[] {
  if (!project) return [];
  return relativeSpecifiers(unit)
    .filter((specifier) => project.mayMatch?.(specifier, unit.file, isWorthALook) ?? true)
    .flatMap((specifier) => project.resolve(specifier, unit.file) ?? []);
}

const tables = new WeakMap<SourceUnit['ast'], readonly ClassMember[]>();

function conversionsOf(unit: SourceUnit): readonly ClassMember[] {
  const known = tables.get(unit.ast);
  if (known) return known;
  const nodes = isWorthALook.test(unit.text) ? nodesOf(unit) : [];
  const members = nodes.flatMap((node) => memberAt(node, unit) ?? []);
  tables.set(unit.ast, members);
  return members;
}

/** A method, or a function in a field. */
function memberAt(node: TSESTree.Node, unit: SourceUnit): ClassMember | undefined {
  if (!isFunction(node)) return undefined;
  const name = nameInClass(node);
  return name === undefined ? undefined : { node, unit, name };
}

function nameInClass({ parent }: FunctionNode): string | undefined {
  const isMember = parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition';
  return isMember && !parent.static ? memberName(parent) : undefined;
}

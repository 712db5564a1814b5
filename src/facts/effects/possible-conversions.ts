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
  return conversionsAround(run, unit).filter(({ name }) => names.includes(name));
}

export function isPutInto(unit: SourceUnit, names: readonly string[]): boolean {
  return mentionsConversions(unit) && names.some((name) => namesPutIn(unit).has(name));
}

const around = new WeakMap<Run, WeakMap<SourceUnit['ast'], readonly ClassMember[]>>();

/** Those of a file and of what it imports: each operator asks for them. */
function conversionsAround(run: Run, unit: SourceUnit): readonly ClassMember[] {
  const ofRun = around.get(run) ?? new WeakMap<SourceUnit['ast'], readonly ClassMember[]>();
  around.set(run, ofRun);
  const known = ofRun.get(unit.ast) ?? [unit, ...importedUnits(run, unit)].flatMap(conversionsOf);
  ofRun.set(unit.ast, known);
  return known;
}

function importedUnits({ context: { project } }: Run, unit: SourceUnit): SourceUnit[] {
  if (!project) return [];
  return relativeSpecifiers(unit)
    .filter((specifier) => project.mayMatch?.(specifier, unit.file, isWorthALook) ?? true)
    .flatMap((specifier) => project.resolve(specifier, unit.file) ?? []);
}

function conversionsOf(unit: SourceUnit): readonly ClassMember[] {
  return mentionsConversions(unit) ? nodesOf(unit).flatMap((node) => memberAt(node, unit) ?? []) : [];
}

const mentioning = new WeakMap<SourceUnit['ast'], boolean>();

function mentionsConversions(unit: SourceUnit): boolean {
  const known = mentioning.get(unit.ast) ?? isWorthALook.test(unit.text);
  mentioning.set(unit.ast, known);
  return known;
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

/**
 * Purpose: whether a call of a class's method may reach another method, of a class that extends it.
 * Input: the class, and the files of the project in which classes extend others.
 * Guarantee: false only when no class of the project (of the file, when there is no project) that extends it, or may do so, has such a
 * member.
 */
import type { SourceUnit } from '../../model/index.ts';
import { isClass, staticKey } from '../ast.ts';
import { holderOf } from '../holders.ts';
import { nodesOf } from '../nodes.ts';
import { filesBehind, projectFile } from '../project-files.ts';
import type { Run } from '../run.ts';
import type { ClassRef } from '../values/type.ts';
import { parentClass } from './classes.ts';

type ClassNode = ClassRef['node'];

const known = new WeakMap<Run, WeakMap<ClassNode, Map<string, boolean>>>();

export function isOverridden(run: Run, ref: ClassRef, name: string): boolean {
  const answers = answersOf(run, ref.node);
  const answer = answers.get(name) ?? findOverride(run, ref, name);
  answers.set(name, answer);
  return answer;
}

function answersOf(run: Run, node: ClassNode): Map<string, boolean> {
  const ofRun = known.get(run) ?? new WeakMap<ClassNode, Map<string, boolean>>();
  known.set(run, ofRun);
  const answers = ofRun.get(node) ?? new Map<string, boolean>();
  ofRun.set(node, answers);
  return answers;
}

function findOverride(run: Run, ref: ClassRef, name: string): boolean {
  const { project } = run.context;
  const others = project?.findExtending ? project.findExtending(ref.node.id?.name, ref.unit.file, name) : [];
  if (!others) return true;
  return [ref.unit, ...others].some((unit) =>
    classesIn(unit).some((node) => {
      const other = { node, unit };
      return !isSame(other, ref) && hasMember(node, name) && extendsClass(run, other, ref);
    }),
  );
}

function hasMember({ body }: ClassNode, name: string): boolean {
  return body.body.some((member) => 'key' in member && staticKey(member.key, member.computed) === name);
}

/** By file and place: a file that is looked at twice has two trees. */
export function isSameOrExtends(run: Run, ref: ClassRef, base: ClassRef): boolean {
  return isSame(ref, base) || extendsClass(run, ref, base);
}

function isSame(ref: ClassRef, other: ClassRef): boolean {
  return ref.unit.file === other.unit.file && ref.node.range[0] === other.node.range[0];
}

function extendsClass(run: Run, ref: ClassRef, base: ClassRef): boolean {
  let at = ref;
  for (let depth = 0; depth < 20; depth++) {
    const parent = parentClass(run, at.node, at.unit);
    if (!parent) return mayExtend(run, at, base.unit);
    if (isSame(parent, base)) return true;
    at = parent;
  }
  return false;
}

/** Where it isn't known which class is extended (`class extends Base` of a mixin, `lib.Base`), whether it may be one of a file. */
function mayExtend(run: Run, { node, unit }: ClassRef, file: SourceUnit): boolean {
  const holder = node.superClass ? holderOf(unit, node.superClass) : undefined;
  if (holder?.kind !== 'module' || holder.source === undefined) return holder?.kind === 'any';
  const target = projectFile(run.context, holder.source, unit);
  return target !== undefined && filesBehind(run.context, target).some((one) => one.file === file.file);
}

const classesOf = new WeakMap<SourceUnit['ast'], readonly ClassNode[]>();

function classesIn(unit: SourceUnit): readonly ClassNode[] {
  const found = classesOf.get(unit.ast);
  if (found) return found;
  const classes = nodesOf(unit).filter(isClass);
  classesOf.set(unit.ast, classes);
  return classes;
}

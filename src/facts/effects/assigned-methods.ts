/**
 * Purpose: methods of a class that a file of the project replaces, on an instance or for all: `sim.onStep = f`, `Sim.prototype.onStep = f`.
 * Input: the class, and the files of the project that assign to a property of that name.
 * Guarantee: false only where none of them assigns what may be a function to what may be an instance of the class, or its prototype.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import { isClass, unwrap } from '../ast.ts';
import { holderOf } from '../holders.ts';
import { filesBehind, projectFile } from '../project-files.ts';
import { putsOf } from '../puts.ts';
import { mayBeFunction } from '../replaced-methods.ts';
import type { Run } from '../run.ts';
import { inferType } from '../values/infer.ts';
import type { ClassRef } from '../values/type.ts';
import { isSameOrExtends } from './overrides.ts';

export function isAssigned(run: Run, ref: ClassRef, name: string): boolean {
  const files = run.context.project?.findAssigning?.(ref.unit.file, name);
  if (!files) return run.context.project?.findAssigning !== undefined;
  return [ref.unit, ...files].some((unit) =>
    putsOf(unit).some(
      (put) =>
        put.name === name &&
        (!put.value || mayBeFunction(run, unit, put.value)) &&
        mayBeInstance(run, unit, unwrap(put.target), ref),
    ),
  );
}

function mayBeInstance(run: Run, unit: SourceUnit, target: TSESTree.Node, ref: ClassRef): boolean {
  if (target.type === 'ThisExpression') return isOfClass(run, unit, target, ref);
  const holder = holderOf(unit, target);
  switch (holder?.kind) {
    case 'own':
    case 'builtin':
      return false;
    case 'module': {
      const from = holder.source === undefined ? unit : projectFile(run.context, holder.source, unit);
      const leadsThere = from && filesBehind(run.context, from).some(({ file }) => file === ref.unit.file);
      return holder.isPrototype && leadsThere === true;
    }
    default: {
      const atoms = [...inferType(run, target, unit)];
      return (
        atoms.length === 0 ||
        atoms.some(
          ({ kind, instanceOf }) => kind === 'any' || (instanceOf && isSameOrExtends(run, instanceOf, ref)),
        )
      );
    }
  }
}

/** `this` in a class; elsewhere it is taken to be of another kind. */
function isOfClass(run: Run, unit: SourceUnit, target: TSESTree.Node, ref: ClassRef): boolean {
  let at: TSESTree.Node | undefined = target.parent;
  while (at && !isClass(at)) at = at.parent;
  return at !== undefined && isClass(at) && isSameOrExtends(run, { ...ref, node: at, unit }, ref);
}

/** Cloneability from what is known of a value's type: its kinds, its class, its elements and declared properties. */
import type { Cloneability } from '../../model/index.ts';
import type { Atom, Type } from '../values/type.ts';
import { cloneabilityOfClass } from './class.ts';
import { atPath, exact, joinCloneability } from './join.ts';
import { cloneabilityOfValueKind } from './table.ts';

/** Types that refer to themselves are followed so far; what is deeper has been seen on the way or is rare. */
const maxDepth = 5;

export function cloneabilityOfAtoms(type: Type, path: string, depth = 0): Cloneability {
  return joinCloneability([...type].map((atom) => ofAtom(atom, path, depth)));
}

function ofAtom(atom: Atom, path: string, depth: number): Cloneability {
  if (atom.instanceOf) return cloneabilityOfClass(atom.instanceOf.node, path);
  const own = cloneabilityOfValueKind(atom.kind, path);
  if (depth >= maxDepth) return own;
  const elements = atom.elements ? cloneabilityOfAtoms(atom.elements(), `${path}[]`, depth + 1) : exact;
  const fields = (atom.fields?.() ?? []).map((name) =>
    atPath(path, cloneabilityOfAtoms(atom.field?.(name) ?? new Set(), name, depth + 1)),
  );
  return joinCloneability([own, elements, ...fields]);
}

/** What the effect walker asks of its neighbours. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Polynomial } from '../../model/index.ts';
import { polynomialOf } from '../dependence/index.ts';
import { lookupMethod, lookupMethodByName } from '../builtins/index.ts';
import type { BuiltinProfile, Use } from '../builtins/index.ts';
import type { Atom } from '../values/type.ts';
import type { Frame } from './frame.ts';
import { factorOf } from './members.ts';

export { lookupGlobal, lookupModuleFunction } from '../builtins/index.ts';

/** The profile of a method or property of a value of which an atom is known. */
export function lookupOfAtom(atom: Atom, name: string, use: Use, count?: number): BuiltinProfile | undefined {
  if (atom.kind === 'any' && atom.name === 'built-in') return lookupMethodByName(name, use, count);
  return lookupMethod(atom.kind, name, use, count);
}

/** The subscript polynomial of an argument, where it has one. */
export function polynomial(frame: Frame, node: TSESTree.Node): Polynomial | undefined {
  return polynomialOf(node, (identifier) => factorOf(frame, identifier));
}

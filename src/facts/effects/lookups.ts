/** What the effect walker asks of its neighbours. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Polynomial } from '../../model/index.ts';
import { polynomialOf } from '../dependence/index.ts';
import type { Frame } from './frame.ts';
import { factorOf } from './members.ts';

export { lookupGlobal, lookupMethod, lookupModuleFunction } from '../builtins/index.ts';

/** The subscript polynomial of an argument, where it has one. */
export function polynomial(frame: Frame, node: TSESTree.Node): Polynomial | undefined {
  return polynomialOf(node, (identifier) => factorOf(frame, identifier));
}

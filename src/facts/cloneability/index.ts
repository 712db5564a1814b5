/**
 * Purpose: whether a structured clone of a value is the same value.
 * Input: a kind of value, a constructor's name, an expression, a class, or a type of the TypeScript checker.
 * Guarantee: `exact` only where the clone is the same in every observable way; each table entry is tested by really cloning.
 */
export { cloneabilityOfAtoms } from './atoms.ts';
export { cloneabilityOfAnnotation } from './annotation.ts';
export type { NameResolver } from './annotation.ts';
export { cloneabilityOfClass } from './class.ts';
export { atPath, exact, joinCloneability, unknownAt } from './join.ts';
export { cloneabilityOfExpression } from './syntax.ts';
export type { Resolver } from './syntax.ts';
export {
  cloneabilityOfGlobal,
  cloneabilityOfModuleType,
  cloneabilityOfValueKind,
  isNativeHandle,
} from './table.ts';
export { cloneabilityOfType } from './types.ts';

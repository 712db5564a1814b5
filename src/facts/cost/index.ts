/**
 * Purpose: what an iteration costs, and whether a rewrite would pay.
 * Input: the body's syntax, and a caller that knows what its calls weigh.
 * Guarantee: finite; says when a number is a guess, and what makes it heavy.
 */
export { estimateCost, weighCode } from './estimate.ts';
export type { CallNode, CostInput, Weigher } from './estimate.ts';
export { weighProfile } from './builtin.ts';
export { guessedCall, guessedRecursion, guessedTrips } from './guesses.ts';
export { addWeights, becauseOf, mostWeight, weightOf } from './weight.ts';
export type { Cause, Weight } from './weight.ts';
export { isWorthwhile, wholeWork } from './worthwhile.ts';

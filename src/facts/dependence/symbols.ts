/**
 * The variables of resolved polynomials. A plain binding id is a loop-invariant value; the others are told apart by their
 * first character:
 *
 *   #0, #1@40   how many iterations of the loop (0: the loop in question) are complete
 *   ?k@7        a value that nothing is known of, other in each evaluation
 *   ^k@40       the value of k when an iteration of a loop starts (only while its closed form is sought)
 *   $k          the value of k when the loop in question starts: invariant
 *   |…|         the trip count of an inner loop whose bounds are invariant: at least zero
 */
import type { BindingId, Polynomial } from '../../model/index.ts';
import { printPolynomial, variablesOf } from './polynomial.ts';

/** Counts the iterations of the loop in question. */
export const iterationCounter: BindingId = '#0';

export const innerCounter = (loopStart: number): BindingId => `#1@${loopStart}`;
export const opaque = (id: BindingId, serial: number): BindingId => `?${id}@${serial}`;
export const startOf = (id: BindingId, loopStart: number): BindingId => `^${id}@${loopStart}`;
export const initialOf = (id: BindingId): BindingId => `$${id}`;
export const tripCount = (trips: Polynomial): BindingId => `|${printPolynomial(trips)}|`;

export const isCounter = (id: BindingId): boolean => id.startsWith('#');
export const isOpaque = (id: BindingId): boolean => id.startsWith('?');
export const isStart = (id: BindingId): boolean => id.startsWith('^');
export const isTripCount = (id: BindingId): boolean => id.startsWith('|');

/** Whether a value is the same in every iteration of the loop in question, and of its inner loops. */
export function isInvariant(p: Polynomial): boolean {
  return variablesOf(p).every((id) => !isCounter(id) && !isOpaque(id) && !isStart(id));
}

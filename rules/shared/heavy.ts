/** Which loops are worth a word: whether a loop may run in parallel and whether it should are two questions. */
import type { Verdict } from '../../src/model/index.ts';
import { defaultOptions, isWorthwhile } from '../../src/verdict/index.ts';
import type { LoopOptions } from './options.ts';

/**
 * Least estimated operations of one iteration. Below about a microsecond, handing an item over and its result back costs as
 * much as computing it, however many items there are.
 */
const leastIteration = 1000;

/** A guess of the work (iterations or calls of unknown number) must be this many times as large as a sure one. */
const doubt = 4;

/**
 * Heavy as a whole and in each iteration, and by computing: what only prints is slow but has nothing for a worker. A measured
 * time (from a profile) needs no estimate.
 */
export function isHeavy({ cost }: Pick<Verdict, 'cost'>, { analysis }: LoopOptions): boolean {
  const computes = cost.perIteration >= leastIteration && cost.because.length > 0;
  if (!computes && cost.measuredMs === undefined) return false;
  const minWork = analysis.minWork ?? defaultOptions.minWork;
  return isWorthwhile(cost, cost.certain ? minWork : minWork * doubt);
}

// doall: tasks of ./best-so-far.ts
import { task } from 'doall/runtime';
import type { Move } from './best-so-far.js';

const weights = [3, 1, 4, 1, 5, 9, 2, 6];

/** Looks ahead from a move. */
function evaluate(move: Move, depth: number): number {
  let score = weights[move.to % weights.length] ?? 0;
  for (let d = 0; d < depth; d++) {
    for (let i = 0; i < 2000; i++) score = (score * 31 + move.from * d + i) % 10007;
  }
  return score;
}

export const computeScore = task(
  import.meta.url,
  'computeScore',
  (candidate: Move, { depth }: { depth: number }) => evaluate(candidate, depth),
);

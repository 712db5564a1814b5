import { imapSync } from 'doall/runtime';
import { computeScore } from './best-so-far.worker.js';

export interface Move {
  from: number;
  to: number;
}

interface Best {
  move: Move | undefined;
  score: number;
}

export function findBest(moves: Move[], depth: number): Best {
  let move: Move | undefined;
  let best = -Infinity;
  for (const [candidate, score] of imapSync(computeScore, moves, { depth }, { withItems: true })) {
    if (score > best) {
      best = score;
      move = candidate;
    }
  }
  return { move, score: best };
}

export function main(): void {
  const moves = Array.from({ length: 24 }, (_, i) => ({ from: i, to: (i * 7) % 24 }));
  const { move, score } = findBest(moves, 3);
  console.log(score, move === moves[moves.indexOf(move as Move)], move);
}

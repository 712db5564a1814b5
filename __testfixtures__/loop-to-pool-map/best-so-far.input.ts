interface Move {
  from: number;
  to: number;
}

interface Best {
  move: Move | undefined;
  score: number;
}

const weights = [3, 1, 4, 1, 5, 9, 2, 6];

/** Looks ahead from a move. */
function evaluate(move: Move, depth: number): number {
  let score = weights[move.to % weights.length] ?? 0;
  for (let d = 0; d < depth; d++) {
    for (let i = 0; i < 2000; i++) score = (score * 31 + move.from * d + i) % 10007;
  }
  return score;
}

export function findBest(moves: Move[], depth: number): Best {
  let move: Move | undefined;
  let best = -Infinity;
  for (const candidate of moves) {
    const score = evaluate(candidate, depth);
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

// doall: tasks of ./n-queens.ts
import { task } from 'doall/runtime';

/** How many ways there are to put `n` queens on an n × n board. */
function countQueens(n: number): number {
  const all = (1 << n) - 1;
  const place = (columns: number, left: number, right: number): number => {
    if (columns === all) return 1;
    let count = 0;
    let free = all & ~(columns | left | right);
    while (free) {
      const bit = free & -free;
      free ^= bit;
      count += place(columns | bit, (left | bit) << 1, (right | bit) >> 1);
    }
    return count;
  };
  return place(0, 0, 0);
}

export const computeCountQueensValue = task(import.meta.url, 'computeCountQueensValue', (size: number) =>
  countQueens(size),
);

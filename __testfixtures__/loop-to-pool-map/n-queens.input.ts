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

export function solveAll(sizes: readonly number[]): Map<number, number> {
  const solutions = new Map<number, number>();
  for (const size of sizes) {
    solutions.set(size, countQueens(size));
  }
  return solutions;
}

export function main(): void {
  console.log(solveAll([4, 5, 6, 7, 8, 9]));
}

/** A sparse matrix, row by row, as parallel lists: cells without a neighbour keep their zero. */
function membership(neighbours: number[][], distances: number[][], scale: number): number[][] {
  const n = neighbours.length;
  const k = neighbours[0].length;
  const rows = new Array<number>(n * k).fill(0);
  const strengths = new Array<number>(n * k).fill(0);

  for (let i = 0; i < n; i++) {
    for (let j = 0; j < k; j++) {
      let strength = 0;
      if (neighbours[i][j] === -1) continue;
      if (distances[i][j] > 0) strength = Math.exp(-Math.log1p(Math.hypot(distances[i][j], Math.cbrt(Math.sinh(scale)))));
      rows[i * k + j] = i;
      strengths[i * k + j] = strength;
    }
  }

  return [rows, strengths];
}

/** A sum in the order of the cells: adding up stays on the main thread. */
function sumOfAngles(cells: number[][]): number {
  let sum = 0;
  for (let i = 0; i < cells.length; i++) {
    for (let j = 0; j < cells[i].length; j++) {
      const angle = Math.atan2(Math.hypot(cells[i][j], i), Math.log1p(Math.cbrt(j + i) + Math.expm1(Math.sqrt(j))));
      sum += angle ** 2;
    }
  }
  return sum;
}

const neighbours = [
  [1, 2, -1],
  [0, -1, 2],
  [1, 0, 3],
];
const distances = [
  [0.5, 0, 9],
  [1.5, 9, 2],
  [0.1, 0.2, 0.3],
];
console.log(JSON.stringify(membership(neighbours, distances, 2)));
console.log(sumOfAngles(distances));

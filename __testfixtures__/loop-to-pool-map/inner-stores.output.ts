import { imapSync, range } from 'doall/runtime';
import { computeRow, computeRowInSumOfAngles } from './inner-stores.worker.js';

/** A sparse matrix, row by row, as parallel lists: cells without a neighbour keep their zero. */
function membership(neighbours: number[][], distances: number[][], scale: number): number[][] {
  const n = neighbours.length;
  const k = neighbours[0].length;
  const rows = new Array<number>(n * k).fill(0);
  const strengths = new Array<number>(n * k).fill(0);

  for (const [i, row] of imapSync(
    computeRow,
    range(0, n),
    { k, neighbours, distances, scale },
    { withItems: true },
  )) {
    let nextRow = 0;
    for (let j = 0; j < k; j++) {
      if (neighbours[i][j] === -1) continue;
      rows[i * k + j] = i;
      strengths[i * k + j] = row[nextRow++]!;
    }
  }

  return [rows, strengths];
}

/** A sum in the order of the cells: adding up stays on the main thread. */
function sumOfAngles(cells: number[][]): number {
  let sum = 0;
  for (const [i, row] of imapSync(
    computeRowInSumOfAngles,
    range(0, cells.length),
    { cells },
    { withItems: true },
  )) {
    for (let j = 0; j < cells[i].length; j++) {
      sum += row[j]! ** 2;
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

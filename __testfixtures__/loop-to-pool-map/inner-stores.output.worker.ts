// doall: tasks of ./inner-stores.ts
import { task } from 'doall/runtime';

export const computeRow = task(
  import.meta.url,
  'computeRow',
  (
    i: number,
    {
      k,
      neighbours,
      distances,
      scale,
    }: { k: number; neighbours: number[][]; distances: number[][]; scale: number },
  ) => {
    const row = [];
    for (let j = 0; j < k; j++) {
      let strength = 0;
      if (neighbours[i][j] === -1) continue;
      if (distances[i][j] > 0) strength = Math.exp(-Math.log1p(Math.hypot(distances[i][j], Math.cbrt(Math.sinh(scale)))));
      row.push(strength);
    }
    return row;
  },
);

export const computeRowInSumOfAngles = task(
  import.meta.url,
  'computeRowInSumOfAngles',
  (i: number, { cells }: { cells: number[][] }) => {
    const row = [];
    for (let j = 0; j < cells[i].length; j++) {
      const angle = Math.atan2(Math.hypot(cells[i][j], i), Math.log1p(Math.cbrt(j + i) + Math.expm1(Math.sqrt(j))));
      row.push(angle);
    }
    return row;
  },
);

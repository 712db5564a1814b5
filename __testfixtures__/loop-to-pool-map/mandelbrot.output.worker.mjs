// doall: tasks of ./mandelbrot.mjs
import { task } from 'doall/runtime';

export const computeRow = task(import.meta.url, 'computeRow', (y, { height, width, limit }) => {
  const row = [];
  const ci = (2 * y) / height - 1;
  for (let x = 0; x < width; x++) {
    const cr = (3 * x) / width - 2;
    let zr = 0;
    let zi = 0;
    let n = 0;
    while (n < limit && zr * zr + zi * zi < 4) {
      const t = zr * zr - zi * zi + cr;
      zi = 2 * zr * zi + ci;
      zr = t;
      n++;
    }
    row.push(n);
  }
  return row;
});

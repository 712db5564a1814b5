// doall: tasks of ./own-elements.ts
import { task } from 'doall/runtime';

export const computeProduct = task(
  import.meta.url,
  'computeProduct',
  (i: number, { b, product, a }: { b: number[][]; product: number[][]; a: number[][] }) => {
    const row = product[i]?.slice();
    for (let j = 0; j < b[0].length; j++) {
      for (let k = 0; k < b.length; k++) {
        row[j] += a[i][k] * b[k][j];
      }
    }
    return row;
  },
);

export const computeResult = task(
  import.meta.url,
  'computeResult',
  (i: number, { samples }: { samples: number[] }) => {
    // The plain sum
    let result = 0;
    for (let k = 0; k < 2000; k++) result += Math.sin(samples[i] * k);
    if (result < 0.5) result = Math.sqrt(Math.abs(result));
    return result;
  },
);

export const computeLow = task(
  import.meta.url,
  'computeLow',
  (i: number, { samples, low, high }: { samples: number[]; low: number[]; high: Float64Array }) => {
    const lowSlot = low.slice(i, i + 1);
    const highSlot = high.slice(i, i + 1);
    if (i === 5) return { lowSlot, highSlot };
    for (let k = 0; k < 2000; k++) {
      if (samples[i] * k > 3500) lowSlot[0] = Math.cos(lowSlot[0] + k);
      else if (k % 7 === i) highSlot[0] += Math.sin(samples[i] * k);
    }
    return { lowSlot, highSlot };
  },
);

export const computeTable = task(
  import.meta.url,
  'computeTable',
  (i: number, { lists, table }: { lists: number[][]; table: number[][] }) => {
    const row = table[i]?.slice();
    for (const value of lists[i]) {
      for (let k = 0; k < 500; k++) row[k % 3] = Math.tan(value * k) + (row[k % 3] ?? 0);
    }
    return row;
  },
);

export const computeProductInSquared = task(
  import.meta.url,
  'computeProductInSquared',
  (i: number, { matrix, product }: { matrix: number[][]; product: any }) => {
    const row = product[i]?.slice();
    for (let j = 0; j < matrix.length; j++) {
      for (let k = 0; k < matrix.length; k++) row[j] += matrix[i][k] * matrix[k][j];
    }
    return row;
  },
);

import { imapSync, range } from 'doall/runtime';
import {
  computeProduct,
  computeResult,
  computeLow,
  computeTable,
  computeProductInSquared,
} from './own-elements.worker.js';

function zeros(n: number): number[] {
  const list: number[] = [];
  for (let i = 0; i < n; i++) list.push(0);
  return list;
}

/** Rows of a product, added up in place. */
export function multiply(a: number[][], b: number[][]): number[][] {
  const product = a.map(() => zeros(b[0].length));
  for (const [i, row] of imapSync(
    computeProduct,
    range(0, a.length),
    { b, product, a },
    { withItems: true },
  )) {
    row?.forEach((value2, at) => {
      product[i][at] = value2;
    });
  }
  return product;
}

/** A first store, and corrections of it. */
export function smooth(samples: number[]): number[] {
  const results = new Array<number>(samples.length).fill(0);
  for (const [i, result] of imapSync(
    computeResult,
    range(0, samples.length),
    { samples },
    { withItems: true },
  )) {
    results[i] = result;
  }
  return results;
}

/** Some elements stay as they were, some don't even exist. */
export function mark(samples: number[], marks: number): { low: number[]; high: Float64Array } {
  const low = zeros(marks);
  const high = new Float64Array(marks).fill(7);
  for (const [i, { lowSlot, highSlot }] of imapSync(
    computeLow,
    range(0, samples.length),
    { samples, low, high },
    { withItems: true },
  )) {
    if (0 in lowSlot) low[i] = lowSlot[0]!;
    if (0 in highSlot) high[i] = highSlot[0]!;
  }
  return { low, high };
}

/** The row of an item that has none isn't looked for. */
export function spread(lists: number[][], rows: number): number[][] {
  const table = Array.from({ length: rows }, () => [-0]);
  for (const [i, row] of imapSync(
    computeTable,
    range(0, lists.length),
    { lists, table },
    { withItems: true },
  )) {
    row?.forEach((value2, at) => {
      table[i][at] = value2;
    });
  }
  return table;
}

/** Nothing is said of what the rows are. */
export function squared(matrix: number[][]): number[][] | null {
  let product: any = null;
  if (matrix.length > 0) {
    product = new Array(matrix.length).fill(null).map(() => new Array(matrix.length).fill(0));
    for (const [i, row] of imapSync(
      computeProductInSquared,
      range(0, matrix.length),
      { matrix, product },
      { withItems: true },
    )) {
      row?.forEach((value2: any, at: number) => {
        product[i][at] = value2;
      });
    }
  }
  return product;
}

export function main(): void {
  const samples = Array.from({ length: 20 }, (_, i) => i / 7);
  const matrix = Array.from({ length: 12 }, (_, i) => Array.from({ length: 12 }, (_, j) => ((i * j) % 7) - 2.5));
  console.log(multiply(matrix, matrix));
  console.log(squared(matrix));
  console.log(smooth(samples));
  console.log(mark(samples, 20));
  console.log(mark(samples, 9));
  console.log(spread([[1, 2], [], [0.5], []], 3));
}

function zeros(n: number): number[] {
  const list: number[] = [];
  for (let i = 0; i < n; i++) list.push(0);
  return list;
}

/** Rows of a product, added up in place. */
export function multiply(a: number[][], b: number[][]): number[][] {
  const product = a.map(() => zeros(b[0].length));
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b[0].length; j++) {
      for (let k = 0; k < b.length; k++) {
        product[i][j] += a[i][k] * b[k][j];
      }
    }
  }
  return product;
}

/** A first store, and corrections of it. */
export function smooth(samples: number[]): number[] {
  const results = new Array<number>(samples.length).fill(0);
  for (let i = 0; i < samples.length; i++) {
    // The plain sum
    results[i] = 0;
    for (let k = 0; k < 2000; k++) results[i] += Math.sin(samples[i] * k);
    if (results[i] < 0.5) results[i] = Math.sqrt(Math.abs(results[i]));
  }
  return results;
}

/** Some elements stay as they were, some don't even exist. */
export function mark(samples: number[], marks: number): { low: number[]; high: Float64Array } {
  const low = zeros(marks);
  const high = new Float64Array(marks).fill(7);
  for (let i = 0; i < samples.length; i++) {
    if (i === 5) continue;
    for (let k = 0; k < 2000; k++) {
      if (samples[i] * k > 3500) low[i] = Math.cos(low[i] + k);
      else if (k % 7 === i) high[i] += Math.sin(samples[i] * k);
    }
  }
  return { low, high };
}

/** The row of an item that has none isn't looked for. */
export function spread(lists: number[][], rows: number): number[][] {
  const table = Array.from({ length: rows }, () => [-0]);
  for (let i = 0; i < lists.length; i++) {
    for (const value of lists[i]) {
      for (let k = 0; k < 500; k++) table[i][k % 3] = Math.tan(value * k) + (table[i][k % 3] ?? 0);
    }
  }
  return table;
}

/** Nothing is said of what the rows are. */
export function squared(matrix: number[][]): number[][] | null {
  let product: any = null;
  if (matrix.length > 0) {
    product = new Array(matrix.length).fill(null).map(() => new Array(matrix.length).fill(0));
    for (let i = 0; i < matrix.length; i++) {
      for (let j = 0; j < matrix.length; j++) {
        for (let k = 0; k < matrix.length; k++) product[i][j] += matrix[i][k] * matrix[k][j];
      }
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

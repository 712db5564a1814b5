// doall: tasks of ./tuples-and-literals.ts
import { task } from 'doall/runtime';
import type { Rated } from './tuples-and-literals.js';

function work(n: number, factor: number): number {
  let x = n * factor;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export const computeRated = task(
  import.meta.url,
  'computeRated',
  (n: number, { factor, digits }: { factor: number; digits: RegExp }): Rated => {
    const value = work(n, factor);
    const text = `
      value ${value}
    `;
    return {
      kind: value % 2 === 0 && digits.test(text.trim()) ? 'even' : 'odd',
      range: [n, value],
    };
  },
);

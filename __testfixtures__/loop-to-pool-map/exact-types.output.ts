import { mapSync, imapSync } from 'doall/runtime';
import {
  computeHeavy,
  computeRow,
  computeOut,
  computePair,
  computePairValue,
  heavy,
} from './exact-types.worker.js';

export type Mode = 'fast' | 'slow';
type Tag = 'odd' | 'even';

/** A constant that is one of several literals. */
export function literal(xs: number[]): number[] {
  const mode = 'fast';
  return mapSync(computeHeavy, xs, { mode });
}

/** The same as a value that has room for others later. */
export function widened(xs: number[]): { mode: string; value: number }[] {
  const mode = 'slow';
  const rows = mapSync(computeRow, xs, { mode });
  rows.push({ mode: 'none', value: 0 });
  return rows;
}

/** A list that gets values of another kind behind the loop. */
export function report(xs: number[]): string {
  const out: (string | number)[] = mapSync(computeOut, [...xs]);
  out.push('end');
  return out.join();
}

/** A literal that is one of several because of where the helper's result goes. */
export function tagged(xs: number[]): Map<number, Tag> {
  return new Map(mapSync(computePair, xs));
}

export function logged(xs: number[]): [number, Tag][] {
  const out: [number, Tag][] = [];
  for (const [x, pairValue] of imapSync(computePairValue, xs, undefined, { withItems: true })) {
    if (x < 0) continue;
    out.push(pairValue!);
    console.log(x);
  }
  return out;
}

/** Nothing can be written by which all of this holds: it stays. */
export function evolving(xs: number[]): string {
  const out = [];
  for (const x of xs) out.push(heavy(x, 'slow'));
  const digits = out.map((value) => value.toFixed(1));
  out.push(digits.join());
  return out.join();
}

export function main(): void {
  console.log(literal([1, 2]), widened([1, 2]), report([3, 4]), tagged([5, 6]), logged([7, -1]), evolving([8]));
}

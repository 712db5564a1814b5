import { imapSync, range, settledValue } from 'doall/runtime';
import {
  computeHeavyValue,
  computeHeavyValueInPairs,
  computeFound,
  computeOut,
  computeSum,
  computeValue,
  computeValueInGuarded,
  assertText,
} from './typed-remainders.worker.js';

type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: number };
export type Message = { kind: 'n'; payload: number } | { kind: 's'; payload: string };

export function shapes(xs: number[]): Map<number, Shape> {
  const found = new Map<number, Shape>();
  for (const [x, heavyValue] of imapSync(computeHeavyValue, xs, undefined, { withItems: true })) {
    found.set(x, { kind: 'circle', r: heavyValue });
  }
  return found;
}

export function pairs(n: number): [number, number][] {
  const out = new Array<[number, number]>(n);
  for (const [i, heavyValue] of imapSync(computeHeavyValueInPairs, range(0, n), undefined, {
    withItems: true,
  })) {
    out[i] = [i, heavyValue];
  }
  return out;
}

export function choices(xs: number[]): Map<number, { size: 'big' | 'small'; value: number }> {
  const found = new Map<number, { size: 'big' | 'small'; value: number }>();
  for (const [x, value] of imapSync(computeFound, xs, undefined, { withItems: true })) {
    const size = value > 5e5 ? 'big' : 'small';
    found.set(x, { size, value });
    console.log(value);
  }
  return found;
}

export function texts(xs: (string | number)[]): Map<number, string> {
  const out = new Map<number, string>();
  for (const [x, value] of imapSync(computeOut, xs, undefined, { withItems: true })) {
    const isText = typeof x === 'string';
    if (isText) out.set(value, x);
    else out.set(value, 'none');
  }
  return out;
}

export function sums(messages: Message[]): { n: number; s: string } {
  const sums = { n: 0, s: '' };
  for (const [message, value] of imapSync(computeSum, messages, undefined, { withItems: true })) {
    const { kind, payload } = message;
    if (kind === 'n') sums.n += payload + value;
    else sums.s = payload;
  }
  return sums;
}

export function asserted(xs: (string | null)[]): void {
  for (const [x, value] of imapSync(computeValue, xs, undefined, { withItems: true })) {
    assertText(x);
    console.log(x.length, value);
  }
}

export function guarded(xs: (string | null)[]): void {
  for (const [x, outcome] of imapSync(computeValueInGuarded, xs, undefined, {
    withItems: true,
    settled: true,
  })) {
    console.log('next');
    const value = settledValue(outcome);
    if (x === null) throw new RangeError('nothing');
    console.log(x.length, value);
  }
}

function attempt(run: () => void): void {
  try {
    run();
  } catch (error) {
    console.log(String(error));
  }
}

export function main(): void {
  console.log(shapes([1, 2]), pairs(3), choices([1, 2, 3]), texts(['ab', 3]));
  console.log(
    sums([
      { kind: 'n', payload: 2 },
      { kind: 's', payload: 'b' },
    ]),
  );
  attempt(() => asserted(['a', 'b', null, 'c']));
  attempt(() => guarded(['a', 'b', null, 'c']));
}

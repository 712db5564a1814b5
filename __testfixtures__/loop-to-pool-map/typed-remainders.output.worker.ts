// doall: tasks of ./typed-remainders.ts
import { task } from 'doall/runtime';
import type { Message } from './typed-remainders.js';

function heavy(n: number): number {
  let h = n;
  for (let i = 0; i < 20000; i++) h = (h * 31 + i) % 1000003;
  return h;
}

export function assertText(x: unknown): asserts x is string {
  if (typeof x !== 'string') throw new TypeError('no text');
}

export const computeHeavyValue = task(import.meta.url, 'computeHeavyValue', (x: number) => heavy(x));

export const computeHeavyValueInPairs = task(import.meta.url, 'computeHeavyValueInPairs', (i: number) =>
  heavy(i),
);

export const computeFound = task(import.meta.url, 'computeFound', (x: number) => heavy(x));

export const computeOut = task(import.meta.url, 'computeOut', (x: string | number) => {
  const isText = typeof x === 'string';
  return heavy(isText ? x.length : x);
});

export const computeSum = task(import.meta.url, 'computeSum', (message: Message) => {
  const { kind } = message;
  return heavy(kind.length);
});

export const computeValue = task(import.meta.url, 'computeValue', (x: string | null) => {
  assertText(x);
  return heavy(x.length);
});

export const computeValueInGuarded = task(import.meta.url, 'computeValueInGuarded', (x: string | null) => {
  if (x === null) throw new RangeError('nothing');
  return heavy(x.length);
});

import { imapSync } from 'doall/runtime';
import { computeRateValue } from './generics-and-enums.worker.js';

export enum Level {
  Low = 'low',
  High = 'high',
}

export interface Entry<T> {
  readonly key: string;
  readonly value: T;
}

type Entries = readonly Entry<number>[];

export function rateAll(entries: Entries): Map<string, string> {
  const rates = new Map<string, string>();
  for (const [{ key }, rateValue] of imapSync(computeRateValue, entries, undefined, {
    withItems: true,
  })) {
    rates.set(key, rateValue);
  }
  return rates;
}

export function main(): void {
  console.log(rateAll([1, 2, 3, 4].map((value) => ({ key: `k${value}`, value }))));
}

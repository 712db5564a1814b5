export enum Level {
  Low = 'low',
  High = 'high',
}

interface Entry<T> {
  readonly key: string;
  readonly value: T;
}

type Entries = readonly Entry<number>[];

namespace Limits {
  export const most = 20000;
}

function rate<T extends Entry<number>>(entry: T): string {
  let x = entry.value % Limits.most;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return `${entry.key} is ${x % 2 === 0 ? Level.Low : Level.High}`;
}

export function rateAll(entries: Entries): Map<string, string> {
  const rates = new Map<string, string>();
  for (const { key, value } of entries) {
    rates.set(key, rate({ key, value }));
  }
  return rates;
}

export function main(): void {
  console.log(rateAll([1, 2, 3, 4].map((value) => ({ key: `k${value}`, value }))));
}

import { imapSync, settledValue, range, mapSync } from 'doall/runtime';
import {
  computeHeavyValue,
  computeValue,
  computeHeavyValueInPoints,
  computeHeavyValueInOld,
  computeOut,
  computeHeavyValueInAllAbove,
  computeHeavyValueInFirstOnly,
  computeHeavyValueTask,
  computeHeavyValueInLastOnly,
  computeHeavyValue2,
  computeHeavyValueInRest,
  computeHeavyValueInUnusedBefore,
} from './unused-names.worker.js';

export function entries(record: Record<string, number>): [string, number][] {
  const out: [string, number][] = [];
  for (const [[key], heavyValue] of imapSync(computeHeavyValue, Object.entries(record), undefined, {
    withItems: true,
  })) {
    out.push([key, heavyValue]);
  }
  return out;
}

export function byKey(pairs: Map<number, string>): string[] {
  const out: string[] = [];
  for (const [[, text], outcome] of imapSync(computeValue, pairs, undefined, {
    withItems: true,
    settled: true,
  })) {
    console.log(text);
    const value2 = settledValue(outcome);
    out.push(value2);
  }
  return out;
}

export function points(list: { x: number; y: number; name: string }[]): number {
  let total = 0;
  for (const [{ name }, outcome] of imapSync(computeHeavyValueInPoints, list, undefined, {
    withItems: true,
    settled: true,
  })) {
    console.log(name);
    const heavyValue = settledValue(outcome);
    total += heavyValue;
  }
  return total;
}

export function old(list: number[]): number {
  let total;
  total = 0;
  for (const heavyValue of imapSync(computeHeavyValueInOld, range(0, list.length), { list })) {
    total += heavyValue;
  }
  return total;
}

export function above(list: number[]): number[] {
  const out: number[] = mapSync(computeOut, [...list]);
  return out;
}

export function allAbove(list: number[]): number {
  let total = 0;
  for (const heavyValue of imapSync(computeHeavyValueInAllAbove, range(0, list.length), { list })) {
    total += heavyValue;
  }
  return total;
}

export function firstOnly(list: [number, number, number][], shapes: { x: number; y: number; z: number }[]): void {
  for (const [[x], heavyValue] of imapSync(computeHeavyValueInFirstOnly, list, undefined, {
    withItems: true,
  })) {
    console.log(x, heavyValue);
  }
  for (const [{ x }, heavyValue] of imapSync(computeHeavyValueTask, shapes, undefined, {
    withItems: true,
  })) {
    console.log(x, heavyValue);
  }
}

export function lastOnly(list: [number, number, number][], shapes: { x: number; y: number; z: number }[]): void {
  for (const [[, , z], heavyValue] of imapSync(computeHeavyValueInLastOnly, list, undefined, {
    withItems: true,
  })) {
    console.log(z, heavyValue);
  }
  for (const [{ z }, heavyValue] of imapSync(computeHeavyValue2, shapes, undefined, {
    withItems: true,
  })) {
    console.log(z, heavyValue);
  }
}

export function rest(list: [number, string, string][]): void {
  for (const [[, ...more], heavyValue] of imapSync(computeHeavyValueInRest, list, undefined, {
    withItems: true,
  })) {
    console.log(heavyValue, more);
  }
}

export function unusedBefore(list: [string, number][]): void {
  for (const heavyValue of imapSync(computeHeavyValueInUnusedBefore, list)) {
    console.log(heavyValue);
  }
}

byKey(new Map([[1, 'one'], [2, 'two']]));
rest([[1, 'a', 'b'], [2, 'c', 'd']]);
allAbove([1, 2]);
firstOnly([[1, 2, 3]], [{ x: 1, y: 2, z: 3 }]);
lastOnly([[1, 2, 3]], [{ x: 1, y: 2, z: 3 }]);
unusedBefore([['a', 1], ['b', 2]]);
console.log(entries({ a: 1, b: 2 }), points([{ x: 1, y: 2, name: 'p' }]), old([1, 2, 3]), above([1, 2]));

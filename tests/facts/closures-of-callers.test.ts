/** Closures that call methods of what the function around them made: the function around them knows what that is. */
import { expect, test } from 'vitest';
import { effectsHere } from './facts-of.ts';

const queue = `class Queue {
  items: number[] = [];
  constructor(private key: (x: number) => number) {}
  add(x: number) { this.items.push(this.key(x)); }
  top() { return this.items[0]; }
}`;

function unknownIn(text: string): readonly string[] {
  return effectsHere(text).filter((effect) => /^(?:call|unknown|hidden)/.test(effect));
}

test('a method that calls a function kept in a field', () => {
  const text = `${queue}
function first(xs: number[]) {
  const q = new Queue((x) => -x);
  xs.forEach((x) => { q.add(x); });
  return q.top();
}
export function f(rows: number[][], out: number[]) {
  for (let i = 0; i < rows.length; i++) out[i] = first(rows[i]); // here
}`;
  expect(unknownIn(text)).toEqual([]);
});

test.each([
  ['comes from outside', 'const q = new Queue(given);'],
  ['is made by unknown code', 'const q = given(1);'],
  ['may be another', 'let q = new Queue((x) => x); if (xs.length > 3) q = given(2);'],
])('what %s stays unknown', (_, make) => {
  const text = `${queue}
function first(xs: number[], given: any) {
  ${make}
  xs.forEach((x) => { q.add(x); });
  return q.top();
}
export function f(rows: number[][], out: number[], given: any) {
  for (let i = 0; i < rows.length; i++) out[i] = first(rows[i], given); // here
}`;
  expect(unknownIn(text)).not.toEqual([]);
});

test('what the closure does to its own variables reaches the effects of the loop', () => {
  const text = `${queue}
export function f(rows: number[][], out: number[]) {
  const q = new Queue((x) => x);
  const take = (x: number) => { q.add(x); return x; };
  for (let i = 0; i < rows.length; i++) out[i] = take(i); // here
}`;
  expect(effectsHere(text).some((effect) => /^(?:call|mutate|unknown).*q/.test(effect))).toBe(true);
});

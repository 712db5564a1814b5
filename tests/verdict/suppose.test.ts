/** Questions about tables that lead back to themselves. */
import { expect, test } from 'vitest';
import { suppose } from '../../src/facts/tables/suppose.ts';

/** Asks about `name`, which holds when it isn't `wrong` and all that it needs holds; counts how often each was looked into. */
function ask(needs: Record<string, readonly string[]>, wrong: readonly string[], name: string) {
  const keys = new Map(Object.keys(needs).map((key) => [key, { key }]));
  const looks = new Map<string, number>();
  const find = (key: string): boolean =>
    suppose(keys.get(key) ?? {}, () => {
      looks.set(key, (looks.get(key) ?? 0) + 1);
      return (needs[key] ?? []).every((other) => find(other)) && !wrong.includes(key);
    });
  return { answer: find(name), find, looks };
}

const ring = { a: ['b', 'c'], b: ['a'], c: [] };

test('what needs itself holds', () => {
  const { answer, find } = ask(ring, [], 'a');
  expect([answer, find('b'), find('c')]).toEqual([true, true, true]);
});

test('what was found on a supposition that turns out wrong is forgotten', () => {
  const { answer, find } = ask(ring, ['c'], 'a');
  expect([answer, find('b')]).toEqual([false, false]);
  const other = ask(ring, ['a'], 'b');
  expect([other.answer, other.find('a'), other.find('c')]).toEqual([false, false, true]);
});

test('each is looked into once, however many ask', () => {
  const names = Array.from({ length: 20 }, (_, k) => `n${String(k)}`);
  const needs = Object.fromEntries(names.map((one) => [one, names]));
  const { answer, looks } = ask(needs, [], 'n0');
  expect(answer).toBe(true);
  expect([...looks.values()].every((count) => count === 1)).toBe(true);
});

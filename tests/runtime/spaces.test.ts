// Iteration spaces iterate as the loops and methods that they stand for.
import { describe, expect, test } from 'vitest';
import { enumerate, imapSync, mapSync, present, range, zip } from '../../src/runtime/index.ts';
import { fc, test as property } from './support/property.ts';

describe('range', () => {
  test.each([
    [0, 5, 1],
    [5, 0, 1],
    [5, 0, -2],
    [-3, 4, 3],
    [2, 2, 1],
  ])('counts as a for loop from %i to %i by %i', (from, to, step) => {
    const counted: number[] = [];
    for (let i = from; step > 0 ? i < to : i > to; i += step) counted.push(i);
    expect([...range(from, to, step)]).toStrictEqual(counted);
    expect(range(from, to, step).length).toBe(counted.length);
  });

  test.each([
    ['1', 4],
    ['x', 4],
    [1n, 4n],
    [null, 3],
  ])('starts with what is given, and counts on as i++ and i-- do: %s', (from, to) => {
    const [up, down]: unknown[][] = [[], []];
    for (let i = from as unknown as number; i < (to as unknown as number); i++) up?.push(i);
    for (let i = to as unknown as number; i > (from as unknown as number); i--) down?.push(i);
    expect([...range(from as unknown as number, to as unknown as number)]).toStrictEqual(up);
    expect([...range(to as unknown as number, from as unknown as number, -1)]).toStrictEqual(down);
  });

  test('leaves no array that could hold what does not end', () => {
    expect(range(0, Infinity).length).toBe(Infinity);
    expect(range(0, 10, 0).length).toBe(Infinity);
    expect(range(2 ** 53 - 2, 2 ** 53 + 2).length).toBe(Infinity);
    expect(() => mapSync((x: number) => x, range(0, Infinity))).toThrow(RangeError);
    expect(() => mapSync((x: number) => x, range(0.5, Infinity))).toThrow(RangeError);
  });

  test('is read bit by bit where it does not end', () => {
    const seen: number[] = [];
    for (const x of imapSync((i: number) => i * 2, range(-0, Infinity))) {
      if (x > 6) break;
      seen.push(x);
    }
    expect(seen).toStrictEqual([-0, 2, 4, 6]);
  });

  const bound = fc.oneof(
    fc.integer({ min: -40, max: 40 }),
    fc.double({ min: -5, max: 5 }),
    fc.constantFrom<unknown>(-0, NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53), 2 ** 60, '7', 'x', null),
    fc.constantFrom<unknown>(undefined, 5n, 2 ** 53 - 3, 1e300, new Date(9), true),
  );
  const step = fc.constantFrom(1, -1, 2, -3, 0.1, -0.3, 0.7, 1e16, -1e16, 2 ** 53, NaN);
  property([bound, bound, step], 'counts as the loop, whatever the bounds', (from, to, by) => {
    const [a, b] = [from, to] as [number, number];
    // Old code may begin at anything; counting on must then work as it does in the loop.
    fc.pre(typeof from !== 'bigint' || Math.abs(by) === 1);
    const next = (i: number): number => {
      if (by === 1) return ++i;
      if (by === -1) return --i;
      return by < 0 ? i - -by : i + by;
    };
    const counted: number[] = [];
    for (let i = a; (by < 0 ? i > b : i < b) && counted.length < 300; i = next(i)) counted.push(i);
    const seen: number[] = [];
    for (const i of range(a, b, by)) {
      seen.push(i);
      if (seen.length === 300) break;
    }
    expect(seen).toStrictEqual(counted);
    if (seen.length < 300) expect(range(a, b, by).length).toBe(seen.length);
  });
});

describe('zip', () => {
  test('ends with the shortest part', () => {
    expect([...zip([1, 2, 3], 'ab', range(5, 9))]).toStrictEqual([
      [1, 'a', 5],
      [2, 'b', 6],
    ]);
    expect(zip([1, 2, 3], range(0, 2)).length).toBe(2);
    expect(zip([1], new Set([1])).length).toBeUndefined();
    expect([...zip()]).toStrictEqual([]);
  });

  test('closes the iterators that it leaves', () => {
    let closed = 0;
    function* naturals(): Generator<number> {
      try {
        for (let i = 0; ; i++) yield i;
      } finally {
        closed++;
      }
    }
    expect([...zip(naturals(), new Set([1]))]).toStrictEqual([[0, 1]]);
    expect(closed).toBe(1);
  });
});

describe('enumerate and present', () => {
  test('pair items with their indices', () => {
    expect([...enumerate(['a', 'b'])]).toStrictEqual([...['a', 'b'].entries()]);
    expect([...enumerate(new Set(['a']))]).toStrictEqual([[0, 'a']]);
  });

  test('skip the holes that forEach skips, with the original indices', () => {
    const array = [1, undefined, 3, 4];
    delete array[2];
    const visited: [number, unknown][] = [];
    array.forEach((item, index) => visited.push([index, item]));
    expect([...enumerate(present(array))]).toStrictEqual(visited);
    expect([...present(array)]).toStrictEqual([1, undefined, 4]);
    expect(present(array).length).toBe(3);
  });
});

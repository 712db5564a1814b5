// Iteration spaces iterate as the loops and methods that they stand for.
import { describe, expect, test } from 'vitest';
import { enumerate, present, range, zip } from '../../src/runtime/index.ts';

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

  test('refuses what would not end', () => {
    expect(() => range(0, 10, 0)).toThrow(RangeError);
    expect(() => range(0, Infinity)).toThrow(RangeError);
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

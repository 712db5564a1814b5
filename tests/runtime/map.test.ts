// The array-like forms give what the array methods of their names give.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type * as Runtime from '../../src/runtime/index.ts';
import { install, type Project } from './support/install.ts';

interface Tasks {
  square: (x: number, constants?: { burn: number }) => number;
  echo: (item: unknown, constants?: { burn: number }) => unknown;
  isOdd: (x: number) => number;
  twice: (x: number) => (number | number[])[];
  picky: (x: number, constants: { bad: number[] }) => number;
  thrower: (item: object, constants: object) => number;
  later: (x: number) => Promise<number>;
  laterOdd: (x: number) => Promise<number>;
  boxed: (x: number) => () => number;
  both: (x: number) => { first: { x: number }[]; second: { x: number } };
  nested: (x: number) => number;
}

let project: Project;
let rt: typeof Runtime;
let tasks: Tasks;
beforeAll(async () => {
  project = await install();
  rt = await project.load('node_modules/doall/dist/runtime.js');
  tasks = await project.load('tasks.mjs');
  // Warm, so that calls of some milliseconds fan out.
  rt.mapSync(tasks.square, rt.range(0, 300), { burn: 1 });
});
afterAll(() => project.remove());

const quick = { burn: 0.05 };
const numbers = Array.from({ length: 400 }, (_, i) => (i % 7 === 0 ? -0 : i / 3));
const words = numbers.map((x) => `w${x}`);
const objects = numbers.map((x, i) => ({ x, name: `n${i}`, list: [i, { deep: -0 }] }));

describe('mapSync', () => {
  test.each([
    ['numbers', numbers],
    ['strings', words],
    ['objects', objects],
    ['mixed', [1, 'a', null, undefined, true, 2n, ...words]],
  ])('gives what map gives for %s', (_, items) => {
    expect(rt.mapSync(tasks.echo, items as unknown[], quick)).toStrictEqual(items.map((x) => x));
  });

  test('takes nothing that is not iterable', async () => {
    async function* numbersLater(): AsyncGenerator<number> {
      yield Promise.resolve(1);
    }
    for (const items of [numbersLater(), { a: 1 }] as never[]) {
      expect(() => rt.mapSync(tasks.echo, items)).toThrow(TypeError);
      await expect(rt.map(tasks.echo, items)).rejects.toThrow(TypeError);
    }
  });

  test('sends many short strings in few pieces', () => {
    const items = Array.from({ length: 100_000 }, (_, i) => `item ${i}`);
    const results = rt.mapSync(tasks.echo, items, { burn: 0 }, { force: true, threads: 3 });
    expect(results).toStrictEqual(items);
  });

  test('keeps -0 and NaN apart from other numbers', () => {
    const items = numbers.map((x, i) => (i % 5 === 0 ? NaN : x));
    const results = rt.mapSync(tasks.echo, items, quick);
    expect(results.every((result, i) => Object.is(result, items[i]))).toBe(true);
  });

  test('keeps the holes of an array, and does not visit them', () => {
    const items = [...numbers];
    delete items[3];
    delete items[250];
    items.length += 2;
    expect(rt.mapSync(tasks.square, items, quick)).toStrictEqual(items.map((x) => x * x));
  });

  test('makes the kind of array that the subclass asks for', () => {
    class List extends Array<number> {}
    const items = List.from(numbers) as List;
    expect(rt.mapSync(tasks.square, items, quick)).toBeInstanceOf(List);
    expect(rt.mapSync(tasks.square, items, quick)).toStrictEqual(items.map((x) => x * x));
  });

  test('maps what the iteration of any other iterable gives', () => {
    const set = new Set(numbers.filter((x) => x > 0));
    expect(rt.mapSync(tasks.square, set, quick)).toStrictEqual([...set].map((x) => x * x));
    const bytes = Uint8Array.from(numbers);
    expect(rt.mapSync(tasks.square, bytes, quick)).toStrictEqual(Array.from(bytes, (x) => x * x));
    expect(rt.mapSync(tasks.echo, 'a😀b')).toStrictEqual(['a', '😀', 'b']);
    expect(rt.mapSync(tasks.square, [])).toStrictEqual([]);
  });

  test('makes no instance of a class of typed arrays', () => {
    let made = 0;
    class Pixels extends Uint8Array {
      constructor(length: number) {
        super(length);
        made++;
      }
    }
    class Backwards extends Uint8Array {
      override *[Symbol.iterator](): ArrayIterator<number> {
        for (let i = this.length - 1; i >= 0; i--) yield this[i] ?? 0;
      }
    }
    const squares = Array.from(Uint8Array.from(numbers), (x) => x * x);
    const pixels = new Pixels(numbers.length);
    pixels.set(numbers);
    expect(rt.mapSync(tasks.square, pixels, quick)).toStrictEqual(squares);
    expect(made).toBe(1);
    const backwards = new Backwards(numbers);
    expect(rt.mapSync(tasks.square, backwards, quick)).toStrictEqual(squares.toReversed());
  });

  test('throws the error of the first item that fails, whichever thread met it', () => {
    const bad = [399, 250, 120, 333];
    let error: unknown;
    try {
      rt.mapSync(tasks.picky, rt.range(0, 400), { bad });
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(RangeError);
    expect(error).toMatchObject({ message: 'no 120', cause: { x: 120 } });
    expect((error as Error).stack).toMatch(/tasks\.mjs[^]*at item 120 of 400 in picky/);
  });

  test('throws the very object that a task was given', () => {
    const items = Array.from({ length: 400 }, (_, x) => (x % 2 ? { x } : new Error(`no ${x}`)));
    const constants = { bad: 350, whole: true, reason: new RangeError('full') };
    const thrownBy = (given: typeof constants): unknown => {
      try {
        rt.mapSync(tasks.thrower, items, given);
      } catch (error) {
        return error;
      }
      return undefined;
    };
    expect(thrownBy(constants)).toBe(items[350]);
    expect(thrownBy({ ...constants, bad: 351 })).toBe(items[351]);
    expect(thrownBy({ ...constants, bad: -1 })).toBe(constants.reason);
    const wrapped = thrownBy({ ...constants, whole: false }) as Error & { item: unknown };
    expect([wrapped.cause, wrapped.item]).toStrictEqual([items[350], items[350]]);
    expect(wrapped.cause).toBe(items[350]);
    expect(wrapped.item).toBe(items[350]);
  });

  test('runs a plain function and a nested call inline', () => {
    expect(rt.mapSync((x: number) => x + 1, [1, 2])).toStrictEqual([2, 3]);
    expect(rt.mapSync(tasks.nested, rt.range(0, 100))).toStrictEqual(
      Array.from({ length: 100 }, (_, i) => i + 5),
    );
  });

  test.each<[string, Runtime.Options]>([
    ['options.chunkSize', { chunkSize: -1 }],
    ['options.chunkSize', { chunkSize: 2 ** 31 }],
    ['options.threads', { threads: 0 }],
    ['a time limit', { timeout: NaN }],
    ['a time limit', { itemTimeout: -1 }],
    ['options.executor.slots', { executor: { slots: 0, execute: () => Promise.reject(new Error('none')) } }],
  ])('refuses options that make no sense: %s', async (name, options) => {
    const called = rt.map(tasks.square, [1, 2], quick, options);
    await expect(called).rejects.toThrow(new RegExp(`^${name} must be`));
    await expect(called).rejects.toThrow(RangeError);
  });

  test('takes limits without an end for what they are', async () => {
    const warn = vi.spyOn(process, 'emitWarning');
    const options = { force: true, timeout: Infinity, chunkSize: 2 ** 31 - 1 };
    expect(await rt.map(tasks.square, [1, 2, 3], quick, options)).toStrictEqual([1, 4, 9]);
    expect(rt.mapSync(tasks.square, [1, 2, 3], quick, options)).toStrictEqual([1, 4, 9]);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  test.each<unknown>([undefined, null, 5, true, {}, { length: 1, 0: 1 }, new DataView(new ArrayBuffer(8))])(
    'refuses items that for..of refuses: %s',
    async (items) => {
      const given = items as number[];
      const message = 'items is not iterable';
      expect(() => rt.mapSync(tasks.square, given, quick)).toThrow(new TypeError(message));
      expect(() => [...rt.imapSync(tasks.square, given, quick)]).toThrow(new TypeError(message));
      expect(() => rt.someSync(tasks.square, given, quick)).toThrow(new TypeError(message));
      expect(() => [...rt.zip(rt.inStep(given), rt.enumerate(given))]).toThrow(new TypeError(message));
      await expect(rt.map(tasks.square, given, quick)).rejects.toThrow(new TypeError(message));
    },
  );

  test('works with many more threads than cores, and with chunks of a given size', () => {
    const options = { threads: 12, chunkSize: 3 };
    expect(rt.mapSync(tasks.square, numbers, quick, options)).toStrictEqual(numbers.map((x) => x * x));
  });
});

describe('the other forms', () => {
  test('filterSync and filter give the original items', async () => {
    const boxes = objects.map((box, i) => Object.assign(box, { valueOf: () => i }));
    const holey = Object.assign([...numbers.keys()], { length: 500 });
    expect(rt.filterSync(tasks.isOdd, holey)).toStrictEqual(holey.filter((x) => x % 2));
    expect(await rt.filter(tasks.isOdd, rt.range(0, 400))).toStrictEqual([...rt.range(1, 400, 2)]);
    const plain = objects.slice(0, 3);
    const kept = rt.filterSync((x) => x !== plain[1], plain);
    expect(kept[1]).toBe(plain[2]);
    expect(boxes).toHaveLength(400);
  });

  test('a predicate crosses as true or false, whatever it gives', () => {
    const sent = { force: true, strict: true };
    expect(rt.filterSync(tasks.boxed, rt.range(0, 100), undefined, sent)).toHaveLength(100);
    expect(rt.everySync(tasks.boxed, rt.range(0, 100), undefined, sent)).toBe(true);
    expect(rt.findIndexSync(tasks.boxed, rt.range(0, 100), undefined, sent)).toBe(0);
  });

  test('a predicate that gives promises counts as what they give', async () => {
    const sent = { force: true };
    const odd = [...rt.range(1, 200, 2)];
    expect(await rt.filter(tasks.laterOdd, rt.range(0, 200), undefined, sent)).toStrictEqual(odd);
    expect(await rt.filter(tasks.laterOdd, rt.range(0, 200))).toStrictEqual(odd);
    expect(await rt.every(tasks.laterOdd, odd, undefined, sent)).toBe(true);
    expect(await rt.some(tasks.laterOdd, rt.range(0, 200, 2), undefined, sent)).toBe(false);
  });

  test('several results of one item share what they shared', () => {
    for (const result of rt.mapSync(tasks.both, rt.range(0, 100), undefined, { force: true, strict: true }))
      expect(result.first[0]).toBe(result.second);
  });

  test('flatMapSync and flatMap flatten one level', async () => {
    const items = [...numbers.keys()];
    expect(rt.flatMapSync(tasks.twice, items)).toStrictEqual(items.flatMap((x) => tasks.twice(x)));
    expect(await rt.flatMap(tasks.twice, items)).toStrictEqual(items.flatMap((x) => tasks.twice(x)));
  });

  test('map gives the results of all items, promises awaited', async () => {
    expect(await rt.map(tasks.square, numbers, quick)).toStrictEqual(numbers.map((x) => x * x));
    expect(await rt.map(tasks.later, rt.range(0, 140))).toStrictEqual([...rt.range(1, 141)]);
    await expect(rt.map(tasks.later, rt.range(0, 400))).rejects.toThrow(new TypeError('late'));
    const error = await rt.map(tasks.picky, rt.range(0, 400), { bad: [300, 200] }).catch((e: unknown) => e);
    expect(error).toMatchObject({ message: 'no 200' });
  });
});

// The streaming forms and the searches give what for..of and the array methods give, one by one.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Runtime from '../../src/runtime/index.ts';
import { install, type Project } from './support/install.ts';

interface Tasks {
  square: (x: number, constants?: { burn: number }) => number;
  echo: (item: unknown, constants?: { burn: number }) => unknown;
  isOdd: (x: number) => number;
  picky: (x: number, constants: { bad: number[] }) => number;
  later: (x: number) => Promise<number>;
}

let project: Project;
let rt: typeof Runtime;
let tasks: Tasks;
beforeAll(async () => {
  project = await install();
  rt = await project.load('node_modules/doall/dist/runtime.js');
  tasks = await project.load('tasks.mjs');
  rt.mapSync(tasks.square, rt.range(0, 300), { burn: 1 });
});
afterAll(() => project.remove());

const quick = { burn: 0.05 };
const numbers = Array.from({ length: 400 }, (_, i) => i);
const objects = numbers.map((x) => ({ x }));

describe('imapSync', () => {
  test('gives the results in order, for arrays, spaces and iterators', () => {
    const squares = numbers.map((x) => x * x);
    expect([...rt.imapSync(tasks.square, numbers, quick)]).toStrictEqual(squares);
    expect([...rt.imapSync(tasks.square, rt.range(0, 400), quick)]).toStrictEqual(squares);
    expect([...rt.imapSync(tasks.square, new Set(numbers), quick)]).toStrictEqual(squares);
    expect([...rt.imapSync(tasks.echo, objects, quick)]).toStrictEqual(objects);
  });

  test('visits holes as undefined, as for..of does', () => {
    const items: (number | undefined)[] = [...numbers];
    delete items[0];
    delete items[300];
    expect([...rt.imapSync(tasks.echo, items, quick)]).toStrictEqual([...items]);
  });

  test('throws what an iterator throws after the results of what it gave before', async () => {
    function* failing(): Generator<number> {
      yield* [1, 2, 3];
      throw new RangeError('no more');
    }
    for (const stream of [rt.imapSync, rt.imap] as (typeof rt.imap)[]) {
      const seen: number[] = [];
      const consume = async (): Promise<void> => {
        for await (const x of stream(tasks.square, failing(), quick, { force: true })) seen.push(x);
      };
      await expect(consume()).rejects.toThrow('no more');
      expect(seen).toStrictEqual([1, 4, 9]);
    }
  });

  test.each<[string, unknown]>([
    ['that is no object', 5],
    ['of which the value throws', Object.defineProperty({}, 'value', { get: () => expect.fail('no value') })],
    ['that ends by anything true', { done: 'yes' }],
  ])('takes a step of an iterator %s as for..of does', (_, odd) => {
    const items = (): Iterable<number> => ({
      [Symbol.iterator]() {
        let at = 0;
        return { next: () => (++at === 3 ? odd : { value: at }) as IteratorResult<number> };
      },
    });
    const traceOf = (given: Iterable<unknown>): unknown[] => {
      const trace: unknown[] = [];
      try {
        for (const item of given) trace.push(String(item));
      } catch (error) {
        trace.push(error);
      }
      return trace;
    };
    expect(traceOf(rt.imapSync(tasks.echo, items()))).toStrictEqual(traceOf(items()));
    expect(traceOf(rt.imapSync(tasks.echo, rt.zip(items())))).toStrictEqual(traceOf(items()));
  });

  test('follows an array that the consumer lets grow', () => {
    const items = [...numbers];
    const seen: number[] = [];
    for (const result of rt.imapSync(tasks.square, items, quick)) {
      seen.push(result);
      if (seen.length % 100 === 0 && items.length < 600) items.push(...numbers.slice(0, 50));
    }
    expect(seen).toStrictEqual(items.map((x) => x * x));
    expect(seen.length).toBeGreaterThan(500);
  });

  test('reads what has getters at its turn, not ahead', () => {
    let reads = 0;
    const constants = {
      get burn() {
        reads += 1;
        return 0.05;
      },
    };
    const ahead: number[] = [];
    let turn = 0;
    for (const result of rt.imapSync(tasks.square, numbers, constants)) {
      expect(result).toBe(turn ** 2);
      turn += 1;
      ahead.push(reads - turn);
    }
    expect(Math.max(...ahead)).toBe(0);
    expect(turn).toBe(400);
  });

  test('gives the original items beside the results', () => {
    let index = 0;
    for (const [item, result] of rt.imapSync(tasks.echo, objects, quick, { withItems: true })) {
      expect(item).toBe(objects[index]);
      expect(result).toStrictEqual(objects[index++]);
    }
    expect(index).toBe(400);
  });

  test('throws at the turn of the item that fails, after all earlier results', () => {
    const seen: number[] = [];
    expect(() => {
      for (const x of rt.imapSync(tasks.picky, numbers, { bad: [300, 123] })) seen.push(x);
    }).toThrow(new RangeError('no 123'));
    expect(seen).toStrictEqual(numbers.slice(0, 123));
  });

  test('gives outcomes when asked to, and goes on after a failure', () => {
    const seen: (number | string)[] = [];
    const options = { settled: true, withItems: true } as const;
    for (const [item, outcome] of rt.imapSync(tasks.picky, numbers, { bad: [7, 300] }, options)) {
      try {
        seen.push(rt.settledValue(outcome));
      } catch (error) {
        seen.push(`${item}: ${(error as Error).message}`);
      }
    }
    expect(seen).toStrictEqual(numbers.map((x) => (x === 7 || x === 300 ? `${x}: no ${x}` : x)));
  });

  test('forgets what was computed ahead when the consumer leaves, errors included', () => {
    const seen: number[] = [];
    for (const x of rt.imapSync(tasks.picky, numbers, { bad: [111] })) {
      seen.push(x);
      if (x === 110) break;
    }
    expect(seen).toHaveLength(111);
    expect(rt.mapSync(tasks.square, numbers, quick)).toHaveLength(400);
  });

  test('closes the iterator that it reads from', () => {
    let closed = 0;
    function* endless(): Generator<number> {
      try {
        for (let i = 0; ; i++) yield i;
      } finally {
        closed++;
      }
    }
    for (const x of rt.imapSync(tasks.square, endless(), quick)) if (x > 90_000) break;
    expect(closed).toBe(1);
  });

  test('lets the consumer make other calls between two results', () => {
    let sum = 0;
    for (const x of rt.imapSync(tasks.square, rt.range(0, 60), { burn: 1 })) {
      sum += rt.mapSync(tasks.square, rt.range(0, 20), { burn: 0.5 }).length + (x - x);
    }
    expect(sum).toBe(1200);
  });
});

describe('imap', () => {
  test('gives the results in order, promises awaited', async () => {
    const seen: number[] = [];
    for await (const x of rt.imap(tasks.later, rt.range(0, 140))) seen.push(x);
    expect(seen).toStrictEqual([...rt.range(1, 141)]);
    const pairs: [{ x: number }, unknown][] = [];
    for await (const pair of rt.imap(tasks.echo, objects, quick, { withItems: true })) pairs.push(pair);
    expect(pairs.every(([item], i) => item === objects[i])).toBe(true);
  });

  test('throws at the turn of the item that fails', async () => {
    const seen: number[] = [];
    await expect(async () => {
      for await (const x of rt.imap(tasks.picky, rt.range(0, 400), { bad: [222] })) seen.push(x);
    }).rejects.toThrow('no 222');
    expect(seen).toHaveLength(222);
  });
});

describe('searches', () => {
  const holey: (number | undefined)[] = numbers.map((x) => 2 * x);
  delete holey[1];
  holey[301] = 7;

  test('find and findIndex', async () => {
    const boxes = [{ n: 1 }, { n: 2 }];
    expect(rt.findSync((box) => box.n === 2, boxes)).toBe(boxes[1]);
    expect(rt.findSync(tasks.isOdd, holey as number[])).toBe(7);
    expect(rt.findIndexSync(tasks.isOdd, holey as number[])).toBe(301);
    expect(rt.findIndexSync((x) => x === undefined, holey)).toBe(1);
    expect(rt.findIndexSync(tasks.isOdd, [2, 4])).toBe(-1);
    expect(rt.findSync(tasks.isOdd, [2, 4])).toBeUndefined();
    expect(await rt.find(tasks.isOdd, holey as number[])).toBe(7);
    expect(await rt.findIndex(tasks.isOdd, holey as number[])).toBe(301);
  });

  test('some and every', async () => {
    expect(rt.someSync(tasks.isOdd, holey as number[])).toBe(true);
    expect(rt.someSync((x) => x === undefined, holey)).toBe(false);
    expect(rt.everySync((x) => x !== undefined, holey)).toBe(true);
    expect(rt.everySync(tasks.isOdd, rt.range(1, 400, 2))).toBe(true);
    expect(await rt.some(tasks.isOdd, rt.range(0, 400, 2))).toBe(false);
    expect(await rt.every(tasks.isOdd, rt.range(1, 400, 2))).toBe(true);
  });
});

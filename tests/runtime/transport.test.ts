// Constants that take longer to send than the work takes stay on the calling thread.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Runtime from '../../src/runtime/index.ts';
import { estimateTransport } from '../../src/runtime/transport.ts';
import { install, type Project } from './support/install.ts';

const list = (length: number): number[] => Array.from({ length }, (_, i) => i);

describe('the estimate', () => {
  test('grows with the values, at any depth', () => {
    const small = estimateTransport({ rows: [list(10), list(10)] });
    expect(estimateTransport({ rows: [list(1000), list(1000)] })).toBeGreaterThan(20 * small);
    expect(estimateTransport(new Map([[1, list(1000)]]))).toBeGreaterThan(20 * small);
    expect(estimateTransport(new Set([list(1000)]))).toBeGreaterThan(10 * small);
  });

  test('is low for bytes beside values', () => {
    expect(estimateTransport(new Float64Array(1000))).toBeLessThan(estimateTransport(list(1000)) / 10);
  });

  test('ends for what refers to itself, and runs no code', () => {
    const round: Record<string, unknown> = {
      get loud(): never {
        throw new Error('read');
      },
    };
    round.self = [round, round];
    expect(estimateTransport(round)).toBeGreaterThan(0);
    expect(estimateTransport(undefined)).toBeGreaterThan(0);
    expect(estimateTransport([])).toBeGreaterThan(0);
  });
});

describe('a call', () => {
  let project: Project;
  let rt: typeof Runtime;
  let where: (x: number, constants: unknown) => number;
  beforeAll(async () => {
    project = await install();
    rt = await project.load('node_modules/doall/dist/runtime.js');
    ({ where } = await project.load<{ where: typeof where }>('tasks.mjs'));
    rt.mapSync(where, rt.range(0, 300), { burn: 1 });
  });
  afterAll(() => project.remove());

  const threadsOf = (constants: unknown) => new Set(rt.mapSync(where, rt.range(0, 100), constants));

  test('with constants that are light uses workers', () => {
    expect(threadsOf({ burn: 1, list: list(1000) }).size).toBeGreaterThan(1);
  });

  test('with constants that are heavy beside its work runs on the calling thread', () => {
    const row = list(1000);
    expect(threadsOf({ burn: 1, rows: Array.from({ length: 100_000 }, () => row) })).toEqual(new Set([0]));
  });
});

describe('a large typed array that several calls get', () => {
  interface Constants {
    readonly values: Float64Array;
    readonly size: number;
  }
  let project: Project;
  let rt: typeof Runtime;
  let tasks: {
    sumOf: (part: number, constants: Constants) => number;
    partOf: (part: number, constants: Constants) => Float64Array;
  };
  beforeAll(async () => {
    project = await install();
    rt = await project.load('node_modules/doall/dist/runtime.js');
    tasks = await project.load('tasks.mjs');
  });
  afterAll(() => project.remove());

  const size = 1000;
  const make = (): Float64Array => Float64Array.from({ length: 100 * size }, (_, i) => i);
  const parts = Array.from({ length: 100 }, (_, part) => part);
  const forced = { force: true, threads: 3 };

  test('is seen as it is at the time of each call', () => {
    const values = make();
    for (let call = 0; call < 4; call++) {
      const expected = parts.map((part) => tasks.sumOf(part, { values, size }));
      expect(rt.mapSync(tasks.sumOf, parts, { values, size }, forced)).toStrictEqual(expected);
      values[call * size] = -call;
    }
    const half = values.subarray(0, 50 * size);
    const expected = parts.map((part) => tasks.sumOf(part, { values: half, size }));
    expect(rt.mapSync(tasks.sumOf, parts, { values: half, size }, forced)).toStrictEqual(expected);
  });

  test('is seen as it was when its call began, also while another one gets it', async () => {
    const values = make();
    const before = parts.map((part) => tasks.sumOf(part, { values, size }));
    // With a limit for each item, the calling thread, which sees the array itself, runs none.
    const remote = { ...forced, itemTimeout: 50_000 };
    const first = rt.map(tasks.sumOf, parts, { values, size }, remote);
    values.fill(1);
    const second = rt.map(tasks.sumOf, parts, { values, size }, remote);
    values.fill(2);
    expect(await first).toStrictEqual(before);
    expect(await second).toStrictEqual(parts.map(() => size));
    expect(rt.mapSync(tasks.sumOf, parts, { values, size }, forced)).toStrictEqual(parts.map(() => 2 * size));
  });

  test('is not written over while results refer to it', () => {
    const values = make();
    const held = rt.mapSync(tasks.partOf, parts, { values, size }, forced);
    const copies = held.map((part) => Array.from(part));
    values.fill(0);
    rt.mapSync(tasks.sumOf, parts, { values, size }, forced);
    const own = held.filter((part) => part.buffer !== values.buffer);
    expect(own.length).toBeGreaterThan(0);
    for (const part of own) expect(Array.from(part)).toStrictEqual(copies[held.indexOf(part)]);
  });
});

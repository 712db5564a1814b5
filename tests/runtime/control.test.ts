// Cancellation, time limits, progress and pools.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Runtime from '../../src/runtime/index.ts';
import { install, type Project } from './support/install.ts';

let project: Project;
let rt: typeof Runtime;
let tasks: { square: (x: number, constants?: { burn: number }) => number };
beforeAll(async () => {
  project = await install();
  rt = await project.load('node_modules/doall/dist/runtime.js');
  tasks = await project.load('tasks.mjs');
});
afterAll(() => project.remove());

const slow = { burn: 1 };

describe('a signal', () => {
  test('that was aborted ends a call before it starts', async () => {
    const signal = AbortSignal.abort(new RangeError('no more'));
    expect(() => rt.mapSync(tasks.square, rt.range(0, 9), slow, { signal })).toThrow('no more');
    expect(() => [...rt.imapSync(tasks.square, rt.range(0, 9), slow, { signal })]).toThrow('no more');
    await expect(rt.map(tasks.square, rt.range(0, 9), slow, { signal })).rejects.toThrow('no more');
  });

  test('ends a call that runs, with its reason', async () => {
    const signal = AbortSignal.timeout(60);
    await expect(rt.map(tasks.square, rt.range(0, 2000), slow, { signal })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    const controller = new AbortController();
    const seen: number[] = [];
    await expect(async () => {
      for await (const x of rt.imap(tasks.square, rt.range(0, 2000), slow, { signal: controller.signal })) {
        seen.push(x);
        if (seen.length === 100) controller.abort(new RangeError('enough'));
      }
    }).rejects.toThrow('enough');
    expect(seen.length).toBeLessThan(1000);
  });
});

describe('a time limit', () => {
  test('ends blocking calls too', () => {
    const timeout = 50;
    const late = /longer than 50 ms/;
    expect(() => rt.mapSync(tasks.square, rt.range(0, 5000), slow, { timeout })).toThrow(late);
    expect(() => [...rt.imapSync(tasks.square, rt.range(0, 5000), slow, { timeout })]).toThrow(late);
    expect(() =>
      rt.mapSync((x: number) => tasks.square(x, slow), rt.range(0, 5000), undefined, { timeout }),
    ).toThrow(late);
  });

  test('ends calls of which a worker is stuck; the worker is replaced', async () => {
    const { stdout, code } = await project.run('timeouts.mjs');
    const expected = ['mapSync', 'map', 'imapSync']
      .map((form) => `${form} TimeoutError true\n200\n`)
      .join('');
    expect({ stdout, code }).toStrictEqual({ stdout: expected, code: 0 });
  });
});

describe('progress', () => {
  test('is told in steps, up to the end', async () => {
    const reports: [number, number | undefined][] = [];
    const onProgress = (done: number, total: number | undefined): number => reports.push([done, total]);
    rt.mapSync(tasks.square, rt.range(0, 400), slow, { onProgress });
    expect(reports.length).toBeGreaterThan(1);
    expect(reports.at(-1)).toStrictEqual([400, 400]);
    expect(reports).toStrictEqual([...reports].sort(([a], [b]) => a - b));
    reports.length = 0;
    await rt.map(tasks.square, rt.range(0, 300), slow, { onProgress });
    expect(reports.at(-1)).toStrictEqual([300, 300]);
  });
});

describe('a pool of its own', () => {
  test('runs calls until it is disposed of, and inline afterwards', async () => {
    let kept: Runtime.Pool;
    {
      await using pool = new rt.Pool({ threads: 2 });
      kept = pool;
      expect(await rt.map(tasks.square, rt.range(0, 100), slow, { pool })).toHaveLength(100);
      expect(pool.isWarm).toBe(true);
    }
    expect(kept.isWarm).toBe(false);
    expect(rt.mapSync(tasks.square, rt.range(0, 100), slow, { pool: kept })).toHaveLength(100);
  });

  test('ends its workers when they are idle, and starts them again', async () => {
    await using pool = new rt.Pool({ threads: 2, idle: 20 });
    for (let round = 0; round < 2; round++) {
      expect(await rt.map(tasks.square, rt.range(0, 100), slow, { pool })).toHaveLength(100);
      expect(pool.isWarm).toBe(true);
      await expect.poll(() => pool.isWarm).toBe(false);
    }
  });

  test('may be closed while a call runs', async () => {
    const pool = new rt.Pool({ threads: 2 });
    const results = rt.map(tasks.square, rt.range(0, 300), slow, { pool });
    setTimeout(() => void pool.close(), 50);
    expect(await results).toStrictEqual(Array.from({ length: 300 }, (_, i) => i * i));
  });
});

describe('what cannot be sent', () => {
  class Box {
    value = 1;
  }
  test('is refused before the call fans out, with its path', () => {
    const items = Array.from({ length: 200 }, (_, i) =>
      i === 150 ? { at: { box: new Box() } } : { at: {} },
    );
    const run = (): unknown => rt.mapSync(tasks.square as never, items, slow);
    expect(run).toThrow(/^items\[150\]\.at\.box can't be sent to another thread: it is an instance of Box/);
    const constants = { burn: 1, log: () => 1 };
    expect(() => rt.mapSync(tasks.square, rt.range(0, 200), constants)).toThrow(
      /^constants\.log .*a function/,
    );
  });
});

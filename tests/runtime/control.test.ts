// Cancellation, time limits, progress and pools.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkerPool } from '../../src/runtime/pool.ts';
import type * as Runtime from '../../src/runtime/index.ts';
import { install, type Project } from './support/install.ts';

let project: Project;
let rt: typeof Runtime;
let tasks: {
  square: (x: number, constants?: { burn: number }) => number;
  echo: (item: unknown, constants?: { burn: number }) => unknown;
  boxed: (x: number) => () => number;
  thread: (x: number) => number;
  isSame: (item: object, constants: { shared: object }) => boolean;
  point: (x: number) => { double: () => number };
};
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

  test('that the consumer aborts ends the call before the next result', async () => {
    const options = { force: true, chunkSize: 10, threads: 2 };
    for (const stream of [rt.imapSync, rt.imap] as (typeof rt.imap)[]) {
      const { signal, abort } = controller();
      const seen: number[] = [];
      const consume = async (): Promise<void> => {
        for await (const x of stream(tasks.square, rt.range(0, 40), undefined, { ...options, signal })) {
          seen.push(x);
          if (x === 9) abort();
        }
      };
      await expect(consume()).rejects.toThrow('enough');
      expect(seen).toStrictEqual([0, 1, 4, 9]);
    }
  });
});

function controller(): { signal: AbortSignal; abort: () => void } {
  const one = new AbortController();
  return {
    signal: one.signal,
    abort: () => {
      one.abort(new RangeError('enough'));
    },
  };
}

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
    const expected = ['mapSync', 'map', 'imapSync'].map((form) => `${form} TimeoutError\n200\n`).join('');
    expect({ stdout, code }).toStrictEqual({ stdout: expected, code: 0 });
  });
});

describe('a time limit for each item', () => {
  test('fails what takes longer, and nothing else', async () => {
    const { stdout, stderr, code } = await project.run('limits.mjs');
    const outcomes = '1,2,3,4,5,TimeoutError,7,8';
    const errors = ['mapSync TimeoutError true', 'map TimeoutError true'];
    const lines = [...errors, `imapSync ${outcomes}`, `imap ${outcomes}`, 'again 1,2,3,4,5,6,7,8', ''];
    expect({ stdout, stderr, code }).toStrictEqual({ stdout: lines.join('\n'), stderr: '', code: 0 });
  });
});

describe('an executor', () => {
  test('runs chunks in other processes; what is lost there runs here', async () => {
    const { stdout, stderr, code } = await project.run('executor.mjs');
    const lines = [
      'true',
      '60 true',
      'true no 17',
      '1',
      'options.executor is for calls that do not block',
      '',
    ];
    expect({ stdout, code }, stderr).toStrictEqual({ stdout: lines.join('\n'), code: 0 });
    expect(stderr).toMatch(/DoallWarning: square runs on the calling thread: the host is gone/);
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
    const items = new Set(rt.range(0, 30));
    expect([...rt.imapSync(tasks.square, items, slow, { onProgress })]).toHaveLength(30);
    expect(reports.at(-1)).toStrictEqual([30, 30]);
  });
});

describe('a pool of its own', () => {
  test('runs calls until it is disposed of, and inline afterwards', async () => {
    let kept: Runtime.Pool;
    {
      await using pool = new rt.Pool({ threads: 2 });
      kept = pool;
      expect(await rt.map(tasks.square, rt.range(0, 100), slow, { pool, force: true })).toHaveLength(100);
      expect(pool.isWarm).toBe(true);
    }
    expect(kept.isWarm).toBe(false);
    expect(rt.mapSync(tasks.square, rt.range(0, 100), slow, { pool: kept })).toHaveLength(100);
  });

  test('ends its workers when they are idle, and starts them again', async () => {
    await using pool = new rt.Pool({ threads: 2, idle: 20 }) as WorkerPool;
    for (let round = 0; round < 2; round++) {
      pool.missed = 1000;
      expect(await rt.map(tasks.square, rt.range(0, 100), slow, { pool, force: true })).toHaveLength(100);
      expect(pool.isWarm).toBe(true);
      await expect.poll(() => pool.isWarm).toBe(false);
      expect(pool.missed).toBe(0);
    }
  });

  test('bounds what several calls run at a time', async () => {
    await using pool = new rt.Pool({ threads: 2 });
    const calls = Array.from({ length: 3 }, () =>
      rt.map(tasks.thread, rt.range(0, 30), undefined, { pool, force: true }),
    );
    expect(new Set((await Promise.all(calls)).flat()).size).toBeLessThan(3);
  });

  test('bounds the memory of its workers', async () => {
    const { stdout, code } = await project.run('fault.mjs', ['outOfMemory', 'mapSync', 'limited']);
    expect({ stdout, code }).toStrictEqual({ stdout: 'right\n', code: 0 });
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
  const items = Array.from({ length: 200 }, (_, i) => (i === 150 ? { at: { box: new Box() } } : { at: {} }));
  const constants = { burn: 1, log: () => 1 };

  test('stays on the calling thread, and all is exact', async () => {
    expect(rt.mapSync(tasks.echo, items, slow)[150]).toBe(items[150]);
    expect([...rt.imapSync(tasks.echo, items, slow)]).toStrictEqual(items);
    expect(await rt.map(tasks.square, rt.range(0, 200), constants)).toHaveLength(200);
    const sockets = rt.mapSync(tasks.boxed, rt.range(0, 200), undefined, { force: true });
    expect(sockets.map((run, i) => run() === i)).not.toContain(false);
  });

  test('is refused with its path when asked to', () => {
    const run = (): unknown => rt.mapSync(tasks.echo, items, slow, { strict: true, force: true });
    expect(run).toThrow(/^items\[150\]\.at\.box can't be sent to another thread: it is an instance of Box/);
    expect(() =>
      rt.mapSync(tasks.square, rt.range(0, 200), constants, { strict: true, force: true }),
    ).toThrow(/^constants\.log .*a function/);
    expect(() => rt.mapSync(tasks.boxed, rt.range(0, 200), undefined, { strict: true, force: true })).toThrow(
      /^the result of item \d+ in boxed can't be sent/,
    );
  });
});

describe('a task', () => {
  const shared = { name: 'one' };
  const items = Array.from({ length: 20 }, (_, x) => (x === 7 ? shared : { name: `n${x}` }));
  const options = { force: true };

  test('that tells objects of items from those of the constants gets the very objects', () => {
    const found = rt.mapSync(tasks.isSame, items, { shared }, options);
    expect(found).toStrictEqual(items.map((item) => item === shared));
    const strict = (): unknown => rt.mapSync(tasks.isSame, items, { shared }, { ...options, strict: true });
    expect(strict).toThrow(/^items\[7\] can't be sent .*an object that the constants hold too/);
  });

  test('may give its classes by a function', () => {
    const results = rt.mapSync(tasks.point, rt.range(0, 20), undefined, { ...options, strict: true });
    expect(results.map((point) => point.double())).toStrictEqual([...rt.range(0, 40, 2)]);
  });
});

describe('force', () => {
  test('makes workers run even tiny work', () => {
    expect(rt.mapSync(tasks.thread, [0], undefined, { force: true })[0]).toBeGreaterThan(0);
    const ids = new Set(rt.imapSync(tasks.thread, rt.range(0, 40), undefined, { force: true }));
    expect(Math.max(...ids)).toBeGreaterThan(0);
    expect(rt.findSync(tasks.square, [0, 0, 3], slow, { force: true })).toBe(3);
  });

  test('gives an array that grows its full length', () => {
    const grown = [1, 2, 3];
    const seen: number[] = [];
    for (const x of rt.imapSync(tasks.square, grown, { burn: 0 }, { force: true })) {
      seen.push(x);
      if (grown.length < 6) grown.push(grown.length + 1);
    }
    expect(seen).toStrictEqual([1, 4, 9, 16, 25, 36]);
  });
});

describe('inStep', () => {
  test('pulls items that run code one by one, with the task in between', () => {
    const log: string[] = [];
    function* source(): Generator<number> {
      try {
        for (let i = 0; i < 3; i++) {
          log.push(`pull ${i}`);
          yield i;
        }
      } finally {
        log.push('close');
      }
    }
    const task = (x: number): number => {
      log.push(`task ${x}`);
      return x;
    };
    expect(rt.mapSync(task, rt.inStep(source()))).toStrictEqual([0, 1, 2]);
    expect(log).toStrictEqual(['pull 0', 'task 0', 'pull 1', 'task 1', 'pull 2', 'task 2', 'close']);
    log.length = 0;
    for (const x of rt.imapSync(task, rt.inStep(source()))) if (x === 1) break;
    expect(log).toStrictEqual(['pull 0', 'task 0', 'pull 1', 'task 1', 'close']);
    expect(rt.filterSync((x: number) => x !== 1, rt.inStep(source()))).toStrictEqual([0, 2]);
  });

  test('pulls no more of an iterator than a loop that ends early', () => {
    const values = [1, 2, 3].values();
    for (const x of rt.imapSync((one: number) => one, rt.inStep(values))) if (x === 1) break;
    expect([...values]).toStrictEqual([2, 3]);
  });

  test('leaves built-in collections as they are, and visits holes', () => {
    expect(rt.mapSync((x) => x === undefined, rt.inStep([1, , 3]))).toStrictEqual([false, true, false]);
    const set = new Set([1]);
    expect(rt.inStep(set)).toBe(set);
    class Odd extends Set<number> {}
    expect(rt.inStep(new Odd([1]))).not.toBeInstanceOf(Set);
  });
});

// Whether workers pay: told beforehand from samples, judged on the way by what they cost the calling thread.
import { describe, expect, test } from 'vitest';
import { Backup } from '../../src/runtime/backup.ts';
import { Balance } from '../../src/runtime/balance.ts';
import { makeCall } from '../../src/runtime/call.ts';
import { isOwing, noteWaste, payOff } from '../../src/runtime/experience.ts';
import { isWorthFanOut, noteInline } from '../../src/runtime/gain.ts';
import type { JobSettings } from '../../src/runtime/job-settings.ts';
import { OwnWork } from '../../src/runtime/own-work.ts';
import { WorkerPool } from '../../src/runtime/pool.ts';
import { startControl, Word } from '../../src/runtime/schedule.ts';
import { fixedSource } from '../../src/runtime/source.ts';
import { metaOf, task, type TaskMeta } from '../../src/runtime/task.ts';

const identity = task(import.meta.url, 'identity', (x: unknown) => x);
const rows = Array.from({ length: 2000 }, (_, i) => Array.from({ length: 16 }, (_, k) => i / (k + 1)));

/** Whether a cold pool is started for items of a cost in milliseconds. */
function isWorth(items: unknown[], cost: number, constants?: unknown, result: unknown = 0): boolean {
  const call = makeCall(identity, constants, { pool: new WorkerPool({ threads: 2 }) }, true);
  return isWorthFanOut(call, fixedSource(items), { items: items.length, cost, result }, 0);
}

/** A control block's settings, but for the cost. */
const plain = {
  ...{ workers: 1, threads: 2, start: 0, floor: 0.5 },
  ...{ chunkSize: undefined, source: { total: undefined } },
};

describe('what is told beforehand', () => {
  test('items that cost more to send than to run stay on the calling thread', () => {
    const many = Array.from({ length: 100 }, () => rows).flat();
    expect(isWorth(many, 0.0012)).toBe(false);
    expect(isWorth(many, 0.05)).toBe(true);
  });

  test('so do items whose results cost more to fetch', () => {
    const numbers = Array.from({ length: 100_000 }, (_, i) => i);
    const result = Array.from({ length: 2000 }, (_, i) => i);
    expect(isWorth(numbers, 0.002, undefined, result)).toBe(false);
    expect(isWorth(numbers, 0.002, undefined, 1)).toBe(true);
  });

  test('and calls whose constants cost more than the work', () => {
    const constants = { table: Array.from({ length: 2400 }, () => new Array<number>(2400).fill(0.5)) };
    expect(isWorth([...rows], 0.09, constants)).toBe(false);
    expect(isWorth([...rows], 0.09, { table: rows })).toBe(true);
  });

  test('workers are started when calls have missed as much work as starting them costs', () => {
    const pool = new WorkerPool({ threads: 2 });
    const source = fixedSource(rows);
    const rest = { items: rows.length, cost: 0.02, result: 0 };
    const answers = [1, 2, 3, 4].map(() => {
      const call = makeCall(identity, undefined, { pool }, true);
      const isWorth = isWorthFanOut(call, source, rest, 0);
      noteInline(call, rest.items * rest.cost);
      return isWorth;
    });
    expect(answers).toEqual([false, false, true, true]);
  });
});

describe('what is judged on the way', () => {
  const control = (next: number, limit: number): Int32Array => {
    const words = startControl({ ...plain, cost: 0.01 });
    words[Word.next] = next;
    words[Word.limit] = limit;
    return words;
  };

  test('sharing is a waste when it costs this thread more than the items that workers took', () => {
    const balance = new Balance(control(1000, 1000), 0, 0.01);
    balance.noteRun({ start: 0, end: 600 }, 6);
    balance.spent = 2.9;
    expect(balance.isWaste).toBe(false);
    balance.spent = 3.1;
    expect(balance.isWaste).toBe(true);
  });

  test('items that wait for a worker count by its share', () => {
    const balance = new Balance(control(0, 1000), 0, 0.01);
    balance.spent = 3.7;
    expect(balance.isWaste).toBe(false);
    balance.spent = 3.8;
    expect(balance.isWaste).toBe(true);
  });

  test('a task that wasted time owes work before it gets workers again', () => {
    const meta = metaOf(identity) as TaskMeta;
    noteWaste(meta, 3);
    expect(isWorth(rows, 1)).toBe(false);
    payOff(meta, 59);
    expect(isOwing(meta)).toBe(true);
    payOff(meta, 2);
    expect(isOwing(meta)).toBe(false);
    expect(isWorth(rows, 1)).toBe(true);
  });
});

describe('what a worker is late with', () => {
  const said = (index: number) => ({ stream: 'stdout' as const, text: `item ${index}` });
  const run = ({ start, end }: { start: number; end: number }) => ({
    values: Array.from({ length: end - start }, (_, k) => (start + k) ** 2),
    failures: [],
    output: [said(start)],
  });
  const failures = [{ index: 4, error: new Error('no') }];

  test('runs bit by bit, and comes as one chunk', () => {
    const backup = new Backup({ start: 3, end: 8 });
    expect(backup.advance(2, run)).toBeUndefined();
    expect(backup.advance(2, run)).toBeUndefined();
    const output = [said(3), said(5), said(7)];
    expect(backup.advance(2, run)).toEqual({ values: [9, 16, 25, 36, 49], failures: [], output });
  });

  test('ends at a failure', () => {
    const backup = new Backup({ start: 3, end: 8 });
    const result = { values: [9], failures, output: [] };
    expect(backup.advance(2, () => result)).toEqual(result);
  });

  test('goes on after one where the call wants all outcomes', () => {
    const backup = new Backup({ start: 3, end: 6 });
    expect(backup.advance(2, () => ({ values: [9, undefined], failures, output: [] }))).toBeUndefined();
    expect(backup.advance(2, run)).toEqual({ values: [9, undefined, 25], failures, output: [said(5)] });
  });

  test('prints nothing when the worker delivers after all', () => {
    const printing = ({ index }: { index: number }): number => {
      process.stdout.write(`item ${index}`);
      return index;
    };
    const call = makeCall(printing, undefined, undefined, true);
    const source = fixedSource(Array.from({ length: 8 }, (_, index) => ({ index })));
    const meta = metaOf(identity) as TaskMeta;
    const settings: JobSettings = {
      ...{ plan: call, meta, source, start: 0, cost: 1, blocking: true, threads: 2, workers: 1 },
      ...{ ahead: undefined, chunkSize: undefined, itemTimeout: undefined },
      ...{ isNumeric: false, isRemote: false, isStrict: false, isForced: false },
    };
    const words = startControl({ ...plain, cost: 1 });
    const own = new OwnWork(settings, words);
    expect(own.standIn({ start: 0, end: 4, since: 100 })).toBeUndefined();
    const { output } = own.run({ start: 4, end: 6 });
    expect(output.map(({ text }) => text)).toEqual(['item 4', 'item 5']);
  });
});

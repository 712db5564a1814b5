// Compiled by the test beside it, with a library of 2017 and no declarations of Node.
import {
  Pool,
  enumerate,
  filterSync,
  imap,
  imapSync,
  map,
  mapSync,
  range,
  settledValue,
  task,
  zip,
} from 'doall/runtime';
import type { Options, Task } from 'doall/runtime';

class Vec {
  x = 1;
}
type Scale = { k: number };
export const scale = task('file:///a.js', 'scale', (x: number, { k }: Scale) => ({ lr: x * k }), {
  classes: { Vec },
});
export const options: Options = { threads: 2, pool: new Pool({ threads: 2 }) };
export const results: { lr: number }[] = mapSync(scale, range(0, 3), { k: 2 });
export const promise: Promise<{ lr: number }[]> = map(scale, [1], { k: 1 }, options);
for (const { lr } of imapSync(scale, [1, 2], { k: 2 })) lr.toFixed();
for (const [item, { lr }] of imapSync(scale, [1], { k: 2 }, { withItems: true })) (item + lr).toFixed();
for (const outcome of imapSync(scale, [1], { k: 2 }, { settled: true })) settledValue(outcome).lr.toFixed();
export const kept: number[] = filterSync((x: number) => x > 1, [1, 2]);
export const pairs: [number, string][] = Array.from(zip([1], ['a']));
export const threes: [number, string, boolean][] = Array.from(zip([1], ['a'], [true]));
export const entries: [number, string][] = Array.from(enumerate(['a']));
export const length: number = range(0, 2).length;
export function later(given: Task<number, Scale, Promise<string>>): AsyncIterableIterator<string> {
  return imap(given, [1]);
}
// @ts-expect-error: the task takes numbers
mapSync(scale, ['a'], { k: 1 });

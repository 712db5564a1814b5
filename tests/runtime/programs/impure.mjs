// Tasks that break the contract in all ways that DOALL_VERIFY finds, and one that keeps it.
import { isMainThread } from 'node:worker_threads';
import { task } from 'doall/runtime';

let calls = 0;
export const counts = task(import.meta.url, 'counts', (item) => ({
  n: item.n,
  calls: isMainThread ? ++calls : -1,
}));
export const mutates = task(import.meta.url, 'mutates', (item) => {
  if (item.n === 2) item.list.push(1);
  return item.n;
});
export const scribbles = task(import.meta.url, 'scribbles', (item, constants) => (constants.seen = item.n));
export const returns = task(import.meta.url, 'returns', (item) => ({ list: item.n === 1 ? item.list : [] }));
export const fails = task(import.meta.url, 'fails', (item) => {
  throw new (isMainThread ? RangeError : TypeError)(`no ${item.n}`);
});
export const pure = task(import.meta.url, 'pure', (item) => {
  if (item.n === 7) throw new RangeError('seven');
  return { n: -item.n, list: [item.n, { deep: -0 }] };
});
export const closes = task(import.meta.url, 'closes', (item) => ({ n: item.n, read: () => item.n }));
export const throwsMore = task(import.meta.url, 'throwsMore', (item) => {
  if (item.n === 2) throw Object.assign(new RangeError('two'), { read: () => item.n });
  return item.n;
});

/** Keeps the contract, and fails for odd numbers. */
export const picky = task(import.meta.url, 'picky', ({ n }) => {
  if (n % 2 === 1) throw new Error(`no ${n}`);
  return n;
});

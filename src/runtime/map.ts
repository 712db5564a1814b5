// map, filter and flatMap, blocking and not: what array methods of these names give.
import { makeCall } from './call.ts';
import { computeAsync, computeSync } from './compute.ts';
import { isForcing, isVerifying } from './env.ts';
import { runSingle } from './probe.ts';
import { visitedSource, type Source } from './source.ts';
import type { Options, Resolved, TaskLike } from './types.ts';

type ArrayMethod = (this: unknown, visit: () => unknown) => unknown[];

const methods: Readonly<Record<'map' | 'filter' | 'flatMap', ArrayMethod>> = Array.prototype;
const { map: arrayMap, filter: arrayFilter, flatMap: arrayFlatMap } = methods;

/** Lays results out as `array.map` does: holes stay holes, a subclass of Array makes its own kind. */
function shapeMap<Result>(items: Iterable<unknown>, { total }: Source, results: Result[]): Result[] {
  if (!Array.isArray(items) || (items.constructor === Array && items.length === total)) return results;
  let next = 0;
  return arrayMap.call(items, () => results[next++]) as Result[];
}

/** The original items whose flag is set. */
function shapeFilter<Item>(items: Iterable<Item>, source: Source, flags: unknown[]): Item[] {
  let next = 0;
  const list = Array.isArray(items) ? (items as Item[]) : flags.map((_, index) => source.get(index) as Item);
  return arrayFilter.call(list, () => flags[next++]) as Item[];
}

/** Results flattened by one level. */
function shapeFlatMap<Result>(items: Iterable<unknown>, results: unknown[]): Result[] {
  let next = 0;
  return arrayFlatMap.call(Array.isArray(items) ? items : results, () => results[next++]) as Result[];
}

/** Whether the items are an array of one, for which nothing needs to be set up. */
function isSingle<Item>(items: Iterable<Item>): items is [Item] {
  if (!Array.isArray(items) || items.length !== 1 || items.constructor !== Array) return false;
  return items[0] !== undefined && !isForcing && !isVerifying;
}

/**
 * The result of the task for each item, in order, as `items.map(task)` gives them for an array. Blocks until all are
 * there; the calling thread takes its share of the work.
 *
 * @throws the error of the first item whose task threw
 */
export function mapSync<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: Options,
): Result[] {
  if (options === undefined && isSingle(items)) return [runSingle(task, items[0], constants as Constants)];
  const source = visitedSource(items);
  const call = makeCall(task, constants, options, true);
  return shapeMap(items, source, computeSync(call, source) as Result[]);
}

/** As {@link mapSync}, without blocking; a task may give a promise. */
export async function map<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: Options,
): Promise<Resolved<Result>[]> {
  const source = visitedSource(items);
  const call = makeCall(task, constants, options, false);
  return shapeMap(items, source, (await computeAsync(call, source)) as Resolved<Result>[]);
}

/** The items, the very same objects, for which the task's result is truthy, as `items.filter(task)` gives them. */
export function filterSync<Item, Constants>(
  task: TaskLike<Item, Constants, unknown>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: Options,
): Item[] {
  const source = visitedSource(items);
  const call = makeCall(task, constants, options, true, 'now');
  return shapeFilter(items, source, computeSync(call, source));
}

/** As {@link filterSync}, without blocking. */
export async function filter<Item, Constants>(
  task: TaskLike<Item, Constants, unknown>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: Options,
): Promise<Item[]> {
  const source = visitedSource(items);
  const call = makeCall(task, constants, options, false, 'awaited');
  return shapeFilter(items, source, await computeAsync(call, source));
}

/** The results, arrays among them flattened by one level, as `items.flatMap(task)` gives them. */
export function flatMapSync<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result | readonly Result[]>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: Options,
): Result[] {
  const call = makeCall(task, constants, options, true);
  return shapeFlatMap(items, computeSync(call, visitedSource(items)));
}

/** As {@link flatMapSync}, without blocking. */
export async function flatMap<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result | readonly Result[]>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: Options,
): Promise<Result[]> {
  const call = makeCall(task, constants, options, false);
  return shapeFlatMap(items, await computeAsync(call, visitedSource(items)));
}

// find, findIndex, some and every: the first item that decides, in order; what was computed beyond it is abandoned.
import { makeCall } from './call.ts';
import { streamSource } from './source.ts';
import { present } from './spaces.ts';
import { stream, streamSync } from './stream.ts';
import type { Options, TaskLike } from './types.ts';

/** An item that decided a search. */
interface Hit<Item> {
  readonly item: Item;
  readonly index: number;
}

/** `some` and `every` skip the holes of an array; `find` and `findIndex` visit them. */
function skipHoles<Item>(items: Iterable<Item>): Iterable<Item> {
  return Array.isArray(items) ? present(items as readonly Item[]) : items;
}

function searchSync<Item, Constants>(
  task: TaskLike<Item, Constants, unknown>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: Options | undefined,
  wanted: boolean,
): Hit<Item> | undefined {
  let index = 0;
  const call = makeCall(task, constants, { ...options, withItems: true }, true, 'now');
  const steps = streamSync(call, streamSource(items));
  for (const [item, found] of steps as Iterable<[Item, unknown]>) {
    if (Boolean(found) === wanted) return { item, index };
    index++;
  }
  return undefined;
}

async function search<Item, Constants>(
  task: TaskLike<Item, Constants, unknown>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: Options | undefined,
  wanted: boolean,
): Promise<Hit<Item> | undefined> {
  let index = 0;
  const call = makeCall(task, constants, { ...options, withItems: true }, false, 'awaited');
  const steps = stream(call, streamSource(items));
  for await (const [item, found] of steps as AsyncIterable<[Item, unknown]>) {
    if (Boolean(found) === wanted) return { item, index };
    index++;
  }
  return undefined;
}

/** The first item, the very same object, for which the task's result is truthy, or undefined. */
export function findSync<Item, Constants>(
  task: TaskLike<Item, Constants, unknown>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: Options,
): Item | undefined {
  return searchSync(task, items, constants, options, true)?.item;
}

/** As {@link findSync}, without blocking. */
export async function find<Item, Constants>(
  task: TaskLike<Item, Constants, unknown>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: Options,
): Promise<Item | undefined> {
  return (await search(task, items, constants, options, true))?.item;
}

/** The index of the first item for which the task's result is truthy, or -1. */
export function findIndexSync<Item, Constants>(
  task: TaskLike<Item, Constants, unknown>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: Options,
): number {
  return searchSync(task, items, constants, options, true)?.index ?? -1;
}

/** As {@link findIndexSync}, without blocking. */
export async function findIndex<Item, Constants>(
  task: TaskLike<Item, Constants, unknown>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: Options,
): Promise<number> {
  return (await search(task, items, constants, options, true))?.index ?? -1;
}

/** Whether the task's result is truthy for any item; the holes of an array are skipped. */
export function someSync<Item, Constants>(
  task: TaskLike<Item, Constants, unknown>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: Options,
): boolean {
  return searchSync(task, skipHoles(items), constants, options, true) !== undefined;
}

/** As {@link someSync}, without blocking. */
export async function some<Item, Constants>(
  task: TaskLike<Item, Constants, unknown>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: Options,
): Promise<boolean> {
  return (await search(task, skipHoles(items), constants, options, true)) !== undefined;
}

/** Whether the task's result is truthy for all items; the holes of an array are skipped. */
export function everySync<Item, Constants>(
  task: TaskLike<Item, Constants, unknown>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: Options,
): boolean {
  return searchSync(task, skipHoles(items), constants, options, false) === undefined;
}

/** As {@link everySync}, without blocking. */
export async function every<Item, Constants>(
  task: TaskLike<Item, Constants, unknown>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: Options,
): Promise<boolean> {
  return (await search(task, skipHoles(items), constants, options, false)) === undefined;
}

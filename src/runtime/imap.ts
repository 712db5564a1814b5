// imapSync and imap: results one by one, in order, with bounded read-ahead.
import { makeCall } from './call.ts';
import type { Outcome } from './settled.ts';
import { streamSource } from './source.ts';
import { stream, streamSync, type StreamOptions } from './stream.ts';
import type { TaskLike } from './task.ts';

type Items = { readonly withItems: true };
type Settled = { readonly settled: true };

/**
 * The results one by one, in order. Results are computed ahead, by workers and by this thread while it would wait;
 * leaving the loop early abandons what was computed ahead, errors included.
 *
 * @throws at an item's turn, the error that its task threw
 */
export function imapSync<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: StreamOptions & Items & Settled,
): IterableIterator<[Item, Outcome<Result>]>;
export function imapSync<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: StreamOptions & Items,
): IterableIterator<[Item, Result]>;
export function imapSync<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: StreamOptions & Settled,
): IterableIterator<Outcome<Result>>;
export function imapSync<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: StreamOptions,
): IterableIterator<Result>;
export function imapSync(
  task: TaskLike<never, never, unknown>,
  items: Iterable<unknown>,
  constants?: unknown,
  options: StreamOptions = {},
): IterableIterator<unknown> {
  const call = makeCall(task, constants, options, { blocking: true, settled: options.settled ?? false });
  return streamSync(call, streamSource(items), options);
}

/** As {@link imapSync}, without blocking; a task may give a promise. */
export function imap<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: StreamOptions & Items & Settled,
): AsyncIterableIterator<[Item, Outcome<Awaited<Result>>]>;
export function imap<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: StreamOptions & Items,
): AsyncIterableIterator<[Item, Awaited<Result>]>;
export function imap<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: StreamOptions & Settled,
): AsyncIterableIterator<Outcome<Awaited<Result>>>;
export function imap<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: StreamOptions,
): AsyncIterableIterator<Awaited<Result>>;
export function imap(
  task: TaskLike<never, never, unknown>,
  items: Iterable<unknown>,
  constants?: unknown,
  options: StreamOptions = {},
): AsyncIterableIterator<unknown> {
  const call = makeCall(task, constants, options, { blocking: false, settled: options.settled ?? false });
  return stream(call, streamSource(items), options);
}

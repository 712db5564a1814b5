// imapSync and imap: results one by one, in order, with bounded read-ahead.
import { makeCall } from './call.ts';
import { streamSource } from './source.ts';
import { stream, streamSync } from './stream.ts';
import type {
  ItemOptions,
  ItemSettledOptions,
  Outcome,
  PlainOptions,
  Resolved,
  SettledOptions,
  StreamOptions,
  TaskLike,
} from './types.ts';

/**
 * The results one by one, in order. Results are computed ahead, by workers and by this thread while it would wait;
 * leaving the loop early abandons what was computed ahead, errors included.
 *
 * @throws at an item's turn, the error that its task threw
 */
export function imapSync<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: PlainOptions,
): IterableIterator<Result>;
export function imapSync<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: ItemOptions,
): IterableIterator<[Item, Result]>;
export function imapSync<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: SettledOptions,
): IterableIterator<Outcome<Result>>;
export function imapSync<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: ItemSettledOptions,
): IterableIterator<[Item, Outcome<Result>]>;
export function imapSync(
  task: TaskLike<never, never, unknown>,
  items: Iterable<unknown>,
  constants?: unknown,
  options: StreamOptions = {},
): IterableIterator<unknown> {
  const call = makeCall(task, constants, options, true);
  return streamSync(call, streamSource(items));
}

/** As {@link imapSync}, without blocking; a task may give a promise. */
export function imap<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: PlainOptions,
): AsyncIterableIterator<Resolved<Result>>;
export function imap<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: ItemOptions,
): AsyncIterableIterator<[Item, Resolved<Result>]>;
export function imap<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: SettledOptions,
): AsyncIterableIterator<Outcome<Resolved<Result>>>;
export function imap<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: ItemSettledOptions,
): AsyncIterableIterator<[Item, Outcome<Resolved<Result>>]>;
export function imap(
  task: TaskLike<never, never, unknown>,
  items: Iterable<unknown>,
  constants?: unknown,
  options: StreamOptions = {},
): AsyncIterableIterator<unknown> {
  const call = makeCall(task, constants, options, false);
  return stream(call, streamSource(items));
}

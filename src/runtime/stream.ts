// The iterators that imapSync and imap give.
import { prototypeOf } from './reflect.ts';
import type { Call } from './call.ts';
import type { Job } from './job.ts';
import type { Source } from './source.ts';
import type { StreamOptions } from './types.ts';
import { Walk } from './walk.ts';

/** What the iterators of built-in collections inherit from: helpers as `map`, where the engine has them. */
const IteratorPrototype = prototypeOf(prototypeOf([][Symbol.iterator]())) as object;

/** What the consumer gets for a result or an error; throws the error unless outcomes are wanted. */
function present(walk: Walk, index: number, value: unknown, options: StreamOptions): unknown {
  const { failed, source } = walk;
  if (failed && !options.settled) throw value;
  const outcome = failed ? { ok: false, error: value } : { ok: true, value };
  const result = options.settled ? outcome : value;
  return options.withItems ? [source.get(index), result] : result;
}

/**
 * The results of a blocking call, one by one. A class with a method `next`, as a generator costs as much for each item
 * as a short item does itself.
 */
class SyncStream implements Iterator<unknown> {
  readonly #call: Call;
  readonly #source: Source;
  #walk: Walk | undefined;
  #isOver = false;

  constructor(call: Call, source: Source) {
    this.#call = call;
    this.#source = source;
  }

  next(): IteratorResult<unknown> {
    const walk = this.#walk;
    if (walk?.isQuick()) return { done: false, value: walk.takeQuickly() };
    return this.#isOver ? { done: true, value: undefined } : this.#nextSlowly();
  }

  #nextSlowly(): IteratorResult<unknown> {
    try {
      const walk = (this.#walk ??= new Walk(this.#call, this.#source));
      if (walk.isOver) return this.return();
      if (walk.index > 0) walk.settle();
      if (!walk.hasItem()) return this.return();
      while (!walk.isReady()) {
        // A call that blocks has no executor.
        (walk.job as Job).advance(walk.index, walk.guard?.deadline ?? Infinity);
        walk.guard?.check();
      }
      const { index } = walk;
      return { done: false, value: present(walk, index, walk.take(), this.#call.options) };
    } catch (error) {
      this.return();
      throw error;
    }
  }

  return(value?: unknown): IteratorResult<unknown> {
    this.#isOver = true;
    this.#walk?.close();
    return { done: true, value };
  }
}
Object.setPrototypeOf(SyncStream.prototype, IteratorPrototype);

/** The results of a blocking call, one by one. */
export function streamSync(call: Call, source: Source): IterableIterator<unknown> {
  return new SyncStream(call, source) as unknown as IterableIterator<unknown>;
}

/** The results of a call that doesn't block, one by one. */
export async function* stream(call: Call, source: Source): AsyncGenerator {
  const walk = new Walk(call, source);
  const unwatch = walk.guard?.watch(() => {
    walk.job?.notify();
  });
  try {
    while (walk.hasItem()) {
      while (!walk.isReady()) {
        if (walk.job) await walk.job.progress();
        walk.guard?.check();
      }
      const { index } = walk;
      yield present(walk, index, await settled(walk, walk.take()), call.options);
      walk.settle();
    }
  } finally {
    unwatch?.();
    walk.close();
  }
}

/** What a result that may be a promise gives; the walk is told of a rejection. */
async function settled(walk: Walk, value: unknown): Promise<unknown> {
  if (walk.failed) return value;
  try {
    return await value;
  } catch (error) {
    walk.failed = true;
    return error;
  }
}

// The guard of a call: cancellation, time limit and progress.
import { now } from './clock.ts';
import { timeoutError } from './errors.ts';
import type { Options } from './types.ts';
import { clearTimeout, setTimeout } from './timers.ts';

/** Milliseconds between two reports. */
const PACE = 100;

export class Guard {
  /** When the call's time is up, on the clock of `now()`. */
  readonly deadline: number;
  readonly #options: Options;
  readonly #signal: AbortSignal | undefined;
  #reported = -Infinity;

  constructor(options: Options) {
    this.#options = options;
    this.#signal = options.signal as AbortSignal | undefined;
    this.deadline = options.timeout === undefined ? Infinity : now() + options.timeout;
    this.check();
  }

  /**
   * @throws the reason of the signal, when it was aborted
   * @throws {DOMException} a TimeoutError, when the time is up
   */
  check(): void {
    const { timeout } = this.#options;
    this.#signal?.throwIfAborted();
    if (now() < this.deadline) return;
    throw timeoutError(`the call took longer than ${timeout} ms`);
  }

  /** Calls back, while the call waits, when it is aborted or its time is up. Gives a function that ends this. */
  watch(callback: () => void): () => void {
    const { timeout } = this.#options;
    const signal = this.#signal;
    const timer = timeout === undefined ? undefined : setTimeout(callback, this.deadline - now() + 1);
    signal?.addEventListener('abort', callback);
    return () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', callback);
    };
  }

  /** Tells how far the call is; not too often, but the end is always told. */
  report(done: number, total: number | undefined): void {
    const time = now();
    if (time - this.#reported < PACE && done !== total) return;
    this.#reported = time;
    this.#options.onProgress?.(done, total);
    if (this.#options.progress && process.stderr.isTTY) drawBar(done, total);
  }
}

function drawBar(done: number, total: number | undefined): void {
  if (total === undefined) {
    process.stderr.write(`\r${done} items `);
    return;
  }
  const filled = Math.floor((30 * done) / Math.max(1, total));
  process.stderr.write(`\r[${'#'.repeat(filled)}${' '.repeat(30 - filled)}] ${done} of ${total}`);
  if (done === total) process.stderr.write('\n');
}

/** The guard that the options ask for, or undefined. */
export function guardOf(options: Options): Guard | undefined {
  const { signal, timeout, onProgress, progress } = options;
  return (signal ?? timeout ?? onProgress ?? progress) === undefined ? undefined : new Guard(options);
}

// State that every copy of the runtime in one thread shares: an application may load the ES module and the CommonJS
// copy side by side, and both must see one pool and one registry of tasks.
import type { WorkerPool } from './pool.ts';
import type { AnyTask } from './task.ts';

/** What the copies of the runtime in one thread share. */
export interface Shared {
  /** Tasks declared in this thread, by `url#name`. */
  readonly tasks: Map<string, AnyTask>;
  /** Warnings already printed; each is printed once. */
  readonly warned: Set<string>;
  /** The pool used by calls that name none; made at the first call that needs workers. */
  pool: WorkerPool | undefined;
  /** How many tasks are running on this thread right now: a call made inside one runs inline. */
  depth: number;
  /** Whether this thread is a worker of a pool; calls made in it run inline. */
  worker: boolean;
}

// The number is the version of the protocol between main thread and worker, not of the package.
const key = Symbol.for('doall.runtime/1');
const home = globalThis as { [key]?: Shared };

/** The one state of this thread. */
export const shared: Shared = (home[key] ??= {
  tasks: new Map(),
  warned: new Set(),
  pool: undefined,
  depth: 0,
  worker: false,
});

/** Prints a warning once per process, by `process.emitWarning`. */
export function warnOnce(id: string, message: string): void {
  if (shared.warned.has(id)) return;
  shared.warned.add(id);
  process.emitWarning(message, 'DoallWarning');
}

/** Says, once, what stays on the calling thread, and why. */
export function warnStays(id: string, what: string, why: string): void {
  warnOnce(id, `${what} runs on the calling thread${why}`);
}

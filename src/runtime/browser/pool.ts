// The pool: module workers that start when first needed and are kept for later calls.
import { shared, warnOnce } from '../shared.ts';
import type { Options, Pool, PoolOptions } from '../types.ts';
import { threadCount } from './env.ts';
import type { Job } from './job.ts';
import { marked, isMarked, type ToPage, type ToWorker } from './wire.ts';
import { web, type WebWorker } from './web.ts';

/** Options of a pool in a browser. */
export interface WebPoolOptions extends PoolOptions {
  /**
   * Starts a worker whose module imports the tasks. Needed where a bundler moves modules:
   * `() => new Worker(new URL('./tasks.js', import.meta.url), { type: 'module' })`
   */
  readonly worker?: () => WebWorker;
}

/** One worker. */
export class Slot {
  readonly worker: WebWorker;
  /** Whether it has answered. */
  isUp = false;

  constructor(worker: WebWorker) {
    this.worker = worker;
  }

  post(message: ToWorker): void {
    this.worker.postMessage(marked(message));
  }
}

/** Workers that ended before they answered, after which no more are started. */
const MOST_FRUITLESS = 4;
/** Milliseconds that a worker gets to finish a chunk that nobody waits for. */
const GRACE = 1000;

export class WorkerPool implements Pool {
  readonly threads: number;
  readonly #make: () => WebWorker;
  readonly #idle: number;
  readonly #slots = new Set<Slot>();
  readonly #jobs = new Map<number, Job>();
  #idleTimer: ReturnType<typeof setTimeout> | undefined;
  #fruitless = 0;
  #closed = false;

  constructor({ threads, idle = 30_000, worker = startRuntime }: WebPoolOptions = {}) {
    this.threads = threadCount(threads);
    this.#idle = idle;
    this.#make = worker;
  }

  get isWarm(): boolean {
    return [...this.#slots].some(({ isUp }) => isUp);
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** Opens a job, and gives the workers that help with it; they may still be starting. */
  open(job: Job, count: number): Slot[] {
    clearTimeout(this.#idleTimer);
    this.#jobs.set(job.id, job);
    while (!this.#closed && this.#slots.size < count && this.#fruitless < MOST_FRUITLESS) this.#start();
    return [...this.#slots].slice(0, count);
  }

  #start(): void {
    try {
      const slot = new Slot(this.#make());
      this.#slots.add(slot);
      slot.worker.addEventListener('message', ({ data }) => {
        this.#receive(slot, data);
      });
      slot.worker.addEventListener('error', ({ message }) => {
        if (!slot.isUp) this.#fruitless++;
        warnOnce('worker', `a worker ended: ${message ?? 'its module could not be loaded'}`);
        this.end(slot);
      });
      slot.post({ type: 'hello' });
    } catch (error) {
      this.#fruitless = MOST_FRUITLESS;
      warnOnce('worker', `calls run on the calling thread, as no worker can be started: ${String(error)}`);
    }
  }

  #receive(slot: Slot, data: unknown): void {
    if (!isMarked(data)) return;
    const message = data as ToPage;
    if (message.type !== 'up') this.#jobs.get(message.id)?.receive(slot, message);
    else {
      slot.isUp = true;
      for (const job of this.#jobs.values()) job.notify();
    }
  }

  /** Ends a worker; what it held goes back to its jobs. */
  end(slot: Slot): void {
    slot.worker.terminate();
    this.#slots.delete(slot);
    for (const job of this.#jobs.values()) job.detach(slot);
  }

  /** Forgets a job. A worker that stays stuck in one of its chunks is ended. */
  shut(job: Job, isHeldBy: (slot: Slot) => boolean): void {
    this.#jobs.delete(job.id);
    const busy = [...this.#slots].filter(isHeldBy);
    if (busy.length > 0) {
      setTimeout(() => {
        for (const slot of busy) if (isHeldBy(slot)) this.end(slot);
      }, GRACE);
    }
    if (this.#jobs.size > 0) return;
    this.#idleTimer = setTimeout(() => {
      this.#retire();
    }, this.#idle);
  }

  #retire(): void {
    for (const slot of [...this.#slots]) this.end(slot);
  }

  /** Ends the workers; calls that still run finish inline. */
  close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idleTimer);
    this.#retire();
    return Promise.resolve();
  }

  [Symbol.dispose](): void {
    void this.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

/**
 * A worker of this very file, as long as it is one of its own.
 * @throws {Error} when a bundler put it into the program, which would then run in the worker
 */
function startRuntime(): WebWorker {
  const url: string = import.meta.url;
  if (!web.Worker) throw new Error('there is no Worker here');
  if (!/\/runtime\.browser\.js(\?.*)?$/.test(url)) {
    throw new Error('the runtime was bundled; make a Pool with the option worker (docs/bundlers.md)');
  }
  return new web.Worker(url, { type: 'module', name: 'doall' });
}

/** The pool of a call; calls that name none share one. */
export function poolOf({ pool }: Options): WorkerPool {
  const home = shared as unknown as { pool: WorkerPool | undefined };
  return (pool as WorkerPool | undefined) ?? (home.pool ??= new WorkerPool());
}

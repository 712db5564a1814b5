// The pool: worker threads that start when first needed, are kept for later calls, and never keep a process alive.
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { forgetCopies } from './codec/shared-copies.ts';
import { MOST_THREADS, threadCount } from './env.ts';
import type { Job } from './job.ts';
import { WORKER_MARK, type ToCaller, type ToWorker, type WorkerStart } from './protocol.ts';
import { compareExchange, load, store } from './schedule.ts';
import { runtimeUrl } from './self.ts';
import { shared, warnOnce, warnStays } from './shared.ts';
import * as Status from './status.ts';
import type { Options, Pool, PoolOptions } from './types.ts';
import { clearTimeout, setTimeout } from './timers.ts';

/** One worker thread. */
export interface Slot {
  readonly index: number;
  readonly worker: Worker;
  readonly port: MessagePort;
  post(message: ToWorker): void;
}

/** Milliseconds that a worker gets to finish an item that nobody waits for. */
const GRACE = 1000;
/** Deaths in a row of workers that delivered nothing, after which calls make do with the workers there are. */
const MOST_FRUITLESS = 8;
/** Milliseconds after which a blocking wait looks whether the workers are still alive. */
const WATCH = 50;

/** Worker threads for any number of calls. Most programs never make one: calls share a default pool. */
export class WorkerPool implements Pool {
  readonly threads: number;
  /** Milliseconds of work in calls that would have used workers, had there been any since the last ones were ended. */
  missed = 0;
  readonly #slots: (Slot | undefined)[] = [];
  readonly #jobs = new Map<number, Job>();
  readonly #signal: Int32Array;
  readonly #idle: number;
  readonly #resourceLimits: PoolOptions['resourceLimits'];
  #idleTimer: NodeJS.Timeout | undefined;
  #closed = false;
  /** Calls that wait without blocking. */
  #holds = 0;
  /** Workers that delivered something, and how many died before they did since one last delivered. */
  readonly #fruitful = new Set<Slot>();
  #fruitless = 0;

  constructor(options: PoolOptions = {}) {
    this.threads = threadCount(options.threads);
    this.#idle = options.idle ?? 30_000;
    this.#resourceLimits = options.resourceLimits;
    this.#signal = new Int32Array(new SharedArrayBuffer(4 * (1 + MOST_THREADS)));
  }

  /** Whether a worker is up. */
  get isWarm(): boolean {
    return this.#live().some(({ index }) => this.#status(index) !== Status.booting);
  }

  /** Whether the pool was closed; calls on a closed pool run inline. */
  get isClosed(): boolean {
    return this.#closed;
  }

  /** Starts workers until there are `count`, without waiting for them, and gives those that live. */
  start(count: number, taskUrl: string): Slot[] {
    const file = this.#closed ? undefined : runtimeUrl(taskUrl);
    if (!file) return [];
    try {
      for (let index = 0; index < count; index++) {
        // What kills workers before they deliver anything would kill the next ones too.
        if (!this.#slots[index] && this.#fruitless < MOST_FRUITLESS) this.#startWorker(index, file);
      }
    } catch (error) {
      // The permission model forbids them, or flags that none takes.
      this.#fruitless = MOST_FRUITLESS;
      warnStays('worker', 'everything', `, as no worker can be started: ${String(error)}`);
    }
    const slots = this.#live().filter(({ index }) => index < count);
    // Once it was read, the clock of a dead worker reads -1.
    for (const { worker } of slots) idleOf(worker);
    return slots;
  }

  #live(): Slot[] {
    return this.#slots.filter((slot) => slot !== undefined);
  }

  #status(index: number): number {
    return load(this.#signal, 1 + index);
  }

  #startWorker(index: number, file: URL): void {
    const { port1: port, port2 } = new MessageChannel();
    store(this.#signal, 1 + index, Status.booting);
    const start: WorkerStart = { mark: WORKER_MARK, port: port2, signal: this.#signal, index };
    const worker = new Worker(file, {
      workerData: start,
      transferList: [port2],
      argv: process.argv.slice(2),
      resourceLimits: this.#resourceLimits,
      ...inheritedFlags(),
    });
    const slot: Slot = {
      index,
      worker,
      port,
      post: (message) => {
        port.postMessage(message);
      },
    };
    this.#slots[index] = slot;
    port.on('message', (message: ToCaller) => {
      this.#receive(slot, message);
    });
    keepAlive(slot, this.#holds > 0);
    worker.on('error', (error) => {
      warnOnce('worker', `a worker thread ended: ${String(error)}`);
    });
    worker.on('exit', () => {
      this.#bury(slot);
    });
  }

  /** Takes a dead worker out, and gives what it held back to its jobs. */
  #bury(slot: Slot): void {
    if (this.#slots[slot.index] !== slot) return;
    this.#drainSlot(slot);
    if (!this.#fruitful.delete(slot)) this.#fruitless++;
    this.#slots[slot.index] = undefined;
    slot.port.close();
    for (const job of [...this.#jobs.values()]) job.detach(slot);
  }

  open(job: Job): void {
    clearTimeout(this.#idleTimer);
    this.#jobs.set(job.id, job);
  }

  /** Keeps the process alive while a call that doesn't block waits for workers. */
  hold(): void {
    if (this.#holds++ === 0) for (const slot of this.#live()) keepAlive(slot, true);
  }

  release(): void {
    if (--this.#holds === 0) for (const slot of this.#live()) keepAlive(slot, false);
  }

  /** Forgets a job. A worker that stays stuck in one of its items is ended; the next call starts another. */
  shut(job: Job, slots: readonly Slot[]): void {
    this.#jobs.delete(job.id);
    if (this.#jobs.size === 0)
      this.#idleTimer = setTimeout(() => {
        this.#retire();
      }, this.#idle).unref();
    const stuck = slots.filter((slot) => job.isHeldBy(slot));
    if (stuck.length === 0) return;
    setTimeout(() => {
      for (const slot of stuck) if (job.isHeldBy(slot)) void this.end(slot);
    }, GRACE).unref();
  }

  /** Ends a worker at whatever it is doing. */
  end(slot: Slot): Promise<unknown> {
    // It says nothing against the next one.
    this.#fruitful.add(slot);
    // A call that blocks doesn't see the end of a worker that it has started itself.
    this.#bury(slot);
    return slot.worker.terminate();
  }

  /** Ends the workers; they start again when they are needed. */
  #retire(): void {
    this.missed = 0;
    forgetCopies();
    for (const slot of this.#live()) void this.end(slot);
  }

  /** Wakes those that found nothing to claim. */
  wake(slots: readonly Slot[]): void {
    for (const slot of slots) {
      const word = 1 + slot.index;
      if (compareExchange(this.#signal, word, Status.idle, Status.busy) === Status.idle) {
        slot.post({ type: 'wake' });
      }
    }
  }

  /** Takes all messages that have arrived, without returning to the event loop; true when there were any. */
  drain(): boolean {
    return this.#live().filter((slot) => this.#drainSlot(slot)).length > 0;
  }

  #drainSlot(slot: Slot): boolean {
    for (let any = false; ; any = true) {
      const received: { message: ToCaller } | undefined = receiveMessageOnPort(slot.port);
      if (!received) return any;
      this.#receive(slot, received.message);
    }
  }

  #receive(slot: Slot, message: ToCaller): void {
    this.#fruitful.add(slot);
    this.#fruitless = 0;
    this.#jobs.get(message.id)?.receive(slot, message);
  }

  /**
   * Blocks until a worker has news or dies, for a while at most.
   * @param isDone whether what is waited for is there already
   * @returns whether there is news
   */
  wait(milliseconds: number, isDone: () => boolean): boolean {
    const seen = load(this.#signal, 0);
    if (isDone() || this.drain()) return true;
    Atomics.wait(this.#signal, 0, seen, Math.max(0, Math.min(WATCH, milliseconds)));
    for (const slot of this.#live()) if (this.#isDead(slot)) this.#bury(slot);
    return load(this.#signal, 0) !== seen;
  }

  /** Whether a worker is dead, as far as that can be seen while this thread blocks. */
  #isDead({ index, worker }: Slot): boolean {
    if (this.#status(index) === Status.dead) return true;
    // A worker that runs out of memory, or is ended, sets no status.
    return idleOf(worker) === -1;
  }

  /** Ends the workers; calls that still run finish inline. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idleTimer);
    if (shared.pool === this) shared.pool = undefined;
    await Promise.all(this.#live().map((slot) => this.end(slot)));
  }

  [Symbol.dispose](): void {
    void this.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

interface Clocked {
  readonly performance: { readonly eventLoopUtilization?: () => { readonly idle: number } };
}

/** Milliseconds that a worker was idle, -1 when it is dead; undefined on Deno, which doesn't tell. */
function idleOf({ performance }: Clocked): number | undefined {
  return performance.eventLoopUtilization?.().idle;
}

/** Flags that say what the program is: a worker has a file of its own. */
const PROGRAM = /^(--input-type(=.*)?|-e|--eval(=.*)?|-p|-pe|--print|-c|--check)$/;

/** The flags of the process that a worker gets, where they aren't those that it inherits anyway. */
function inheritedFlags(): { execArgv?: string[] } {
  const { execArgv } = process;
  if (!execArgv.some((flag) => PROGRAM.test(flag))) return {};
  const isValue = (at: number): boolean => /^(-e|--eval|-p|-pe|--print)$/.test(execArgv[at - 1] ?? '');
  return { execArgv: execArgv.filter((flag, at) => !PROGRAM.test(flag) && !isValue(at)) };
}

/** Whether a worker keeps the process alive. Its port alone wouldn't: it closes before the worker's end is told. */
function keepAlive({ worker, port }: Slot, isKept: boolean): void {
  for (const handle of [worker, port]) {
    if (isKept) handle.ref();
    else handle.unref();
  }
}

/** The pool of a call; calls that name none share one. */
export function poolOf({ pool }: Options): WorkerPool {
  return (pool as WorkerPool | undefined) ?? (shared.pool ??= new WorkerPool());
}

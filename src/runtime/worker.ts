// The worker's side: takes jobs, claims chunks until none is left, sends the results.
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { runChunk, settleChunk, isThenable, type ChunkPlan, type ChunkResult, type Work } from './chunk.ts';
import { unpack, unpackConstants, type Packed } from './codec/pack.ts';
import { transferablesOf } from './codec/values.ts';
import { readerOf, type Reader } from './columns.ts';
import { packResult, type PackedResult } from './recall.ts';
import { loadTask } from './load.ts';
import {
  type ChunkMessage,
  type JobMessage,
  type SegmentMessage,
  type ToCaller,
  type ToWorker,
  type WorkerStart,
} from './protocol.ts';
import { catchOutput, takeOutput } from './output.ts';
import {
  claim,
  isClaimable,
  itemsIn,
  recordCost,
  setHold,
  Word,
  type Chunk,
  load,
  store,
} from './schedule.ts';
import { shared } from './shared.ts';
import * as Status from './status.ts';
import { fillTable } from './table.ts';
import type { Classes } from './types.ts';
import { now } from './clock.ts';

/** Milliseconds of work after which a worker looks whether its results are still wanted. */
const STEP = 2;

/** A job as a worker knows it. */
interface WorkerJob {
  readonly message: JobMessage;
  readonly segments: SegmentMessage[];
  readonly read: Reader | undefined;
  /** Set when the task was loaded. */
  plan: ChunkPlan | undefined;
  classes: Classes;
}

/** Turns this thread into a worker of a pool. */
export function serve({ port, signal, index }: WorkerStart): void {
  shared.worker = true;
  catchOutput();
  const worker = new WorkerLoop(port, signal, index);
  process.on('exit', () => {
    store(signal, 1 + index, Status.dead);
    ring(signal);
  });
  port.on('message', (message: ToWorker) => {
    worker.accept(message);
    void worker.run();
  });
  store(signal, 1 + index, Status.idle);
  ring(signal);
}

/** Tells the calling thread, which may be blocked, that there is news. */
function ring(signal: Int32Array): void {
  Atomics.add(signal, 0, 1);
  Atomics.notify(signal, 0);
}

class WorkerLoop {
  readonly #port: MessagePort;
  readonly #signal: Int32Array;
  readonly #index: number;
  readonly #jobs = new Map<number, WorkerJob>();
  #running = false;

  constructor(port: MessagePort, signal: Int32Array, index: number) {
    this.#port = port;
    this.#signal = signal;
    this.#index = index;
  }

  accept(message: ToWorker): void {
    if (message.type === 'job') void this.#open(message);
    else if (message.type === 'segment') this.#jobs.get(message.id)?.segments.push(message);
    else if (message.type === 'end') this.#jobs.delete(message.id);
  }

  async #open(message: JobMessage): Promise<void> {
    const { id, url, name, column, settled, truth } = message;
    const read = column && readerOf(column);
    const job: WorkerJob = { message, segments: [], read, plan: undefined, classes: {} };
    this.#jobs.set(id, job);
    try {
      const { task, meta } = await loadTask(url, name);
      job.classes = meta.classes;
      const constants = unpackConstants(message.constants, meta.classes);
      Atomics.add(message.control, Word.joined, 1);
      job.plan = { work: task as unknown as Work, constants, settled, truth };
    } catch (error) {
      this.#jobs.delete(id);
      this.#send({ type: 'unable', id, reason: String(error) });
      return;
    }
    void this.run();
  }

  /** Claims and runs chunks until there are none; the newest job first, as an older one may be waiting for it. */
  async run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    this.#setStatus(Status.busy);
    for (;;) {
      this.#receive();
      const job = this.#pick();
      const chunk = job && claim(job.message.control);
      if (job && chunk) {
        const pending = this.#runChunk(job, chunk);
        if (pending) await pending;
      } else if (!job) {
        this.#setStatus(Status.idle);
        // What was published after the search, and before the status was seen, would wake nobody.
        if (!this.#pick()) break;
        this.#setStatus(Status.busy);
      }
    }
    this.#running = false;
  }

  #receive(): void {
    for (;;) {
      const received: { message: ToWorker } | undefined = receiveMessageOnPort(this.#port);
      if (!received) return;
      this.accept(received.message);
    }
  }

  #pick(): WorkerJob | undefined {
    let newest: WorkerJob | undefined;
    for (const job of this.#jobs.values()) if (job.plan && isClaimable(job.message.control)) newest = job;
    return newest;
  }

  #setStatus(status: number): void {
    store(this.#signal, 1 + this.#index, status);
  }

  /** Runs a chunk; gives a promise when results are promises. */
  #runChunk(job: WorkerJob, chunk: Chunk): Promise<void> | undefined {
    const { control } = job.message;
    const plan = job.plan as ChunkPlan;
    setHold(control, this.#index, chunk);
    // What a module prints as it is loaded was printed on the calling thread already.
    takeOutput();
    const began = now();
    const isOver = () => load(control, Word.over) === 1;
    // What can't be read ends this worker, so that its chunk runs on the calling thread.
    const get = job.read ?? this.#grainReader(job, chunk);
    const result = runChunk(plan, get, chunk.start, chunk.end, isOver, itemsIn(control, STEP));
    const took = now() - began;
    recordCost(control, result.values.length, took);
    const timing = { began, took };
    // Awaited in any case, as a rejection that nobody handles would end this worker.
    const settled = result.values.some(isThenable) && settleChunk(result, chunk.start, plan.settled);
    if (settled && !job.message.blocking)
      return settled.then((awaited) => {
        this.#deliver(job, chunk, awaited, timing);
      });
    this.#deliver(job, chunk, result, timing);
    return undefined;
  }

  /** Reads the items of a chunk out of the packed grains that cover it. */
  #grainReader(job: WorkerJob, { start, end }: Chunk): Reader {
    this.#receive();
    const items: unknown[] = [];
    for (const { starts, grains } of job.segments) {
      for (let k = grainAt(starts, start); k < grains.length && (starts[k] as number) < end; k++) {
        const unpacked = unpack(grains[k] as Packed, job.classes) as unknown[];
        const first = (starts[k] as number) - start;
        for (let i = Math.max(0, -first); i < unpacked.length; i++) items[first + i] = unpacked[i];
      }
    }
    while (job.segments[0] && (job.segments[0].starts.at(-1) as number) <= start) job.segments.shift();
    return (index) => items[index - start];
  }

  #deliver(job: WorkerJob, chunk: Chunk, result: ChunkResult, timing: Timing): void {
    const { control, id, table, isQuiet, truth } = job.message;
    const output = takeOutput();
    if (load(control, Word.over) !== 1) {
      const isPlain = result.failures.length === 0 && output.length === 0;
      const isInTable = isPlain && table && fillTable(table, chunk, result.values, truth !== undefined);
      if (isInTable && isQuiet) ring(this.#signal);
      else {
        const packed = isInTable ? IN_TABLE : packResult(result, job.classes, chunk.start, job.message.name);
        this.#send({ type: 'chunk', id, ...chunk, output, ...packed, ...timing });
      }
    }
    setHold(control, this.#index, { start: 0, end: 0 });
  }

  #send(message: ToCaller): void {
    const values = message.type === 'chunk' ? message.values : undefined;
    this.#port.postMessage(message, values ? transferablesOf(values) : []);
    ring(this.#signal);
  }
}

/** What is told of a chunk whose results stand in the table. */
const IN_TABLE: PackedResult = { values: undefined, failures: [], unsent: [] };

/** The first grain that ends after an item. */
function grainAt(starts: readonly number[], item: number): number {
  let low = 0;
  for (let high = starts.length - 1; low < high;) {
    const middle = (low + high) >> 1;
    if ((starts[middle + 1] as number) > item) high = middle;
    else low = middle + 1;
  }
  return low;
}

type Timing = Pick<ChunkMessage, 'began' | 'took'>;

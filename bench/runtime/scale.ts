// The scheduling policy on more cores than there are here: a discrete-event simulation of one blocking call, in which
// chunks are claimed by the runtime's own code. Threads claim chunks from one counter, whose cache line one thread at a
// time can change; workers send a message for each chunk; the calling thread takes messages in, and runs chunks of its
// own when there are none: that is the serial part.
import { claim, makeControl, recordCost, Word } from '../../src/runtime/schedule.ts';
import type { Sample } from './project.ts';

/** Costs in nanoseconds. */
export interface Costs {
  /** What a claim keeps the counter from the other threads. */
  readonly claim: number;
  /** What a worker spends on a chunk beyond its items. */
  readonly send: number;
  /** What the calling thread spends on a chunk of a worker. */
  readonly receive: number;
  /** What the calling thread spends on asking one worker to help. */
  readonly wake: number;
}

/** A list of items by their costs in nanoseconds. */
export interface Workload {
  readonly length: number;
  readonly cost: (index: number) => number;
}

export interface Simulated {
  /** Over the plain loop. */
  readonly speedup: number;
  readonly chunks: number;
  /** The part of the call that the calling thread spends on messages. */
  readonly serial: number;
}

/** As in src/runtime/job.ts: the work below which a chunk doesn't pay for its message. */
const FLOOR = 500_000;
/** As in src/runtime/probe.ts: work that the calling thread does before it asks for help. */
const PROBE = 1_000_000;

/** One call on some number of threads, the calling one included. */
class Call {
  readonly #control: Int32Array;
  readonly #costs: Costs;
  readonly #work: Workload;
  /** When the counter is free again. */
  #counterFree = 0;
  chunks = 0;

  constructor(work: Workload, threads: number, costs: Costs) {
    const control = makeControl(threads);
    control[Word.limit] = control[Word.total] = work.length;
    control[Word.threads] = threads;
    control[Word.floor] = FLOOR;
    control[Word.grain] = 1;
    this.#control = control;
    this.#costs = costs;
    this.#work = work;
  }

  /** Runs the first items on the calling thread; gives when they are done. */
  probe(): number {
    let took = 0;
    let index = 0;
    for (; took < PROBE && index < this.#work.length; index++) took += this.#work.cost(index);
    this.#control[Word.next] = index;
    this.#control[Word.cost] = Math.max(1, this.#work.cost(index - 1));
    return took;
  }

  /** Claims a chunk at a time; gives when its items are done, or undefined when none is left. */
  run(now: number): number | undefined {
    const chunk = claim(this.#control);
    if (!chunk) return undefined;
    const began = Math.max(now, this.#counterFree) + this.#costs.claim;
    this.#counterFree = began;
    let took = 0;
    for (let index = chunk.start; index < chunk.end; index++) took += this.#work.cost(index);
    recordCost(this.#control, chunk.end - chunk.start, took / 1e6);
    this.chunks++;
    return began + took;
  }
}

/** Simulates a call. */
export function simulate(work: Workload, threads: number, costs: Costs): Simulated {
  const call = new Call(work, threads, costs);
  // When each worker is free; 0 is the calling thread. They are woken one after another.
  const began = call.probe();
  const free = Array.from({ length: threads }, (_, k) => began + (k === 0 ? threads - 1 : k) * costs.wake);
  const messages: number[] = [];
  const finished = new Set<number>();
  let serial = (threads - 1) * costs.wake;
  let end = began;
  while (finished.size < threads) {
    const k = earliest(free, finished);
    const now = free[k] as number;
    if (k > 0) {
      const done = call.run(now);
      if (done === undefined) finished.add(k);
      else messages.push((free[k] = done + costs.send));
      continue;
    }
    const arrived = takeArrived(messages, now);
    serial += arrived * costs.receive;
    const done = arrived > 0 ? now + arrived * costs.receive : call.run(now);
    // With nothing left to claim, the calling thread waits for the next message, or for the workers to end.
    const next =
      done ?? Math.min(...messages, ...free.filter((at, j) => j > 0 && !finished.has(j) && at > now));
    if (next === Infinity) finished.add(0);
    else free[0] = next;
    if (done !== undefined) end = Math.max(end, done);
  }
  let plain = 0;
  for (let index = 0; index < work.length; index++) plain += work.cost(index);
  return { speedup: plain / end, chunks: call.chunks, serial: serial / end };
}

/** The thread whose time comes first. */
function earliest(free: readonly number[], finished: ReadonlySet<number>): number {
  let best = -1;
  free.forEach((at, k) => {
    if (!finished.has(k) && (best < 0 || at < (free[best] as number))) best = k;
  });
  return best;
}

/** Takes the messages out that have arrived, and gives their number. */
function takeArrived(messages: number[], now: number): number {
  const waiting = messages.filter((at) => at > now);
  const arrived = messages.length - waiting.length;
  messages.splice(0, messages.length, ...waiting);
  return arrived;
}

const workloads: Record<string, Workload> = {
  '10 µs items': { length: 12_000, cost: () => 1e4 },
  '100 µs items': { length: 1_200, cost: () => 1e5 },
  '1 ms items': { length: 120, cost: () => 1e6 },
  'triangular, up': { length: 1_200, cost: (index) => index * 200 },
  'triangular, down': { length: 1_200, cost: (index) => (1_200 - index) * 200 },
  '12 s of 10 µs items': { length: 1_200_000, cost: () => 1e4 },
  '12 s of 10 ms items': { length: 1_200, cost: () => 1e7 },
};

/** Speed-ups by the model, from 1 to 64 threads, and how busy the calling thread is with messages at 64. */
export function predictScale(costs: Costs): Sample[] {
  return Object.entries(workloads).flatMap(([row, work]) => {
    const samples = [1, 2, 4, 8, 16, 32, 64].map((threads) => ({
      threads,
      ...simulate(work, threads, costs),
    }));
    const { serial = 0 } = samples.at(-1) ?? {};
    return [
      ...samples.map(({ threads, speedup }) => ({ row, column: String(threads), value: speedup })),
      { row, column: 'messages at 64', value: serial },
    ];
  });
}

// Guided self-scheduling (Polychronopoulos and Kuck 1987) over counters in shared memory: whoever is free claims the
// next chunk, whose size follows from what remains and from the measured cost of an item.

/** Words of a job's control block. */
export const Word = {
  /** First item that nobody has claimed. */
  next: 0,
  /** Workers may claim items before this one. */
  limit: 1,
  /** Number of items, or an estimate. */
  total: 2,
  /** Measured cost of an item, in nanoseconds. */
  cost: 3,
  /** Work below which a chunk doesn't pay for its message, in nanoseconds. */
  floor: 4,
  /** Threads that share the work. */
  threads: 5,
  /** 1 once the call is over, whatever the outcome. */
  over: 6,
  /** Chunks start at multiples of this number of items. */
  grain: 7,
  /** Most items in a chunk; 0 for no bound. */
  most: 8,
  /** Exact number of items in a chunk, as the user asked; 0 for the guided size. */
  fixed: 9,
  /** Workers that have loaded the task. */
  joined: 10,
  /** From here on, three words for each worker: start and end of the chunk it holds, and since when. */
  holds: 11,
} as const;

/** Items from `start` up to, not including, `end`. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** What a control block starts with: the first item, milliseconds for an item, and for the smallest chunk. */
export interface ControlSettings {
  readonly workers: number;
  readonly threads: number;
  readonly start: number;
  readonly cost: number;
  readonly floor: number;
}

export function makeControl(workers: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * (Word.holds + 3 * workers)));
}

export function startControl({ workers, threads, start, cost, floor }: ControlSettings): Int32Array {
  const control = makeControl(workers);
  control[Word.next] = control[Word.limit] = start;
  control[Word.cost] = Math.min(2e9, Math.max(1, cost * 1e6));
  control[Word.floor] = floor * 1e6;
  control[Word.threads] = threads;
  return control;
}

/** The number of items that the next claim at `start` takes. */
export function chunkLength(control: Int32Array, start: number): number {
  const grain = control[Word.grain] as number;
  let length = control[Word.fixed] as number;
  if (length === 0) {
    const guided = ((control[Word.total] as number) - start) / (4 * (control[Word.threads] as number));
    const worthwhile = (control[Word.floor] as number) / Math.max(1, Atomics.load(control, Word.cost));
    length = Math.max(1, guided, worthwhile);
    const most = control[Word.most] as number;
    if (most > 0) length = Math.min(length, most);
  }
  return Math.ceil(length / grain) * grain;
}

/** The number of items that take the given time, at the measured cost; at least 1. */
export function itemsIn(control: Int32Array, milliseconds: number): number {
  return Math.ceil((milliseconds * 1e6) / Math.max(1, Atomics.load(control, Word.cost)));
}

/** Takes the next chunk below the limit, or undefined when there is none. */
export function claim(control: Int32Array): Chunk | undefined {
  for (;;) {
    const start = Atomics.load(control, Word.next);
    const limit = Atomics.load(control, Word.limit);
    if (start >= limit || Atomics.load(control, Word.over) === 1) return undefined;
    const end = Math.min(limit, start + chunkLength(control, start));
    if (Atomics.compareExchange(control, Word.next, start, end) === start) return { start, end };
  }
}

/** Whether a claim would find a chunk. */
export function isClaimable(control: Int32Array): boolean {
  return (
    Atomics.load(control, Word.next) < Atomics.load(control, Word.limit) &&
    Atomics.load(control, Word.over) === 0
  );
}

/** Takes a measured chunk into the estimate of an item's cost; recent chunks weigh most, as costs may drift. */
export function recordCost(control: Int32Array, items: number, milliseconds: number): void {
  if (items === 0) return;
  const measured = Math.min(2e9, Math.max(1, (milliseconds * 1e6) / items));
  const known = Atomics.load(control, Word.cost);
  Atomics.store(control, Word.cost, known === 0 ? measured : known + (measured - known) / 2);
}

/** Says which chunk a worker holds; an empty one for none. */
export function setHold(control: Int32Array, worker: number, { start, end }: Chunk): void {
  const word = Word.holds + 3 * worker;
  Atomics.store(control, word + 2, clock());
  Atomics.store(control, word, start);
  Atomics.store(control, word + 1, end);
}

/** The chunk that a worker is in the middle of, and for how many milliseconds; an empty one when it has none. */
export function heldBy(control: Int32Array, worker: number): Chunk & { readonly since: number } {
  const word = Word.holds + 3 * worker;
  return {
    start: Atomics.load(control, word),
    end: Atomics.load(control, word + 1),
    since: (clock() - Atomics.load(control, word + 2)) | 0,
  };
}

/** Milliseconds on a clock that all threads share; only differences mean something. */
function clock(): number {
  return Date.now() | 0;
}

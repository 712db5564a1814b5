// Guided self-scheduling (Polychronopoulos and Kuck 1987) over counters in shared memory: whoever is free claims the
// next chunk, whose size follows from what remains and from the measured cost of an item.
import { now } from './clock.ts';
import * as Word from './word.ts';

export { Word };

export const { load, store, compareExchange } = Atomics;

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
  readonly chunkSize: number | undefined;
  readonly source: { readonly total: number | undefined };
}

export function makeControl(workers: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * (Word.holds + 3 * workers)));
}

export function startControl(settings: ControlSettings): Int32Array {
  const { workers, threads, start, cost, floor, chunkSize = 0, source } = settings;
  const control = makeControl(workers);
  control[Word.total] = source.total ?? start;
  control[Word.fixed] = chunkSize;
  control[Word.grain] = 1;
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
    const worthwhile = (control[Word.floor] as number) / Math.max(1, load(control, Word.cost));
    length = Math.max(1, guided, worthwhile);
    const most = control[Word.most] as number;
    if (most > 0) length = Math.min(length, most);
  }
  return Math.ceil(length / grain) * grain;
}

/** The number of items that take the given time, at the measured cost; at least 1. */
export function itemsIn(control: Int32Array, milliseconds: number): number {
  return Math.ceil((milliseconds * 1e6) / Math.max(1, load(control, Word.cost)));
}

/** Takes the next chunk below the limit, or undefined when there is none. */
export function claim(control: Int32Array): Chunk | undefined {
  for (;;) {
    const start = load(control, Word.next);
    const limit = load(control, Word.limit);
    if (start >= limit || load(control, Word.over) === 1) return undefined;
    const end = Math.min(limit, start + chunkLength(control, start));
    if (compareExchange(control, Word.next, start, end) === start) return { start, end };
  }
}

/** Whether a claim would find a chunk. */
export function isClaimable(control: Int32Array): boolean {
  return load(control, Word.next) < load(control, Word.limit) && load(control, Word.over) === 0;
}

/** Takes a measured chunk into the estimate of an item's cost; recent chunks weigh most, as costs may drift. */
export function recordCost(control: Int32Array, items: number, milliseconds: number): void {
  if (items === 0) return;
  const measured = Math.min(2e9, Math.max(1, (milliseconds * 1e6) / items));
  const known = load(control, Word.cost);
  store(control, Word.cost, known === 0 ? measured : known + (measured - known) / 2);
}

/** Says which chunk a worker holds; an empty one for none. */
export function setHold(control: Int32Array, worker: number, { start, end }: Chunk): void {
  const word = Word.holds + 3 * worker;
  store(control, word + 2, now());
  store(control, word, start);
  store(control, word + 1, end);
}

/** A chunk that a worker is in the middle of, and for how many milliseconds. */
export type Held = Chunk & { readonly since: number };

/** The chunk that a worker is in the middle of; an empty one when it has none. */
export function heldBy(control: Int32Array, worker: number): Held {
  const word = Word.holds + 3 * worker;
  return {
    start: load(control, word),
    end: load(control, word + 1),
    since: (now() - load(control, word + 2)) | 0,
  };
}

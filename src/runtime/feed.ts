// The feed of a job: makes items claimable for workers, as columns in shared memory or as packed grains.
import { itemsFrom, packList, type Packed } from './codec/pack.ts';
import { shareBytes } from './codec/shared-copies.ts';
import { lengthOf, shareColumn, type Column } from './columns.ts';
import type { SegmentMessage } from './protocol.ts';
import { chunkLength, compareExchange, itemsIn, load, store, Word, type Chunk } from './schedule.ts';
import type { Source } from './source.ts';
import type { Classes } from './types.ts';

/** Milliseconds of work in a packed grain, at least and at most: packing one costs what many small items do. */
const GRAIN = 0.25;
const MOST_GRAIN = 1;
const MOST_IN_GRAIN = 4096;
/** Grains for each thread in what is left; more of them towards the end. */
const GRAINS = 32;
/** Milliseconds of packed items that wait for each thread. */
const QUEUE = 20;
/** Most milliseconds in a chunk when the calling thread must come back to publish or to consume. */
const TURN = 2;

/** What a feed needs to know of its job. */
export interface FeedSettings {
  readonly source: Source;
  readonly classes: Classes;
  readonly threads: number;
  /** Milliseconds of work, for each thread, to read ahead of the consumer; undefined for all there is. */
  readonly ahead?: number | undefined;
  readonly chunkSize: number | undefined;
  /** Objects that items must not refer to. */
  readonly foreign: ReadonlySet<object> | undefined;
  /** The job's id. */
  readonly id: number;
}

export class Feed {
  /** The items as columns in shared memory; undefined when they travel packed. */
  readonly column: Column | undefined;
  /** First item that the consumer didn't take. */
  consumed: number;
  /** No item from here on is wanted, as an earlier one failed. */
  end = Infinity;
  readonly #settings: FeedSettings;
  readonly #control: Int32Array;
  readonly #start: number;
  #segments: SegmentMessage[] = [];

  constructor(control: Int32Array, settings: FeedSettings) {
    this.#control = control;
    this.#settings = settings;
    this.#start = this.consumed = control[Word.next] as number;
    const { source, ahead } = settings;
    this.column = source.column && shareColumn(source.column);
    if (!this.column || ahead !== undefined) control[Word.most] = itemsIn(control, TURN);
  }

  /** Packed items that weren't all claimed: what a worker needs that joins now. */
  get segments(): readonly SegmentMessage[] {
    return this.#segments;
  }

  /**
   * Makes further items claimable.
   * @param send called with packed items before they are claimable
   * @throws {TypeError} when an item can't be sent to a worker
   */
  publish(send: (segment: SegmentMessage) => void): void {
    const control = this.#control;
    const { source, ahead } = this.#settings;
    const available = this.#ensure(ahead === undefined ? (source.total ?? 0) : this.#horizon());
    control[Word.total] = source.total ?? available + available - this.#start;
    if (control[Word.most] !== 0) control[Word.most] = itemsIn(control, TURN);
    const limit = load(control, Word.limit);
    if (this.column) {
      const target = Math.min(available, lengthOf(this.column));
      if (target > limit) store(control, Word.limit, target);
    } else {
      this.#publishPacked(limit, available, send);
    }
  }

  #publishPacked(limit: number, available: number, send: (segment: SegmentMessage) => void): void {
    const control = this.#control;
    const next = load(control, Word.next);
    const queue = Math.max(4, itemsIn(control, QUEUE)) * this.#settings.threads;
    const target = Math.min(available, next + queue);
    // The first estimate of an item's cost may be far off; a chunk that ends within a grain unpacks it all the same.
    if (!this.#settings.chunkSize) control[Word.grain] = this.#grainLength(limit);
    // A few items at a time would be all messages.
    if (target <= limit || (target < available && target - limit < queue / 4)) return;
    const starts = [limit];
    const grains: Packed[] = [];
    for (let start = limit; start < target;) {
      const end = Math.min(available, start + (control[Word.grain] as number));
      grains.push(this.#packGrain(start, end));
      starts.push(end);
      start = end;
    }
    const segment: SegmentMessage = { type: 'segment', id: this.#settings.id, starts, grains };
    this.#segments = this.#segments.filter(({ starts }) => (starts.at(-1) as number) > next);
    this.#segments.push(segment);
    send(segment);
    store(control, Word.limit, starts.at(-1) as number);
  }

  /** Items in a grain that starts at `start`. */
  #grainLength(start: number): number {
    const control = this.#control;
    const guided = ((control[Word.total] as number) - start) / (GRAINS * this.#settings.threads);
    const [least, most] = [itemsIn(control, GRAIN), itemsIn(control, MOST_GRAIN)];
    return Math.min(MOST_IN_GRAIN, Math.max(least, Math.min(most, Math.ceil(guided))));
  }

  #packGrain(start: number, end: number): Packed {
    const { source, classes } = this.#settings;
    const items: unknown[] = [];
    for (let index = start; index < end; index++) items.push(source.get(index));
    return inShared(packList(items, classes, itemsFrom(start), shareBytes, this.#settings.foreign));
  }

  /**
   * Takes items that no worker can claim, as none has joined yet or they can't be sent.
   * @param isInStep whether they run at their turn, not ahead of the consumer: what they are isn't known, and reading
   * them may run code (a getter)
   */
  carve(isInStep: boolean): Chunk | undefined {
    const control = this.#control;
    const start = load(control, Word.next);
    if (start < load(control, Word.limit) || (isInStep && start !== this.consumed)) return undefined;
    const end = this.#ensure(this.#reach(start, isInStep));
    if (start >= end) return undefined;
    store(control, Word.next, end);
    store(control, Word.limit, end);
    return { start, end };
  }

  #reach(start: number, isInStep: boolean): number {
    const wanted = start + chunkLength(this.#control, start);
    if (this.#settings.ahead === undefined) return wanted;
    return isInStep ? start + 1 : Math.min(wanted, this.#horizon());
  }

  /** Takes all items back that were published and that nobody has claimed, in chunks of a turn each. */
  reclaim(): Chunk[] {
    const control = this.#control;
    for (;;) {
      const start = load(control, Word.next);
      const limit = load(control, Word.limit);
      if (start >= limit) return [];
      if (compareExchange(control, Word.next, start, limit) !== start) continue;
      const length = itemsIn(control, TURN);
      return Array.from({ length: Math.ceil((limit - start) / length) }, (_, k) => ({
        start: start + k * length,
        end: Math.min(limit, start + (k + 1) * length),
      }));
    }
  }

  /** Says that the items from `index` on aren't wanted. */
  stopAt(index: number): void {
    this.end = Math.min(this.end, index);
    const control = this.#control;
    store(control, Word.limit, Math.min(load(control, Word.limit), index));
  }

  #ensure(count: number): number {
    return Math.min(this.end, this.#settings.source.ensure(count));
  }

  /** The end of what may be read ahead of the consumer. */
  #horizon(): number {
    const { ahead, threads } = this.#settings;
    return this.consumed + Math.max(4, itemsIn(this.#control, ahead as number)) * threads;
  }
}

/** What was packed, in memory that all workers read. */
export function inShared(packed: Packed): Packed {
  return { ...packed, bytes: shareBytes(packed.bytes) };
}

// The crew of a job: the workers that take part in it, and the chunk that each of them holds.
import type { Slot } from './pool.ts';
import type { ToWorker } from './protocol.ts';
import { heldBy, load, setHold, Word, type Held } from './schedule.ts';

export class Crew {
  /** Those that were told of the job, by whether they can load its task. */
  readonly #able = new Map<Slot, boolean>();
  readonly #control: Int32Array;

  constructor(control: Int32Array) {
    this.#control = control;
  }

  get slots(): Slot[] {
    return [...this.#able.keys()];
  }

  has(slot: Slot): boolean {
    return this.#able.has(slot);
  }

  /** Whether there is a worker that can load the task, as far as is known. */
  get isAble(): boolean {
    return [...this.#able.values()].includes(true);
  }

  /** Whether a worker has loaded the task. */
  get isJoined(): boolean {
    return load(this.#control, Word.joined) > 0;
  }

  add(slot: Slot): void {
    this.#able.set(slot, true);
  }

  markUnable(slot: Slot): void {
    this.#able.set(slot, false);
  }

  /** Takes a dead worker out; false when it was none of the crew. */
  remove(slot: Slot): boolean {
    if (!this.#able.delete(slot)) return false;
    this.release(slot);
    return true;
  }

  /** Takes the chunk of a worker that is given up; the worker itself may take a while to end. */
  release({ index }: Slot): void {
    setHold(this.#control, index, { start: 0, end: 0 });
  }

  post(message: ToWorker): void {
    for (const slot of this.#able.keys()) slot.post(message);
  }

  /** The chunks that workers are in the middle of. */
  get held(): (Held & { readonly slot: Slot })[] {
    return this.slots.map((slot) => ({ slot, ...heldBy(this.#control, slot.index) }));
  }

  /** The chunk that a worker holds which starts at an item. */
  holderOf(start: number): Held | undefined {
    return this.held.find((chunk) => chunk.start === start && chunk.end > start);
  }

  /** Items in the longest chunk that a worker holds. */
  get longest(): number {
    return Math.max(0, ...this.held.map(({ start, end }) => end - start));
  }
}

// What jobs have in common, wherever their chunks run: finished chunks are taken in order.
import type { Failure } from './chunk.ts';
import type { DoneChunk } from './done-chunk.ts';
import type { JobSettings } from './job-settings.ts';
import { Ledger } from './ledger.ts';
import { printOutput } from './output.ts';
import { recallError, recallResult } from './recall.ts';
import type { Table } from './table.ts';
import { clearTimeout, setTimeout } from './timers.ts';

export class ChunkedJob {
  readonly settings: JobSettings;
  protected readonly ledger: Ledger;

  #notify: (() => void) | undefined;

  constructor(settings: JobSettings, table?: Table) {
    this.settings = settings;
    this.ledger = new Ledger(settings.start, table);
  }

  /** Lets a call that waits look around. */
  notify(): void {
    this.#notify?.();
  }

  /** Waits for {@link notify}, for so many milliseconds at most if that is given. */
  protected async wait(milliseconds?: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = milliseconds && setTimeout(resolve, milliseconds);
      this.#notify = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Whether the chunk that starts at an item is finished. */
  has(start: number): boolean {
    return this.ledger.has(start);
  }

  /** Takes out the finished chunk that starts at an item, whose turn it is: what its tasks printed is printed. */
  take(start: number): DoneChunk {
    const chunk = this.ledger.take(start);
    printOutput(chunk.output);
    for (const item of chunk.unsent) recallResult(this.settings, chunk, start, item);
    return chunk;
  }

  /** The error of a failed item, when its turn has come. */
  errorOf(failure: Failure): unknown {
    return recallError(this.settings, failure);
  }
}

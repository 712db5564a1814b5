// The results of a chunk on their way back. What can't be sent is had by running its item again, on the calling
// thread: tasks are pure.
import { runChunk, type ChunkResult, type Failure } from './chunk.ts';
import { unpack } from './codec/pack.ts';
import { packValues, unpackValues } from './codec/values.ts';
import { locateError, mayBeGiven, packError } from './errors.ts';
import type { JobSettings } from './job-settings.ts';
import type { DoneChunk } from './done-chunk.ts';
import type { ChunkMessage } from './protocol.ts';
import { warnStays } from './shared.ts';
import type { TaskMeta } from './task.ts';
import type { Classes } from './types.ts';

export type PackedResult = Pick<ChunkMessage, 'values' | 'failures' | 'unsent'>;

/** Packs the results of a chunk. Those that can't be sent are left out; the calling thread computes them again. */
export function packResult(
  { values, failures }: ChunkResult,
  classes: Classes,
  start: number,
  name: string,
): PackedResult {
  const failed = failures.map(({ index, error, isRejection = false }) => ({
    index,
    error: !isRejection && mayBeGiven(error, classes) ? undefined : packError(error, classes),
  }));
  const unsent: { index: number; reason: string }[] = [];
  for (;;) {
    try {
      return { values: packValues(values, classes, start, name), failures: failed, unsent };
    } catch (error) {
      // The serializer doesn't say which of the results it refuses.
      const { path = [], message } = error as Error & { path?: [number?] };
      for (const place of path[0] === undefined ? values.keys() : [path[0]]) {
        unsent.push({ index: start + place, reason: message });
        values[place] = undefined;
      }
    }
  }
}

/** Whether something in a chunk's results stands in shared memory. */
export function refersToShared({ values, failures }: PackedResult): boolean {
  const packed = [values, ...failures.map(({ error }) => error)];
  return packed.some((part) => part && 'shared' in part && part.shared.length > 0);
}

/** What of a chunk's message tells its results. */
type Delivered = PackedResult & Pick<ChunkMessage, 'end' | 'output'>;

/** A chunk as a worker delivered it. */
export function unpackChunk({ end, output, unsent, ...message }: Delivered, classes: Classes): DoneChunk {
  const values = message.values ? unpackValues(message.values, classes) : [];
  const failures = message.failures.map(({ index, error }): Failure =>
    error ? { index, error: unpack(error, classes) } : { index, error: undefined, isLost: true },
  );
  return { end, values, failures, output, unsent };
}

/** Puts a result into the chunk that starts at `start`; with the option `strict` it is an error. */
export function recallResult(
  { plan, source, isStrict, meta }: JobSettings,
  { values, failures }: DoneChunk,
  start: number,
  { index, reason }: DoneChunk['unsent'][number],
): void {
  if (!isStrict) warnLocal(meta, reason);
  const again = isStrict
    ? { values: [], failures: [{ index, error: new TypeError(reason) }] }
    : runChunk(plan, source.get, index, index + 1);
  (values as unknown[])[index - start] = again.values[0];
  failures.push(...again.failures);
  failures.sort((a, b) => a.index - b.index);
}

/** The error of a failed item, which says where it was thrown. */
export function recallError({ plan, source, meta }: JobSettings, { index, error, isLost }: Failure): unknown {
  let thrown = error;
  if (isLost) {
    const [again] = runChunk(plan, source.get, index, index + 1).failures;
    const message = `${meta.name} threw in a worker what can't be sent to another thread`;
    thrown = again ? again.error : new Error(message);
  }
  return locateError(thrown, index, source.total, meta.name);
}

/**
 * What `make` gives, or undefined when something can't be sent, so that the call stays on the calling thread.
 * @throws {TypeError} naming what can't be sent, where the call asks for that
 */
export function sendable<Result>(meta: TaskMeta, isStrict: boolean, make: () => Result): Result | undefined {
  try {
    return make();
  } catch (error) {
    // Only the codec's errors have a path; anything else is none of ours.
    if (isStrict || !(error instanceof TypeError && 'path' in error)) throw error;
    warnLocal(meta, error.message);
    return undefined;
  }
}

/** Says, once, why a task runs on the calling thread. */
export function warnLocal({ name, url }: TaskMeta, reason: string): void {
  warnStays(`local ${url}#${name}`, name, `: ${reason}`);
}

/** Says, once for each module, that workers can't load it. */
export function warnUnable({ name, url }: TaskMeta, reason: string): void {
  warnStays(`unable ${url}`, name, `, as a worker can't load it: ${reason}`);
}

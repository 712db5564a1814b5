// DOALL_VERIFY=1: every call runs both ways, and a difference that a program could see is an error.
import { now } from './clock.ts';
import { inspect } from './reflect.ts';
import { isStrictCall, makeJob, type Call } from './call.ts';
import { isThenable, runChunk, type ChunkResult, type Failure } from './chunk.ts';
import { findDifference, reachable, type Difference } from './codec/compare.ts';
import { pack, printPath, unpack } from './codec/pack.ts';
import { sendable } from './recall.ts';
import { fixedSource, type Source } from './source.ts';
import { nameOf, type TaskMeta } from './task.ts';

/** Milliseconds to wait for a worker that can load the task. */
const START = 10_000;

/**
 * Runs the items from `start` to `end` on this thread and in workers, and compares. What can't be sent stays on this
 * thread, as it does without DOALL_VERIFY.
 * @returns what this thread gave
 * @throws {Error} when the results, the errors, or the identity of their objects differ, or when the task changed an
 * item or the constants
 * @throws {TypeError} when something can't be sent to a worker, and the call is strict
 */
export function runVerified(call: Call, source: Source, start: number, end: number): ChunkResult {
  const items = Array.from({ length: end - start }, (_, offset) => source.get(start + offset));
  const given = { items, constants: call.constants };
  const before = copyOf(call, given);
  const here = runChunk({ ...call, truth: undefined }, (index) => items[index], 0, items.length);
  const result = { values: here.values, failures: here.failures.map((failure) => shift(failure, start)) };
  if (!before || here.values.some(isThenable)) return result;
  const changed = findDifference(before, given);
  if (changed) fail(call, 'changes what it was given', '', changed, ['before', 'after']);
  checkIdentity(call, given, here.values);
  const there = runRemote(call, items, here);
  if (there) compareResults(call, here, there);
  return result;
}

/** What a worker would get, or undefined when something of it can't be sent. */
function copyOf(call: Call, given: object): object | undefined {
  const meta = call.meta as TaskMeta;
  const packed = sendable(meta, isStrictCall(call), () =>
    pack(given, meta.classes, (path) => String(path.shift())),
  );
  return packed && (unpack(packed, meta.classes) as object);
}

function shift({ index, error }: Failure, start: number): Failure {
  return { index: index + start, error };
}

/** An object of a result that is one of the given objects would be a copy of it, had it come from a worker. */
function checkIdentity(call: Call, given: object, values: unknown[]): void {
  const known = reachable(given);
  for (const [object, path] of reachable(values)) {
    const origin = object === values ? undefined : known.get(object);
    if (!origin) continue;
    const places = `results${printPath(path)} is the very object ${printPath(origin).slice(1)}`;
    throw new Error(`DOALL_VERIFY: ${nameOf(call.meta)} gives back what it was given: ${places}`);
  }
}

/**
 * The results that workers give, or undefined when none can load the task. Where a result or an error can't be sent, it
 * is that of this thread.
 */
function runRemote(call: Call, items: unknown[], here: ChunkResult): ChunkResult | undefined {
  const job = makeJob(call, fixedSource(items), {
    start: 0,
    cost: 1,
    isNumeric: false,
    isRemote: true,
  });
  const values: unknown[] = [];
  const failures: Failure[] = [];
  const deadline = now() + START;
  try {
    for (let at = 0; at < items.length;) {
      if (job.has(at)) {
        const chunk = job.take(at);
        for (let i = 0; i < chunk.values.length; i++) values[at + i] = chunk.values[i];
        for (const { index } of chunk.unsent) values[index] = here.values[index];
        for (const failure of chunk.failures) {
          const own = failure.isLost && here.failures.find(({ index }) => index === failure.index);
          failures.push(own || { ...failure, error: job.errorOf(failure) });
        }
        at = chunk.end;
        job.consume(at);
        if (failures.length > 0 && !call.settled) break;
      } else if (job.isHopeless(now() > deadline)) {
        return undefined;
      } else {
        job.advance(at, deadline);
      }
    }
  } finally {
    job.close();
  }
  return { values, failures };
}

function compareResults(call: Call, here: ChunkResult, there: ChunkResult): void {
  const sides: [string, string] = ['here', 'in a worker'];
  const { values, failures } = here;
  // Where a task failed, there is a hole.
  const expected = Array.from(values, (value) => (call.truth ? Boolean(value) : value));
  const error = findDifference(failures, there.failures);
  if (error) fail(call, 'throws differently in a worker', 'errors', error, sides);
  const difference = findDifference(expected, there.values);
  if (difference) fail(call, 'gives another result in a worker', 'results', difference, sides);
}

function fail(
  call: Call,
  what: string,
  root: string,
  difference: Difference,
  sides: [string, string],
): never {
  const { path, expected, actual } = difference;
  const place = `${root}${printPath(path)}`.replace(/^\./, '');
  const [one, other] = sides;
  throw new Error(
    `DOALL_VERIFY: ${nameOf(call.meta)} ${what}\n  at ${place}\n  ${one}: ${show(expected)}\n  ${other}: ${show(actual)}`,
  );
}

function show(value: unknown): string {
  return inspect(value, { depth: 2, breakLength: 100 });
}

// DOALL_VERIFY=1: every call runs both ways, and a difference that a program could see is an error.
import { performance } from 'node:perf_hooks';
import { inspect } from 'node:util';
import { makeJob, type Call } from './call.ts';
import { isThenable, runChunk, type ChunkResult, type Failure } from './chunk.ts';
import { findDifference, reachable, type Difference } from './codec/compare.ts';
import { pack, printPath, unpack } from './codec/pack.ts';
import { fixedSource, type Source } from './source.ts';

/** Milliseconds to wait for a worker that can load the task. */
const START = 10_000;

/**
 * Runs the items from `start` to `end` on this thread and in workers, and compares.
 * @returns what this thread gave
 * @throws {Error} when the results, the errors, or the identity of their objects differ, or when the task changed an
 * item or the constants
 * @throws {TypeError} when something can't be sent to a worker
 */
export function runVerified(call: Call, source: Source, start: number, end: number): ChunkResult {
  const { constants, meta } = call;
  const items = Array.from({ length: end - start }, (_, offset) => source.get(start + offset));
  const classes = meta?.classes ?? {};
  const given = { items, constants };
  const before = unpack(
    pack(given, classes, (path) => String(path.shift())),
    classes,
  );
  const here = runChunk({ ...call, truth: undefined }, (index) => items[index], 0, items.length);
  if (here.values.some(isThenable)) return here;
  const changed = findDifference(before, given);
  if (changed) fail(call, 'changes what it was given', '', changed, ['before', 'after']);
  checkIdentity(call, given, here.values);
  const there = runRemote(call, items);
  if (there) compareResults(call, here, there);
  return { values: here.values, failures: here.failures.map((failure) => shift(failure, start)) };
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
    throw new Error(`DOALL_VERIFY: ${nameOf(call)} gives back what it was given: ${places}`);
  }
}

/** The results that workers give, or undefined when none can load the task. */
function runRemote(call: Call, items: unknown[]): ChunkResult | undefined {
  const job = makeJob(call, fixedSource(items), {
    start: 0,
    cost: 1,
    isNumeric: false,
    ahead: undefined,
    isRemote: true,
  });
  const values: unknown[] = [];
  const failures: Failure[] = [];
  const deadline = performance.now() + START;
  try {
    for (let at = 0; at < items.length;) {
      if (job.has(at)) {
        const chunk = job.take(at);
        for (let i = 0; i < chunk.values.length; i++) values[at + i] = chunk.values[i];
        failures.push(...chunk.failures.map((failure) => ({ ...failure, error: job.errorOf(failure) })));
        at = chunk.end;
        job.consume(at);
        if (failures.length > 0 && !call.settled) break;
      } else if (job.isHopeless(performance.now() > deadline)) {
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
  const expected = call.truth ? values.map(Boolean) : values;
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
    `DOALL_VERIFY: ${nameOf(call)} ${what}\n  at ${place}\n  ${one}: ${show(expected)}\n  ${other}: ${show(actual)}`,
  );
}

function nameOf({ meta }: Call): string {
  return meta?.name ?? 'a function';
}

function show(value: unknown): string {
  return inspect(value, { depth: 2, breakLength: 100 });
}

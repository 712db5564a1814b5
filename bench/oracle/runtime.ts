/**
 * The runtime that the oracle puts in the place of `doall/runtime`: before a rewritten loop runs, its independent part is computed for all
 * items, last one first, on copies; then it is computed again for each item at its turn, as the original loop did. Were there a
 * flow dependence into the part, from an earlier iteration or from the remainder, the two would differ. Compiled alone: no imports but Node's.
 */
import { appendFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

type TaskFunction = (item: unknown, constants: unknown) => unknown;
type Task = TaskFunction & { oracleName?: string };
type Outcome =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };

interface Options {
  readonly withItems?: boolean;
  readonly settled?: boolean;
}

interface Tally {
  calls: number;
  compared: number;
  different: number;
}

const tallies = new Map<string, Tally>();

process.on('exit', () => {
  const log = process.env['DOALL_ORACLE_LOG'];
  if (log === undefined || tallies.size === 0) return;
  for (const [task, tally] of tallies) appendFileSync(log, `${JSON.stringify({ task, ...tally })}\n`);
});

export function task(url: string, name: string, run: TaskFunction): Task {
  return Object.assign((item: unknown, constants: unknown) => run(item, constants), {
    oracleName: `${url.replace(/^.*\/repository\//, '')}#${name}`,
  });
}

function tallyOf({ oracleName = 'callback' }: Task): Tally {
  const tally = tallies.get(oracleName) ?? { calls: 0, compared: 0, different: 0 };
  tallies.set(oracleName, tally);
  return tally;
}

/** A copy that shares nothing; the value itself where instances of classes would lose their prototypes. */
function copyOf<T>(value: T): T {
  try {
    const copy = structuredClone(value);
    return isDeepStrictEqual(copy, value) ? copy : value;
  } catch {
    return value;
  }
}

function attempt(run: TaskFunction, item: unknown, constants: unknown): Outcome {
  try {
    return { ok: true, value: run(item, constants) };
  } catch (error) {
    return { ok: false, error };
  }
}

function isSame(one: Outcome | undefined, other: Outcome): boolean {
  if (one?.ok === true && other.ok) return isDeepStrictEqual(one.value, other.value);
  return one?.ok === false && !other.ok && String(one.error) === String(other.error);
}

/** Outcomes of all items on copies, last item first. */
function foretell(run: Task, items: readonly unknown[], constants: unknown): Outcome[] {
  const outcomes = new Array<Outcome>(items.length);
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const [item, copied] = copyOf([items[index], constants]);
    outcomes[index] = copyOf(attempt(run, item, copied));
  }
  return outcomes;
}

export function* imapSync(
  run: Task,
  items: Iterable<unknown>,
  constants?: unknown,
  options: Options = {},
): Generator<unknown> {
  const tally = tallyOf(run);
  tally.calls += 1;
  const visited = items instanceof InStep ? items : [...items];
  const known = Array.isArray(visited) ? foretell(run, visited, constants) : [];
  let index = 0;
  for (const item of visited) {
    const outcome = attempt(run, item, constants);
    if (index < known.length) {
      tally.compared += 1;
      if (!isSame(known[index], outcome)) tally.different += 1;
    }
    index += 1;
    const result = options.settled === true ? outcome : settledValue(outcome);
    yield options.withItems === true ? [item, result] : result;
  }
}

export function settledValue(outcome: Outcome): unknown {
  if (outcome.ok) return outcome.value;
  throw outcome.error;
}

export function present(array: readonly unknown[]): unknown[] {
  return array.filter(() => true);
}

type Method = (array: unknown[], visit: () => unknown) => unknown;

/** An array method whose callback gives the next result. */
function overArray(method: Method) {
  return (run: Task, items: Iterable<unknown>, constants?: unknown): unknown => {
    const array = items instanceof InStep || !Array.isArray(items) ? [...items] : items;
    const results = imapSync(run, present(array), constants);
    return method(array, () => (results.next() as { value: unknown }).value);
  };
}

export const mapSync = overArray((array, visit) => array.map(visit));
export const filterSync = overArray((array, visit) => array.filter(visit));
export const flatMapSync = overArray((array, visit) => array.flatMap(visit));
export const someSync = overArray((array, visit) => array.some(visit));
export const everySync = overArray((array, visit) => array.every(visit));
// `find` and `findIndex` visit holes.
export const findSync = (run: Task, items: Iterable<unknown>, constants?: unknown): unknown =>
  overArray((array, visit) => array.find(visit))(run, [...items], constants);
export const findIndexSync = (run: Task, items: Iterable<unknown>, constants?: unknown): unknown =>
  overArray((array, visit) => array.findIndex(visit))(run, [...items], constants);

/** An array: items are gone through twice. */
export function range(from: number, to: number, step = 1): number[] {
  const numbers: number[] = [];
  for (let at = from; step > 0 ? at < to : at > to; at += step) numbers.push(at);
  return numbers;
}

export function enumerate(items: Iterable<unknown>): [number, unknown][] {
  return Array.from(items, (item, index) => [index, item]);
}

export function zip(...parts: Iterable<unknown>[]): unknown[][] {
  const lists = parts.map((part) => [...part]);
  const length = Math.min(...lists.map((list) => list.length));
  return Array.from({ length }, (_, index) => lists.map((list) => list[index]));
}

/** Items whose pulls may run code: nothing is foretold. */
class InStep {
  readonly #items: Iterable<unknown>;
  constructor(items: Iterable<unknown>) {
    this.#items = items;
  }
  [Symbol.iterator](): Iterator<unknown> {
    return this.#items[Symbol.iterator]();
  }
}

export function inStep(items: Iterable<unknown>): Iterable<unknown> {
  const isBuiltIn =
    Array.isArray(items) || items instanceof Set || items instanceof Map || ArrayBuffer.isView(items);
  return isBuiltIn || typeof items === 'string' ? items : new InStep(items);
}

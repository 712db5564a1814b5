/**
 * The meaning of `doall/runtime` without threads, for fuzzing. Items, constants, results and errors cross by the runtime's own codec; tasks
 * run eagerly and out of order as workers may, two of three on a "worker" that loaded its own copy of the task module, the third
 * on the originals, as the calling thread does. From what can't be sent on, they run at their turn. A rewrite that leans on shared state, identity or order differs under it.
 */
import { pack, unpack } from '../../src/runtime/codec/pack.ts';
import { range } from '../../src/runtime/range.ts';
import { settledValue } from '../../src/runtime/settled.ts';
import { enumerate, inStep, isInStep, keysIn, present, zip } from '../../src/runtime/spaces.ts';
import type { Classes, Outcome, StreamOptions, TaskOptions } from '../../src/runtime/types.ts';

type TaskFunction = (item: unknown, constants: unknown) => unknown;

interface Task {
  (item: unknown, constants: unknown): unknown;
  readonly taskName: string;
  readonly classes: Classes;
}

/** Gives the exports of the program's task module, freshly evaluated for the worker. */
export type LoadWorkerModule = (worker: number) => Record<string, unknown>;

/** The exports of `doall/runtime`, and how many items really crossed so far. */
export interface SnapshotRuntime {
  readonly exports: Record<string, unknown>;
  readonly crossings: () => number;
}

/** Threads in turn: the calling one is number 0. */
const threads = 3;

/** Makes one program's runtime module; without `loadWorkerModule`, one that runs everything inline, as within a worker. */
export function createSnapshotRuntime(loadWorkerModule?: LoadWorkerModule): SnapshotRuntime {
  const modules = new Map<number, Record<string, unknown>>();
  let crossings = 0;

  function workerTask({ taskName }: Task, worker: number): Task {
    const exports = modules.get(worker) ?? loadWorkerModule?.(worker) ?? {};
    modules.set(worker, exports);
    return exports[taskName] as Task;
  }

  /** The outcome of one item, on the thread whose turn it is. */
  function runOne(task: Task, item: unknown, constants: unknown, index: number): Outcome<unknown> {
    const worker = index % threads;
    if (worker === 0) return attempt(task, item, constants);
    const remote = workerTask(task, worker);
    try {
      const sent = send([item, constants], task.classes, remote.classes) as [unknown, unknown];
      const outcome = send(attempt(remote, ...sent), remote.classes, task.classes) as Outcome<unknown>;
      crossings += 1;
      return outcome;
    } catch {
      return attempt(task, item, constants);
    }
  }

  /** How many of the first items can be sent, none without the constants: the others run at their turn. */
  function countSendable(task: Task, items: readonly unknown[], constants: unknown): number {
    if (loadWorkerModule === undefined) return 0;
    const at = canSend(constants, task) ? items.findIndex((item) => !canSend(item, task)) : 0;
    return at < 0 ? items.length : at;
  }

  /** The outcomes of the items that can be sent, computed last item first, so that any carried dependence shows. */
  function runAhead(task: Task, items: readonly unknown[], constants: unknown): Outcome<unknown>[] {
    const outcomes: Outcome<unknown>[] = [];
    for (let index = countSendable(task, items, constants) - 1; index >= 0; index -= 1) {
      outcomes[index] = runOne(task, items[index], constants, index);
    }
    return outcomes;
  }

  function* imapSync(
    task: Task,
    iterable: Iterable<unknown>,
    constants?: unknown,
    options: StreamOptions = {},
  ): Generator<unknown> {
    if (isInStep(iterable)) {
      for (const item of iterable) yield consumed(item, attempt(task, item, constants), options);
      return;
    }
    const items = [...iterable];
    const outcomes = runAhead(task, items, constants);
    for (const [index, item] of items.entries())
      yield consumed(item, outcomes[index] ?? attempt(task, item, constants), options);
  }

  /** Results of the items that array methods visit. */
  function visit(task: Task, items: Iterable<unknown>, constants: unknown): unknown[] {
    return [...imapSync(task, visited(items), constants)];
  }

  const exports = {
    task: declareTask,
    imapSync,
    settledValue,
    ...arrayForms(visit),
    ...searchForms(imapSync),
    ...{ range, zip, enumerate, keysIn, present, inStep },
  };
  return { exports, crossings: () => crossings };
}

function declareTask(_url: string, taskName: string, run: TaskFunction, options: TaskOptions = {}): Task {
  const callable = (item: unknown, constants: unknown): unknown => run(item, constants);
  const { classes = {} } = options;
  return Object.assign(callable, { taskName, classes: typeof classes === 'function' ? classes() : classes });
}

/** @throws when something of the value would be lost */
function send(value: unknown, here: Classes, there: Classes): unknown {
  return unpack(
    pack(value, here, () => 'value'),
    there,
  );
}

function canSend(value: unknown, { classes }: Task): boolean {
  try {
    pack(value, classes, () => 'value');
    return true;
  } catch {
    return false;
  }
}

function attempt(task: Task, item: unknown, constants: unknown): Outcome<unknown> {
  try {
    return { ok: true, value: task(item, constants) };
  } catch (error) {
    return { ok: false, error };
  }
}

/** What the consumer of imapSync gets for one item. */
function consumed(item: unknown, outcome: Outcome<unknown>, options: StreamOptions): unknown {
  const result = options.settled === true ? outcome : settledValue(outcome);
  return options.withItems === true ? [item, result] : result;
}

/** Array methods pass over holes. */
function visited(items: Iterable<unknown>): Iterable<unknown> {
  return Array.isArray(items) ? present(items) : items;
}

type Visit = (task: Task, items: Iterable<unknown>, constants: unknown) => unknown[];

/** Results laid out as the array methods lay them out. */
function arrayForms(visit: Visit): Record<string, unknown> {
  const over =
    (method: (items: unknown[], next: () => unknown) => unknown[]) =>
    (task: Task, items: Iterable<unknown>, constants?: unknown): unknown[] => {
      // An iterator can be pulled but once.
      const array = Array.isArray(items) || isInStep(items) ? items : [...items];
      const results = visit(task, array, constants);
      let at = 0;
      return method(Array.isArray(array) ? array : results, () => results[at++]);
    };
  return {
    mapSync: (task: Task, items: Iterable<unknown>, constants?: unknown) =>
      Array.isArray(items)
        ? over((array, next) => array.map(next))(task, items, constants)
        : visit(task, items, constants),
    filterSync: over((array, next) => array.filter(next)),
    flatMapSync: over((array, next) => array.flatMap(next)),
  };
}

type ImapSync = (task: Task, items: Iterable<unknown>, constants?: unknown) => Iterable<unknown>;

function searchForms(imapSync: ImapSync): Record<string, unknown> {
  const search = (task: Task, items: Iterable<unknown>, constants: unknown, wanted: boolean): number => {
    let index = 0;
    for (const hit of imapSync(task, items, constants)) {
      if (Boolean(hit) === wanted) return index;
      index += 1;
    }
    return -1;
  };
  return {
    findIndexSync: (task: Task, items: unknown[], constants?: unknown) =>
      search(task, items, constants, true),
    findSync: (task: Task, items: Iterable<unknown>, constants?: unknown) =>
      [...items][search(task, items, constants, true)],
    someSync: (task: Task, items: Iterable<unknown>, constants?: unknown) =>
      search(task, visited(items), constants, true) >= 0,
    everySync: (task: Task, items: Iterable<unknown>, constants?: unknown) =>
      search(task, visited(items), constants, false) < 0,
  };
}

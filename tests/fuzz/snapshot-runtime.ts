/**
 * The meaning of `doall/runtime` without threads, for fuzzing: every item, constant and result really crosses by structured clone,
 * tasks run eagerly and out of order as workers may, and each "worker" loads its own copy of the task module. A rewrite that
 * leans on shared state, identity or order differs from the original under it.
 */

type TaskFunction = (item: unknown, constants: unknown) => unknown;
type Outcome = { readonly value: unknown } | { readonly error: unknown };

interface Task {
  (item: unknown, constants?: unknown): unknown;
  readonly url: string;
  readonly taskName: string;
}

interface Options {
  readonly withItems?: boolean;
  readonly settled?: boolean;
}

/** Gives the exports of the task module at `url`, freshly evaluated for the named worker. */
export type LoadWorkerModule = (url: string, worker: number) => Record<string, unknown>;

const workers = 2;

/** A value as the other thread sees it; what can't cross at all makes the runtime work inline, on the original. */
function cross(value: unknown): { readonly crossed: unknown; readonly exact: boolean } {
  try {
    return { crossed: structuredClone(value), exact: !holdsInstance(value, new Set()) };
  } catch {
    return { crossed: value, exact: false };
  }
}

/** Class instances lose their prototype in a clone; the runtime sees that and works inline. */
function holdsInstance(value: unknown, seen: Set<unknown>): boolean {
  if (typeof value !== 'object' || value === null || seen.has(value)) return false;
  seen.add(value);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return false;
  if (value instanceof Map) return [...value].flat().some((part) => holdsInstance(part, seen));
  if (value instanceof Set) return [...value].some((part) => holdsInstance(part, seen));
  if (value instanceof Error || value instanceof Date || value instanceof RegExp)
    return value instanceof RegExp && value.lastIndex !== 0;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return true;
  return Object.values(value).some((part) => holdsInstance(part, seen));
}

/** Makes one program's runtime module. */
export function createSnapshotRuntime(loadWorkerModule: LoadWorkerModule): Record<string, unknown> {
  const modules = new Map<string, Record<string, unknown>>();
  let crossings = 0;

  function workerFunction(task: Task, index: number): TaskFunction {
    const worker = index % workers;
    const key = `${worker}:${task.url}`;
    const exports = modules.get(key) ?? loadWorkerModule(task.url, worker);
    modules.set(key, exports);
    return exports[task.taskName] as TaskFunction;
  }

  /** All outcomes, computed last item first, so that any carried dependence shows. */
  function runAll(task: Task, items: readonly unknown[], constants: unknown): Outcome[] {
    const outcomes: Outcome[] = [];
    for (let index = items.length - 1; index >= 0; index -= 1) {
      if (!(index in items)) continue;
      outcomes[index] = runOne(task, items[index], constants, index);
    }
    outcomes.length = items.length;
    return outcomes;
  }

  function runOne(task: Task, item: unknown, constants: unknown, index: number): Outcome {
    const sent = cross(item);
    const sentConstants = cross(constants);
    const inline = !sent.exact || !sentConstants.exact;
    try {
      const run = inline ? task : workerFunction(task, index);
      const value = run(inline ? item : sent.crossed, inline ? constants : sentConstants.crossed);
      const back = inline ? { crossed: value, exact: true } : cross(value);
      if (!back.exact) return { value: task(item, constants) };
      if (!inline) crossings += 1;
      return { value: back.crossed };
    } catch (error) {
      return { error };
    }
  }

  function settledValue(outcome: Outcome): unknown {
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  }

  function attempt(task: Task, item: unknown, constants: unknown): Outcome {
    try {
      return { value: task(item, constants) };
    } catch (error) {
      return { error };
    }
  }

  /** What the consumer of imapSync gets for one item. */
  function consumed(item: unknown, outcome: Outcome, options: Options): unknown {
    const result = options.settled === true ? outcome : settledValue(outcome);
    return options.withItems === true ? [item, result] : result;
  }

  function* imapSync(
    task: Task,
    iterable: Iterable<unknown> | InStep,
    constants?: unknown,
    options: Options = {},
  ): Generator<unknown> {
    if (iterable instanceof InStep) {
      for (const item of iterable.iterable) yield consumed(item, attempt(task, item, constants), options);
      return;
    }
    const items = [...iterable];
    const outcomes = runAll(task, items, constants);
    for (let index = 0; index < items.length; index += 1) {
      yield consumed(items[index], outcomes[index] as Outcome, options);
    }
  }

  function mapSync(task: Task, iterable: Iterable<unknown> | InStep, constants?: unknown): unknown[] {
    if (!Array.isArray(iterable)) return [...imapSync(task, iterable, constants)];
    return runAll(task, iterable, constants).map(settledValue);
  }

  function declareTask(url: string, taskName: string, run: TaskFunction): Task {
    const callable = (item: unknown, constants?: unknown): unknown => run(item, constants);
    return Object.assign(callable, { url, taskName });
  }

  const search = searchForms(imapSync);
  return {
    task: declareTask,
    mapSync,
    imapSync,
    settledValue,
    ...search,
    filterSync: (task: Task, items: unknown[], constants?: unknown) => {
      const keep = mapSync(task, items, constants);
      return items.filter((_, index) => keep[index]);
    },
    flatMapSync: (task: Task, items: Iterable<unknown>, constants?: unknown) =>
      mapSync(task, items, constants).flat(),
    ...spaces,
    crossings: () => crossings,
  };
}

type ImapSync = (task: Task, items: Iterable<unknown>, constants?: unknown) => Iterable<unknown>;

function searchForms(imapSync: ImapSync): Record<string, unknown> {
  const findIndexSync = (task: Task, items: readonly unknown[], constants?: unknown): number => {
    let index = 0;
    for (const hit of imapSync(task, items, constants)) {
      if (hit) return index;
      index += 1;
    }
    return -1;
  };
  return {
    findIndexSync,
    findSync: (task: Task, items: readonly unknown[], constants?: unknown) => {
      const index = findIndexSync(task, items, constants);
      return index < 0 ? undefined : items[index];
    },
    someSync: (task: Task, items: unknown[], constants?: unknown) =>
      findIndexSync(
        task,
        items.filter(() => true),
        constants,
      ) >= 0,
    everySync: (task: Task, items: unknown[], constants?: unknown) => {
      for (const hit of imapSync(
        task,
        items.filter(() => true),
        constants,
      ))
        if (!hit) return false;
      return true;
    },
  };
}

const spaces = {
  *range(from: number, to: number, step = 1) {
    for (let index = from; step > 0 ? index < to : index > to; index += step) yield index;
  },
  enumerate: (iterable: Iterable<unknown>) => Array.from(iterable, (item, index) => [index, item]),
  *zip(...iterables: Iterable<unknown>[]) {
    const iterators = iterables.map((iterable) => iterable[Symbol.iterator]());
    for (;;) {
      const steps = iterators.map((iterator) => iterator.next());
      if (steps.some((step) => step.done)) return;
      yield steps.map((step) => step.value as unknown);
    }
  },
  present: (array: unknown[]) => array.filter(() => true),
  inStep: (iterable: Iterable<unknown>) => (isCollection(iterable) ? [...iterable] : new InStep(iterable)),
};

/** An iterable whose pulls may have effects: each task runs on this thread before the next pull. */
class InStep {
  readonly iterable: Iterable<unknown>;
  constructor(iterable: Iterable<unknown>) {
    this.iterable = iterable;
  }
}

function isCollection(value: Iterable<unknown>): boolean {
  return (
    Array.isArray(value) ||
    ArrayBuffer.isView(value) ||
    value instanceof Set ||
    value instanceof Map ||
    typeof value === 'string'
  );
}

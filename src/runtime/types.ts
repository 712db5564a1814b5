// The public types. Users' compilers read them as they stand here, some without `skipLibCheck`, so: no syntax newer
// than TypeScript 3.9, no types of Node or the DOM, and of the libraries only ES2017 and `AsyncIterable`.

/** A class whose instances may cross to a worker and back, keeping their prototype. */
export interface TransferableClass {
  readonly prototype: object;
}

/** The classes of a task's items, constants, results and errors, by a name that both threads know. */
export type Classes = Readonly<Record<string, TransferableClass>>;

export interface TaskOptions {
  /**
   * Classes whose instances stand in items, constants, results or errors. They must have no `#private` state. A function
   * that gives them is asked when a call first needs them: in a cycle of imports they may not be there before.
   */
  readonly classes?: Classes | (() => Classes);
  /** Whether the task tells objects of the item from objects of the constants: an item that refers to one isn't sent. */
  readonly identity?: boolean;
}

/** A task, or a plain function, which always runs inline. */
export type TaskLike<Item, Constants, Result> = (item: Item, constants: Constants) => Result;

/** What `await` gives. */
export type Resolved<Result> = Result extends PromiseLike<infer Value> ? Value : Result;

/** An iterable whose items are known by index, when all its parts are; `length` is then their number. */
export interface Space<Item> extends Iterable<Item> {
  /** The number of items, or undefined when a part doesn't know its own. */
  readonly length: number | undefined;
}

/** Bounds on the memory of a worker, in megabytes, as `worker_threads` takes them. */
export interface ResourceLimits {
  readonly maxOldGenerationSizeMb?: number;
  readonly maxYoungGenerationSizeMb?: number;
  readonly codeRangeSizeMb?: number;
  readonly stackSizeMb?: number;
}

export interface PoolOptions {
  /** Threads that work at the same time, the calling thread included in the blocking forms. Default: the cores. */
  readonly threads?: number | undefined;
  /** Milliseconds after the last call until the workers are ended. Default: 30 seconds. */
  readonly idle?: number | undefined;
  /** Bounds on the memory of each worker; one that goes beyond ends, and the calling thread runs its items. */
  readonly resourceLimits?: ResourceLimits | undefined;
}

/** What `using` and `await using` need, where the compiler knows them; else nothing. */
type Disposal = { [Key in DisposeKey<'dispose'>]: () => void } & {
  [Key in DisposeKey<'asyncDispose'>]: () => Promise<void>;
};
type DisposeKey<Name extends string> =
  SymbolConstructor extends Readonly<Record<Name, infer Key>> ? Extract<Key, symbol> : never;

/** Worker threads for any number of calls. Most programs never make one: calls share a default pool. */
export type Pool = Disposal & {
  readonly threads: number;
  /** Whether a worker is up. */
  readonly isWarm: boolean;
  /** Whether the pool was closed; calls on a closed pool run inline. */
  readonly isClosed: boolean;
  /** Ends the workers; calls that still run finish inline. */
  close(): Promise<void>;
};

/** An `AbortSignal`, which isn't declared everywhere. */
export interface Signal {
  readonly aborted: boolean;
}

/** A chunk of a call, as data that may be sent anywhere. */
export interface ChunkRequest {
  /** The URL of the task's module, and the name under which it exports the task. */
  readonly module: string;
  readonly task: string;
  /** The first item, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** The items and the constants, for `runRequest` alone to read. */
  readonly payload: Uint8Array;
}

/** What runs the chunks of calls elsewhere: in other processes, or on other machines. */
export interface Executor {
  /** How many chunks may be under way at the same time. */
  readonly slots: number;
  /**
   * Brings a request to a process that calls `runRequest` with it, and gives what that gave. When it rejects, the
   * chunk runs on the calling thread.
   * @param signal an `AbortSignal`, aborted when nobody waits for the chunk any more
   */
  execute(request: ChunkRequest, signal: Signal): PromiseLike<Uint8Array>;
}

export interface Options {
  /** Threads that work at the same time, the calling one included in the blocking forms. Default: the pool's. */
  readonly threads?: number;
  /** Exact number of items in a chunk. Default: sizes that follow the measured cost. */
  readonly chunkSize?: number;
  /** An `AbortSignal`. Ends the call when aborted, with its reason. A blocking call sees it only between chunks. */
  readonly signal?: Signal;
  /** Milliseconds after which the call ends with a TimeoutError; checked between chunks where this thread works. */
  readonly timeout?: number;
  /**
   * Milliseconds that a task may take for one item; an item that takes longer fails with a TimeoutError, and its worker
   * is ended and replaced. The calling thread then works on no item itself, as nobody could end that.
   */
  readonly itemTimeout?: number;
  /** Told how many items are done, and how many there are where that is known. */
  readonly onProgress?: (done: number, total: number | undefined) => void;
  /** Draw a progress bar on stderr, when that is a terminal. */
  readonly progress?: boolean;
  /** Throw when something can't be sent to a worker; by default the calling thread does it, with one warning. */
  readonly strict?: boolean;
  /** Use workers however small the work: for tests. */
  readonly force?: boolean;
  /** Where the call runs. Default: one pool for the whole process. */
  readonly pool?: Pool;
  /** Runs all items elsewhere; for calls that don't block. */
  readonly executor?: Executor;
}

export interface StreamOptions extends Options {
  /** Give `[item, result]`, with the original item. */
  readonly withItems?: boolean;
  /** Give an outcome for each item; `settledValue(outcome)` returns its value or throws its error. */
  readonly settled?: boolean;
}

/** Options of a stream that gives bare results. */
export type PlainOptions = Options & { readonly withItems?: false; readonly settled?: false };
/** Options of a stream that gives `[item, result]`. */
export type ItemOptions = Options & { readonly withItems: true; readonly settled?: false };
/** Options of a stream that gives outcomes. */
export type SettledOptions = Options & { readonly withItems?: false; readonly settled: true };
/** Options of a stream that gives `[item, outcome]`. */
export type ItemSettledOptions = Options & { readonly withItems: true; readonly settled: true };

/** The result of a task, or the error it threw. */
export type Outcome<Result> =
  { readonly ok: true; readonly value: Result } | { readonly ok: false; readonly error: unknown };

/**
 * How the common worker libraries are used: what makes a pool, what hands it a task, what closes it. All rules about existing
 * parallel code read this table. `keepsProcessAlive` was found by trying (Node 20.20; piscina 4.9, tinypool 2.2,
 * workerpool 9.3, poolifier 4.4, threads 1.7, jest-worker 29.7): whether Node still runs after the last task is done.
 */
export interface PoolApi {
  readonly library: string;
  readonly modules: readonly string[];
  readonly makers: readonly Maker[];
  /** Methods that hand over a task and give a promise; `any` when all methods but `dispose` and `other` do. */
  readonly dispatch: readonly string[] | 'any';
  readonly dispose: readonly string[];
  /** Methods that neither hand over a task nor close. */
  readonly other: readonly string[];
  readonly keepsProcessAlive: boolean;
  /** Whether an error of a task that nobody waits for is reported elsewhere (`await pool.completed()`). */
  readonly collectsErrors: boolean;
}

/** `new Piscina(…)`, `workerpool.pool(…)`. `default` stands for the module itself, too. */
export interface Maker {
  readonly export: string;
  readonly style: 'new' | 'call';
  readonly makes: 'pool' | 'worker';
}

const pool = (name: string, style: Maker['style'] = 'new'): Maker => ({ export: name, style, makes: 'pool' });

export const workerThreads: PoolApi = {
  library: 'worker_threads',
  modules: ['worker_threads', 'node:worker_threads'],
  makers: [{ export: 'Worker', style: 'new', makes: 'worker' }],
  dispatch: [],
  dispose: ['terminate', 'unref'],
  other: ['postMessage', 'on', 'once', 'off', 'addListener', 'removeListener', 'ref'],
  keepsProcessAlive: true,
  collectsErrors: false,
};

/** Methods that add a listener and give back the worker itself. */
export const listenerMethods: readonly string[] = ['on', 'once', 'addListener', 'prependListener'];

export const poolApis: readonly PoolApi[] = [
  workerThreads,
  {
    library: 'piscina',
    modules: ['piscina'],
    makers: [pool('default'), pool('Piscina')],
    dispatch: ['run', 'runTask'],
    dispose: ['destroy', 'close'],
    other: [],
    keepsProcessAlive: false,
    collectsErrors: false,
  },
  {
    library: 'tinypool',
    modules: ['tinypool'],
    makers: [pool('default'), pool('Tinypool')],
    dispatch: ['run', 'runTask'],
    dispose: ['destroy'],
    other: [],
    keepsProcessAlive: false,
    collectsErrors: false,
  },
  {
    library: 'workerpool',
    modules: ['workerpool'],
    makers: [pool('pool', 'call')],
    dispatch: ['exec'],
    dispose: ['terminate', 'clear'],
    other: ['proxy', 'stats'],
    keepsProcessAlive: true,
    collectsErrors: false,
  },
  {
    library: 'poolifier',
    modules: ['poolifier'],
    makers: ['FixedThreadPool', 'DynamicThreadPool', 'FixedClusterPool', 'DynamicClusterPool'].map((name) =>
      pool(name),
    ),
    dispatch: ['execute', 'mapExecute'],
    dispose: ['destroy'],
    other: [],
    keepsProcessAlive: true,
    collectsErrors: false,
  },
  {
    library: 'threads',
    modules: ['threads'],
    makers: [pool('Pool', 'call'), { export: 'spawn', style: 'call', makes: 'worker' }],
    dispatch: ['queue'],
    dispose: ['terminate'],
    other: ['completed', 'settled', 'events'],
    keepsProcessAlive: true,
    collectsErrors: true,
  },
  {
    library: 'jest-worker',
    modules: ['jest-worker'],
    makers: [pool('default'), pool('Worker'), pool('JestWorker')],
    dispatch: 'any',
    dispose: ['end', 'forceExit'],
    other: ['getStdout', 'getStderr', 'start'],
    keepsProcessAlive: true,
    collectsErrors: false,
  },
];

/** Exports that are only used in a worker: a file that uses one unguarded is a worker module. */
export const workerSideExports: Readonly<Record<string, readonly string[]>> = {
  worker_threads: ['parentPort'],
  'node:worker_threads': ['parentPort'],
  workerpool: ['worker'],
  poolifier: ['ThreadWorker', 'ClusterWorker'],
  'threads/worker': ['expose'],
};

/** Names that tell the main thread from a worker when a file asks for them. */
export const threadTests: readonly string[] = [
  'isMainThread',
  'isWorkerThread',
  'isWorkerRuntime',
  'isPrimary',
  'isMaster',
  'parentPort',
  'workerData',
  'threadId',
];

/** Functions that give a handle of the operating system, by module: what they return stays on its thread. */
export const handleMakers: Readonly<Record<string, readonly string[]>> = {
  fs: ['createReadStream', 'createWriteStream', 'watch'],
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect', 'createServer'],
  dgram: ['createSocket'],
  http: ['createServer', 'request', 'get'],
  https: ['createServer', 'request', 'get'],
  http2: ['createServer', 'createSecureServer', 'connect'],
  child_process: ['spawn', 'fork', 'exec', 'execFile'],
  readline: ['createInterface'],
};

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
  /** Whether `await using` closes it. */
  readonly isAsyncDisposable?: boolean;
  /** Whether the text of the function that a task is given as is sent, and run where nothing around it exists. */
  readonly sendsCode?: boolean;
  /** Whether an error of a task that nobody waits for is reported elsewhere (`await pool.completed()`). */
  readonly collectsErrors: boolean;
}

/** `new Piscina(…)`, `workerpool.pool(…)`. `default` stands for the module itself, too. */
export interface Maker {
  readonly export: string;
  readonly style: 'new' | 'call';
  /** A `remote` stands for the functions of one worker: it, and whatever methods it has, are called as if they were here. */
  readonly makes: 'pool' | 'worker' | 'remote';
  readonly sends: Sends;
}

/** Which arguments of a dispatching call travel: the `first`, `all`, the elements of the second (`listed`), or none. */
export type Sends = 'first' | 'all' | 'listed' | 'none';

const pool = (name: string, style: Maker['style'] = 'new', sends: Sends = 'first'): Maker => ({
  export: name,
  style,
  makes: 'pool',
  sends,
});

const remote = (name: string): Maker => ({ export: name, style: 'call', makes: 'remote', sends: 'all' });

export const workerThreads: PoolApi = {
  library: 'worker_threads',
  modules: ['worker_threads', 'node:worker_threads'],
  makers: [{ export: 'Worker', style: 'new', makes: 'worker', sends: 'none' }],
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
    isAsyncDisposable: true,
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
    makers: [pool('pool', 'call', 'listed')],
    dispatch: ['exec'],
    sendsCode: true,
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
    makers: [pool('Pool', 'call', 'none'), remote('spawn')],
    dispatch: ['queue'],
    dispose: ['terminate'],
    other: ['completed', 'settled', 'events'],
    keepsProcessAlive: true,
    collectsErrors: true,
  },
  {
    library: 'jest-worker',
    modules: ['jest-worker'],
    makers: ['default', 'Worker', 'JestWorker'].map((name) => pool(name, 'new', 'all')),
    dispatch: 'any',
    dispose: ['end', 'forceExit'],
    other: ['getStdout', 'getStderr', 'start'],
    keepsProcessAlive: true,
    collectsErrors: false,
  },
  {
    library: 'comlink',
    modules: ['comlink'],
    makers: [remote('wrap')],
    dispatch: 'any',
    dispose: [],
    other: [],
    keepsProcessAlive: true,
    collectsErrors: true,
  },
  {
    library: 'doall',
    modules: ['doall/runtime'],
    makers: [pool('Pool', 'new', 'none')],
    dispatch: [],
    dispose: ['close'],
    isAsyncDisposable: true,
    other: [],
    keepsProcessAlive: false,
    collectsErrors: false,
  },
];

/** Functions of a library that hand tasks to threads which it keeps itself. */
export interface PoolFunction {
  readonly module: string;
  readonly names: readonly string[];
  /** The arguments whose value travels; for `code`, the function of which only the text does. */
  readonly sends: readonly number[];
  readonly code: 'first' | 'last' | undefined;
}

const maps = ['map', 'filter', 'flatMap', 'imap', 'every', 'find', 'findIndex', 'some'];

export const poolFunctions: readonly PoolFunction[] = [
  {
    module: 'doall/runtime',
    names: maps.flatMap((name) => [name, `${name}Sync`]),
    sends: [1, 2],
    code: undefined,
  },
  { module: 'multithreading', names: ['threaded'], sends: [], code: 'first' },
  { module: 'multithreading', names: ['spawn'], sends: [], code: 'last' },
];

/** Exports that are only used in a worker: a file that uses one unguarded is a worker module. */
export const workerSideExports: Readonly<Record<string, readonly string[]>> = {
  worker_threads: ['parentPort'],
  'node:worker_threads': ['parentPort'],
  workerpool: ['worker'],
  poolifier: ['ThreadWorker', 'ClusterWorker'],
  'threads/worker': ['expose'],
};

/** Calls by which a worker names the functions that it runs for others, and which argument has them. */
export const workerFunctionCalls: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  workerpool: { worker: 0 },
  poolifier: { ThreadWorker: 0, ClusterWorker: 0 },
  threads: { expose: 0 },
  'threads/worker': { expose: 0 },
  comlink: { expose: 0 },
  'doall/runtime': { task: 2 },
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
  'threadName',
  'getEnvironmentData',
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

/** Classes and functions that open a connection: a client or pool of them belongs to its thread. */
export const clientMakers: Readonly<Record<string, readonly string[]>> = {
  mongodb: ['MongoClient'],
  mongoose: ['connect', 'createConnection'],
  pg: ['Client', 'Pool'],
  mysql: ['createConnection', 'createPool'],
  mysql2: ['createConnection', 'createPool'],
  'mysql2/promise': ['createConnection', 'createPool'],
  redis: ['createClient'],
  ioredis: ['default', 'Redis', 'Cluster'],
  knex: ['default', 'knex'],
  sequelize: ['Sequelize'],
  'better-sqlite3': ['default'],
  sqlite3: ['Database'],
  '@prisma/client': ['PrismaClient'],
  ws: ['default', 'WebSocket', 'WebSocketServer'],
  'socket.io': ['Server'],
};

/** `fs/promises.readFile`: what these modules export gives promises, but for a few. */
export const promiseMakers =
  /^(?:node:)?(?:fs|dns|timers)\/promises\.(?!watch$|setInterval$|[gs]etServers$|[gs]etDefaultResultOrder$)/;

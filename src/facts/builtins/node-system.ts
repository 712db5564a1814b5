/** Node's modules for processes, the net, threads and V8. Mostly not pure. */
import type { Entry, Table } from './define.ts';
import {
  ambient,
  anything,
  argument,
  arrayOf,
  boolean,
  callback,
  capture,
  constant,
  constructor,
  each,
  everythingIn,
  expensive,
  fresh,
  hidden,
  io,
  itself,
  linear,
  mutating,
  nondeterminism,
  nothing,
  number,
  oneOf,
  primitive,
  promiseOf,
  property,
  protocol,
  pure,
  receiver,
  rest,
  result,
  string,
  touch,
  touchDeep,
  words,
} from './define.ts';
import { timerFunctions } from './async.ts';
import type { IoDevice } from '../../model/index.ts';

const system = pure(anything, { outside: [nondeterminism('os')], cost: constant(10_000) });
export const osModule: Table = {
  ...each(
    words(`
    arch endianness homedir hostname machine platform release tmpdir type userInfo version
  `),
    pure(anything, { outside: [ambient('os', 'read')], throws: true, cost: constant(2000) }),
  ),
  ...each(
    words(`
    availableParallelism cpus freemem getPriority loadavg networkInterfaces totalmem uptime
  `),
    system,
  ),
  setPriority: pure(nothing, { outside: [io('process', 'write')], throws: true }),
  ...each(['EOL', 'devNull', 'constants'], property(anything)),
};

export const perfHooksModule: Table = {
  'performance.now': pure(number, { outside: [nondeterminism('performance.now')], cost: constant(40) }),
  ...each(
    words(`
    performance.mark performance.measure performance.clearMarks performance.clearMeasures
    performance.timerify performance.eventLoopUtilization
  `),
    pure(anything, {
      outside: [ambient('performance timeline', 'write'), nondeterminism('performance')],
      throws: true,
    }),
  ),
  ...each(['performance', 'constants'], property(anything)),
  ...each(
    ['createHistogram', 'monitorEventLoopDelay'],
    pure(anything, { outside: [nondeterminism('performance')], throws: true }),
  ),
  'new PerformanceObserver': constructor(anything, {
    callbacks: [callback(argument(0), { timing: 'later' })],
    outside: [ambient('performance timeline', 'read')],
  }),
};

const outsideWorld = (device: IoDevice): Entry =>
  pure(anything, {
    outside: [io(device, 'write'), io(device, 'read'), hidden('callbacks that run later')],
    reads: [touchDeep(rest(0))],
    throws: true,
    cost: expensive(1_000_000),
  });

export const childProcessModule: Table = each(
  words('exec execFile execFileSync execSync fork spawn spawnSync'),
  {
    ...outsideWorld('process'),
    cost: expensive(5_000_000),
  },
);

const onTheNet = outsideWorld('net');
export const httpModule: Table = {
  ...each(['createServer', 'get', 'request'], onTheNet),
  ...each(['METHODS', 'STATUS_CODES', 'maxHeaderSize'], property(anything)),
  ...each(['validateHeaderName', 'validateHeaderValue'], pure(nothing, { throws: true })),
};
export const httpsModule: Table = each(['createServer', 'get', 'request'], onTheNet);
export const netModule: Table = {
  ...each(['connect', 'createConnection', 'createServer'], onTheNet),
  ...each(['isIP', 'isIPv4', 'isIPv6'], pure(primitive, { cost: constant(200) })),
  ...each(['new Socket', 'new Server'], {
    ...constructor(fresh('socket'), { outside: [io('net', 'write')] }),
  }),
};
const lookups = words(`
    lookup lookupService resolve resolve4 resolve6 resolveAny resolveCname resolveMx resolveNs
    resolvePtr resolveSoa resolveSrv resolveTxt reverse
  `);
export const dnsModule: Table = each([...lookups, ...lookups.map((name) => `promises.${name}`)], onTheNet);

export const timersModule: Table = timerFunctions;
const timed = (returns: Entry['returns']): Entry =>
  pure(returns, { outside: [io('timer', 'write')], throws: true, cost: constant(1000) });
export const timersPromisesModule: Table = {
  ...each(['setTimeout', 'setImmediate'], timed(promiseOf(oneOf([itself(rest(0))])))),
  setInterval: timed(fresh('async-iterator')),
};

export const stringDecoderModule: Table = {
  'new StringDecoder': constructor(fresh('text-decoder'), { throws: true }),
};

const insideContext = pure(oneOf([itself(result())]), {
  callbacks: [callback(argument(1), { restParameters: [itself(rest(2))], times: 'once', optional: true })],
  outside: [ambient('AsyncLocalStorage', 'write')],
});
export const asyncHooksModule: Table = {
  'new AsyncLocalStorage': constructor(fresh('async-local-storage'), {
    outside: [ambient('AsyncLocalStorage', 'write')],
  }),
  'new AsyncResource': constructor(anything, { outside: [ambient('async context', 'write')] }),
  ...each(
    ['executionAsyncId', 'triggerAsyncId', 'executionAsyncResource'],
    pure(anything, { outside: [ambient('async context', 'read')] }),
  ),
  createHook: pure(anything, { outside: [ambient('async context', 'write'), hidden('hooks')] }),
};
export const asyncLocalStorageMethods: Table = {
  getStore: pure(oneOf([itself(receiver)]), { outside: [ambient('AsyncLocalStorage', 'read')] }),
  run: insideContext,
  exit: {
    ...insideContext,
    callbacks: [callback(argument(0), { restParameters: [itself(rest(1))], times: 'once' })],
  },
  ...each(
    ['enterWith', 'disable'],
    mutating(nothing, 'all', { outside: [ambient('AsyncLocalStorage', 'write')] }),
  ),
};

export const workerThreadsModule: Table = {
  ...each(
    words('isMainThread threadId workerData parentPort resourceLimits SHARE_ENV'),
    property(anything, { outside: [ambient('this thread', 'read')] }),
  ),
  ...each(['getEnvironmentData'], pure(anything, { outside: [ambient('this thread', 'read')] })),
  ...each(
    words(`
    setEnvironmentData markAsUntransferable moveMessagePortToContext postMessageToThread
    receiveMessageOnPort
  `),
    outsideWorld('other'),
  ),
  ...each(
    ['new Worker', 'new MessageChannel', 'new BroadcastChannel'],
    constructor(fresh('message-port'), { outside: [io('other', 'write')], throws: true }),
  ),
};

export const v8Module: Table = {
  serialize: pure(fresh('buffer', primitive), {
    reads: [touchDeep(argument(0))],
    protocols: [protocol('get', everythingIn(argument(0)))],
    throws: true,
    cost: linear(100),
  }),
  deserialize: pure(anything, { reads: [touch(argument(0))], throws: true, cost: linear(100) }),
  ...each(
    words(`
    getHeapStatistics getHeapSpaceStatistics getHeapCodeStatistics cachedDataVersionTag
  `),
    pure(anything, { outside: [nondeterminism('v8')] }),
  ),
  ...each(
    words(`
    setFlagsFromString writeHeapSnapshot takeCoverage stopCoverage setHeapSnapshotNearHeapLimit
  `),
    pure(anything, { outside: [ambient('v8', 'write'), io('fs', 'write')], throws: true }),
  ),
};

const runsText = pure(anything, {
  outside: [hidden('runs source text')],
  throws: true,
  cost: constant(50_000),
});
export const vmModule: Table = {
  ...each(words('runInContext runInNewContext runInThisContext compileFunction createContext'), runsText),
  isContext: pure(boolean),
  'new Script': constructor(fresh('script'), { outside: [hidden('runs source text')], throws: true }),
};
export const scriptMethods: Table = each(['runInContext', 'runInNewContext', 'runInThisContext'], runsText);

export const readlineModule: Table = each(
  words(`
    clearLine clearScreenDown createInterface cursorTo emitKeypressEvents moveCursor
  `),
  outsideWorld('console'),
);
export const ttyModule: Table = { isatty: pure(boolean, { outside: [ambient('standard streams', 'read')] }) };

export const moduleModule: Table = {
  isBuiltin: pure(boolean),
  builtinModules: property(arrayOf(string)),
  ...each(
    words('createRequire register syncBuiltinESMExports findSourceMap'),
    pure(anything, { outside: [hidden('module loading')], throws: true }),
  ),
};

const flowing = mutating(anything, 'all', {
  outside: [io('other', 'write'), hidden('stream listeners')],
  captures: [capture(receiver, itself(rest(0)))],
  throws: true,
  cost: constant(2000),
});
export const streamMethods: Table = each(
  words(`
    write end read pipe unpipe destroy pause resume cork uncork setEncoding push unshift cancel
    getReader getWriter pipeTo pipeThrough tee abort close
  `),
  flowing,
);
export const streamModule: Table = {
  ...each(words('pipeline finished compose addAbortSignal destroy duplexPair'), flowing),
  ...each(
    words('isDisturbed isErrored isReadable getDefaultHighWaterMark'),
    pure(anything, { reads: [touch(argument(0))] }),
  ),
  ...each(
    ['new Readable', 'new Writable', 'new Duplex', 'new Transform', 'new PassThrough'],
    constructor(fresh('stream'), { outside: [hidden('a stream calls what it was given')] }),
  ),
};
export const socketMethods: Table = each(
  words('connect setTimeout setNoDelay setKeepAlive address ref unref'),
  {
    ...flowing,
    outside: [io('net', 'write'), hidden('socket listeners')],
  },
);
export const messagePortMethods: Table = each(words('postMessage start close ref unref terminate on'), {
  ...flowing,
  outside: [io('other', 'write')],
});
export const childProcessMethods: Table = each(words('kill send disconnect ref unref'), {
  ...flowing,
  outside: [io('process', 'write')],
});

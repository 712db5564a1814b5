/** `process`. What a worker has a copy of (env, argv) is read as ambient; what never changes is plain data. */
import type { Entry, Table } from './define.ts';
import {
  ambient,
  anything,
  argument,
  callback,
  capture,
  constant,
  each,
  fresh,
  hidden,
  io,
  itself,
  nondeterminism,
  nothing,
  oneOf,
  primitive,
  prefixed,
  property,
  pure,
  receiver,
  rest,
  string,
  touch,
  words,
} from './define.ts';

const facts = words(`
    version versions arch platform release pid ppid execPath features config moduleLoadList
    allowedNodeEnvironmentFlags
  `);
const perThread = words(`
    env argv argv0 execArgv title exitCode debugPort report domain sourceMapsEnabled
  `);
const measures = words(`
    uptime cpuUsage resourceUsage memoryUsage memoryUsage.rss hrtime hrtime.bigint availableMemory
    constrainedMemory getActiveResourcesInfo
  `);
const ids = words('getuid geteuid getgid getegid getgroups hasUncaughtExceptionCaptureCallback');
const changes = words(`
    chdir umask setuid setgid seteuid setegid setgroups initgroups loadEnvFile setSourceMapsEnabled
    setUncaughtExceptionCaptureCallback emitWarning
  `);
const emitters = words(`
    on once off addListener removeListener removeAllListeners prependListener emit setMaxListeners
  `);
const outputs = ['stdout.write', 'stderr.write'];

const ending: Entry = pure(fresh('undefined'), {
  outside: [io('process', 'write'), { kind: 'throw' }],
  throws: true,
});
const measuring = (name: string): Entry =>
  pure(anything, { outside: [nondeterminism(`process.${name}`)], cost: constant(500) });
const reads = (name: string): Entry => property(anything, { outside: [ambient(`process.${name}`, 'read')] });

export const processFunctions: Table = {
  ...each(facts, property(anything)),
  ...Object.fromEntries(perThread.map((name) => [name, reads(name)])),
  ...Object.fromEntries(measures.map((name) => [name, measuring(name)])),
  ...each(ids, pure(anything, { outside: [ambient('process ids', 'read')] })),
  cwd: pure(string, { outside: [ambient('process.cwd', 'read')], cost: constant(300) }),
  ...Object.fromEntries(
    changes.map((name) => [
      name,
      pure(primitive, {
        outside: [ambient(name === 'chdir' ? 'process.cwd' : `process.${name}`, 'write')],
        throws: true,
      }),
    ]),
  ),
  ...Object.fromEntries(
    emitters.map((name) => [
      name,
      pure(oneOf([itself(receiver)]), {
        outside: [ambient('process events', 'write'), hidden('process event listeners')],
        captures: [capture(receiver, itself(rest(0)))],
      }),
    ]),
  ),
  ...each(['exit', 'reallyExit', 'abort'], ending),
  kill: pure(fresh('boolean'), { outside: [io('process', 'write')], throws: true }),
  nextTick: pure(nothing, {
    outside: [io('timer', 'write')],
    callbacks: [callback(argument(0), { restParameters: [itself(rest(1))], timing: 'later', times: 'once' })],
  }),
  ...each(
    outputs,
    pure(fresh('boolean'), {
      outside: [io('console', 'write')],
      reads: [touch(argument(0))],
      cost: constant(3000),
    }),
  ),
  ...each(
    ['stdout', 'stderr', 'stdin'],
    property(fresh('stream'), { outside: [ambient('standard streams', 'read')] }),
  ),
  ...each(
    words('binding dlopen openStdin getBuiltinModule'),
    pure(anything, { outside: [hidden('code of the process')], throws: true }),
  ),
};

export const moduleGlobals: Table = {
  ...prefixed('process.', processFunctions),
  /** A worker module is another file, with paths and a module cache of its own. */
  ...each(
    ['__filename', '__dirname'],
    property(string, { outside: [ambient('path of this module', 'read')] }),
  ),
  require: pure(anything, { outside: [hidden('loads a module')], throws: true, cost: constant(100_000) }),
  'require.resolve': pure(string, {
    outside: [ambient('module paths', 'read')],
    throws: true,
    cost: constant(50_000),
  }),
  'require.cache': property(anything, { outside: [ambient('require.cache', 'read')] }),
  'require.main': property(anything, { outside: [ambient('require.main', 'read')] }),
  ...each(
    ['module', 'exports'],
    property(anything, { outside: [ambient('exports of this module', 'read')] }),
  ),
  ...each(['globalThis', 'global'], property(anything, { outside: [ambient('globalThis', 'read')] })),
};

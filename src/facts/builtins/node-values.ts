/** Node's modules for paths, text, values and events. Mostly pure. */
import type { Table } from './define.ts';
import {
  ambient,
  anything,
  argument,
  arrayOf,
  boolean,
  callback,
  constant,
  constructor,
  each,
  everythingIn,
  fresh,
  hidden,
  io,
  itself,
  linear,
  nondeterminism,
  nothing,
  number,
  oneOf,
  primitive,
  promiseOf,
  prefixed,
  property,
  protocol,
  pure,
  rest,
  string,
  touch,
  touchDeep,
  words,
} from './define.ts';
import { bufferGlobals } from './memory.ts';

const text = pure(string, { throws: true, cost: constant(300) });
const pathFunctions: Table = {
  ...each(words('normalize join toNamespacedPath dirname basename extname'), text),
  format: { ...text, reads: [touch(argument(0))] },
  isAbsolute: pure(boolean, { throws: true, cost: constant(20) }),
  matchesGlob: pure(boolean, { throws: true, cost: constant(5000) }),
  parse: pure(fresh('object'), { throws: true, cost: constant(200) }),
  ...each(['resolve', 'relative'], { ...text, outside: [ambient('process.cwd', 'read')] }),
  ...each(['sep', 'delimiter'], property(string)),
  ...each(['posix', 'win32'], property(anything)),
};
export const pathModule: Table = {
  ...pathFunctions,
  ...prefixed('posix.', pathFunctions),
  ...prefixed('win32.', pathFunctions),
};

const typeTests = words(`
    isExternal isDate isArgumentsObject isBigIntObject isBooleanObject isNumberObject isStringObject
    isSymbolObject isNativeError isRegExp isAsyncFunction isGeneratorFunction isGeneratorObject
    isPromise isMap isSet isMapIterator isSetIterator isWeakMap isWeakSet isArrayBuffer isDataView
    isSharedArrayBuffer isProxy isModuleNamespaceObject isAnyArrayBuffer isBoxedPrimitive
    isArrayBufferView isTypedArray isUint8Array isUint8ClampedArray isUint16Array isUint32Array
    isInt8Array isInt16Array isInt32Array isFloat32Array isFloat64Array isBigInt64Array
    isBigUint64Array isKeyObject isCryptoKey
  `);
export const utilTypesModule: Table = each(typeTests, pure(boolean));

const printing = pure(string, {
  reads: [touchDeep(rest(0))],
  protocols: [protocol('inspect', everythingIn(rest(0)))],
  cost: constant(3000),
});
const olderTests = words(`
    isArray isBoolean isBuffer isNull isNullOrUndefined isNumber isString isSymbol isUndefined
    isRegExp isObject isDate isError isFunction isPrimitive
  `);
const wrapping = pure(fresh('function', oneOf([itself(rest(0))])), { throws: true, cost: constant(500) });

export const utilModule: Table = {
  ...prefixed('types.', utilTypesModule),
  types: property(anything),
  ...each(olderTests, pure(boolean)),
  ...each(['format', 'formatWithOptions', 'inspect'], printing),
  isDeepStrictEqual: pure(boolean, {
    reads: [touchDeep(argument(0)), touchDeep(argument(1))],
    protocols: [protocol('get', everythingIn(argument(0))), protocol('get', everythingIn(argument(1)))],
    cost: linear(50),
  }),
  ...each(['callbackify', 'promisify'], wrapping),
  deprecate: { ...wrapping, outside: [hidden('prints a warning when called')] },
  ...each(['debug', 'debuglog', 'log'], pure(anything, { outside: [io('console', 'write')] })),
  ...each(words('styleText stripVTControlCharacters toUSVString getSystemErrorName'), text),
  getSystemErrorMap: pure(fresh('map')),
  parseEnv: pure(fresh('object'), { throws: true, cost: linear(10) }),
  parseArgs: pure(fresh('object'), {
    reads: [touchDeep(argument(0))],
    outside: [ambient('process.argv', 'read')],
    throws: true,
  }),
  inherits: pure(nothing, { mutates: [touch(argument(0))], throws: true }),
  ...each(['aborted'], pure(promiseOf(nothing), { outside: [hidden('abort listeners')] })),
  ...each(
    ['transferableAbortController', 'transferableAbortSignal'],
    pure(fresh('any', oneOf([itself(argument(0))]))),
  ),
  'new TextDecoder': constructor(fresh('text-decoder'), { throws: true }),
  'new TextEncoder': constructor(fresh('text-encoder')),
  ...each(['new MIMEType', 'new MIMEParams'], constructor(fresh('any'), { throws: true })),
};

export const urlModule: Table = {
  'new URL': constructor(fresh('url'), { throws: true, cost: constant(2000) }),
  'new URLSearchParams': constructor(fresh('url-search-params'), { throws: true, cost: constant(1000) }),
  ...each(['resolve', 'domainToASCII', 'domainToUnicode'], text),
  format: { ...text, reads: [touchDeep(argument(0))] },
  ...each(['parse', 'resolveObject'], pure(fresh('object'), { throws: true, cost: constant(2000) })),
  pathToFileURL: pure(fresh('url'), {
    outside: [ambient('process.cwd', 'read')],
    throws: true,
    cost: constant(2000),
  }),
  fileURLToPath: { ...text, reads: [touch(argument(0))] },
  urlToHttpOptions: pure(fresh('object'), { reads: [touch(argument(0))], throws: true }),
};

export const querystringModule: Table = {
  ...each(
    ['parse', 'decode'],
    pure(fresh('any'), {
      callbacks: [],
      outside: [hidden('options.decodeURIComponent')],
      cost: linear(20),
    }),
  ),
  ...each(
    ['stringify', 'encode'],
    pure(string, {
      reads: [touchDeep(argument(0))],
      outside: [hidden('options.encodeURIComponent')],
      cost: linear(50),
    }),
  ),
  ...each(['escape', 'unescape'], text),
  unescapeBuffer: pure(fresh('buffer', primitive)),
};

export const bufferModule: Table = {
  ...bufferGlobals,
  'new Blob': constructor(fresh('blob'), { throws: true, reads: [touchDeep(argument(0))] }),
  'new File': constructor(fresh('blob'), {
    throws: true,
    reads: [touchDeep(argument(0))],
    outside: [nondeterminism('lastModified')],
  }),
  ...each(['atob', 'btoa'], text),
  transcode: pure(fresh('buffer', primitive), { reads: [touch(argument(0))], throws: true }),
  ...each(
    ['isUtf8', 'isAscii'],
    pure(boolean, { reads: [touch(argument(0))], throws: true, cost: linear(1) }),
  ),
  ...each(['constants', 'kMaxLength', 'kStringMaxLength'], property(anything)),
  resolveObjectURL: pure(fresh('blob'), { outside: [ambient('blob URLs', 'read')] }),
};

export const eventsModule: Table = {
  ...each(['new EventEmitter', 'new default'], constructor(fresh('event-emitter'), { cost: constant(200) })),
  'new EventEmitterAsyncResource': constructor(fresh('event-emitter'), {
    outside: [ambient('async context', 'write')],
  }),
  ...each(['once', 'on'], pure(promiseOf(anything), { mutates: [touch(argument(0))] })),
  addAbortListener: pure(fresh('object'), {
    mutates: [touch(argument(0))],
    callbacks: [callback(argument(1), { timing: 'later' })],
    throws: true,
  }),
  getEventListeners: pure(arrayOf(fresh('function')), { reads: [touch(argument(0))], throws: true }),
  ...each(['getMaxListeners', 'listenerCount'], pure(number, { reads: [touch(argument(0))], throws: true })),
  setMaxListeners: pure(nothing, {
    mutates: [touch(rest(1))],
    outside: [ambient('EventEmitter.defaultMaxListeners', 'write')],
  }),
  defaultMaxListeners: property(number, { outside: [ambient('EventEmitter.defaultMaxListeners', 'read')] }),
  ...each(words('errorMonitor captureRejectionSymbol captureRejections usingDomains'), property(primitive)),
};

const checking = pure(nothing, {
  reads: [touchDeep(argument(0)), touchDeep(argument(1))],
  protocols: [protocol('get', everythingIn(argument(0))), protocol('get', everythingIn(argument(1)))],
  throws: true,
  cost: constant(100),
});
const assertions: Table = {
  ...each(
    words(`
    ok equal notEqual deepEqual notDeepEqual deepStrictEqual notDeepStrictEqual strictEqual
    notStrictEqual ifError match doesNotMatch
  `),
    checking,
  ),
  partialDeepStrictEqual: { ...checking, since: '22.13.0' },
  fail: pure(nothing, { outside: [{ kind: 'throw' }], throws: true }),
  ...each(['throws', 'doesNotThrow'], { ...checking, callbacks: [callback(argument(0), { times: 'once' })] }),
  ...each(['rejects', 'doesNotReject'], {
    ...checking,
    returns: promiseOf(nothing),
    callbacks: [callback(argument(0), { times: 'once', optional: true })],
  }),
  'new AssertionError': constructor(fresh('error', oneOf([everythingIn(argument(0))])), {
    cost: constant(5000),
  }),
};
export const assertModule: Table = {
  ...assertions,
  ...prefixed('strict.', assertions),
  ...each(['default', 'strict'], checking),
};

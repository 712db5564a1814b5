/** Which table describes which kind of value, and what the kinds are called. */
import type { Table } from './define.ts';
import { words } from './define.ts';
import { arrayMethods } from './array.ts';
import { promiseMethods, timeoutMethods } from './async.ts';
import {
  asyncIteratorMethods,
  finalizationRegistryMethods,
  iteratorMethods,
  mapMethods,
  setMethods,
  weakMapMethods,
  weakRefMethods,
  weakSetMethods,
} from './collections.ts';
import {
  arrayBufferMethods,
  bufferMethods,
  dataViewMethods,
  sharedArrayBufferMethods,
  typedArrayMethods,
} from './memory.ts';
import { hashMethods } from './node-crypto.ts';
import { direntMethods, fileHandleMethods, statsMethods } from './node-fs.ts';
import {
  asyncLocalStorageMethods,
  childProcessMethods,
  messagePortMethods,
  scriptMethods,
  socketMethods,
  streamMethods,
} from './node-system.ts';
import { bigintMethods, booleanMethods, numberMethods, symbolMethods } from './number.ts';
import { errorMethods, functionMethods, objectMethods } from './object.ts';
import type { ValueKind } from './profile.ts';
import { stringMethods } from './string.ts';
import { dateMethods, intlMethods, regexpMatchMethods, regexpMethods } from './text.ts';
import {
  abortControllerMethods,
  abortSignalMethods,
  blobMethods,
  eventEmitterMethods,
  eventTargetMethods,
  headersMethods,
  textDecoderMethods,
  textEncoderMethods,
  urlMethods,
  urlSearchParamsMethods,
} from './web.ts';

export interface MethodTable {
  readonly table: Table;
  /** How its methods are called in profiles: `Array.prototype.` */
  readonly prefix: string;
  /** Where lookups go on. */
  readonly parent: ValueKind | undefined;
}

function of(type: string, table: Table, parent: ValueKind = 'object'): MethodTable {
  return { table, prefix: `${type}.prototype.`, parent };
}

/** A Proxy and `any` have no table: nothing is known of them. */
export const methods: Partial<Record<ValueKind, MethodTable>> = {
  object: { table: objectMethods, prefix: 'Object.prototype.', parent: undefined },
  function: of('Function', functionMethods),
  boolean: of('Boolean', booleanMethods),
  number: of('Number', numberMethods),
  bigint: of('BigInt', bigintMethods),
  string: of('String', stringMethods),
  symbol: of('Symbol', symbolMethods),
  array: of('Array', arrayMethods),
  'regexp-match': of('RegExpMatch', regexpMatchMethods, 'array'),
  data: of('Data', {}),
  map: of('Map', mapMethods),
  set: of('Set', setMethods),
  'weak-map': of('WeakMap', weakMapMethods),
  'weak-set': of('WeakSet', weakSetMethods),
  'weak-ref': of('WeakRef', weakRefMethods),
  'finalization-registry': of('FinalizationRegistry', finalizationRegistryMethods),
  date: of('Date', dateMethods),
  regexp: of('RegExp', regexpMethods),
  'stateless-regexp': of('RegExp', regexpMethods),
  error: of('Error', errorMethods),
  promise: of('Promise', promiseMethods),
  iterator: of('Iterator', iteratorMethods),
  'async-iterator': of('AsyncIterator', asyncIteratorMethods),
  'array-buffer': of('ArrayBuffer', arrayBufferMethods),
  'shared-array-buffer': of('SharedArrayBuffer', sharedArrayBufferMethods),
  'data-view': of('DataView', dataViewMethods),
  'typed-array': of('TypedArray', typedArrayMethods),
  buffer: of('Buffer', bufferMethods, 'typed-array'),
  intl: of('Intl', intlMethods),
  url: of('URL', urlMethods),
  'url-search-params': of('URLSearchParams', urlSearchParamsMethods),
  'text-encoder': of('TextEncoder', textEncoderMethods),
  'text-decoder': of('TextDecoder', textDecoderMethods),
  headers: of('Headers', headersMethods),
  blob: of('Blob', blobMethods),
  'abort-controller': of('AbortController', abortControllerMethods),
  'abort-signal': of('AbortSignal', abortSignalMethods, 'event-target'),
  'event-target': of('EventTarget', eventTargetMethods),
  'event-emitter': of('EventEmitter', eventEmitterMethods),
  stream: of('Stream', streamMethods, 'event-emitter'),
  socket: of('Socket', socketMethods, 'stream'),
  timeout: of('Timeout', timeoutMethods),
  hash: of('Hash', hashMethods),
  'file-handle': of('FileHandle', fileHandleMethods),
  stats: of('Stats', statsMethods),
  dirent: of('Dirent', direntMethods),
  'message-port': of('MessagePort', messagePortMethods, 'event-target'),
  'child-process': of('ChildProcess', childProcessMethods, 'event-emitter'),
  'async-local-storage': of('AsyncLocalStorage', asyncLocalStorageMethods),
  script: of('Script', scriptMethods),
};

const typedArrayNames = words(`
    Int8 Uint8 Uint8Clamped Int16 Uint16 Int32 Uint32 Float16 Float32 Float64 BigInt64 BigUint64
  `).map((type) => [`${type}Array`, 'typed-array'] as const);

const errorNames = words(`
    Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError
  `).map((name) => [name, 'error'] as const);

/** Names of types, as annotations write them. */
export const typeKinds: Readonly<Record<string, ValueKind>> = {
  Array: 'array',
  ReadonlyArray: 'array',
  Map: 'map',
  ReadonlyMap: 'map',
  Set: 'set',
  ReadonlySet: 'set',
  WeakMap: 'weak-map',
  WeakSet: 'weak-set',
  WeakRef: 'weak-ref',
  Date: 'date',
  RegExp: 'regexp',
  Promise: 'promise',
  PromiseLike: 'promise',
  Iterator: 'iterator',
  IterableIterator: 'iterator',
  Generator: 'iterator',
  AsyncGenerator: 'async-iterator',
  AsyncIterableIterator: 'async-iterator',
  ArrayBuffer: 'array-buffer',
  SharedArrayBuffer: 'shared-array-buffer',
  DataView: 'data-view',
  Buffer: 'buffer',
  Function: 'function',
  Record: 'object',
  String: 'string',
  Number: 'number',
  Boolean: 'boolean',
  URL: 'url',
  URLSearchParams: 'url-search-params',
  TextEncoder: 'text-encoder',
  TextDecoder: 'text-decoder',
  Headers: 'headers',
  Blob: 'blob',
  File: 'blob',
  AbortController: 'abort-controller',
  AbortSignal: 'abort-signal',
  EventTarget: 'event-target',
  EventEmitter: 'event-emitter',
  RegExpMatchArray: 'regexp-match',
  RegExpExecArray: 'regexp-match',
  ...Object.fromEntries(typedArrayNames),
  ...Object.fromEntries(errorNames),
};

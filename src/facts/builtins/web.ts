/** The web's globals in Node: console, URL, text encoding, fetch, performance, crypto, structuredClone, events. */
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
  elementsOf,
  everythingIn,
  expensive,
  fresh,
  hidden,
  io,
  itself,
  iterating,
  iteratorOf,
  linear,
  mutating,
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
  reading,
  receiver,
  rest,
  string,
  touch,
  touchDeep,
  words,
} from './define.ts';
import type { Shape } from './profile.ts';

const consoleMethods = words(`
    assert clear count countReset debug dir dirxml error group groupCollapsed groupEnd info log
    profile profileEnd table time timeEnd timeLog timeStamp trace warn
  `);

/** Printing reads everything it is given and may run a class's custom inspection. */
const printing: Entry = pure(nothing, {
  outside: [io('console', 'write')],
  reads: [touchDeep(rest(0))],
  protocols: [protocol('inspect', everythingIn(rest(0)))],
  cost: constant(5000),
});

const coercing = [protocol('coerce', itself(rest(0)))];
const readsFirst = [touch(argument(0))];

const now = (name: string): Entry => pure(number, { outside: [nondeterminism(name)], cost: constant(40) });
const timeline = pure(fresh('object'), {
  outside: [ambient('performance timeline', 'write'), nondeterminism('performance')],
  throws: true,
});

const performanceGlobals: Table = {
  'performance.now': now('performance.now'),
  'performance.timeOrigin': property(number, { outside: [ambient('performance.timeOrigin', 'read')] }),
  ...each(
    words(`
    mark measure clearMarks clearMeasures eventLoopUtilization timerify getEntries getEntriesByName
    getEntriesByType toJSON
  `).map((name) => `performance.${name}`),
    timeline,
  ),
};

const filling = (source: string): Entry =>
  pure(oneOf([itself(argument(0))], 'typed-array', primitive), {
    mutates: [touch(argument(0))],
    outside: [nondeterminism(source)],
    throws: true,
    cost: linear(5),
  });

const subtle = words(`
    decrypt deriveBits deriveKey digest encrypt exportKey generateKey importKey sign unwrapKey verify
    wrapKey
  `);

export const webCryptoFunctions: Table = {
  getRandomValues: filling('crypto.getRandomValues'),
  randomUUID: pure(string, { outside: [nondeterminism('crypto.randomUUID')], cost: constant(200) }),
  ...each(
    subtle.map((name) => `subtle.${name}`),
    pure(promiseOf(anything), {
      reads: [touchDeep(rest(0))],
      outside: [nondeterminism('crypto.subtle')],
      throws: true,
      cost: expensive(50_000),
    }),
  ),
};

const networked: Entry = pure(promiseOf(anything), {
  outside: [io('net', 'write'), io('net', 'read')],
  reads: [touchDeep(rest(0))],
  cost: expensive(1_000_000),
});

const newStream = constructor(fresh('stream'), {
  callbacks: [],
  captures: [],
  outside: [hidden('a stream calls what it was given')],
});

export const webGlobals: Table = {
  ...each(
    consoleMethods.map((name) => `console.${name}`),
    printing,
  ),
  ...performanceGlobals,
  ...prefixed('crypto.', webCryptoFunctions),
  /** What is transferred is gone from here. */
  structuredClone: pure(anything, {
    reads: [touchDeep(rest(0))],
    mutates: [touchDeep(argument(1))],
    protocols: [protocol('get', everythingIn(argument(0)))],
    throws: true,
    cost: linear(100),
  }),
  fetch: networked,
  ...each(['alert', 'confirm', 'prompt'], { ...networked, since: 'browser' }),
  'new URL': constructor(fresh('url'), { protocols: coercing, throws: true, cost: constant(2000) }),
  'new URLPattern': constructor(fresh('any'), { protocols: coercing, throws: true, since: '23.8.0' }),
  'URL.canParse': pure(boolean, { protocols: coercing, cost: constant(1000) }),
  'URL.parse': pure(fresh('url'), { protocols: coercing, since: '22.0.0', cost: constant(2000) }),
  ...each(
    ['URL.createObjectURL', 'URL.revokeObjectURL'],
    pure(string, {
      outside: [ambient('blob URLs', 'write'), nondeterminism('URL.createObjectURL')],
      throws: true,
    }),
  ),
  'new URLSearchParams': constructor(fresh('url-search-params'), {
    ...iterating(argument(0)),
    throws: true,
    cost: constant(1000),
  }),
  'new TextEncoder': constructor(fresh('text-encoder'), { cost: constant(300) }),
  'new TextDecoder': constructor(fresh('text-decoder'), { throws: true, cost: constant(2000) }),
  'new Headers': constructor(fresh('headers'), {
    ...iterating(argument(0)),
    throws: true,
    cost: constant(2000),
  }),
  ...each(
    ['new Request', 'new Response', 'new FormData'],
    constructor(fresh('any'), {
      reads: [touchDeep(rest(0))],
      captures: [],
      outside: [hidden('a body that is read later')],
      throws: true,
    }),
  ),
  'new Blob': constructor(fresh('blob'), { ...iterating(argument(0)), throws: true, cost: constant(3000) }),
  'new File': constructor(fresh('blob'), {
    ...iterating(argument(0)),
    outside: [nondeterminism('lastModified')],
    throws: true,
    cost: constant(3000),
  }),
  'new AbortController': constructor(fresh('abort-controller'), { cost: constant(1000) }),
  'AbortSignal.abort': pure(fresh('abort-signal', oneOf([itself(argument(0))]))),
  'AbortSignal.timeout': pure(fresh('abort-signal'), { outside: [io('timer', 'write')] }),
  'AbortSignal.any': pure(fresh('abort-signal', oneOf([elementsOf(argument(0))])), {
    ...iterating(argument(0)),
    throws: true,
  }),
  'new EventTarget': constructor(fresh('event-target'), { cost: constant(500) }),
  ...each(
    ['new Event', 'new MessageEvent', 'new CustomEvent'],
    constructor(fresh('object', oneOf([elementsOf(argument(1))])), {
      outside: [nondeterminism('timeStamp')],
      cost: constant(1000),
    }),
  ),
  'new DOMException': constructor(fresh('error'), { protocols: coercing, cost: constant(3000) }),
  'new MessageChannel': constructor(fresh('object'), { outside: [io('other', 'write')] }),
  'new BroadcastChannel': constructor(fresh('message-port'), { outside: [io('other', 'write')] }),
  ...each(
    [
      'new ReadableStream',
      'new WritableStream',
      'new TransformStream',
      'new CompressionStream',
      'new DecompressionStream',
      'new TextDecoderStream',
      'new TextEncoderStream',
      'new ByteLengthQueuingStrategy',
      'new CountQueuingStrategy',
    ],
    newStream,
  ),
};

const urlParts = words('hash host hostname href origin password pathname port protocol search username');

export const urlMethods: Table = {
  ...each(urlParts, property(string, { reads: [touch(receiver)], cost: constant(20) })),
  searchParams: property({ ...fresh('url-search-params'), shares: [itself(receiver)] }),
  ...each(['toString', 'toJSON'], reading(string, { cost: constant(50) })),
};

const change = (returns: Shape): Entry =>
  mutating(returns, 'all', { protocols: coercing, throws: true, cost: constant(200) });
const visit = callback(argument(0), {
  parameters: [[], [], [itself(receiver)]],
  thisValue: [itself(argument(1))],
});
const pairs: Table = {
  ...each(['append', 'delete', 'set'], change(nothing)),
  get: reading(primitive, { protocols: coercing, cost: constant(50) }),
  has: reading(boolean, { protocols: coercing, cost: constant(50) }),
  forEach: reading(nothing, { callbacks: [visit] }),
  entries: reading(iteratorOf(arrayOf(string))),
  ...each(['keys', 'values'], reading(iteratorOf(string))),
};

export const urlSearchParamsMethods: Table = {
  ...pairs,
  sort: change(nothing),
  getAll: reading(arrayOf(string), { protocols: coercing }),
  size: property(number, { reads: [touch(receiver)] }),
  toString: reading(string, { cost: linear(200) }),
};

export const headersMethods: Table = { ...pairs, getSetCookie: reading(arrayOf(string)) };

export const textEncoderMethods: Table = {
  encoding: property(string),
  encode: pure(fresh('typed-array', primitive), { protocols: coercing, cost: linear(2) }),
  encodeInto: pure(fresh('object'), {
    protocols: coercing,
    mutates: [touch(argument(1))],
    throws: true,
    cost: linear(2),
  }),
};

/** With `{ stream: true }` it keeps the bytes of a character cut in two. */
export const textDecoderMethods: Table = {
  ...each(['encoding', 'fatal', 'ignoreBOM'], property(primitive)),
  decode: mutating(string, 'all', { reads: readsFirst, throws: true, cost: linear(2) }),
};

export const blobMethods: Table = {
  ...each(words('size type name lastModified'), property(primitive)),
  slice: pure(fresh('blob')),
  ...each(['arrayBuffer', 'bytes', 'text'], pure(promiseOf(anything), { cost: constant(5000) })),
  stream: pure(fresh('stream')),
};

export const abortControllerMethods: Table = {
  abort: mutating(nothing, 'all', { outside: [hidden('abort listeners')] }),
  signal: property({ ...fresh('abort-signal'), shares: [itself(receiver)] }),
};

const listening: Entry = mutating(oneOf([itself(receiver)]), 'all', {
  captures: [capture(receiver, itself(rest(0)))],
  callbacks: [callback(argument(1), { parameters: [[]], timing: 'later', optional: true })],
});

export const eventTargetMethods: Table = {
  addEventListener: listening,
  removeEventListener: mutating(nothing, 'all'),
  dispatchEvent: mutating(boolean, 'all', { outside: [hidden('event listeners')], throws: true }),
};

export const abortSignalMethods: Table = {
  aborted: property(boolean, { reads: [touch(receiver)] }),
  reason: property(oneOf([elementsOf(receiver)]), { reads: [touch(receiver)] }),
  throwIfAborted: reading(nothing, { throws: true }),
};

export const eventEmitterMethods: Table = {
  ...each(words('on addListener once prependListener prependOnceListener'), listening),
  ...each(
    words('off removeListener removeAllListeners setMaxListeners'),
    mutating(oneOf([itself(receiver)]), 'all'),
  ),
  emit: mutating(boolean, 'all', { outside: [hidden('event listeners')], throws: true }),
  ...each(['listeners', 'rawListeners', 'eventNames'], reading(arrayOf(oneOf([elementsOf(receiver)])))),
  ...each(['listenerCount', 'getMaxListeners'], reading(number)),
};

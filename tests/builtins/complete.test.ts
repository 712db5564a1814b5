/** Every function and property of the language's own objects has a profile, or stands here with the reason why not. */
import { describe, expect, it } from 'vitest';
import {
  type Use,
  type ValueKind,
  isBuiltinGlobal,
  lookupGlobal,
  lookupMethod,
  lookupMethodByName,
} from '../../src/facts/builtins/index.ts';
import { defined } from './defined.ts';

/** Names without a profile: the caller takes the worst. */
const unknown: Readonly<Record<string, string>> = {
  constructor: 'may be anything',
  'Object.prototype.__proto__': 'reads or replaces the prototype',
  'Function.prototype.arguments': 'reads the stack',
  'Function.prototype.caller': 'reads the stack',
  'Function.prototype.prototype': 'an object that others share',
  'RegExp.prototype.lastIndex': 'described as a property',
};

const prototypes: readonly (readonly [ValueKind, string, object])[] = [
  ['array', 'Array', Array.prototype],
  ['string', 'String', String.prototype],
  ['number', 'Number', Number.prototype],
  ['bigint', 'BigInt', BigInt.prototype],
  ['boolean', 'Boolean', Boolean.prototype],
  ['symbol', 'Symbol', Symbol.prototype],
  ['object', 'Object', Object.prototype],
  ['function', 'Function', Function.prototype],
  ['map', 'Map', Map.prototype],
  ['set', 'Set', Set.prototype],
  ['weak-map', 'WeakMap', WeakMap.prototype],
  ['weak-set', 'WeakSet', WeakSet.prototype],
  ['weak-ref', 'WeakRef', WeakRef.prototype],
  ['finalization-registry', 'FinalizationRegistry', FinalizationRegistry.prototype],
  ['date', 'Date', Date.prototype],
  ['regexp', 'RegExp', RegExp.prototype],
  ['error', 'Error', Error.prototype],
  ['promise', 'Promise', Promise.prototype],
  ['iterator', 'Generator', Object.getPrototypeOf((function* () {})()) as object],
  ['iterator', 'Iterator', Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object],
  [
    'async-iterator',
    'AsyncGenerator',
    Object.getPrototypeOf(Object.getPrototypeOf((async function* () {})())) as object,
  ],
  ['array-buffer', 'ArrayBuffer', ArrayBuffer.prototype],
  ['shared-array-buffer', 'SharedArrayBuffer', SharedArrayBuffer.prototype],
  ['data-view', 'DataView', DataView.prototype],
  ['typed-array', 'TypedArray', Object.getPrototypeOf(Uint8Array.prototype) as object],
  ['buffer', 'Buffer', Buffer.prototype],
  ['url', 'URL', URL.prototype],
  ['url-search-params', 'URLSearchParams', URLSearchParams.prototype],
  ['text-encoder', 'TextEncoder', TextEncoder.prototype],
  ['text-decoder', 'TextDecoder', TextDecoder.prototype],
  ['headers', 'Headers', Headers.prototype],
];

const namespaces: readonly (readonly [string, object])[] = [
  ['Array', Array],
  ['Object', Object],
  ['String', String],
  ['Number', Number],
  ['BigInt', BigInt],
  ['Symbol', Symbol],
  ['Math', Math],
  ['JSON', JSON],
  ['Reflect', Reflect],
  ['Promise', Promise],
  ['Map', Map],
  ['Date', Date],
  ['RegExp', RegExp],
  ['Error', Error],
  ['Proxy', Proxy],
  ['Atomics', Atomics],
  ['ArrayBuffer', ArrayBuffer],
  ['Float64Array', Float64Array],
  ['Intl', Intl],
];

const uses: readonly Use[] = ['call', 'read', 'new'];
/** `prepareStackTrace` is there when a debugger or test runner has set it. */
const ofEveryFunction = ['length', 'name', 'prototype', 'prepareStackTrace'];

function namesOf(object: object): string[] {
  return Object.getOwnPropertyNames(object).filter((name) => !name.startsWith('_') && !/^\$\d?/.test(name));
}

describe.each(prototypes)('%s (%s)', (kind, type, prototype) => {
  it('has a profile for each property of its prototype', () => {
    const missing = namesOf(prototype).filter(
      (name) =>
        !(name in unknown) &&
        !(`${type}.prototype.${name}` in unknown) &&
        uses.every((use) => lookupMethod(kind, name, use) === undefined),
    );
    expect(missing).toEqual([]);
  });
});

describe.each(namespaces)('%s', (path, object) => {
  it('has a profile for each of its functions and constants', () => {
    const missing = namesOf(object).filter(
      (name) =>
        !ofEveryFunction.includes(name) &&
        uses.every((use) => lookupGlobal(`${path}.${name}`, use) === undefined),
    );
    expect(missing).toEqual([]);
  });
});

/** Globals whose use is unknown, as any callee without a profile is. */
const unknownGlobals =
  /^(?:WebAssembly|.*Stream.*|Performance.*|MessagePort|CryptoKey|SubtleCrypto|Crypto|CloseEvent|WebSocket|EventSource|Storage|Navigator|navigator|\w*Stack|__\w+)$/;
/** Of Node's command line and test runner, not of programs. */
const foreign = new Set(['DisposableStack', 'AsyncDisposableStack']);

it('knows the globals', () => {
  const names = Object.getOwnPropertyNames(globalThis).filter((name) =>
    /^[A-Z]|^(?:eval|is|parse|en|de|set|clear|queue|structured|fetch|console|process|crypto|performance)/.test(
      name,
    ),
  );
  const missing = names.filter(
    (name) => !isBuiltinGlobal(name) && !unknownGlobals.test(name) && !foreign.has(name),
  );
  expect(missing).toEqual([]);
});

describe('looking up', () => {
  it('joins what a method does over all kinds that have it', () => {
    const slice = defined(lookupMethodByName('slice'));
    expect(slice.returns.kind).toBe('any');
    expect(slice.returns.shares).not.toEqual([]); // a Buffer's
    expect(slice.mutates).toEqual([]);
    expect(defined(lookupMethodByName('set')).mutates).not.toEqual([]);
    expect(lookupMethodByName('noSuchMethod')).toBeUndefined();
    expect(lookupMethodByName('constructor')?.mutates ?? []).toEqual([]);
  });
  it('tells a call without arguments from others, and takes the worse when unsure', () => {
    expect(lookupGlobal('Date', 'new', 0)?.outside).toHaveLength(1);
    expect(lookupGlobal('Date', 'new', 1)?.outside).toHaveLength(0);
    expect(lookupGlobal('Date', 'new')?.outside).toHaveLength(1);
  });
  it('sees through globalThis, and not into names of objects', () => {
    expect(lookupGlobal('globalThis.Math.max')?.name).toBe('Math.max');
    expect(lookupGlobal('toString')).toBeUndefined();
    expect(lookupGlobal('constructor')).toBeUndefined();
    expect(isBuiltinGlobal('hasOwnProperty')).toBe(false);
  });
});

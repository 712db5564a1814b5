/** Receivers and arguments to call built-ins with. Everything is made anew for each call. */
import * as crypto from 'node:crypto';
import { EventEmitter } from 'node:events';
import * as fs from 'node:fs';
import type { ValueKind } from '../../src/facts/builtins/index.ts';
import { spy } from './observe.ts';

export interface Marker {
  readonly name: string;
  toString(): string;
}

/** An object that is told from others by identity, and sorts by its name. */
export function marker(name: string): Marker {
  return { name, toString: () => name };
}

const holding = () => [marker('c'), marker('a'), marker('b')];

/** A new value of each kind that can be had without opening anything. */
export const receivers: Readonly<Partial<Record<ValueKind, () => unknown>>> = {
  object: () => ({ a: marker('a') }),
  function: () => () => 1,
  boolean: () => true,
  number: () => 12.5,
  bigint: () => 12n,
  string: () => 'banana',
  symbol: () => Symbol('a'),
  array: holding,
  map: () =>
    new Map<unknown, unknown>([
      [marker('k'), marker('v')],
      [0, marker('w')],
    ]),
  set: () => new Set<unknown>([...holding(), 0]),
  'weak-map': () => new WeakMap(),
  'weak-set': () => new WeakSet(),
  'weak-ref': () => new WeakRef({}),
  'finalization-registry': () => new FinalizationRegistry(() => undefined),
  date: () => new Date(1e12 + 123),
  regexp: () => /a./g,
  'stateless-regexp': () => /a./,
  'regexp-match': () => 'banana'.match(/a(.)/),
  error: () => new Error('sample', { cause: marker('cause') }),
  promise: () => Promise.resolve(1),
  iterator: () => holding().values(),
  'array-buffer': () => new ArrayBuffer(16),
  'shared-array-buffer': () => new SharedArrayBuffer(16),
  'data-view': () => new DataView(new ArrayBuffer(16)),
  'typed-array': () => new Float64Array([3, 1, 2]),
  buffer: () => Buffer.from([3, 1, 2, 4, 5, 6, 7, 8]),
  intl: () => new Intl.NumberFormat('en'),
  url: () => new URL('http://host/path?q=1'),
  'url-search-params': () => new URLSearchParams('b=1&a=2'),
  'text-encoder': () => new TextEncoder(),
  'text-decoder': () => new TextDecoder(),
  headers: () => new Headers({ b: '1' }),
  blob: () => new Blob(['abc']),
  'abort-controller': () => new AbortController(),
  'abort-signal': () => new AbortController().signal,
  'event-target': () => new EventTarget(),
  'event-emitter': () => new EventEmitter(),
  hash: () => crypto.createHash('sha256'),
  stats: () => fs.statSync('/'),
  dirent: () => fs.readdirSync('/', { withFileTypes: true })[0],
};

const key = Buffer.alloc(16);
function* generate() {
  yield marker('x');
}

/** More values of the same kinds, whose methods stand in the same table. */
export const kin: Readonly<Partial<Record<ValueKind, readonly (() => unknown)[]>>> = {
  intl: [
    () => new Intl.PluralRules('en'),
    () => new Intl.Collator('en'),
    () => new Intl.DisplayNames('en', { type: 'region' }),
    () => new Intl.Segmenter('en'),
    () => new Intl.Locale('en'),
  ],
  error: [() => new AggregateError([marker('x')])],
  iterator: [generate],
  'regexp-match': [() => /a(?<x>.)/d.exec('banana')],
  blob: [() => new File(['abc'], 'name')],
  hash: [
    () => crypto.createCipheriv('aes-128-gcm', key, key),
    () => crypto.createDecipheriv('aes-128-gcm', key, key),
    () => crypto.createSign('sha256'),
    () => crypto.createVerify('sha256'),
  ],
};

const numbers = () => [0, 2, 1];

/** Several calls are made of each method: these, and those that are listed for it. */
export const commonArguments: readonly (() => unknown[])[] = [
  () => [],
  numbers,
  () => [marker('x'), marker('y')],
];

type Calls = readonly (() => unknown[])[];

/** By `kind.method`. */
export const methodArguments: Readonly<Record<string, Calls>> = {
  'array.concat': [() => [[marker('x')], marker('y')]],
  'array.fill': [() => [marker('x')]],
  'array.splice': [() => [0, 1, marker('x')]],
  'array.toSpliced': [() => [0, 1, marker('x')]],
  'array.with': [() => [0, marker('x')]],
  'array.copyWithin': [() => [0, 1]],
  'map.set': [() => [marker('k'), marker('v')]],
  'set.add': [() => [marker('x')]],
  'set.union': [() => [new Set([marker('x')])]],
  'regexp.exec': [() => ['banana']],
  'regexp.test': [() => ['banana']],
  'regexp.compile': [() => ['b']],
  'string.match': [() => [/a/g], () => [withLastIndex()]],
  'string.matchAll': [() => [/a/g]],
  'string.replace': [() => [/a/g, spy], () => ['a', 'b'], () => [withLastIndex(), 'b']],
  'string.replaceAll': [() => [/a/g, spy], () => ['a', 'b']],
  'string.search': [() => [/n/g]],
  'string.split': [() => [''], () => [/n/]],
  'typed-array.set': [() => [[7, 8]]],
  'typed-array.with': [() => [0, 9]],
  'buffer.set': [() => [[7, 8]]],
  'buffer.with': [() => [0, 9]],
  'buffer.fill': [() => [7]],
  'buffer.copy': [() => [Buffer.alloc(8)]],
  'buffer.equals': [() => [Buffer.alloc(8)]],
  'buffer.compare': [() => [Buffer.alloc(8)]],
  'buffer.write': [() => ['xyz']],
  ...Object.fromEntries(
    ['Int64LE', 'Int64BE', 'UInt64LE', 'UInt64BE', 'Uint64LE', 'Uint64BE'].map((type) => [
      `buffer.writeBig${type}`,
      [() => [5n]],
    ]),
  ),
  ...Object.fromEntries(
    ['ascii', 'latin1', 'ucs2', 'utf8', 'hex', 'base64', 'base64url'].map((encoding) => [
      `buffer.${encoding}Write`,
      [() => ['abcd']],
    ]),
  ),
  'buffer.swap32': [() => []],
  'data-view.setBigInt64': [() => [0, 5n]],
  'data-view.setBigUint64': [() => [0, 5n]],
  'date.setTime': [() => [5]],
  'url-search-params.append': [() => ['x', '1']],
  'url-search-params.set': [() => ['a', '5']],
  'url-search-params.delete': [() => ['a']],
  'headers.append': [() => ['x', '1']],
  'headers.set': [() => ['x', '1']],
  'headers.delete': [() => ['b']],
  'text-encoder.encodeInto': [() => ['abc', new Uint8Array(4)]],
  'text-decoder.decode': [() => [new Uint8Array([65])]],
  'hash.update': [() => ['abc']],
  'hash.digest': [() => ['hex']],
  'event-target.addEventListener': [() => ['x', spy]],
  'event-emitter.on': [() => ['x', spy]],
  'object.__defineGetter__': [() => ['x', spy]],
  'object.__defineSetter__': [() => ['x', spy]],
  'object.hasOwnProperty': [() => ['a']],
  'function.call': [() => [marker('self')]],
  'typed-array.copyWithin': [() => [0, 1]],
  'buffer.copyWithin': [() => [0, 1]],
  'iterator.reduce': [() => [spy, marker('x')]],
};

function withLastIndex(): RegExp {
  const pattern = /a/y;
  pattern.lastIndex = 1;
  return pattern;
}

const record = () => ({ a: marker('a'), b: { c: marker('c') } });
const pairs = () => [['k', marker('v')]];

/** By dotted path; a constructor's is called with `new` where it has to be. */
export const globalArguments: Readonly<Record<string, Calls>> = {
  Array: [() => [marker('x'), marker('y')]],
  'Array.from': [() => [holding(), spy], () => [new Map([[1, marker('v')]])], () => [[1].values()]],
  'Array.of': [() => [marker('x')]],
  Object: [() => [marker('x')]],
  'Object.assign': [() => [{}, record()]],
  'Object.create': [() => [record(), { x: { value: marker('x'), enumerable: true } }]],
  'Object.defineProperty': [() => [{}, 'x', { value: marker('x'), enumerable: true }]],
  'Object.defineProperties': [() => [{}, { x: { value: marker('x'), enumerable: true } }]],
  'Object.entries': [() => [record()]],
  'Object.values': [() => [record()]],
  'Object.keys': [() => [record()]],
  'Object.freeze': [() => [record()]],
  'Object.fromEntries': [() => [pairs()], () => [new Map([['k', marker('v')]]).entries()]],
  'Object.getOwnPropertyDescriptor': [() => [record(), 'a']],
  'Object.getOwnPropertyDescriptors': [() => [record()]],
  'Object.getPrototypeOf': [() => [Object.create(marker('x'))]],
  'Object.groupBy': [() => [holding(), spy]],
  'Object.setPrototypeOf': [() => [{}, marker('x')]],
  'Map.groupBy': [() => [holding(), spy]],
  'Reflect.apply': [() => [spy, marker('self'), [marker('x')]]],
  'Reflect.defineProperty': [() => [{}, 'x', { value: marker('x'), enumerable: true }]],
  'Reflect.deleteProperty': [() => [record(), 'a']],
  'Reflect.get': [() => [record(), 'a']],
  'Reflect.getOwnPropertyDescriptor': [() => [record(), 'a']],
  'Reflect.getPrototypeOf': [() => [Object.create(marker('x'))]],
  'Reflect.has': [() => [record(), 'a']],
  'Reflect.set': [() => [{}, 'x', marker('x')]],
  'Reflect.setPrototypeOf': [() => [{}, marker('x')]],
  'Reflect.ownKeys': [() => [record()]],
  'JSON.stringify': [() => [record()], () => [record(), spy]],
  'JSON.parse': [() => ['{"a":[1]}'], () => ['{"a":[1]}', spy]],
  Map: [() => [pairs()], () => [new Map([[1, 2]]).entries()]],
  Set: [() => [holding()]],
  WeakMap: [() => [[[marker('k'), marker('v')]]]],
  WeakSet: [() => [holding()]],
  Error: [() => ['sample', { cause: marker('x') }]],
  AggregateError: [() => [[marker('x')], 'sample', { cause: marker('y') }]],
  'Promise.resolve': [() => [marker('x')], () => [Promise.resolve(1)]],
  Promise: [() => [spy]],
  structuredClone: [() => [record()]],
  DataView: [() => [new ArrayBuffer(8)]],
  Float64Array: [() => [new ArrayBuffer(8)], () => [[1, 2]], () => [new Float64Array(2)]],
  Uint8Array: [() => [new ArrayBuffer(8)], () => [[1, 2]], () => [[1].values()]],
  'Float64Array.from': [() => [[1, 2], spy]],
  'Buffer.from': [() => [new ArrayBuffer(8)], () => [Buffer.from('a')], () => ['abc']],
  'Buffer.concat': [() => [[Buffer.from('a')]]],
  'Atomics.add': [() => [new Int32Array(2), 0, 1]],
  'Atomics.store': [() => [new Int32Array(2), 0, 1]],
  URLSearchParams: [() => [{ a: '1' }], () => [[['a', '1']]]],
  'String.raw': [() => [{ raw: ['a', 'b'] }, 1]],
  'Error.captureStackTrace': [() => [{}]],
  'crypto.getRandomValues': [() => [new Uint8Array(8)]],
  'Iterator.from': [() => [holding().values()]],
  'Promise.all': [() => [[1]]],
  queueMicrotask: [() => [spy]],
};

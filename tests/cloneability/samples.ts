/** A value of each kind that the tables speak of. */
import { AsyncLocalStorage } from 'node:async_hooks';
import * as childProcess from 'node:child_process';
import * as crypto from 'node:crypto';
import { EventEmitter } from 'node:events';
import * as fs from 'node:fs';
import * as fsPromises from 'node:fs/promises';
import * as http from 'node:http';
import * as https from 'node:https';
import * as net from 'node:net';
import { tmpdir } from 'node:os';
import { PerformanceObserver } from 'node:perf_hooks';
import * as readline from 'node:readline';
import * as stream from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import * as util from 'node:util';
import * as vm from 'node:vm';
import { MessageChannel as Channel, Worker } from 'node:worker_threads';
import * as zlib from 'node:zlib';

function* generate() {
  yield 1;
}
async function* generateLater() {
  yield 1;
}
const wasm = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
/** Not in the library types of a program without a DOM. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: Record<'Module' | 'Memory' | 'Instance', new (argument: unknown) => object>;
};
const typedArrays = [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
];
const errors = [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];

function withOwnField(error: Error): Error {
  return Object.assign(error, { code: 'E_SAMPLE' });
}

function withLastIndex(): RegExp {
  const pattern = /a/g;
  pattern.test('aa');
  return pattern;
}

/** Values that keep nothing open. By the names of `globalFates`. */
export const globalSamples: Readonly<Record<string, () => unknown>> = {
  Object: () => ({ a: 1, nested: { b: [1, , 2] } }),
  Array: () => [1, , 'a', -0],
  Map: () => new Map([[{ k: 1 }, 2]]),
  Set: () => new Set([1, 'a']),
  Date: () => new Date(0),
  ArrayBuffer: () => new ArrayBuffer(8),
  SharedArrayBuffer: () => new SharedArrayBuffer(8),
  DataView: () => new DataView(new ArrayBuffer(8), 2),
  Boolean: () => new Boolean(true),
  Number: () => new Number(1),
  String: () => new String('a'),
  ...Object.fromEntries(typedArrays.map((type) => [type.name, () => new type(3)])),
  Blob: () => new Blob(['a']),
  CryptoKey: () => globalThis.crypto.subtle.generateKey({ name: 'AES-GCM', length: 128 }, true, ['encrypt']),
  'WebAssembly.Module': () => new WebAssembly.Module(wasm),
  RegExp: withLastIndex,
  ...Object.fromEntries(errors.map((type) => [type.name, () => withOwnField(new type('sample'))])),
  AggregateError: () => new AggregateError([1]),
  DOMException: () => new DOMException('sample'),
  Buffer: () => Buffer.from('a'),
  File: () => new File(['a'], 'name'),
  URL: () => new URL('http://a/b'),
  URLSearchParams: () => new URLSearchParams('a=1'),
  Headers: () => new Headers({ a: '1' }),
  Request: () => new Request('http://a'),
  Response: () => new Response('a'),
  FormData: () => new FormData(),
  AbortController: () => new AbortController(),
  AbortSignal: () => new AbortController().signal,
  EventTarget: () => new EventTarget(),
  Event: () => new Event('a'),
  CustomEvent: () => new CustomEvent('a'),
  BroadcastChannel: () => new BroadcastChannel('sample'),
  TextEncoder: () => new TextEncoder(),
  TextDecoder: () => new TextDecoder(),
  CompressionStream: () => new CompressionStream('gzip'),
  DecompressionStream: () => new DecompressionStream('gzip'),
  PerformanceObserver: () => new PerformanceObserver(() => undefined),
  ReadableStream: () => new ReadableStream(),
  WritableStream: () => new WritableStream(),
  TransformStream: () => new TransformStream(),
  MessageChannel: () => new MessageChannel(),
  MessagePort: () => new MessageChannel().port1,
  WeakMap: () => new WeakMap(),
  WeakSet: () => new WeakSet(),
  WeakRef: () => new WeakRef({}),
  FinalizationRegistry: () => new FinalizationRegistry(() => undefined),
  Promise: () => ({ held: Promise.resolve(1) }),
  Proxy: () => new Proxy({}, {}),
  Function: () => () => 1,
  Symbol: () => Symbol('a'),
  Generator: generate,
  AsyncGenerator: generateLater,
  Iterator: () => [1].values(),
  'Intl.Collator': () => new Intl.Collator(),
  'Intl.DateTimeFormat': () => new Intl.DateTimeFormat(),
  'Intl.DisplayNames': () => new Intl.DisplayNames('en', { type: 'region' }),
  'Intl.ListFormat': () => new Intl.ListFormat(),
  'Intl.Locale': () => new Intl.Locale('en'),
  'Intl.NumberFormat': () => new Intl.NumberFormat(),
  'Intl.PluralRules': () => new Intl.PluralRules(),
  'Intl.RelativeTimeFormat': () => new Intl.RelativeTimeFormat(),
  'Intl.Segmenter': () => new Intl.Segmenter(),
  'WebAssembly.Memory': () => new WebAssembly.Memory({ initial: 1 }),
  'WebAssembly.Instance': () => new WebAssembly.Instance(new WebAssembly.Module(wasm)),
};

const block = Buffer.alloc(16);
const file = `${tmpdir()}/.`;
const request = () => new http.IncomingMessage(new net.Socket());

/** By the names of `moduleFates`. */
export const moduleSamples: Readonly<Record<string, () => unknown>> = {
  'crypto.Hash': () => crypto.createHash('sha256'),
  'crypto.Hmac': () => crypto.createHmac('sha256', 'key'),
  'crypto.Cipheriv': () => crypto.createCipheriv('aes-128-cbc', block, block),
  'crypto.Decipheriv': () => crypto.createDecipheriv('aes-128-cbc', block, block),
  'crypto.ECDH': () => crypto.createECDH('secp256k1'),
  'crypto.DiffieHellman': () => crypto.getDiffieHellman('modp1'),
  'crypto.Sign': () => crypto.createSign('sha256'),
  'crypto.Verify': () => crypto.createVerify('sha256'),
  'crypto.KeyObject': () => crypto.createSecretKey(block),
  'events.EventEmitter': () => new EventEmitter(),
  'net.Socket': () => new net.Socket(),
  'net.Server': () => new net.Server(),
  'http.Server': () => http.createServer(),
  'https.Server': () => https.createServer(),
  'net.BlockList': () => new net.BlockList(),
  'net.SocketAddress': () => new net.SocketAddress({}),
  'http.Agent': () => new http.Agent(),
  'https.Agent': () => new https.Agent(),
  'http.IncomingMessage': request,
  'http.ServerResponse': () => new http.ServerResponse(request()),
  'stream.Readable': () => new stream.Readable(),
  'stream.Writable': () => new stream.Writable(),
  'stream.Duplex': () => new stream.Duplex(),
  'stream.Transform': () => new stream.Transform(),
  'stream.PassThrough': () => new stream.PassThrough(),
  'zlib.Gzip': () => zlib.createGzip(),
  'zlib.Gunzip': () => zlib.createGunzip(),
  'zlib.Deflate': () => zlib.createDeflate(),
  'zlib.Inflate': () => zlib.createInflate(),
  'zlib.BrotliCompress': () => zlib.createBrotliCompress(),
  'zlib.BrotliDecompress': () => zlib.createBrotliDecompress(),
  'fs.Dir': () => fs.opendirSync(file),
  'fs/promises.FileHandle': () => fsPromises.open(file),
  'fs.Stats': () => fs.statSync(file),
  'fs.Dirent': () => fs.readdirSync('/', { withFileTypes: true })[0],
  'async_hooks.AsyncLocalStorage': () => new AsyncLocalStorage(),
  'vm.Script': () => new vm.Script('1'),
  'string_decoder.StringDecoder': () => new StringDecoder(),
  'timers.Timeout': () => setTimeout(() => undefined, 0),
  'timers.Immediate': () => setImmediate(() => undefined),
  'worker_threads.MessagePort': () => new Channel().port1,
  'worker_threads.Worker': () => new Worker('', { eval: true }),
  'child_process.ChildProcess': () => childProcess.spawn(process.execPath, ['-e', '']),
  'util.MIMEType': () => new util.MIMEType('text/plain'),
  'readline.Interface': () => readline.createInterface({ input: new stream.PassThrough() }),
};

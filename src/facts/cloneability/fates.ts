/**
 * What a structured clone does to values, by what made them; seen by trying on Node 20, 22 and 24. Where versions differ the
 * entry holds for Node 20, and only `exact` is a promise for all.
 */

/** `what` completes "would arrive changed: …" or "cannot be sent: …". */
export type Fate =
  | { readonly kind: 'exact' }
  | { readonly kind: 'lossy'; readonly what: string }
  | { readonly kind: 'throws'; readonly what: string };

export const exactFate: Fate = { kind: 'exact' };
export const lossy = (what: string): Fate => ({ kind: 'lossy', what });
export const throwing = (what: string): Fate => ({ kind: 'throws', what });

/** Marks what belongs to the operating system and to one thread. */
export const handle = 'it is a handle that belongs to this thread';

const emptied = lossy('it becomes an empty plain object');
const stripped = lossy('it becomes a plain object without its methods');
const handleLost = lossy(handle);
const handleThrows = throwing(handle);
const errorFate = lossy('fields of its own (such as `code`) and subclasses of it are dropped');
const weak = throwing('weak references cannot be cloned');
const iterator = throwing('iterators and generators cannot be cloned');
const intl = throwing('Intl objects cannot be cloned');
const stream = throwing('streams cannot be cloned');

function all(names: string, fate: Fate): Record<string, Fate> {
  return Object.fromEntries(names.split(' ').map((name) => [name, fate]));
}

/** Of what a global constructor makes. */
export const globalFates: Readonly<Record<string, Fate>> = {
  ...all('Object Array Map Set Date ArrayBuffer SharedArrayBuffer DataView Boolean Number String', exactFate),
  ...all('Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array', exactFate),
  ...all('Float32Array Float64Array BigInt64Array BigUint64Array', exactFate),
  ...all('Blob CryptoKey WebAssembly.Module', exactFate),
  RegExp: lossy('`lastIndex` starts at 0 again'),
  ...all('Error EvalError RangeError ReferenceError SyntaxError TypeError URIError', errorFate),
  AggregateError: lossy('it becomes an Error without `errors`'),
  DOMException: emptied,
  Buffer: lossy('a Buffer becomes a Uint8Array'),
  File: lossy('a File becomes a Blob'),
  ...all('URL URLSearchParams Headers Request Response FormData', emptied),
  ...all('AbortController AbortSignal EventTarget Event CustomEvent BroadcastChannel', emptied),
  ...all('TextEncoder TextDecoder CompressionStream DecompressionStream PerformanceObserver', emptied),
  ...all('ReadableStream WritableStream TransformStream', stream),
  ...all('MessageChannel MessagePort', handleThrows),
  ...all('WeakMap WeakSet WeakRef FinalizationRegistry', weak),
  Promise: throwing('promises cannot be cloned'),
  Proxy: throwing('proxies cannot be cloned'),
  Function: throwing('functions cannot be cloned'),
  Symbol: throwing('symbols cannot be cloned'),
  ...all('Generator AsyncGenerator Iterator', iterator),
  ...all('Intl.Collator Intl.DateTimeFormat Intl.DisplayNames Intl.ListFormat Intl.Locale', intl),
  ...all('Intl.NumberFormat Intl.PluralRules Intl.RelativeTimeFormat Intl.Segmenter', intl),
  ...all('WebAssembly.Memory WebAssembly.Instance', throwing('WebAssembly instances cannot be cloned')),
};

/** Of instances of classes that Node's modules export (or keep to themselves), as `module.Type`. */
export const moduleFates: Readonly<Record<string, Fate>> = {
  ...all(
    'crypto.Hash crypto.Hmac crypto.Cipheriv crypto.Decipheriv crypto.ECDH crypto.DiffieHellman',
    handleLost,
  ),
  ...all('crypto.Sign crypto.Verify', handleThrows),
  'crypto.KeyObject': exactFate,
  'crypto.X509Certificate': exactFate,
  'events.EventEmitter': lossy('it becomes a plain object without its methods and listeners'),
  ...all('net.Socket tty.WriteStream tty.ReadStream tls.TLSSocket', handleThrows),
  'net.Server': handleLost,
  ...all('http.Server https.Server dgram.Socket', handleThrows),
  ...all('net.BlockList net.SocketAddress', stripped),
  ...all('http.Agent https.Agent', throwing('functions cannot be cloned')),
  ...all('http.IncomingMessage http.ServerResponse http.ClientRequest', handleThrows),
  'stream.Readable': stripped,
  ...all('stream.Writable stream.Duplex stream.Transform stream.PassThrough', stream),
  ...all('zlib.Gzip zlib.Gunzip zlib.Deflate zlib.Inflate zlib.BrotliCompress zlib.BrotliDecompress', stream),
  ...all('fs.ReadStream fs.WriteStream fs.Dir fs.FSWatcher', handleLost),
  'fs/promises.FileHandle': handleThrows,
  ...all('fs.Stats fs.Dirent', stripped),
  'async_hooks.AsyncLocalStorage': throwing('it belongs to this thread'),
  'vm.Script': throwing('compiled scripts cannot be cloned'),
  'string_decoder.StringDecoder': stripped,
  ...all('timers.Timeout timers.Immediate', throwing('timers belong to this thread')),
  ...all('worker_threads.Worker worker_threads.MessagePort', handleThrows),
  'child_process.ChildProcess': handleThrows,
  'util.MIMEType': stripped,
  'readline.Interface': handleThrows,
};

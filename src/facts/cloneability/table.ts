/** Cloneability of values by what made them, or by kind. */
import type { Cloneability } from '../../model/index.ts';
import type { ValueKind } from '../builtins/index.ts';
import { type Fate, globalFates, handle, lossy, moduleFates, throwing } from './fates.ts';
import { exact, unknownAt } from './join.ts';

/**
 * Of what `new X()` (or `X()`) gives for a global: `Map`, `URL`, `Intl.Collator`. Itself only: what it holds has to be joined.
 * Undefined when the table hasn't it.
 */
export function cloneabilityOfGlobal(constructorName: string, path = ''): Cloneability | undefined {
  return placed(globalFates, constructorName, path);
}

/** Of an instance of a class of a Node module: `('node:crypto', 'Hash')`. Undefined when the table hasn't it. */
export function cloneabilityOfModuleType(
  module: string,
  typeName: string,
  path = '',
): Cloneability | undefined {
  return placed(moduleFates, `${module.replace(/^node:/, '')}.${typeName}`, path);
}

/** Of a value of the given kind itself; what a container holds has to be joined to it. */
export function cloneabilityOfValueKind(kind: ValueKind, path = ''): Cloneability {
  if (exactKinds.has(kind)) return exact;
  if (kind === 'regexp-match') return at(path, lossy('`groups` gets a prototype'));
  const type = typesOfKinds[kind];
  if (type === undefined) return unknownAt(path);
  return placed(globalFates, type, path) ?? placed(moduleFates, type, path) ?? unknownAt(path);
}

/** Whether the culprit is a handle of the operating system (a file, a socket, a hash in progress): hazard `native-handle`. */
export function isNativeHandle(cloneability: Cloneability): boolean {
  return (cloneability.kind === 'lossy' || cloneability.kind === 'throws') && cloneability.what === handle;
}

function placed(fates: Readonly<Record<string, Fate>>, name: string, path: string): Cloneability | undefined {
  const fate = Object.hasOwn(fates, name) ? fates[name] : undefined;
  return fate && at(path, fate);
}

function at(path: string, fate: Fate): Cloneability {
  return fate.kind === 'exact' ? fate : { ...fate, path };
}

const exactKinds: ReadonlySet<ValueKind> = new Set<ValueKind>([
  'undefined',
  'null',
  'boolean',
  'number',
  'bigint',
  'string',
  'primitive',
  'object',
  'data',
  'array',
  'map',
  'set',
  'date',
  'stateless-regexp',
  'array-buffer',
  'shared-array-buffer',
  'data-view',
  'typed-array',
  'key-object',
  'blob',
]);

/** The entry that stands for a kind. `any` has none. */
const typesOfKinds: Readonly<Partial<Record<ValueKind, string>>> = {
  symbol: 'Symbol',
  function: 'Function',
  'weak-map': 'WeakMap',
  'weak-set': 'WeakSet',
  'weak-ref': 'WeakRef',
  'finalization-registry': 'FinalizationRegistry',
  regexp: 'RegExp',
  error: 'Error',
  promise: 'Promise',
  iterator: 'Generator',
  'async-iterator': 'AsyncGenerator',
  buffer: 'Buffer',
  proxy: 'Proxy',
  intl: 'Intl.Collator',
  url: 'URL',
  'url-search-params': 'URLSearchParams',
  'text-encoder': 'TextEncoder',
  'text-decoder': 'TextDecoder',
  headers: 'Headers',
  'abort-controller': 'AbortController',
  'abort-signal': 'AbortSignal',
  'event-target': 'EventTarget',
  'event-emitter': 'events.EventEmitter',
  stream: 'stream.Writable',
  socket: 'net.Socket',
  timeout: 'timers.Timeout',
  hash: 'crypto.Hash',
  'file-handle': 'fs/promises.FileHandle',
  stats: 'fs.Stats',
  dirent: 'fs.Dirent',
  'message-port': 'worker_threads.MessagePort',
  'child-process': 'child_process.ChildProcess',
  'async-local-storage': 'async_hooks.AsyncLocalStorage',
  script: 'vm.Script',
};

/** Object literals, classes and types share these. */
export const losses = {
  accessor: (path: string): Cloneability => at(path, lossy('a getter becomes plain data')),
  symbolKey: (path: string): Cloneability => at(path, lossy('properties with symbol keys are dropped')),
  prototype: (path: string): Cloneability => at(path, lossy('its prototype is dropped')),
  privateField: (path: string): Cloneability => at(path, lossy('private fields are dropped')),
  subclass: (path: string, base: string): Cloneability => at(path, lossy(`it becomes a plain ${base}`)),
  frozen: (path: string): Cloneability => at(path, lossy('a frozen object arrives unfrozen')),
  functionValue: (path: string): Cloneability => at(path, throwing('functions cannot be cloned')),
} as const;

/** Cloneability of values by what made them, or by kind. */
import type { Cloneability } from '../../model/index.ts';
import type { ValueKind } from '../builtins/index.ts';
import { type Fate, exactFate, globalFates, handle, lossy, moduleFates, throwing } from './fates.ts';
import { unknownAt } from './join.ts';

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
  const fate = kindFates[kind];
  return fate === undefined ? unknownAt(path) : at(path, fate);
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

/** `any` and `object` of unknown making have none. */
const kindFates: Readonly<Partial<Record<ValueKind, Fate>>> = {
  undefined: exactFate,
  null: exactFate,
  boolean: exactFate,
  number: exactFate,
  bigint: exactFate,
  string: exactFate,
  primitive: exactFate,
  object: exactFate,
  data: exactFate,
  array: exactFate,
  map: exactFate,
  set: exactFate,
  date: exactFate,
  'stateless-regexp': exactFate,
  'array-buffer': exactFate,
  'shared-array-buffer': exactFate,
  'data-view': exactFate,
  'typed-array': exactFate,
  'key-object': exactFate,
  blob: exactFate,
  symbol: globalFates.Symbol!,
  function: globalFates.Function!,
  'weak-map': globalFates.WeakMap!,
  'weak-set': globalFates.WeakSet!,
  'weak-ref': globalFates.WeakRef!,
  'finalization-registry': globalFates.FinalizationRegistry!,
  'regexp-match': lossy('`groups` gets a prototype'),
  regexp: globalFates.RegExp!,
  error: globalFates.Error!,
  promise: globalFates.Promise!,
  iterator: globalFates.Generator!,
  'async-iterator': globalFates.AsyncGenerator!,
  buffer: globalFates.Buffer!,
  proxy: globalFates.Proxy!,
  intl: globalFates['Intl.Collator']!,
  url: globalFates.URL!,
  'url-search-params': globalFates.URLSearchParams!,
  'text-encoder': globalFates.TextEncoder!,
  'text-decoder': globalFates.TextDecoder!,
  headers: globalFates.Headers!,
  'abort-controller': globalFates.AbortController!,
  'abort-signal': globalFates.AbortSignal!,
  'event-target': globalFates.EventTarget!,
  'event-emitter': moduleFates['events.EventEmitter']!,
  stream: moduleFates['stream.Writable']!,
  socket: moduleFates['net.Socket']!,
  timeout: moduleFates['timers.Timeout']!,
  hash: moduleFates['crypto.Hash']!,
  'file-handle': moduleFates['fs/promises.FileHandle']!,
  stats: moduleFates['fs.Stats']!,
  dirent: moduleFates['fs.Dirent']!,
  'message-port': moduleFates['worker_threads.MessagePort']!,
  'child-process': moduleFates['child_process.ChildProcess']!,
  'async-local-storage': moduleFates['async_hooks.AsyncLocalStorage']!,
  script: moduleFates['vm.Script']!,
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

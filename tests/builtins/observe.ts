/**
 * Watches what a built-in does to its receiver and arguments when really called, and compares that with its profile. What was
 * seen has to be allowed by the profile; what the profile says and no call shows is for the caller to judge.
 */
import { inspect } from 'node:util';
import type { BuiltinProfile, Operand, Shape, Source } from '../../src/facts/builtins/index.ts';

export interface Observation {
  /** What was seen that the profile doesn't allow. */
  readonly violations: readonly string[];
  /** `receiver`, `argument 0`: objects that looked different afterwards. */
  readonly changed: ReadonlySet<string>;
  /** Arguments that were called. */
  readonly called: ReadonlySet<number>;
  readonly threw: boolean;
  /** The result as text, to compare two runs. */
  readonly text: string;
}

type Origin = { readonly operand: string; readonly index: number; readonly depth: number };

export const spy = Symbol('a callback');

/** Calls `fn` on the receiver (undefined for none) with the arguments; `spy` stands for a recording callback. */
export function observe(
  profile: BuiltinProfile,
  fn: (receiver: unknown, args: unknown[]) => unknown,
  receiver: unknown,
  given: readonly unknown[],
): Observation {
  const violations: string[] = [];
  const called = new Set<number>();
  const returned = new Set<unknown>();
  const origins = originsOf(receiver, given);
  const args = given.map((argument, index) =>
    argument === spy ? callbackFor(profile, index, { origins, violations, called, returned }) : argument,
  );
  const before = [receiver, ...args].map(look);
  const measures = measuresOf(receiver);
  let result: unknown;
  let threw = false;
  try {
    result = fn(receiver, args);
  } catch {
    threw = true;
  }
  const after = [receiver, ...args].map(look);
  const changed = new Set(
    after.flatMap((text, index) => (text === before[index] ? [] : [nameOf(index - 1)])),
  );
  for (const operand of changed) if (!isMutated(profile, operand)) violations.push(`changes ${operand}`);
  violations.push(...judgeMeasures(profile, measures, measuresOf(receiver)));
  violations.push(...judgeResult(profile, result, origins, returned, [receiver, ...args]));
  return { violations, changed, called, threw, text: look(result) };
}

/** Properties that follow from what is in an object: a change of one key may change them. */
const measureNames = ['length', 'size', 'lastIndex', 'byteLength'] as const;

function measuresOf(value: unknown): readonly unknown[] {
  return measureNames.map((name) => (isObject(value) ? Reflect.get(value, name) : undefined));
}

function judgeMeasures(
  { mutates }: BuiltinProfile,
  before: readonly unknown[],
  after: readonly unknown[],
): string[] {
  return measureNames.flatMap((name, index) => {
    if (Object.is(before[index], after[index])) return [];
    const isSaid = mutates.some(({ source, keys }) => {
      const isWhole = keys === 'all' || keys === 'append';
      return source.operand.kind === 'receiver' && (isWhole || (keys.kind === 'name' && keys.name === name));
    });
    return isSaid ? [] : [`changes ${name}`];
  });
}

const nameOf = (index: number) => (index < 0 ? 'receiver' : `argument ${index}`);

function look(value: unknown): string {
  return inspect(value, { showHidden: true, depth: 6, getters: false });
}

/** Every object that can be reached from the operands, by where it was found first. */
function originsOf(receiver: unknown, args: readonly unknown[]): Map<unknown, Origin> {
  const origins = new Map<unknown, Origin>();
  [receiver, ...args].forEach((root, position) => {
    let layer = [root];
    for (let depth = 0; depth < 4; depth++) {
      const objects = layer.filter((value) => isObject(value) && !origins.has(value));
      for (const value of objects)
        origins.set(value, { operand: nameOf(position - 1), index: position - 1, depth });
      layer = objects.flatMap(held);
    }
  });
  return origins;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function held(value: unknown): unknown[] {
  if (!isObject(value) || ArrayBuffer.isView(value)) return [];
  if (value instanceof Map) return [...value.keys(), ...value.values()];
  if (value instanceof Set) return [...value];
  return Object.values(Object.getOwnPropertyDescriptors(value)).map(
    (descriptor) => descriptor.value as unknown,
  );
}

function isMutated({ mutates, captures }: BuiltinProfile, operand: string): boolean {
  return (
    mutates.some(({ source }) => matches(source.operand, operand)) ||
    captures.some(({ into }) => matches(into, operand))
  );
}

function matches(operand: Operand, name: string): boolean {
  if (operand.kind === 'receiver') return name === 'receiver';
  if (operand.kind === 'argument') return name === `argument ${operand.index}`;
  return operand.kind === 'rest' && Number(name.replace('argument ', '')) >= operand.index;
}

function covers(sources: readonly Source[], { operand, depth }: Origin): boolean {
  return sources.some(
    (source) => matches(source.operand, operand) && (source.depth === 'deep' || source.depth <= depth),
  );
}

interface Log {
  readonly origins: ReadonlyMap<unknown, Origin>;
  readonly violations: string[];
  readonly called: Set<number>;
  readonly returned: Set<unknown>;
}

function callbackFor(profile: BuiltinProfile, index: number, log: Log): (...args: unknown[]) => unknown {
  const known = profile.callbacks.find(({ callee }) => matches(callee, `argument ${index}`));
  return (...args) => {
    log.called.add(index);
    if (known === undefined) log.violations.push(`calls argument ${index}`);
    else if (known.timing === 'sync') judgeParameters(known, args, log);
    const [first] = args;
    log.returned.add(first);
    return first;
  };
}

function judgeParameters(known: BuiltinProfile['callbacks'][number], args: unknown[], log: Log): void {
  args.forEach((value, position) => {
    const origin = log.origins.get(value);
    if (origin === undefined || log.returned.has(value)) return;
    const sources = known.parameters[position] ?? known.restParameters;
    if (!covers(sources, origin))
      log.violations.push(`passes ${origin.operand} (${origin.depth}) as parameter ${position}`);
  });
}

function judgeResult(
  profile: BuiltinProfile,
  result: unknown,
  origins: ReadonlyMap<unknown, Origin>,
  returned: ReadonlySet<unknown>,
  operands: readonly unknown[],
): string[] {
  const own = origins.get(result);
  const mayBeReturned = profile.returns.is.some(({ operand }) => operand.kind === 'result');
  if (own !== undefined) {
    const isAllowed = covers(profile.returns.is, own) || (returned.has(result) && mayBeReturned);
    return isAllowed ? [] : [`returns ${own.operand} (${own.depth})`];
  }
  return [...judgeHeld(profile, result, origins, returned), ...judgeMemory(profile, result, operands)];
}

function judgeHeld(
  profile: BuiltinProfile,
  result: unknown,
  origins: ReadonlyMap<unknown, Origin>,
  returned: ReadonlySet<unknown>,
): string[] {
  const sources = sourcesOf(profile.returns);
  const hasResults = sources.some(({ operand }) => operand.kind === 'result');
  return reachable(result).flatMap((value) => {
    const origin = origins.get(value);
    if (origin === undefined || covers(sources, origin) || (hasResults && returned.has(value))) return [];
    return [`the result holds ${origin.operand} (${origin.depth})`];
  });
}

function sourcesOf(shape: Shape): readonly Source[] {
  return [...shape.is, ...(shape.elements ? sourcesOf(shape.elements) : [])];
}

function reachable(root: unknown): unknown[] {
  const found = new Set<unknown>();
  let layer = isIterator(root) ? drain(root) : held(root);
  for (let depth = 0; depth < 3; depth++) {
    layer.forEach((value) => found.add(value));
    layer = layer.flatMap(held);
  }
  return [...found];
}

/** A lazy iterator may fail at any step, over what the callback gave it. */
function drain(iterator: Iterable<unknown>): unknown[] {
  const found: unknown[] = [];
  try {
    for (const value of iterator) found.push(value);
  } catch {
    return found;
  }
  return found;
}

function isIterator(value: unknown): value is Iterable<unknown> {
  return isObject(value) && 'next' in value && Symbol.iterator in value;
}

/** A view of an operand's memory has to be said to share it. */
function judgeMemory(profile: BuiltinProfile, result: unknown, operands: readonly unknown[]): string[] {
  const memory = memoryOf(result);
  if (memory === undefined) return [];
  return operands.flatMap((operand, position) => {
    if (memoryOf(operand) !== memory) return [];
    const origin = { operand: nameOf(position - 1), index: position - 1, depth: 0 };
    return covers([...profile.returns.shares, ...profile.returns.is], origin)
      ? []
      : [`shares memory of ${origin.operand}`];
  });
}

function memoryOf(value: unknown): unknown {
  if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) return value;
  return ArrayBuffer.isView(value) ? value.buffer : undefined;
}

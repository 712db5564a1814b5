/** Short forms in which the tables of this folder are written. */
import type {
  BuiltinCost,
  BuiltinProfile,
  CallbackProfile,
  Capturing,
  Keys,
  Operand,
  OutsideEffect,
  ProtocolCall,
  Shape,
  Source,
  Touch,
  Use,
  ValueKind,
} from './profile.ts';

/** A profile without its name, which the table's key gives. */
export type Entry = Omit<BuiltinProfile, 'name'>;
export type Table = Readonly<Record<string, Entry>>;

export const receiver: Operand = { kind: 'receiver' };
export const argument = (index: number): Operand => ({ kind: 'argument', index });
export const rest = (index: number): Operand => ({ kind: 'rest', index });
export const result = (index = 0): Operand => ({ kind: 'result', index });

export const itself = (operand: Operand): Source => ({ operand, depth: 0 });
export const elementsOf = (operand: Operand): Source => ({ operand, depth: 1 });
export const elementsOfElementsOf = (operand: Operand): Source => ({ operand, depth: 2 });
export const everythingIn = (operand: Operand): Source => ({ operand, depth: 'deep' });

export function touch(operand: Operand, keys: Keys = 'all', kinds?: readonly ValueKind[]): Touch {
  return { source: itself(operand), keys, kinds, orUnknown: true };
}
export const touchDeep = (operand: Operand): Touch => ({
  source: everythingIn(operand),
  keys: 'all',
  kinds: undefined,
  orUnknown: true,
});
export const keyed = (index: number): Keys => ({ kind: 'argument', index });
export const named = (name: string): Keys => ({ kind: 'name', name });
export const capture = (into: Operand, value: Source): Capturing => ({ into, value });
export const protocol = (name: ProtocolCall['protocol'], source: Source): ProtocolCall => ({
  protocol: name,
  source,
});

/** Turns operands to numbers, strings or keys, which runs `valueOf` or `toString` of objects. */
export const converting = (...operands: readonly Operand[]): Pick<Entry, 'protocols'> => ({
  protocols: operands.map((operand) => protocol('coerce', itself(operand))),
});

export function callback(callee: Operand, options: Partial<CallbackProfile> = {}): CallbackProfile {
  return {
    callee,
    parameters: [],
    restParameters: [],
    thisValue: [],
    timing: 'sync',
    times: 'each',
    optional: false,
    ...options,
  };
}

/** A primitive, or an object created by the call. */
export function fresh(kind: ValueKind, elements?: Shape, density: Shape['density'] = 'dense'): Shape {
  return { kind, is: [], shares: [], elements, density };
}

/** One of the given values, of unknown kind unless given. */
export function oneOf(sources: readonly Source[], kind: ValueKind = 'any', elements?: Shape): Shape {
  return { kind, is: sources, shares: [], elements, density: 'inherited' };
}

/** A new object over the memory of another. */
export function viewOf(kind: ValueKind, sources: readonly Source[]): Shape {
  return { kind, is: [], shares: sources, elements: fresh('primitive'), density: 'dense' };
}

/** An iterator over the receiver: it sees changes made while it runs. */
export function iteratorOf(elements: Shape, over: Operand = receiver): Shape {
  return { kind: 'iterator', is: [], shares: [itself(over)], elements, density: 'dense' };
}

export const arrayOf = (elements: Shape, density: Shape['density'] = 'dense'): Shape =>
  fresh('array', elements, density);
export const nothing = fresh('undefined');
export const boolean = fresh('boolean');
export const number = fresh('number');
export const string = fresh('string');
export const primitive = fresh('primitive');
export const anything = fresh('any');
export const promiseOf = (value: Shape): Shape => fresh('promise', value);

export const constant = (operations: number): BuiltinCost => ({ growth: 'constant', operations });
export const linear = (operations: number): BuiltinCost => ({ growth: 'linear', operations });
export const linearithmic = (operations: number): BuiltinCost => ({ growth: 'linearithmic', operations });
export const expensive = (operations: number): BuiltinCost => ({ growth: 'expensive', operations });

const blank: Entry = {
  uses: ['call'],
  reads: [],
  mutates: [],
  captures: [],
  callbacks: [],
  protocols: [],
  outside: [],
  throws: false,
  returns: nothing,
  cost: constant(5),
  since: undefined,
};

/** An entry that returns `returns` and does nothing else unless `more` says so. */
export function pure(returns: Shape, more: Partial<Entry> = {}): Entry {
  return { ...blank, returns, ...more };
}

/** A method that reads the whole receiver. */
export function reading(returns: Shape, more: Partial<Entry> = {}): Entry {
  return pure(returns, { reads: [touch(receiver)], cost: linear(1), ...more });
}

/** A method that changes the receiver. */
export function mutating(returns: Shape, keys: Keys, more: Partial<Entry> = {}): Entry {
  return pure(returns, { reads: [touch(receiver)], mutates: [touch(receiver, keys)], ...more });
}

/** A property that is read, not called. */
export function property(returns: Shape, more: Partial<Entry> = {}): Entry {
  return pure(returns, { uses: ['read'], cost: constant(1), ...more });
}

/** A constructor, called with `new`; `alsoCalled` when it does the same without. */
export function constructor(returns: Shape, more: Partial<Entry> = {}, alsoCalled = false): Entry {
  const uses: readonly Use[] = alsoCalled ? ['new', 'call'] : ['new'];
  return pure(returns, { uses, cost: constant(30), ...more });
}

export const io = (
  device: Extract<OutsideEffect, { kind: 'io' }>['device'],
  mode: 'read' | 'write',
): OutsideEffect => ({ kind: 'io', device, mode });
export const ambient = (source: string, mode: 'read' | 'write'): OutsideEffect => ({
  kind: 'ambient',
  source,
  mode,
});
export const nondeterminism = (source: string): OutsideEffect => ({ kind: 'nondeterminism', source });
export const hidden = (why: string): OutsideEffect => ({ kind: 'hidden', why });
export const unknown = (why: string): OutsideEffect => ({ kind: 'unknown', why });

/** Iterating an argument reads it, runs a user's iterator, and uses up an iterator that is passed. */
export function iterating(operand: Operand): Pick<Entry, 'reads' | 'mutates' | 'protocols'> {
  return {
    reads: [touch(operand)],
    mutates: [{ ...touch(operand, 'all', ['iterator', 'async-iterator']), orUnknown: false }],
    protocols: [protocol('iterate', itself(operand))],
  };
}

/** A list of names, written as one text. */
export const words = (names: string): string[] => names.trim().split(/\s+/);

/** The same entry under several names. */
export function each(names: readonly string[], entry: Entry): Table {
  return Object.fromEntries(names.map((name) => [name, entry]));
}

/** The entries of a table as properties of an object: `crypto.` before each name. */
export function prefixed(prefix: string, table: Table): Table {
  return Object.fromEntries(
    Object.entries(table).map(([key, entry]) => [
      key.startsWith('new ') ? `new ${prefix}${key.slice(4)}` : prefix + key,
      entry,
    ]),
  );
}

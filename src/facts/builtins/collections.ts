/** Map, Set, their weak kin, and iterators. Keys and values of a Map are both its elements. */
import type { Table } from './define.ts';
import {
  argument,
  arrayOf,
  boolean,
  callback,
  capture,
  constant,
  constructor,
  each,
  elementsOf,
  elementsOfElementsOf,
  fresh,
  hidden,
  itself,
  iterating,
  iteratorOf,
  keyed,
  linear,
  mutating,
  named,
  nothing,
  number,
  oneOf,
  property,
  protocol,
  pure,
  reading,
  receiver,
  result,
  touch,
  words,
} from './define.ts';

const element = oneOf([elementsOf(receiver)]);
const one = constant(25);
const readKey = { reads: [touch(receiver, keyed(0))], cost: one };

const size = property(number, { reads: [touch(receiver, named('size'))] });
const visit = callback(argument(0), {
  parameters: [[elementsOf(receiver)], [elementsOf(receiver)], [itself(receiver)]],
  thisValue: [itself(argument(1))],
});

/** One key changes, and the size, which also stands for the order. */
const oneKeyChanges = [touch(receiver, keyed(0)), touch(receiver, named('size'))];

const inserting = (count: number) => ({
  mutates: oneKeyChanges,
  reads: [touch(receiver, keyed(0))],
  captures: Array.from({ length: count }, (_, index) => capture(receiver, itself(argument(index)))),
  cost: constant(40),
});

export const mapMethods: Table = {
  size,
  clear: mutating(nothing, 'all'),
  delete: mutating(boolean, keyed(0), { ...readKey, mutates: oneKeyChanges }),
  get: reading(element, readKey),
  has: reading(boolean, readKey),
  set: mutating(oneOf([itself(receiver)], 'map', element), keyed(0), inserting(2)),
  forEach: reading(nothing, { callbacks: [visit], cost: linear(10) }),
  entries: reading(iteratorOf(arrayOf(element)), { cost: constant(20) }),
  ...each(['keys', 'values'], reading(iteratorOf(element), { cost: constant(20) })),
};

const other = {
  reads: [touch(receiver), touch(argument(0))],
  throws: true,
  cost: linear(40),
  since: '22.0.0',
};
const otherElements = fresh('set', oneOf([elementsOf(receiver), elementsOf(argument(0))]));

export const setMethods: Table = {
  size,
  add: mutating(oneOf([itself(receiver)], 'set', element), keyed(0), inserting(1)),
  clear: mutating(nothing, 'all'),
  delete: mutating(boolean, keyed(0), { ...readKey, mutates: oneKeyChanges }),
  has: reading(boolean, readKey),
  forEach: reading(nothing, { callbacks: [visit], cost: linear(10) }),
  entries: reading(iteratorOf(arrayOf(element)), { cost: constant(20) }),
  ...each(['keys', 'values'], reading(iteratorOf(element), { cost: constant(20) })),
  ...each(words('union intersection difference symmetricDifference'), reading(otherElements, other)),
  ...each(['isSubsetOf', 'isSupersetOf', 'isDisjointFrom'], reading(boolean, other)),
};

export const weakMapMethods: Table = {
  delete: mutating(boolean, keyed(0), { ...readKey, mutates: oneKeyChanges }),
  get: reading(element, readKey),
  has: reading(boolean, readKey),
  set: mutating(oneOf([itself(receiver)], 'weak-map', element), keyed(0), { ...inserting(2), throws: true }),
};

export const weakSetMethods: Table = {
  add: mutating(oneOf([itself(receiver)], 'weak-set', element), keyed(0), { ...inserting(1), throws: true }),
  delete: mutating(boolean, keyed(0), { ...readKey, mutates: oneKeyChanges }),
  has: reading(boolean, readKey),
};

const collected = [hidden('garbage collection')];
export const weakRefMethods: Table = { deref: reading(element, { outside: collected, cost: one }) };
export const finalizationRegistryMethods: Table = {
  register: mutating(nothing, 'all', { outside: collected }),
  unregister: mutating(boolean, 'all', { outside: collected }),
};

/** A step changes the iterator, and of a generator runs its code up to the next `yield`. */
const step = { outside: [], throws: true, cost: constant(30) };
const stepResult = fresh('object', element);
const helper = { since: '22.0.0', protocols: [protocol('iterate', itself(receiver))] };
const visitNext = callback(argument(0), { parameters: [[elementsOf(receiver)], []] });
/** Lazy: the callback runs when the result is read. */
const visitLater = { ...visitNext, timing: 'later' as const };
const foldNext = callback(argument(0), {
  parameters: [[itself(result()), itself(argument(1)), elementsOf(receiver)], [elementsOf(receiver)], []],
});

export const iteratorMethods: Table = {
  ...each(
    ['next', 'return', 'throw'],
    mutating(stepResult, 'all', { ...step, protocols: [protocol('iterate', itself(receiver))] }),
  ),
  map: mutating(iteratorOf(oneOf([itself(result())])), 'all', { ...helper, callbacks: [visitLater] }),
  filter: mutating(iteratorOf(element), 'all', { ...helper, callbacks: [visitLater] }),
  flatMap: mutating(iteratorOf(oneOf([elementsOf(result())])), 'all', { ...helper, callbacks: [visitLater] }),
  ...each(['take', 'drop'], mutating(iteratorOf(element), 'all', { ...helper, throws: true })),
  ...each(
    ['some', 'every'],
    mutating(boolean, 'all', { ...helper, callbacks: [visitNext], cost: linear(30) }),
  ),
  find: mutating(element, 'all', { ...helper, callbacks: [visitNext], cost: linear(30) }),
  forEach: mutating(nothing, 'all', { ...helper, callbacks: [visitNext], cost: linear(30) }),
  toArray: mutating(arrayOf(element), 'all', { ...helper, cost: linear(30) }),
  reduce: mutating(oneOf([itself(result()), itself(argument(1)), elementsOf(receiver)]), 'all', {
    ...helper,
    callbacks: [foldNext],
    throws: true,
    cost: linear(30),
  }),
};

export const asyncIteratorMethods: Table = each(
  ['next', 'return', 'throw'],
  mutating(fresh('promise', stepResult), 'all', {
    ...step,
    protocols: [protocol('iterate', itself(receiver))],
  }),
);

const grouping = callback(argument(1), { parameters: [[elementsOf(argument(0))], []] });
const groups = arrayOf(oneOf([elementsOf(argument(0))]));
const readsPairs = { ...touch(argument(0)), source: elementsOf(argument(0)) };
const fromPairs = {
  ...iterating(argument(0)),
  reads: [touch(argument(0)), readsPairs],
  throws: true,
  cost: linear(50),
};

export const collectionGlobals: Table = {
  'new Map': constructor(fresh('map', oneOf([elementsOfElementsOf(argument(0))])), fromPairs),
  'new Map()': constructor(fresh('map')),
  'Map.groupBy': pure(fresh('map', groups), {
    ...iterating(argument(0)),
    callbacks: [grouping],
    since: '21.0.0',
    cost: linear(40),
  }),
  'new Set': constructor(fresh('set', oneOf([elementsOf(argument(0))])), fromPairs),
  'new Set()': constructor(fresh('set')),
  'new WeakMap': constructor(fresh('weak-map', oneOf([elementsOfElementsOf(argument(0))])), fromPairs),
  'new WeakMap()': constructor(fresh('weak-map')),
  'new WeakSet': constructor(fresh('weak-set', oneOf([elementsOf(argument(0))])), fromPairs),
  'new WeakSet()': constructor(fresh('weak-set')),
  'new WeakRef': constructor(fresh('weak-ref', oneOf([itself(argument(0))])), { throws: true }),
  'new FinalizationRegistry': constructor(fresh('finalization-registry'), {
    callbacks: [callback(argument(0), { timing: 'later' })],
    outside: collected,
  }),
  'Iterator.from': pure(
    { ...iteratorOf(oneOf([elementsOf(argument(0))]), argument(0)), is: [itself(argument(0))] },
    {
      since: '22.0.0',
      protocols: [protocol('iterate', itself(argument(0)))],
    },
  ),
};

/** Array: constructor, static functions, methods. */
import type { Table } from './define.ts';
import {
  argument,
  arrayOf,
  boolean,
  callback,
  capture,
  constant,
  constructor,
  converting,
  each,
  elementsOf,
  everythingIn,
  fresh,
  itself,
  iterating,
  iteratorOf,
  keyed,
  linear,
  linearithmic,
  mutating,
  named,
  number,
  oneOf,
  promiseOf,
  property,
  protocol,
  pure,
  reading,
  receiver,
  rest,
  result,
  string,
  touch,
  touchDeep,
} from './define.ts';

/** `(element, index, array) => …` with an optional `this`. */
const visit = callback(argument(0), {
  parameters: [[elementsOf(receiver)], [], [itself(receiver)]],
  thisValue: [itself(argument(1))],
});

const fold = callback(argument(0), {
  parameters: [
    [itself(result()), itself(argument(1)), elementsOf(receiver)],
    [elementsOf(receiver)],
    [],
    [itself(receiver)],
  ],
});

const compare = callback(argument(0), {
  parameters: [[elementsOf(receiver)], [elementsOf(receiver)]],
  times: 'each-log-n',
  optional: true,
});

const element = oneOf([elementsOf(receiver)]);
const coercingElements = [protocol('coerce', elementsOf(receiver))];
const self = oneOf([itself(receiver)], 'array', element);

/** Methods that leave the receiver as it is. */
const readers: Table = {
  length: property(number, { reads: [touch(receiver, named('length'))] }),
  at: reading(element, { reads: [touch(receiver, keyed(0))], ...converting(argument(0)), cost: constant(3) }),
  concat: reading(arrayOf(oneOf([elementsOf(receiver), itself(rest(0)), elementsOf(rest(0))]), 'inherited'), {
    reads: [touch(receiver), touch(rest(0))],
    cost: linear(2),
  }),
  entries: reading(iteratorOf(arrayOf(element)), { cost: constant(20) }),
  keys: reading(iteratorOf(number), { cost: constant(20) }),
  values: reading(iteratorOf(element), { cost: constant(20) }),
  every: reading(boolean, { callbacks: [visit], cost: linear(2) }),
  some: reading(boolean, { callbacks: [visit], cost: linear(2) }),
  filter: reading(arrayOf(element), { callbacks: [visit], cost: linear(4) }),
  ...each(['find', 'findLast'], reading(element, { callbacks: [visit], cost: linear(2) })),
  ...each(['findIndex', 'findLastIndex'], reading(number, { callbacks: [visit], cost: linear(2) })),
  flat: reading(arrayOf(oneOf([elementsOf(receiver), everythingIn(receiver)])), {
    reads: [touchDeep(receiver)],
    ...converting(argument(0)),
    cost: linear(10),
  }),
  flatMap: reading(arrayOf(oneOf([itself(result()), elementsOf(result())])), {
    reads: [touch(receiver), touch(result())],
    callbacks: [visit],
    cost: linear(10),
  }),
  forEach: reading(fresh('undefined'), { callbacks: [visit], cost: linear(2) }),
  map: reading(arrayOf(oneOf([itself(result())]), 'inherited'), { callbacks: [visit], cost: linear(4) }),
  includes: reading(boolean, converting(argument(1))),
  ...each(['indexOf', 'lastIndexOf'], reading(number, converting(argument(1)))),
  ...each(
    ['join', 'toString', 'toLocaleString'],
    reading(string, {
      reads: [touchDeep(receiver)],
      protocols: [...coercingElements, protocol('coerce', itself(argument(0)))],
      cost: linear(30),
    }),
  ),
  ...each(
    ['reduce', 'reduceRight'],
    reading(oneOf([itself(result()), itself(argument(1)), elementsOf(receiver)]), {
      callbacks: [fold],
      throws: true,
      cost: linear(2),
    }),
  ),
  slice: reading(arrayOf(element, 'inherited'), converting(rest(0))),
  toReversed: reading(arrayOf(element)),
  toSorted: reading(arrayOf(element), {
    callbacks: [compare],
    protocols: coercingElements,
    cost: linearithmic(8),
  }),
  toSpliced: reading(arrayOf(oneOf([elementsOf(receiver), itself(rest(2))])), {
    ...converting(argument(0), argument(1)),
    cost: linear(2),
  }),
  with: reading(arrayOf(oneOf([elementsOf(receiver), itself(argument(1))])), {
    ...converting(argument(0)),
    throws: true,
  }),
};

/** Methods that change the receiver. */
const mutators: Table = {
  copyWithin: mutating(self, 'all', { ...converting(rest(0)), cost: linear(1) }),
  fill: mutating(self, 'all', {
    ...converting(rest(1)),
    captures: [capture(receiver, itself(argument(0)))],
    cost: linear(1),
  }),
  pop: mutating(element, 'all', { cost: constant(5) }),
  push: mutating(number, 'append', {
    reads: [touch(receiver, named('length'))],
    captures: [capture(receiver, itself(rest(0)))],
    cost: constant(8),
  }),
  reverse: mutating(self, 'all', { cost: linear(1) }),
  shift: mutating(element, 'all', { cost: constant(30) }),
  sort: mutating(self, 'all', {
    callbacks: [compare],
    protocols: coercingElements,
    cost: linearithmic(8),
  }),
  splice: mutating(arrayOf(element, 'inherited'), 'all', {
    ...converting(argument(0), argument(1)),
    captures: [capture(receiver, itself(rest(2)))],
    cost: linear(1),
  }),
  unshift: mutating(number, 'all', { captures: [capture(receiver, itself(rest(0)))], cost: linear(1) }),
};

export const arrayMethods: Table = { ...readers, ...mutators };

const fromSource = [{ ...elementsOf(argument(0)), unlessCallback: 1 }, itself(result())];

export const arrayGlobals: Table = {
  /** One numeric argument makes holes; more are the elements. */
  Array: constructor(arrayOf(oneOf([itself(rest(0))]), 'holey'), { throws: true, cost: linear(1) }, true),
  'Array()': constructor(arrayOf(oneOf([])), { cost: constant(5) }, true),
  'Array.from': pure(arrayOf(oneOf(fromSource)), {
    ...iterating(argument(0)),
    callbacks: [
      callback(argument(1), {
        parameters: [[elementsOf(argument(0))], []],
        thisValue: [itself(argument(2))],
        optional: true,
      }),
    ],
    throws: true,
    cost: linear(10),
  }),
  'Array.fromAsync': pure(promiseOf(arrayOf(oneOf(fromSource))), {
    ...iterating(argument(0)),
    protocols: [protocol('iterate', itself(argument(0))), protocol('then', elementsOf(argument(0)))],
    callbacks: [
      callback(argument(1), {
        parameters: [[elementsOf(argument(0))], []],
        timing: 'later',
        optional: true,
      }),
    ],
    since: '22.0.0',
    cost: linear(100),
  }),
  'Array.isArray': pure(boolean, { cost: constant(2) }),
  'Array.of': pure(arrayOf(oneOf([itself(rest(0))])), { cost: constant(10) }),
};

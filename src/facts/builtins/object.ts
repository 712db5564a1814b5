/** Object, Reflect, Function, Error, JSON, Proxy. */
import type { Entry, Table } from './define.ts';
import {
  argument,
  arrayOf,
  boolean,
  callback,
  capture,
  constant,
  converting,
  constructor,
  each,
  elementsOf,
  elementsOfElementsOf,
  everythingIn,
  fresh,
  hidden,
  itself,
  iterating,
  keyed,
  linear,
  named,
  nothing,
  oneOf,
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
  words,
} from './define.ts';
import type { Keys, Shape } from './profile.ts';

export const objectMethods: Table = {
  ...each(
    ['hasOwnProperty', 'propertyIsEnumerable'],
    reading(boolean, { reads: [touch(receiver, keyed(0))], ...converting(argument(0)), cost: constant(15) }),
  ),
  isPrototypeOf: pure(boolean, { reads: [touch(argument(0))] }),
  ...each(
    ['toString', 'toLocaleString'],
    reading(string, { protocols: [protocol('coerce', itself(receiver))], cost: constant(30) }),
  ),
  valueOf: pure(oneOf([itself(receiver)])),
  ...each(
    ['__defineGetter__', '__defineSetter__'],
    pure(nothing, {
      mutates: [touch(receiver)],
      captures: [capture(receiver, itself(argument(1)))],
      outside: [hidden('an accessor is defined')],
    }),
  ),
  ...each(['__lookupGetter__', '__lookupSetter__'], pure(oneOf([elementsOf(receiver)]))),
};

const numberOfParameters = 8;
const later = (from: number) =>
  Array.from({ length: numberOfParameters }, (_, index) => [itself(argument(from + index))]);

export const functionMethods: Table = {
  call: pure(oneOf([itself(result())]), {
    callbacks: [
      callback(receiver, {
        parameters: later(1),
        restParameters: [itself(rest(1))],
        thisValue: [itself(argument(0))],
        times: 'once',
      }),
    ],
  }),
  apply: pure(oneOf([itself(result())]), {
    reads: [touch(argument(1))],
    callbacks: [
      callback(receiver, {
        restParameters: [elementsOf(argument(1))],
        thisValue: [itself(argument(0))],
        times: 'once',
      }),
    ],
    cost: constant(20),
  }),
  /** A new function over the receiver and the arguments; what calling it does isn't described here. */
  bind: pure(fresh('function', oneOf([itself(receiver), itself(rest(0))])), { cost: constant(100) }),
  toString: pure(string, { cost: constant(200) }),
  ...each(['name', 'length'], property(fresh('primitive'))),
};

const readsFirst = (returns: Shape, more: Partial<Entry> = {}): Entry =>
  pure(returns, {
    reads: [touch(argument(0))],
    protocols: [protocol('get', itself(argument(0)))],
    cost: linear(20),
    ...more,
  });

const changesFirst = (keys: Keys, more: Partial<Entry> = {}): Entry =>
  pure(oneOf([itself(argument(0))]), {
    mutates: [touch(argument(0), keys)],
    throws: true,
    cost: constant(50),
    ...more,
  });

const descriptor = fresh('object', oneOf([elementsOf(argument(0))]));
const held = oneOf([elementsOf(argument(0))]);

const defineProperty = changesFirst('all', {
  captures: [capture(argument(0), elementsOf(argument(2)))],
  reads: [touch(argument(2))],
  ...converting(argument(1)),
});
const getPrototypeOf = pure(oneOf([everythingIn(argument(0))]));
const setPrototypeOf = changesFirst('all', { captures: [capture(argument(0), itself(argument(1)))] });
const freezing = changesFirst('all', { cost: linear(10) });
const getDescriptor = readsFirst(descriptor, {
  reads: [touch(argument(0), keyed(1))],
  ...converting(argument(1)),
  cost: constant(80),
});

const objectGlobals: Table = {
  Object: pure(oneOf([itself(argument(0))]), { uses: ['call', 'new'] }),
  'Object()': pure(fresh('object'), { uses: ['call', 'new'] }),
  'Object.assign': changesFirst('all', {
    reads: [touch(rest(1))],
    captures: [capture(argument(0), elementsOf(rest(1)))],
    protocols: [protocol('get', itself(rest(1))), protocol('set', itself(argument(0)))],
    cost: linear(30),
  }),
  /** Of any prototype, or none. */
  'Object.create': pure(
    { ...fresh('any', oneOf([elementsOfElementsOf(argument(1))])), shares: [itself(argument(0))] },
    {
      reads: [touchDeep(argument(1))],
      throws: true,
      cost: constant(50),
    },
  ),
  ...each(['Object.freeze', 'Object.seal', 'Object.preventExtensions'], freezing),
  'Object.defineProperty': defineProperty,
  'Object.defineProperties': changesFirst('all', {
    captures: [capture(argument(0), elementsOfElementsOf(argument(1)))],
    reads: [touchDeep(argument(1))],
  }),
  'Object.setPrototypeOf': setPrototypeOf,
  ...each(['Object.keys', 'Object.getOwnPropertyNames'], readsFirst(arrayOf(string), { protocols: [] })),
  'Object.getOwnPropertySymbols': readsFirst(arrayOf(fresh('symbol')), { protocols: [] }),
  'Object.values': readsFirst(arrayOf(held)),
  'Object.entries': readsFirst(arrayOf(arrayOf(held)), { cost: linear(60) }),
  'Object.fromEntries': pure(fresh('object', oneOf([elementsOfElementsOf(argument(0))])), {
    ...iterating(argument(0)),
    reads: [touch(argument(0)), { ...touch(argument(0)), source: elementsOf(argument(0)) }],
    throws: true,
    cost: linear(50),
  }),
  /** Without a prototype. */
  'Object.groupBy': pure(fresh('any', arrayOf(held)), {
    ...iterating(argument(0)),
    callbacks: [callback(argument(1), { parameters: [[elementsOf(argument(0))], []] })],
    since: '21.0.0',
    cost: linear(40),
  }),
  'Object.getOwnPropertyDescriptor': getDescriptor,
  'Object.getOwnPropertyDescriptors': readsFirst(fresh('object', descriptor), { protocols: [] }),
  'Object.getPrototypeOf': getPrototypeOf,
  'Object.is': pure(boolean, { cost: constant(1) }),
  'Object.hasOwn': pure(boolean, {
    reads: [touch(argument(0), keyed(1))],
    ...converting(argument(1)),
    cost: constant(15),
  }),
  ...each(
    ['Object.isExtensible', 'Object.isFrozen', 'Object.isSealed'],
    readsFirst(boolean, { protocols: [] }),
  ),
};

const reflectGlobals: Table = {
  'Reflect.apply': pure(oneOf([itself(result())]), {
    reads: [touch(argument(2))],
    callbacks: [
      callback(argument(0), {
        restParameters: [elementsOf(argument(2))],
        thisValue: [itself(argument(1))],
        times: 'once',
      }),
    ],
  }),
  'Reflect.construct': pure(fresh('any', oneOf([elementsOf(argument(1))])), {
    outside: [hidden('Reflect.construct runs a constructor')],
  }),
  'Reflect.defineProperty': { ...defineProperty, returns: boolean },
  'Reflect.deleteProperty': pure(boolean, {
    mutates: [touch(argument(0))],
    ...converting(argument(1)),
    throws: true,
  }),
  'Reflect.get': pure(held, {
    reads: [touch(argument(0), keyed(1))],
    protocols: [protocol('get', itself(argument(0))), protocol('coerce', itself(argument(1)))],
    throws: true,
  }),
  'Reflect.getOwnPropertyDescriptor': getDescriptor,
  'Reflect.getPrototypeOf': getPrototypeOf,
  'Reflect.has': pure(boolean, {
    reads: [touch(argument(0), keyed(1))],
    ...converting(argument(1)),
    throws: true,
  }),
  'Reflect.isExtensible': pure(boolean, { throws: true }),
  'Reflect.ownKeys': readsFirst(arrayOf(fresh('any')), { protocols: [], throws: true }),
  'Reflect.preventExtensions': { ...freezing, returns: boolean },
  'Reflect.set': pure(boolean, {
    mutates: [touch(argument(0)), touch(argument(3))],
    captures: [capture(argument(0), itself(argument(2)))],
    protocols: [protocol('set', itself(argument(0))), protocol('coerce', itself(argument(1)))],
    throws: true,
  }),
  'Reflect.setPrototypeOf': { ...setPrototypeOf, returns: boolean },
};

const newError = (messageAt: number): Entry =>
  constructor(
    fresh('error', oneOf([elementsOf(argument(messageAt + 1)), elementsOf(argument(0))])),
    { protocols: [protocol('coerce', itself(argument(messageAt)))], cost: constant(3000) },
    true,
  );
const errorTypes = words('Error EvalError RangeError ReferenceError SyntaxError TypeError URIError');

const errorGlobals: Table = {
  ...each(errorTypes, newError(0)),
  SuppressedError: {
    ...newError(2),
    returns: fresh('error', oneOf([itself(argument(0)), itself(argument(1))])),
    since: '24.0.0',
  },
  AggregateError: { ...newError(1), ...iterating(argument(0)) },
  'Error.captureStackTrace': pure(nothing, {
    mutates: [touch(argument(0), named('stack'))],
    throws: true,
    cost: constant(3000),
  }),
  'Error.isError': pure(boolean, { since: '24.0.0' }),
  'Error.stackTraceLimit': property(fresh('number'), {
    outside: [{ kind: 'ambient', source: 'Error.stackTraceLimit', mode: 'read' }],
  }),
};

export const errorMethods: Table = {
  ...each(['message', 'name', 'stack'], property(string, { reads: [touch(receiver)] })),
  ...each(['cause', 'errors'], property(oneOf([elementsOf(receiver)]), { reads: [touch(receiver)] })),
  toString: reading(string, { cost: constant(100) }),
};

const jsonGlobals: Table = {
  'JSON.parse': pure(fresh('data', oneOf([itself(result())])), {
    protocols: [protocol('coerce', itself(argument(0)))],
    callbacks: [callback(argument(1), { parameters: [[], []], optional: true })],
    throws: true,
    cost: linear(10),
  }),
  'JSON.stringify': pure(string, {
    reads: [touchDeep(argument(0)), touch(argument(1))],
    protocols: [protocol('toJSON', everythingIn(argument(0))), protocol('get', everythingIn(argument(0)))],
    callbacks: [
      callback(argument(1), {
        parameters: [[], [everythingIn(argument(0))]],
        thisValue: [everythingIn(argument(0))],
        optional: true,
      }),
    ],
    throws: true,
    cost: linear(60),
  }),
  'JSON.rawJSON': pure(fresh('object'), { throws: true, since: '22.0.0' }),
  'JSON.isRawJSON': pure(boolean, { since: '22.0.0' }),
};

const codeGlobals: Table = {
  Function: constructor(fresh('function'), { outside: [hidden('new Function')], throws: true }, true),
  'new Proxy': constructor(
    { ...fresh('proxy'), shares: [itself(argument(0))] },
    { outside: [hidden('a Proxy')], throws: true },
  ),
  'Proxy.revocable': pure(fresh('object'), { outside: [hidden('a Proxy')], throws: true }),
};

export const objectAndReflectGlobals: Table = {
  ...objectGlobals,
  ...reflectGlobals,
  ...errorGlobals,
  ...jsonGlobals,
  ...codeGlobals,
};

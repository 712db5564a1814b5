/** Number, BigInt, Boolean, Symbol, Math and the global functions on numbers and text. */
import type { Table } from './define.ts';
import {
  argument,
  boolean,
  constant,
  constructor,
  each,
  fresh,
  itself,
  iterating,
  linear,
  nondeterminism,
  number,
  property,
  protocol,
  pure,
  rest,
  string,
  touch,
  hidden,
  words,
} from './define.ts';

const coercing = [protocol('coerce', itself(rest(0)))];
const numeric = (operations: number) => pure(number, { protocols: coercing, cost: constant(operations) });
const bigint = fresh('bigint');
const symbol = fresh('symbol');

export const numberMethods: Table = {
  ...each(
    words('toExponential toFixed toPrecision toString'),
    pure(string, { protocols: coercing, throws: true, cost: constant(100) }),
  ),
  toLocaleString: pure(string, { reads: [touch(rest(0))], throws: true, cost: constant(2000) }),
  valueOf: numeric(1),
};

export const bigintMethods: Table = {
  toString: pure(string, { protocols: coercing, throws: true, cost: constant(100) }),
  toLocaleString: pure(string, { reads: [touch(rest(0))], throws: true, cost: constant(2000) }),
  valueOf: pure(bigint, { cost: constant(1) }),
};

export const booleanMethods: Table = { toString: pure(string), valueOf: pure(boolean) };
export const symbolMethods: Table = {
  toString: pure(string),
  valueOf: pure(symbol),
  description: property(string),
};

const cheap = words('abs ceil clz32 floor fround imul max min round sign sqrt trunc');
const transcendental = words(`
    acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow sin
    sinh tan tanh
  `);
const mathConstants = words('E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2');
const inMath = (names: readonly string[]) => names.map((name) => `Math.${name}`);

/** The same in every thread of a process: one V8, one math library. */
const mathGlobals: Table = {
  ...each(inMath(cheap), numeric(1)),
  ...each(inMath(transcendental), numeric(15)),
  ...each(inMath(mathConstants), property(number)),
  'Math.f16round': { ...numeric(3), since: '24.0.0' },
  'Math.sumPrecise': pure(number, { ...iterating(argument(0)), cost: linear(20), since: '26.0.0' }),
  'Math.random': pure(number, { outside: [nondeterminism('Math.random')], cost: constant(10) }),
};

const numberConstants = words(`
    EPSILON MAX_SAFE_INTEGER MAX_VALUE MIN_SAFE_INTEGER MIN_VALUE NEGATIVE_INFINITY NaN
    POSITIVE_INFINITY
  `);
const numberTests = words('isFinite isInteger isNaN isSafeInteger');

export const numberGlobals: Table = {
  ...mathGlobals,
  ...each(['NaN', 'Infinity'], property(number)),
  undefined: property(fresh('undefined')),
  Number: pure(number, { protocols: coercing, throws: true, cost: constant(10) }),
  'new Number': constructor(fresh('object'), { protocols: coercing }),
  Boolean: pure(boolean, { cost: constant(1) }),
  'new Boolean': constructor(fresh('object')),
  BigInt: pure(bigint, { protocols: coercing, throws: true, cost: constant(30) }),
  ...each(
    ['BigInt.asIntN', 'BigInt.asUintN'],
    pure(bigint, { protocols: coercing, throws: true, cost: constant(30) }),
  ),
  Symbol: pure(symbol, { protocols: coercing, throws: true, cost: constant(30) }),
  'Symbol.for': pure(symbol, { protocols: coercing, cost: constant(30) }),
  'Symbol.keyFor': pure(string, { throws: true, cost: constant(30) }),
  ...each(
    words(`
    asyncIterator hasInstance isConcatSpreadable iterator match matchAll replace search species split
    toPrimitive toStringTag unscopables dispose asyncDispose
  `).map((name) => `Symbol.${name}`),
    property(symbol),
  ),
  ...each(
    numberConstants.map((name) => `Number.${name}`),
    property(number),
  ),
  ...each(
    numberTests.map((name) => `Number.${name}`),
    pure(boolean, { cost: constant(1) }),
  ),
  ...each(['isFinite', 'isNaN'], pure(boolean, { protocols: coercing, cost: constant(2) })),
  ...each(words('parseInt parseFloat Number.parseInt Number.parseFloat'), numeric(30)),
  ...each(
    words(`
    encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape atob btoa
  `),
    pure(string, { protocols: coercing, throws: true, cost: constant(200) }),
  ),
  eval: pure(fresh('any'), { outside: [hidden('eval')] }),
};

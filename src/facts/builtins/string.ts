/** String: static functions, methods. Locale methods count as pure: all threads of a process share its locale. */
import type { Entry, Table } from './define.ts';
import {
  argument,
  arrayOf,
  boolean,
  callback,
  constant,
  constructor,
  each,
  fresh,
  itself,
  iteratorOf,
  linear,
  named,
  number,
  property,
  protocol,
  pure,
  rest,
  string,
  touch,
  touchDeep,
  words,
} from './define.ts';
import type { Shape } from './profile.ts';

const coercing = (operand = rest(0)) => [protocol('coerce', itself(operand))];

/** The receiver is a primitive: nothing to read or change; arguments are turned to strings or numbers. */
const plain = (returns: Shape, more: Partial<Entry> = {}): Entry =>
  pure(returns, { protocols: coercing(), cost: constant(15), ...more });

/** Methods that take a RegExp: with `g` or `y` they read and set its lastIndex. */
const matching = (returns: Shape, more: Partial<Entry> = {}): Entry =>
  plain(returns, {
    reads: [touch(argument(0), named('lastIndex'), ['regexp'])],
    mutates: [touch(argument(0), named('lastIndex'), ['regexp'])],
    cost: linear(3),
    ...more,
  });

const replacing = matching(string, {
  callbacks: [callback(argument(1), { optional: true })],
  throws: true,
  cost: linear(5),
});

const match = fresh('regexp-match', string, 'holey');

export const stringMethods: Table = {
  length: property(number),
  ...each(words('at charAt substring substr slice'), plain(string, { cost: constant(8) })),
  ...each(['charCodeAt', 'codePointAt'], plain(number, { cost: constant(3) })),
  ...each(['concat', 'padEnd', 'padStart'], plain(string, { cost: constant(20) })),
  repeat: plain(string, { throws: true, cost: constant(20) }),
  ...each(['startsWith', 'endsWith', 'includes'], plain(boolean, { throws: true, cost: linear(1) })),
  ...each(['indexOf', 'lastIndexOf'], plain(number, { cost: linear(1) })),
  localeCompare: plain(number, { reads: [touch(rest(1))], cost: constant(100) }),
  normalize: plain(string, { throws: true, cost: linear(5) }),
  ...each(
    words(`
    toLowerCase toUpperCase toLocaleLowerCase toLocaleUpperCase trim trimStart trimEnd trimLeft
    trimRight
  `),
    plain(string, { cost: linear(1) }),
  ),
  ...each(['toString', 'valueOf'], plain(string, { cost: constant(2) })),
  isWellFormed: plain(boolean, { cost: linear(1) }),
  toWellFormed: plain(string, { cost: linear(1) }),
  split: plain(arrayOf(string), { throws: true, cost: linear(10) }),
  search: matching(number, { mutates: [] }),
  match: matching(match, { throws: true }),
  /** Works on a copy of the RegExp. */
  matchAll: matching(iteratorOf(match, argument(0)), { mutates: [], throws: true }),
  replace: replacing,
  replaceAll: replacing,
  ...each(
    words(`
    anchor big blink bold fixed fontcolor fontsize italics link small strike sub sup
  `),
    plain(string, { cost: constant(30) }),
  ),
};

export const stringGlobals: Table = {
  /** An array is joined. */
  String: pure(string, {
    reads: [touchDeep(argument(0))],
    protocols: coercing(argument(0)),
    cost: constant(20),
  }),
  'new String': constructor(fresh('object'), { protocols: coercing(argument(0)) }),
  ...each(['String.fromCharCode', 'String.fromCodePoint'], plain(string, { throws: true })),
  'String.raw': plain(string, { reads: [touchDeep(argument(0))], cost: constant(50) }),
};

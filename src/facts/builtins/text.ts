/**
 * RegExp, Date, Intl. Time zone and locale count as constant: threads of a process share them as long as nobody changes
 * `process.env.TZ` at run time, which the analysis assumes. So it does that nobody reads `RegExp.$1` and its kin, which each match
 * sets: the readers are ambient, the matches aren't.
 */
import type { Entry, Table } from './define.ts';
import {
  argument,
  arrayOf,
  boolean,
  constant,
  constructor,
  each,
  fresh,
  itself,
  iteratorOf,
  linear,
  mutating,
  named,
  nondeterminism,
  number,
  oneOf,
  property,
  protocol,
  pure,
  reading,
  receiver,
  rest,
  string,
  touch,
  words,
} from './define.ts';
import type { Shape } from './profile.ts';

const lastIndex = named('lastIndex');
const coercing = [protocol('coerce', itself(rest(0)))];
const match = fresh('regexp-match', string, 'holey');

/** With `g` or `y` a match starts at lastIndex and moves it. */
const matching = (returns: Shape, more: Partial<Entry> = {}): Entry =>
  pure(returns, {
    reads: [touch(receiver, lastIndex)],
    mutates: [touch(receiver, lastIndex, ['regexp'])],
    protocols: coercing,
    cost: linear(3),
    ...more,
  });

const flags = words('dotAll global hasIndices ignoreCase multiline sticky unicode unicodeSets');

export const regexpMethods: Table = {
  exec: matching(match, { cost: linear(5) }),
  test: matching(boolean),
  compile: mutating(oneOf([itself(receiver)], 'regexp'), 'all', { throws: true }),
  toString: pure(string),
  ...each(flags, property(boolean)),
  ...each(['source', 'flags'], property(string)),
  lastIndex: property(number, { reads: [touch(receiver, lastIndex)] }),
};

export const regexpMatchMethods: Table = {
  ...each(['index', 'input'], property(fresh('primitive'))),
  ...each(['groups', 'indices'], property(fresh('any'))),
};

const legacy = [
  'input',
  '$_',
  'lastMatch',
  '$&',
  'lastParen',
  '$+',
  'leftContext',
  '$`',
  'rightContext',
  "$'",
  ...Array.from({ length: 9 }, (_, index) => `$${index + 1}`),
];

export const regexpGlobals: Table = {
  RegExp: constructor(fresh('regexp'), { protocols: coercing, throws: true, cost: constant(500) }, true),
  'RegExp.escape': pure(string, { since: '24.0.0', throws: true }),
  /** What the last match in this thread left behind. */
  ...each(
    legacy.map((name) => `RegExp.${name}`),
    property(string, {
      outside: [{ kind: 'ambient', source: 'the last RegExp match', mode: 'read' }],
    }),
  ),
};

const parts = words('Date Day FullYear Hours Milliseconds Minutes Month Seconds');
const settable = parts.filter((part) => part !== 'Day');
const withUtc = (names: readonly string[], verb: string) =>
  names.flatMap((name) => [`${verb}${name}`, `${verb}UTC${name}`]);
const dateTexts = words('toDateString toISOString toJSON toString toTimeString toUTCString toGMTString');
const localTexts = ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'];

export const dateMethods: Table = {
  ...each(
    [...withUtc(parts, 'get'), 'getTime', 'getTimezoneOffset', 'getYear', 'valueOf'],
    reading(number, { cost: constant(20) }),
  ),
  ...each(
    [...withUtc(settable, 'set'), 'setTime', 'setYear'],
    mutating(number, 'all', { protocols: coercing, cost: constant(50) }),
  ),
  ...each(dateTexts, reading(string, { throws: true, cost: constant(300) })),
  ...each(
    localTexts,
    reading(string, { reads: [touch(receiver), touch(rest(0))], throws: true, cost: constant(5000) }),
  ),
};

const clock = [nondeterminism('Date')];

export const dateGlobals: Table = {
  'new Date': constructor(fresh('date'), {
    protocols: coercing,
    reads: [touch(argument(0))],
    cost: constant(100),
  }),
  'new Date()': constructor(fresh('date'), { outside: clock }),
  Date: pure(string, { outside: clock, cost: constant(500) }),
  'Date.now': pure(number, { outside: [nondeterminism('Date.now')], cost: constant(30) }),
  'Date.parse': pure(number, { protocols: coercing, cost: constant(300) }),
  'Date.UTC': pure(number, { protocols: coercing, cost: constant(30) }),
};

const intlTypes = words(`
    Collator DateTimeFormat DisplayNames ListFormat Locale NumberFormat PluralRules RelativeTimeFormat
    Segmenter
  `);
const intlOnlyNew = new Set(words('DisplayNames ListFormat Locale PluralRules RelativeTimeFormat Segmenter'));
const newIntl = (type: string) =>
  constructor(
    fresh('intl'),
    { reads: [touch(rest(0))], throws: true, cost: constant(30_000) },
    !intlOnlyNew.has(type),
  );

export const intlGlobals: Table = {
  ...Object.fromEntries(intlTypes.map((type) => [`Intl.${type}`, newIntl(type)])),
  'Intl.DurationFormat': { ...newIntl('Locale'), since: '23.0.0' },
  ...each(
    intlTypes.filter((type) => type !== 'Locale').map((type) => `Intl.${type}.supportedLocalesOf`),
    pure(arrayOf(string), { throws: true, cost: constant(2000) }),
  ),
  'Intl.getCanonicalLocales': pure(arrayOf(string), { throws: true, cost: constant(2000) }),
  'Intl.supportedValuesOf': pure(arrayOf(string), { throws: true, cost: constant(2000) }),
};

/** Any of the Intl objects; `format` without an argument formats the present moment. */
export const intlMethods: Table = {
  ...each(
    words('format select compare of selectRange formatRange'),
    pure(fresh('primitive'), { protocols: coercing, throws: true, cost: constant(2000) }),
  ),
  'format()': pure(string, { outside: clock, cost: constant(2000) }),
  ...each(
    ['formatToParts', 'formatRangeToParts'],
    pure(arrayOf(fresh('object')), { protocols: coercing, throws: true, cost: constant(4000) }),
  ),
  'formatToParts()': pure(arrayOf(fresh('object')), { outside: clock, cost: constant(4000) }),
  resolvedOptions: pure(fresh('object'), { cost: constant(2000) }),
  segment: pure(iteratorOf(fresh('object')), { protocols: coercing, cost: linear(200) }),
  ...each(['maximize', 'minimize'], pure(fresh('intl'))),
  toString: pure(string),
};

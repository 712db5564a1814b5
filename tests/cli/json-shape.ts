/** The JSON report's shape, field by field: what docs/cli.md promises. */
import { hazardCodes } from '../../src/model/index.ts';

type Check = (value: unknown, at: string) => string[];

const ofType =
  (type: 'string' | 'boolean'): Check =>
  (value, at) =>
    typeof value === type ? [] : [`${at} is no ${type}`];
const text = ofType('string');
const flag = ofType('boolean');
const position: Check = (value, at) =>
  Number.isInteger(value) && Number(value) >= 1 ? [] : [`${at} is no line or column`];
const amount: Check = (value, at) => (typeof value === 'number' && value >= 0 ? [] : [`${at} is no amount`]);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value, at) =>
    values.includes(value) ? [] : [`${at} is ${String(value)}`];
const orNull =
  (check: Check): Check =>
  (value, at) =>
    value === null ? [] : check(value, at);
const listOf =
  (check: Check): Check =>
  (value, at) =>
    Array.isArray(value) ? value.flatMap((each, i) => check(each, `${at}[${i}]`)) : [`${at} is no list`];

/** Exactly these fields; a name that ends in `?` may be left out. */
function object(fields: Readonly<Record<string, Check>>): Check {
  return (value, at) => {
    if (typeof value !== 'object' || value === null) return [`${at} is no object`];
    const entries = new Map(Object.entries(value));
    const problems = Object.entries(fields).flatMap(([field, check]) => {
      const name = field.replace('?', '');
      const present = entries.has(name);
      const content = entries.get(name);
      entries.delete(name);
      if (!present) return field.endsWith('?') ? [] : [`${at}.${name} is missing`];
      return check(content, `${at}.${name}`);
    });
    return [...problems, ...[...entries.keys()].map((name) => `${at}.${name} is not documented`)];
  };
}

const related = object({ 'file?': text, line: position, column: position, message: text });
const hazard = object({
  code: oneOf(...hazardCodes),
  certainty: oneOf('definite', 'possible'),
  subject: text,
  line: position,
  column: position,
  message: text,
  remedy: text,
  related: listOf(related),
});
const loop = object({
  file: text,
  line: position,
  column: position,
  endLine: position,
  form: oneOf(
    ...[
      'for',
      'for-of',
      'for-in',
      'while',
      'do-while',
      'map',
      'forEach',
      'filter',
      'flatMap',
      'reduce',
      'some',
      'every',
      'find',
    ],
    ...['findIndex', 'from'],
  ),
  outcome: oneOf('parallel', 'blocked', 'undecided'),
  plan: oneOf(null, 'map', 'filter', 'flatMap', 'search', 'fission', 'rows'),
  worthwhile: flag,
  varying: listOf(text),
  constants: listOf(text),
  results: listOf(text),
  hazards: listOf(hazard),
  missing: listOf(object({ kind: text, subject: text, line: position, message: text, remedy: text })),
  cost: object({ perIteration: amount, trips: orNull(amount), measuredMs: orNull(amount) }),
});
const reasons = ['parse-error', 'flow', 'binary', 'too-large', 'unreadable', 'missing', 'minified'];
const report = object({
  version: oneOf(1),
  files: amount,
  skipped: listOf(object({ file: text, reason: oneOf(...reasons), message: text })),
  loops: listOf(loop),
});

/** What is wrong with a JSON report; empty when nothing is. */
export function findShapeProblems(value: unknown): string[] {
  return report(value, 'report');
}

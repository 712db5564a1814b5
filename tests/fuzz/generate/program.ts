/** A whole random program around one loop: CommonJS, prints a transcript of everything that the loop could have changed. */
import type { Tape } from '../tape.ts';
import { condition, numberExpression, storedExpression, type Context } from './expressions.ts';
import { itemHelpers, pickHelpers } from './helpers.ts';
import { Scope } from './scope.ts';
import { block } from './statements.ts';

/** Items that the loop runs over: how they are made, and what the loop variable then holds. */
interface Source {
  readonly make: string;
  readonly holds: 'number' | 'string' | 'item';
  readonly isArray: boolean;
}

const sources: readonly [Source, ...Source[]] = [
  { make: `[3, 1, 4, 1, 5, 9]`, holds: 'number', isArray: true },
  {
    make: `[1, 2, 3, 4].map((id) => ({ id, v: id * 3, s: 'n' + id, tags: [id, 7] }))`,
    holds: 'item',
    isArray: true,
  },
  { make: `Array.from({ length: 7 }, (_, n) => n * n)`, holds: 'number', isArray: true },
  {
    make: `(() => { const one = { id: 0, v: 2, s: 'x', tags: [1] }; return [one, { ...one, id: 1 }, one]; })()`,
    holds: 'item',
    isArray: true,
  },
  { make: `'hello'.split('')`, holds: 'string', isArray: true },
  { make: `[5, , 6, undefined, 7]`, holds: 'number', isArray: true },
  { make: `new Set([4, 2, 8])`, holds: 'number', isArray: false },
  { make: `numbersOf(5)`, holds: 'number', isArray: false },
  { make: `noisyNumbersOf(4)`, holds: 'number', isArray: false },
  { make: `Float64Array.of(1.5, -0, NaN, 2)`, holds: 'number', isArray: false },
];

const generators = `function* numbersOf(n) {
  for (let at = 0; at < n; at++) yield at * 2;
}
function* noisyNumbersOf(n) {
  for (let at = 0; at < n; at++) {
    console.log('pull', at);
    yield at;
  }
}`;

const state = `  const later = [];
  const seen = new Set();
  const groups = new Map();
  const counts = {};
  const cells = [1, 2, 3];
  const bytes = new Uint8Array(4);
  const grid = [[1], [2]];
  let total = 0;
  let text = '';
  let best = -Infinity;
  let cursor = 1;
  let next = 0;`;

const show = `function show(items, value, seen = []) {
  if (typeof value === 'function') return 'function ' + show(items, attempt(value), seen);
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : typeof value + ' ' + String(value);
  const at = Array.isArray(items) ? items.indexOf(value) : -1;
  if (at >= 0) return 'item ' + at;
  if (seen.includes(value)) return 'same ' + seen.indexOf(value);
  seen.push(value);
  const prototype = Object.getPrototypeOf(value);
  const name = prototype === null ? 'null' : prototype.constructor.name;
  if (value instanceof Map || value instanceof Set) return name + ' ' + show(items, [...value], seen);
  if (value instanceof Error) return name + ' ' + value.message.replace(/^.* is not iterable.*/, 'not iterable');
  if (value instanceof RegExp) return value + ' ' + value.lastIndex;
  if (value instanceof Date) return name + value.getTime();
  return name + ' {' + Reflect.ownKeys(value).map((key) => String(key) + ': ' + show(items, value[key], seen)).join(', ') + '}';
}
function attempt(run) {
  try {
    return run();
  } catch (error) {
    return error;
  }
}`;

const counted = `for (let i = 0; i < items.length; i++)`;

/** The loop, as a statement or a method call, with its body. */
function loopText(context: Context, scope: Scope, source: Source): string {
  const { tape } = context;
  const inside = scope.child();
  const form = source.isArray
    ? tape.choose(['for-of', 'for', 'method', 'entries', 'range', 'zip'])
    : 'for-of';
  const count = 1 + tape.pick(4);
  const statement = (head: string): string =>
    `${head} {\n${block(context, inside, { loop: true, inner: 0 }, count)}\n}`;
  switch (form) {
    case 'for': {
      inside.declare('number', 'i');
      const name = inside.declare(source.holds, 'x');
      return statement(counted).replace('{\n', `{\nconst ${name} = items[i];\n`);
    }
    case 'range':
      inside.declare('number', 'i');
      return statement(
        tape.choose([
          'for (let i = 1; i <= 6; i++)',
          'for (let i = 5; i >= 0; i--)',
          'for (let i = 0; i < k; i += 2)',
          'for (var i = 0; i < 4; ++i)',
        ]),
      );
    case 'entries':
      inside.declare('number', 'i');
      inside.declare(source.holds, 'x');
      return statement('for (const [i, x] of items.entries())');
    case 'zip':
      inside.declare('number', 'w');
      inside.declare(source.holds, 'x');
      return statement('for (const [x, w] of items.map((x, n) => [x, weights[n % weights.length]]))');
    case 'method':
      inside.declare(source.holds, 'x');
      return methodText(context, inside, count);
    default:
      inside.declare(source.holds, 'x');
      return statement(tape.choose(['for (const x of items)', 'for (let x of items)']));
  }
}

function methodText(context: Context, scope: Scope, count: number): string {
  const { tape } = context;
  const parameters = tape.chance(30) ? `(x, i)` : `(x)`;
  if (parameters === '(x, i)') scope.declare('number', 'i');
  const body = (last: string): string =>
    `{\n${block(context, scope, { loop: false, inner: 1 }, count - 1)}\n${last}\n}`;
  return tape.choose([
    () => `result = items.map(${parameters} => ${body(`return ${storedExpression(context, scope)};`)});`,
    () => `result = items.map(${parameters} => (${storedExpression(context, scope)}));`,
    () => `items.forEach(${parameters} => ${body(block(context, scope, { loop: false, inner: 1 }, 1))});`,
    () => `result = items.filter(${parameters} => ${body(`return ${condition(context, scope)};`)});`,
    () =>
      `result = items.flatMap(${parameters} => [${storedExpression(context, scope)}, ${numberExpression(context, scope)}]);`,
    () =>
      `result = items.${tape.choose(['some', 'every', 'find', 'findIndex'])}(${parameters} => ${condition(context, scope)});`,
    () => `result = items.reduce((total, x) => total + ${numberExpression(context, scope)}, 0);`,
    () => `result = Array.from({ length: 5 }, (_, i) => (${numberExpression(context, scope)}));`,
  ])();
}

/** Text of one program. Same tape, same program. */
export function generateProgram(tape: Tape): string {
  const helpers = pickHelpers(tape);
  const context: Context = { tape, functions: helpers.map(({ name }) => name), depth: 0 };
  const source = tape.choose(sources);
  const scope = new Scope();
  for (const name of ['k', 'total', 'best', 'cursor', 'next'])
    if (name === 'k' || tape.chance(12)) scope.declare('number', name);
  scope.declare('numbers', 'weights');
  if (tape.chance(20)) scope.declare('numbers', 'cells');
  if (tape.chance(20)) scope.declare('rows', 'grid');
  if (tape.chance(15)) scope.declare('vector', 'origin');
  const loop = loopText(context, scope, source);
  const alias = tape.choose(['cells.slice()', 'cells', 'weights']);
  // Where `out` is declared decides whether the loop may collapse to a declaration.
  const [early, late] = tape.chance(50) ? ['  const out = [];\n', ''] : ['', 'const out = [];\n'];
  return `'use strict';
${helpers.map(({ text }) => text).join('\n')}
${itemHelpers}
${generators}
${show}
function main(items, k, weights, config, origin) {
${early}${state}
  const alias = ${alias};
  let result;
${late}${loop}
  return { out, result, later, seen, groups, counts, cells, alias, bytes, grid, total, text, best, cursor, next, k, weights, config, origin };
}
const items = ${source.make};
const weights = [2, 3, 5];
const outcome = attempt(() => main(items, 4, weights, { k: 2 }, new Vector(1, 2)));
console.log(show(items, outcome));
console.log(show(undefined, items), show(undefined, weights));
`;
}

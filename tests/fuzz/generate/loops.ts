/** The loop in all its forms, and the items it runs over. */
import { condition, numberExpression, storedExpression, type Context } from './expressions.ts';
import type { Kind, Scope } from './scope.ts';
import { innerStoreLoop } from './inner.ts';
import { ownLoop } from './own.ts';
import { shapedLoop } from './shapes.ts';
import { block } from './statements.ts';

/** Items that the loop runs over: how they are made, and what the loop variable then holds. */
export interface Source {
  readonly make: string;
  readonly holds: Kind;
  readonly isArray: boolean;
}

const source = (holds: Kind, make: string, isArray = true): Source => ({ make, holds, isArray });

export const sources: readonly [Source, ...Source[]] = [
  source('number', `[3, 1, 4, 1, 5, 9]`),
  source('item', `[1, 2, 3, 4].map((id) => ({ id, v: id * 3, s: 'n' + id, tags: [id, 7] }))`),
  source('number', `Array.from({ length: 7 }, (_, n) => n * n)`),
  source(
    'item',
    `(() => { const one = { id: 0, v: 2, s: 'x', tags: [1] }; return [one, { ...one, id: 1 }, one, { ...one, tags: [4] }]; })()`,
  ),
  source('string', `'hello'.split('')`),
  source('number', `[5, , 6, undefined, 7, 8]`),
  source('vector', `[1, 2, 3, 4].map((n) => new Vector(n, n * 2))`),
  source('vector', `[new Vector(1, 2), new Vector3(3, 4), new Vector3(5, 6), new Vector(0, -0)]`),
  source('numbers', `[[1, 2], [3], [4, 5, 6], [7]]`),
  source('numbers', `(() => { const row = [1, 2]; return [row, row, [3], row]; })()`),
  source(
    'item',
    `[{ v: 1, s: 'a', tags: [2] }, null, { v: 7, s: '', tags: [] }, { v: 5, s: 'b', tags: [3] }]`,
  ),
  source('number', `new Set([4, 2, 8, 6])`, false),
  source('number', `numbersOf(5)`, false),
  source('number', `noisyNumbersOf(4)`, false),
  source('number', `sharedNumbersOf(4)`, false),
  source('number', `new Bag([3, 6, 9, 12])`, false),
  source('number', `new Map([[1, 2], [3, 4]]).values()`, false),
  source('number', `Float64Array.of(1.5, -0, NaN, 2)`, false),
  source('number', `Stack.of(2, 4, 6, 8)`),
  source('item', `[1, 2, 3, 4].map((id) => ({ id, get v() { return this.id * 2; }, s: 'g', tags: [id] }))`),
  source(
    'item',
    `[1, 2, 3, 4].map((id) => ({ id, get v() { if (id === 3) throw new RangeError('v' + id); return id; }, s: 'r', tags: [id] }))`,
  ),
  source(
    'item',
    `(() => { const tags = [1, 2]; return [1, 2, 3, 4].map((id) => ({ id, v: id, s: 't', tags })); })()`,
  ),
  source('item', `[1, 2, 3].map((id) => Object.freeze({ id, v: id, s: 'f', tags: Object.freeze([id]) }))`),
  source(
    'item',
    `[1, 2, 3, 4].map((id) => ({ id, v: id * 5, s: 'p', tags: [id], area: Circle.prototype.area }))`,
  ),
  source(
    'numbers',
    `(() => { const all = new Float64Array(8); return [all.subarray(0, 3), all.subarray(2, 5), all.subarray(4)]; })()`,
  ),
  source('numbers', `[1, 2, 3].map((n) => Float64Array.of(n, n + 1))`),
  source('numbers', `new Map([[1, 2], [3, 4], [5, 6]])`, false),
  source('item', `new Set([1, 2, 3].map((id) => ({ id, v: id, s: 'z', tags: [] })))`, false),
  source('string', `'a1b2'`, false),
  source('number', `closingNumbersOf(5)`, false),
  source('number', `failingNumbersOf(4)`, false),
];

/** The loop, sometimes within another that may be rewritten as well. */
export function loopText(context: Context, scope: Scope, source: Source): string {
  const { tape } = context;
  if (tape.chance(10)) return ownLoop(context, scope);
  if (tape.chance(5)) return innerStoreLoop(context);
  if (tape.chance(20)) return shapedLoop(context, scope);
  // What is not known to be an iterator is taken to give its items each time (docs/semantics.md).
  if (!source.isArray || !tape.chance(10)) return oneLoop(context, scope, source);
  const inside = scope.child();
  inside.declare('number', 'lap');
  const head = tape.choose(['for (const lap of [1, 2])', 'for (let lap = 0; lap < 2; lap++)']);
  return `${head} {\n${oneLoop(context, inside, source)}\nlaps.push(heavy(lap));\n}`;
}

/** The loop as a statement or a method call, with its body. */
function oneLoop(context: Context, scope: Scope, { holds, isArray }: Source): string {
  const { tape } = context;
  const inside = scope.child();
  const count = 1 + tape.pick(4);
  const label = tape.chance(12) ? 'outer' : undefined;
  const statement = (head: string, first = ''): string =>
    `${label === undefined ? '' : `${label}: `}${head} {\n${first}${block(context, inside, { loop: true, inner: 0, label }, count)}\n}`;
  const each = (): string => {
    inside.declare(holds, 'x');
    return statement(tape.choose(['for (const x of items)', 'for (let x of items)']));
  };
  if (!isArray) return each();
  const forms: readonly [() => string, ...(() => string)[]] = [
    each,
    () => {
      inside.declare('number', 'i');
      inside.declare(holds, 'x');
      const head = tape.choose([
        'for (let i = 0; i < items.length; i++)',
        'for (let i = 0, n = items.length; i < n; i += 1)',
        'for (let i = items.length - 1; i >= 0; i--)',
      ]);
      return statement(head, 'const x = items[i];\n');
    },
    () => methodText(context, inside, holds, count),
    () => methodText(context, inside, holds, count),
    () => {
      inside.declare('number', 'i');
      inside.declare(holds, 'x');
      return statement('for (const [i, x] of items.entries())');
    },
    () => {
      inside.declare('number', 'i');
      return statement(
        tape.choose([
          'for (let i = 1; i <= 6; i++)',
          'for (let i = 5; i >= 0; i--)',
          'for (let i = 0; i < k; i += 2)',
          'for (var i = 0; i < 4; ++i)',
        ]),
      );
    },
    () => {
      inside.declare('number', 'w');
      inside.declare(holds, 'x');
      return statement('for (const [x, w] of items.map((x, n) => [x, weights[n % weights.length]]))');
    },
    () => otherText(context, inside, statement),
  ];
  return tape.choose(forms)();
}

/** Rarer heads: for-in, while, do-while, entries of a map and of an object. */
function otherText(
  { tape }: Context,
  inside: Scope,
  statement: (head: string, first?: string) => string,
): string {
  return tape.choose<() => string>([
    () => {
      inside.declare('string', 'key');
      return statement('for (const key in { a: 1, b: 2, c: 3 })');
    },
    () => {
      inside.declare('number', 'at');
      return `let at = 0;\n${statement('while (at < 4)', 'at += 1;\n')}`;
    },
    () => {
      inside.declare('number', 'value');
      inside.declare('number', 'key');
      return statement('for (const [key, value] of lookupMap)');
    },
    () => {
      inside.declare('number', 'value');
      inside.declare('string', 'key');
      return statement('for (const [key, value] of Object.entries({ a: 1, b: 2, c: 3 }))');
    },
    () => {
      inside.declare('vector', 'each');
      return statement('for (const each of vectors)');
    },
    () => {
      inside.declare('numbers', 'line');
      return statement('for (const line of grid)');
    },
  ])();
}

function methodText(context: Context, scope: Scope, holds: Kind, count: number): string {
  const { tape } = context;
  const [parameter, name] = holds === 'numbers' && tape.chance(30) ? ['[x = 1]', 'number'] : ['x', holds];
  scope.declare(name as Kind, 'x');
  const withIndex = tape.chance(30);
  if (withIndex) scope.declare('number', 'i');
  const parameters = withIndex ? `(${parameter}, i)` : `(${parameter})`;
  const body = (last: () => string): string => {
    const first = block(context, scope, { loop: false, inner: 1 }, count - 1);
    return `{\n${first}\n${last()}\n}`;
  };
  const stored = (): string => storedExpression(context, scope);
  const number = (): string => numberExpression(context, scope);
  const search = tape.choose(['some', 'every', 'find', 'findIndex', 'filter']);
  return tape.choose<() => string>([
    () => `result = items.map(${parameters} => ${body(() => `return ${stored()};`)});`,
    () => `result = items.map(${parameters} => (${stored()}));`,
    () =>
      `items.forEach(${parameters} => ${body(() => block(context, scope, { loop: false, inner: 1 }, 1))});`,
    () => `result = items.filter(${parameters} => ${body(() => `return ${condition(context, scope)};`)});`,
    () => `result = items.flatMap(${parameters} => [${stored()}, ${number()}]);`,
    () => `result = items.${search}(${parameters} => ${condition(context, scope)});`,
    () => `result = items.${search}(${parameters} => ${body(() => `return ${condition(context, scope)};`)});`,
    () => `result = items.reduce((total, ${parameter}) => total + ${number()}, 0);`,
    () => `result = items.reduce((sum, ${parameter}) => ${body(() => `return ${number()} - sum;`)}, 1);`,
    () => `result = items.reduce((all, ${parameter}) => { all.push(${stored()}); return all; }, []);`,
    () => `result = Array.from({ length: 5 }, (_, i) => (${number()}));`,
    () => `result = Array.from(items, ${parameters} => (${stored()}));`,
    () => named(context, scope, holds),
    () => `result = items.filter(${parameters} => ${condition(context, scope)}).map((x) => (${stored()}));`,
    () => `result = items.map(${parameters} => (${number()})).reduce((a, b) => a * 3 + b, 0);`,
    () => `result = items.map(function ${parameters} { return ${number()} + this.k; }, config);`,
    () => `result = items.flatMap(${parameters} => (${condition(context, scope)} ? [${stored()}] : []));`,
    () => `result = items.flatMap(${parameters} => (${stored()}));`,
    () =>
      `result = items.${tape.choose(['findLast', 'findLastIndex', 'reduceRight'])}(${parameters} => ${number()} > 3);`,
    () => `result = items.findIndex(${parameters} => ${body(() => `return ${condition(context, scope)};`)});`,
    () =>
      `result = items.reduce((best, ${parameter}) => { const score = ${number()}; return score > best ? score : best; }, -1);`,
    () => `result = items.reduce((all, ${parameter}, i) => ({ ...all, ['k' + i]: ${number()} }), {});`,
    () =>
      `result = items.reduce((by, ${parameter}) => { (by[${number()} % 2] ??= []).push(${stored()}); return by; }, {});`,
    () => `result = items.reduce((sum, ${parameter}) => sum + ${number()});`,
    () => `result = items.map((${parameter}, i, all) => ${number()} + (all.length - i));`,
    () =>
      `result = items.map((${parameter}, i, all) => { if (i === 1) all[2] = all[0]; return ${stored()}; });`,
    () => whole(context, scope, parameter, search),
    () => whole(context, scope, parameter, search),
    () => `result = [...items.keys()].map((i) => heavy(i) + ${tape.pick(5)});`,
    () => `result = items.map(${parameters} => (${stored()})).filter(Boolean).map((y) => [y]);`,
  ])();
}

/** A callback that looks at the whole array, which may be a list that only the function around it knows. */
function whole(context: Context, scope: Scope, parameter: string, search: string): string {
  const { tape } = context;
  const test = (): string =>
    tape.choose([
      'all.indexOf(x) === i',
      'all[i + 1] === x',
      'all.lastIndexOf(x, i - 1) < 0',
      `all.includes(${numberExpression(context, scope)})`,
      `all.length > i + ${numberExpression(context, scope)}`,
      condition(context, scope),
    ]);
  scope.declare('number', 'i');
  const list = tape.choose(['items', 'listed', 'listed', 'weights']);
  const spoil = tape.chance(8)
    ? tape.choose(['all[1] = all[0];', 'all = [];', 'i += 1;', 'x = all[0];'])
    : '';
  const callback = `(${parameter}, i, all) => {\n${spoil}\nreturn ${test()};\n}`;
  const given = tape.choose(['[3, 1, , 3, 1]', '[items[0], items[1], items[0]]', '[]', "['b', 'a', 'b']"]);
  return `let listed = ${given};\nlisted = listed.concat([2, 7]);\nresult = ${list}.${search}(${callback});`;
}

/** A callback that is named, not written. */
function named({ tape, functions }: Context, scope: Scope, holds: Kind): string {
  const own = ['addK', 'recall', 'nested', 'bumpTotal', 'collect', ...scope.all('function')];
  const numeric = [...functions, ...own];
  const callee =
    holds === 'item'
      ? tape.choose(['weigh', 'summary', 'touch', 'same', 'lazily', 'wrap'])
      : (numeric[tape.pick(numeric.length)] ?? 'heavy');
  return `${tape.choose(['result = items.map', 'items.forEach', 'result = items.filter', 'result = items.flatMap', 'result = items.some'])}(${callee});`;
}

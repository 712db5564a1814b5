/** Built-ins and modules that other files of the program change, by their names or without them: a worker has them as they were made. */
import { describe, expect, test } from 'vitest';
import { judgeBeside } from './beside.ts';

const mapping = (value: string): string => `console.log([1, 2, 3].map((x) => heavy(${value})));`;

describe('a built-in is changed', () => {
  test.each([
    ["import './other.mjs';", 'Math.hypot = (a, b) => a * b;'],
    [
      "import { patch } from './other.mjs'; patch(Math);",
      'export const patch = (to) => { to.hypot = () => 1; };',
    ],
    [
      "import { implement } from './other.mjs'; implement(Math, 'hypot', () => 1);",
      "import './more.mjs'; export const implement = (to, f) => { to.hypot = f; };",
    ],
  ])('%s', (imports, other) => {
    const files = {
      'other.mjs': other,
      'more.mjs': '',
      'dist.mjs': 'export const dist = (a) => Math.hypot(a, 3);',
    };
    expect(judgeBeside(files, `${imports} ${mapping('Math.hypot(x, 3)')}`)).toContain('hypot of a built-in');
    const through = `${imports} import { dist } from './dist.mjs'; ${mapping('dist(x)')}`;
    expect(judgeBeside(files, through)).toContain('hypot of a built-in');
    expect(judgeBeside(files, `${imports} ${mapping('Math.abs(x)')}`)).toBe('parallel map');
  });

  test.each([
    ["import { patch } from './other.mjs'; patch(Array.prototype);", 'proto.at = () => 1;'],
    ["import { patch } from './other.mjs'; patch(Array.prototype);", "proto['a' + 't'] = () => 1;"],
    ["import { patch } from './other.mjs'; [Array.prototype].forEach(patch);", 'proto.at = () => 1;'],
    ["import { patch } from './other.mjs'; patch(Array);", 'proto.prototype.at = () => 1;'],
    [
      "import { patch } from './other.mjs'; patch(Array);",
      'for (const key of keys) proto.prototype[key] = () => 1;',
    ],
  ])('%s %s', (imports, put) => {
    const files = { 'other.mjs': `const keys = ['at']; export function patch(proto) { ${put} }` };
    expect(judgeBeside(files, `${imports} ${mapping('[x, 2].at(-1)')}`)).toContain('of a built-in');
  });

  test('for the functions of another file', () => {
    const files = { 'dist.mjs': 'export const dist = (a) => Math.hypot(a, 3);' };
    const main = `import { dist } from './dist.mjs'; Math.hypot = () => 1; ${mapping('dist(x)')}`;
    expect(judgeBeside(files, main)).toContain('hypot of a built-in');
  });

  test.each([
    'const own = { hypot: 1 }; own.hypot = 2;',
    "const read = (name) => Math[name]; read('sqrt');",
    'const put = (to) => { to.at = 1; }; put({}); Object.create(Array.prototype); [1].map(Number);',
    'const put = (list, i) => { list[i] = 1; }; put([Error], 0); String.prototype.at.call("a", 0);',
  ])('none is: %s', (code) => {
    const main = `import './other.mjs'; ${mapping('Math.hypot(x, [x].at(-1))')}`;
    expect(judgeBeside({ 'other.mjs': code }, main)).toBe('parallel map');
  });
});

const rates = {
  'rates.cjs': 'exports.tax = (x) => x * 2;',
  'total.cjs': "const rates = require('./rates.cjs'); exports.total = (x) => rates.tax(x) + 1;",
  'stub.cjs': 'exports.stub = (o, key, f) => { const was = o[key]; o[key] = f; return was; };',
};
const total = `const { total } = require('./total.cjs'); ${mapping('total(x)')}`;

describe('a module is changed under a computed name', () => {
  test.each([
    "const { stub } = require('./stub.cjs'); stub(require('./rates.cjs'), 'tax', () => 1);",
    "const { stub } = require('./stub.cjs'); const all = { rates: require('./rates.cjs') }; for (const name in all) stub(all[name], 'tax', () => 1);",
  ])('%s', (code) => {
    expect(judgeBeside(rates, `${code} ${total}`)).toBe('blocked | module-state total');
    const files = { ...rates, 'setup.cjs': code };
    expect(judgeBeside(files, `require('./setup.cjs'); ${total}`)).toBe('blocked | module-state total');
  });

  test.each([
    "const { stub } = require('./stub.cjs'); stub({}, 'tax', () => 1);",
    "const put = (list, at) => { for (let i = at; i < 3; i++) list[i + 1] = i; }; put(require('./rates.cjs').list, 0);",
    "const put = (list) => { for (let i = 0; i < 3; i++) list[i] = i; }; put(require('./rates.cjs'));",
  ])('none is: %s', (code) => {
    expect(judgeBeside(rates, `${code} ${total}`)).toBe('parallel map');
  });
});

const tax = {
  'base.mjs': 'export class Base { bonus() { return 0; } }',
  'tax.mjs': `import { Base } from './base.mjs';
    export class Tax extends Base { constructor(n) { super(); this.n = n; } rate() { return this.n + this.bonus(); } }`,
  'swap.mjs': `import * as all from './base.mjs'; const swap = (o, key, f) => { o[key] = f; };
    for (const K of Object.values(all)) swap(K.prototype, 'bonus', () => 1);`,
};

test.each([
  "import { Base } from './base.mjs'; const add = (to, methods) => Object.assign(to, methods); add(Base.prototype, { bonus: () => 1 });",
  "import './swap.mjs';",
])('a class is changed by code that does not name it: %s', (code) => {
  const main = `${code} import { Tax } from './tax.mjs'; ${mapping('new Tax(x).rate()')}`;
  expect(judgeBeside(tax, main)).toBe('blocked | module-state Tax');
});

describe('a module that code requires when it runs', () => {
  const files = { 'config.cjs': 'module.exports = { scale: 1 };' };
  const set = "require('./config.cjs').scale = 3;";

  test.each([
    ["const load = (x) => { const { scale } = require('./config.cjs'); return x * scale; };", 'load(x)'],
    ['', "x * require('./config.cjs').scale"],
  ])('%s %s', (helper, value) => {
    const main = `${helper} ${mapping(value)}`;
    expect(judgeBeside(files, `${set} ${main}`)).toContain('module-state');
    expect(judgeBeside(files, main)).toBe('parallel map');
  });
});

/** Everything that an iteration does to the world must be reported, however it is reached. One program a line of the table. */
import { expect, test } from 'vitest';
import { analysisHere, effectsHere, projectOf } from './facts-of.ts';

interface Case {
  readonly name: string;
  readonly code: string;
  /** Printed effects that must be among the loop's. */
  readonly has?: readonly (string | RegExp)[];
  /** None of the loop's effects may match. */
  readonly hasNot?: RegExp;
}

const outward = /^(?:write|mutate|call|io|unknown|hidden)\S* (?!fresh|(?:s|p|add)(?: |$))/;

const cases: readonly Case[] = [
  {
    name: 'a helper writes to its argument',
    code: `const mark = (o) => { o.seen = true; }; for (const x of xs) mark(x); // here`,
    has: ['write item x.seen = via mark'],
  },
  {
    name: 'a helper gives its argument back',
    code: `const id = (o) => o; for (const x of xs) { id(x).a = 1; } // here`,
    has: ['write item x.a ='],
  },
  {
    name: 'a helper gives back an object that holds its argument',
    code: `function wrap(o) { const w = { list: [] }; w.list.push(o); return w; }
      for (const x of xs) { wrap(x).list[0].a = 1; } // here`,
    has: ['write item x.a ='],
  },
  {
    name: 'a helper puts one argument into another',
    code: `function put(o, v) { o.v = v; }
      for (const x of xs) { const o = {}; put(o, x); o.v.a = 1; } // here`,
    has: ['write item x.a ='],
  },
  {
    name: 'an item in a local container',
    code: `for (const x of xs) { const m = new Map(); m.set('k', x); m.get('k').a = 1; } // here`,
    has: ['write item x.a ='],
  },
  {
    name: 'an item through a spread and destructuring',
    code: `for (const x of xs) { const { y: [z] } = { ...{ y: [x] } }; z.a = 1; } // here`,
    has: ['write item x.a ='],
  },
  {
    name: 'an item through a closure',
    code: `for (const x of xs) { const get = () => x; get().a = 1; } // here`,
    has: ['write item x.a ='],
  },
  {
    name: 'an item through a callback of a built-in',
    code: `for (const x of xs) { [x].forEach((y) => { y.a = 1; }); } // here`,
    has: [/^write\?? item x\.a =$/],
  },
  {
    name: 'an item through an outer variable',
    code: `let last; for (const x of xs) { last = x; touch(); } function touch() { last.a = 1; } // here`,
    has: [/^write\?? last\.a = via touch$/],
  },
  {
    name: 'a callback given to a function of the file',
    code: `function each(list, f) { for (const v of list) f(v); }
      let n = 0; for (const x of xs) each(x, (v) => { n += v; }); // here`,
    has: [/^write\?? n \+=/],
  },
  {
    name: 'a callback that is handed on',
    code: `const twice = (f) => { f(); f(); }; const thrice = (f) => { twice(f); f(); };
      let n = 0; for (const x of xs) thrice(() => { n++; }); // here`,
    has: [/^write\?? n \+\+/],
  },
  {
    name: 'a counter in a module variable',
    code: `let id = 0; function next() { return ++id; } for (const x of xs) { use(next()); } function use(v) { return v; } // here`,
    has: ['write id ++ via next'],
  },
  {
    name: 'recursion with an effect at its end',
    code: `let n = 0; function down(k) { if (k === 0) n++; else down(k - 1); } for (const x of xs) down(3); // here`,
    has: ['write? n ++ via down'],
  },
  {
    name: 'mutual recursion',
    code: `let n = 0; const even = (k) => k === 0 || odd(k - 1); const odd = (k) => { n++; return k !== 0 && even(k - 1); };
      for (const x of xs) even(4); // here`,
    has: [/^write\? n \+\+ via even/],
  },
  {
    name: 'a getter of an object literal',
    code: `let n = 0; for (const x of xs) { const o = { get v() { n++; return 1; } }; o.v; } // here`,
    has: [/^write\? n \+\+/],
  },
  {
    name: 'a getter of a class',
    code: `let n = 0; class C { get v() { n++; return 1; } } for (const x of xs) { new C().v; } // here`,
    has: [/^write\? n \+\+/],
  },
  {
    name: 'a setter of a class, in a helper',
    code: `let n = 0; class C { set v(w) { n += w; } } function set(c) { c.v = 1; } for (const x of xs) set(new C()); // here`,
    has: [/^write\? n \+=/],
  },
  {
    name: 'a getter of a class, in a helper',
    code: `let n = 0; class C { get v() { return ++n; } } function get(c) { return c.v; } for (const x of xs) get(new C()); // here`,
    has: [/^write\? n \+\+/],
  },
  {
    name: 'field initialisers and constructors',
    code: `let n = 0; class A { a = n++; } class B extends A { constructor() { super(); log('b'); } } function log(s) { console.log(s); }
      for (const x of xs) new B(); // here`,
    has: [/^write\?? n \+\+/, /^io write console console\.log/],
  },
  {
    name: 'a method that its subclass overrides',
    code: `let n = 0; class A { run() { this.step(); } step() {} } class B extends A { step() { n++; } }
      for (const x of xs) new B().run(); // here`,
    has: [/^write\?? n \+\+/],
  },
  {
    name: 'a static field',
    code: `class A { static count = 0; } for (const x of xs) A.count++; // here`,
    has: ['write A.count ++'],
  },
  {
    name: 'a property of a function',
    code: `function f() {} for (const x of xs) f.calls = x; // here`,
    has: ['write f.calls ='],
  },
  {
    name: 'a tagged template',
    code: `let n = 0; const tag = (strings, v) => { n += v; }; for (const x of xs) tag\`a\${x}\`; // here`,
    has: ['write n += via tag'],
  },
  {
    name: 'a default value',
    code: `let n = 0; const f = (a = n++) => a; for (const x of xs) f(); // here`,
    has: ['write? n ++ via f'],
  },
  {
    name: 'a default in the pattern of the item',
    code: `let n = 0; for (const { a = n++ } of xs) a; // here`,
    has: ['write? n ++'],
  },
  {
    name: 'logical assignment',
    code: `const o = {}; for (const x of xs) o[x] ??= 1; // here`,
    has: ['write? o[x] ??='],
  },
  {
    name: 'delete',
    code: `const o = {}; for (const x of xs) delete o[x]; // here`,
    has: ['write o[x] delete'],
  },
  {
    name: 'an optional call',
    code: `let n = 0; const f = () => n++; for (const x of xs) f?.(); // here`,
    has: ['write? n ++ via f'],
  },
  {
    name: 'a generator of the file',
    code: `let n = 0; function* gen() { n++; yield 1; } for (const x of xs) { for (const v of gen()) v; } // here`,
    has: [/^write\?? n \+\+ via gen/],
  },
  {
    name: 'an iterator of a class',
    code: `let n = 0; class R { *[Symbol.iterator]() { n++; yield 1; } } for (const x of xs) { [...new R()]; } // here`,
    has: [/^write\?? n \+\+/],
  },
  {
    name: 'toJSON',
    code: `let n = 0; class R { toJSON() { n++; return 1; } } for (const x of xs) { JSON.stringify(new R()); } // here`,
    has: [/^write\?? n \+\+/],
  },
  {
    name: 'coercion of an instance',
    code: `let n = 0; class R { toString() { n++; return ''; } } for (const x of xs) { \`\${new R()}\`; } // here`,
    has: [/^write\? n \+\+/],
  },
  {
    name: 'arithmetic on an instance',
    code: `let n = 0; class R { valueOf() { return n++; } } for (const x of xs) { new R() * 2; } // here`,
    has: [/^write\? n \+\+/],
  },
  {
    name: 'a closure that is kept',
    code: `let n = 0; const list = []; for (const x of xs) list.push(() => { n++; }); // here`,
    has: [/^write\? n \+\+/],
  },
  {
    name: 'arguments',
    code: `function f() { arguments[0].a = 1; } for (const x of xs) f(x); // here`,
    has: [/^write\?? item x\.a = via f$/],
  },
  {
    name: 'rest parameters',
    code: `function f(...all) { all[1].a = 1; } for (const x of xs) f(1, x); // here`,
    has: [/^write\?? item x(?:\.a|\[\*\]) = via f$/],
  },
  {
    name: 'spread arguments',
    code: `function f(a, b) { b.a = 1; } for (const x of xs) f(...[1, x]); // here`,
    has: [/^write\?? item x\.a = via f$/],
  },
  {
    name: 'call and apply',
    code: `function f(b) { b.a = 1; } for (const x of xs) f.call(null, x); // here`,
    has: [/^write\?? item x\.a = via f/],
  },
  {
    name: 'this',
    code: `function f() { this.a = 1; } for (const x of xs) { x.f = f; x.f(); } // here`,
    has: [/^write\?? item x\.a =/],
  },
  {
    name: 'a view of shared memory',
    code: `const all = new Float64Array(100); for (let i = 0; i < 10; i++) { const row = all.subarray(i * 10, i * 10 + 10); row[0] = i; } // here`,
    has: ['write all[?] ='],
  },
  {
    name: 'a view of a buffer',
    code: `const all = new Float64Array(100); for (let i = 0; i < 10; i++) { new Uint8Array(all.buffer)[i] = i; } // here`,
    has: [/^write all(?:\.buffer)?\[\?\] =/],
  },
  {
    name: 'a regular expression with state',
    code: `const re = /a/g; for (const x of xs) re.test('abc'); // here`,
    has: ['mutate re.lastIndex by test'],
  },
  {
    name: 'an iterator that is used up',
    code: `const it = [1, 2, 3].values(); for (const x of xs) it.next(); // here`,
    has: [/^mutate it/],
  },
  {
    name: 'an unknown callee may change what it gets',
    code: `for (const x of xs) mystery(x); // here`,
    has: [/^call mystery/, 'mutate item x[*] by mystery'],
  },
  {
    name: 'an unknown method',
    code: `function f(o) { for (const x of xs) o.touch(x); } // here`,
    has: ['call o.touch (unknown-method)', 'mutate o[*] by o.touch'],
  },
  {
    name: 'a local object in unknown hands holds the item',
    code: `for (const x of xs) { const o = { x }; mystery(o); } // here`,
    has: ['mutate item x[*] by mystery'],
  },
  { name: 'eval', code: `for (const x of xs) eval('n++'); // here`, has: [/^(?:hidden|call|unknown)/] },
  { name: 'import()', code: `for (const x of xs) import('./' + x); // here`, has: [/^unknown/] },
  { name: 'await', code: `async function f() { for (const x of xs) await x; } // here`, has: ['await'] },
  { name: 'yield', code: `function* f() { for (const x of xs) yield x; } // here`, has: ['yield'] },
  { name: 'throw', code: `for (const x of xs) if (x < 0) throw new Error('no'); // here`, has: ['throw?'] },
  { name: 'random', code: `for (const x of xs) Math.random(); // here`, has: [/^nondeterminism/] },
  { name: 'the clock', code: `for (const x of xs) Date.now(); // here`, has: [/^nondeterminism/] },
  { name: 'a new date', code: `for (const x of xs) new Date(); // here`, has: [/^nondeterminism/] },
  {
    name: 'an effect in a static block of a class expression',
    code: `let n = 0; for (const x of xs) { (class { static { n++; } }); } // here`,
    has: ['write n ++'],
  },
  {
    name: 'a function that another one makes',
    code: `function make() { let n = 0; return () => ++n; } const next = make(); for (const x of xs) next(); // here`,
    has: [/^(?:write n \+\+|call next)/],
  },
  {
    name: 'what a private object goes through is private',
    code: `class P { x = 0; move(d) { this.x += d; return this; } }
      for (const x of xs) { const p = new P(); p.move(1).move(2); const s = new Set([p.x]); s.add(3); [3, 1].sort((a, b) => a - b); } // here`,
    hasNot: outward,
  },
  {
    name: 'recursion without effects',
    code: `const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2)); for (const x of xs) { const s = fib(20); } // here`,
    hasNot: outward,
  },
  {
    name: 'local closures and callbacks',
    code: `for (const x of xs) { let s = 0; const add = (v) => { s += v; }; [1, 2].forEach(add); [1].map((v) => v * s); } // here`,
    hasNot: outward,
  },
];

const preamble = 'const xs = getItems();\nfunction getItems() { return unknownSource(); }\n';

test.each(cases)('$name', ({ code, has = [], hasNot }) => {
  const effects = effectsHere(preamble + code.replace(/\n\s*/g, ' '), { file: '/project/test.js' });
  for (const expected of has) {
    const isThere = effects.some((effect) =>
      typeof expected === 'string' ? effect === expected : expected.test(effect),
    );
    expect(isThere, `${String(expected)} in\n${effects.join('\n')}`).toBe(true);
  }
  if (hasNot) expect(effects.filter((effect) => hasNot.test(effect))).toEqual([]);
});

test('imported functions, ECMAScript and CommonJS', () => {
  const project = projectOf({
    'a.js': `let n = 0; export function count() { return ++n; } export default class { go() { count(); } } export * from './b.js';`,
    'b.js': `export const b = (o) => { o.b = 1; }; export { c as d } from './c.js';`,
    'c.js': `let k = 0; export function c() { k++; }`,
    'd.cjs': `let n = 0; exports.up = function () { n++; }; module.exports.down = () => { n--; };`,
    'e.cjs': `let n = 0; function f() { n++; } module.exports = f;`,
    'g.cjs': `let n = 0; function f() { n++; } module.exports = { f, g() { f(); } };`,
  });
  const effects = effectsHere(
    `import { count, b, d } from './a.js'; import * as all from './a.js'; import Go from './a.js';
const { up } = require('./d.cjs'); const dd = require('./d.cjs'); const e = require('./e.cjs'); const { g } = require('./g.cjs');
for (const x of xs) { count(); b(x); d(); all.b(x); new Go().go(); up(); dd.down(); e(); g(); } // here`,
    { project, file: '/project/test.js' },
  );
  for (const expected of [
    'write n ++ via count',
    'write item x.b = via b',
    'write k ++ via d',
    'write item x.b = via all.b',
    'write n ++ via up',
    'write n -- via dd.down',
    'write n ++ via e',
    'write n ++ via g via f',
  ]) {
    expect(effects, expected).toContain(expected);
  }
  expect(effects.some((effect) => /^write n \+\+ via new Go\(\)\.go via count/.test(effect))).toBe(true);
  expect(effects.filter((effect) => /^(?:call|unknown)/.test(effect))).toEqual([]);
});

test('callees that a person says are pure', () => {
  const options = { pure: ['score', 'lib.rate'], file: '/project/test.js' };
  const text = `/* @__NO_SIDE_EFFECTS__ */ function stated(o) { return mystery(o); }
for (const x of xs) { stated(x); score(x); lib.rate(x); /* @__PURE__ */ other(x); } // here`;
  expect(effectsHere(text, options).filter((effect) => /^(?:call|mutate|unknown)/.test(effect))).toEqual([]);
});

function sideEffectsOf(text: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const code = `${text}\nfor (const x of [1]) x;`;
  const analysis = analysisHere(code, { project: projectOf(files), file: '/project/test.js' });
  return analysis.moduleHasSideEffects().evidence.map(({ at, what }) => `${at.line} ${what}`);
}

test('what loading a module does', () => {
  expect(
    sideEffectsOf('const a = [1, 2]; const m = new Map(); function f() { g(); } class A { x = f(); }'),
  ).toEqual([]);
  expect(sideEffectsOf('export const f = () => 1; const t = [1].map((x) => x * 2);')).toEqual([]);
  expect(sideEffectsOf('function main() { console.log(1); }\nmain();')).toEqual(['2 io']);
  expect(sideEffectsOf('import "./setup";')).toEqual(['1 import of ./setup']);
  expect(
    sideEffectsOf('import { a } from "./a.js";', { 'a.js': 'start(); export const a = 1;' }),
  ).toHaveLength(1);
  expect(sideEffectsOf('import { a } from "./a.js";', { 'a.js': 'export const a = 1;' })).toEqual([]);
  expect(sideEffectsOf('let n = 0; n++; globalThis.x = 1;')).toEqual(['1 write']);
});

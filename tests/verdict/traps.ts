/** Small programs that a careless rewrite gets wrong: what is said of the loop marked `@loop`. CommonJS; `heavy` is a pure function. */
export interface Trap {
  readonly name: string;
  /** `parallel map`, or the outcome and a hazard or missing fact that is named. */
  readonly expected: string;
  readonly code: string;
}

export const traps: readonly Trap[] = [
  {
    name: 'item that cannot be taken apart',
    expected: 'parallel map',
    code: `
const k = 3;
const out = [];
try {
  for (const [a] of [[1], undefined, [2]]) { // @loop
    out.push(heavy(k));
  }
} catch (error) {
  console.log(error instanceof TypeError);
}
console.log(out);
`,
  },
  {
    name: 'item that cannot be taken apart, before a log',
    expected: 'parallel fission',
    code: `
try {
  for (const { a } of [{ a: 1 }, undefined, { a: 2 }]) { // @loop
    console.log('start');
    console.log(heavy(5));
  }
} catch (error) {
  console.log(error instanceof TypeError);
}
`,
  },
  {
    name: 'var captured after',
    expected: 'blocked shared-mutation',
    code: `
const xs = [1, 2, 3];
const fs = [];
for (var i = 0; i < xs.length; i++) { // @loop
const v = heavy(xs[i]); fs.push(() => i + v);
} console.log(fs.map((f) => f()));
`,
  },
  {
    name: 'loop variable used after',
    expected: 'blocked shared-mutation',
    code: `
const xs = [1, 2, 3];
const out = [];
let i;
for (i = 0; i < xs.length; i++) { // @loop
out.push(heavy(xs[i]));
} console.log(out, i);
`,
  },
  {
    name: 'let closure over loop variable',
    expected: 'parallel fission',
    code: `
const xs = [1, 2, 3];
const fs = [];
for (let i = 0; i < xs.length; i++) { // @loop
const v = heavy(xs[i]); fs.push(() => i + v);
} console.log(fs.map((f) => f()));
`,
  },
  {
    name: 'item mutation rest',
    expected: 'parallel fission',
    code: `
const xs = [{ n: 1 }, { n: 2 }];
let s = 0;
for (const x of xs) { // @loop
s += heavy(x.n); x.done = true;
} console.log(JSON.stringify(xs), s);
`,
  },
  {
    name: 'item mutation read by part',
    expected: 'blocked carried-flow',
    code: `
const a = { n: 1 };
const xs = [a, a];
let s = 0;
for (const x of xs) { // @loop
s += heavy(x.n); x.n = s;
} console.log(JSON.stringify(xs), s);
`,
  },
  {
    name: 'item mutation in part',
    expected: 'blocked carried-flow',
    code: `
const xs = [{ n: 1 }, { n: 2 }];
function touch(x) { x.n++;
return heavy(x.n);
} let s = 0;
for (const x of xs) { // @loop
s += touch(x);
} console.log(JSON.stringify(xs), s);
`,
  },
  {
    name: 'worklist',
    expected: 'blocked mutated-iteration-space',
    code: `
const xs = [3];
const out = [];
for (const x of xs) { // @loop
const v = heavy(x); out.push(v);
if (xs.length < 5) xs.push(v % 7);
} console.log(xs, out);
`,
  },
  {
    name: 'shadowed',
    expected: 'parallel flatMap',
    code: `
const x = 5;
const xs = [1, 2, 3];
const out = [];
for (const x of xs) { // @loop
const f = (x) => heavy(x); { const x = 7; out.push(f(x));
} out.push(heavy(x));
} console.log(out, x);
`,
  },
  {
    name: 'arguments',
    expected: 'blocked this-capture',
    code: `
function run() { const out = [];
for (const x of [1, 2]) { // @loop
out.push(heavy(x + arguments[0]));
} return out;
} console.log(run(5));
`,
  },
  {
    name: 'this',
    expected: 'blocked this-capture',
    code: `
const o = { k: 3, run(xs) { const out = [];
for (const x of xs) { // @loop
out.push(heavy(x + this.k));
} return out;
} };
console.log(o.run([1, 2]));
`,
  },
  {
    name: 'labelled continue',
    expected: 'parallel rows',
    code: `
const out = [];
outer: for (const x of [1, 2, 3]) { // @loop
for (let j = 0; j < 3; j++) { if (heavy(x + j) % 3 === 0) continue outer;
} out.push(heavy(x));
} console.log(out);
`,
  },
  {
    name: 'labelled break',
    expected: 'parallel search',
    code: `
const out = [];
outer: for (const x of [1, 2, 3, 4, 5, 6]) { // @loop
for (let j = 0; j < 3; j++) { if (heavy(x + j) % 7 === 0) break outer;
} out.push(heavy(x));
} console.log(out);
`,
  },
  {
    name: 'return in the middle',
    expected: 'parallel search',
    code: `
function find(xs) { for (const x of xs) { // @loop
const v = heavy(x);
if (v > 300) return v;
console.log(v);
} return -1;
} console.log(find([1, 2, 3, 4, 5, 6]), find([]));
`,
  },
  {
    name: 'try catch',
    expected: 'blocked carried-flow',
    code: `
const out = [];
for (const x of [1, null, 3]) { // @loop
try { out.push(heavy(x.n));
} catch (e) { out.push(e.message);
} } console.log(out);
`,
  },
  {
    name: 'try around loop',
    expected: 'parallel map',
    code: `
const out = [];
try { for (const x of [{ n: 1 }, { n: 2 }, null, { n: 3 }]) { // @loop
out.push(heavy(x.n));
} } catch (e) { console.log(e.message);
} console.log(out);
`,
  },
  {
    name: 'getter',
    expected: 'blocked hidden-code',
    code: `
const log = [];
const o = { get n() { log.push('n');
return 3;
} };
const out = [];
for (const x of [1, 2]) { // @loop
out.push(heavy(x + o.n));
} console.log(out, log);
`,
  },
  {
    name: 'delete',
    expected: 'blocked carried-flow',
    code: `
const o = { a: 1, b: 2 };
const out = [];
for (const k of ['a', 'b']) { // @loop
out.push(heavy(o[k])); delete o[k];
} console.log(out, JSON.stringify(o));
`,
  },
  {
    name: 'default with call',
    expected: 'blocked shared-mutation',
    code: `
let n = 0;
function next() { n++;
return n;
} const out = [];
for (const { a = next() } of [{ a: 1 }, {}, {}]) { // @loop
out.push(heavy(a));
} console.log(out, n);
`,
  },
  {
    name: 'closure on result',
    expected: 'parallel fission',
    code: `
const fs = [];
for (const x of [1, 2]) { // @loop
const v = heavy(x); fs.push(() => v);
} console.log(fs.map((f) => f()));
`,
  },
  {
    name: 'accumulator read',
    expected: 'blocked carried-flow',
    code: `
let s = 0;
for (const x of [1, 2, 3]) { // @loop
s += heavy(x + s);
} console.log(s);
`,
  },
  {
    name: 'pushed twice',
    expected: 'parallel flatMap',
    code: `
const a = [];
for (const x of [1, 2, 3]) { // @loop
const o = { v: heavy(x) }; a.push(o); a.push(o);
} console.log(JSON.stringify(a), a[0] === a[1]);
`,
  },
  {
    name: 'two arrays share',
    expected: 'parallel fission',
    code: `
const a = [], b = [];
for (const x of [1, 2, 3]) { // @loop
const o = { v: heavy(x) }; a.push(o); b.push([o]);
} console.log(JSON.stringify([a, b]), a[0] === b[0][0]);
`,
  },
  {
    name: 'out.length used',
    expected: 'parallel fission',
    code: `
const out = [];
for (const x of [1, 2, 3]) { // @loop
out.push(heavy(x) + out.length);
} console.log(out);
`,
  },
  {
    name: 'out used between',
    expected: 'parallel map',
    code: `
const out = []; out.push(0);
for (const x of [1, 2, 3]) { // @loop
out.push(heavy(x));
} console.log(out);
`,
  },
  {
    name: 'out hoisted closure',
    expected: 'parallel map',
    code: `
const out = []; show();
for (const x of [1, 2, 3]) { // @loop
out.push(heavy(x));
} function show() { console.log(out.length);
} show();
`,
  },
  {
    name: 'holes',
    expected: 'parallel map',
    code: `
const xs = [1, , 3];
const out = [];
for (const x of xs) { // @loop
out.push(heavy(x ?? 9));
} console.log(out);
`,
  },
  {
    name: 'holes map',
    expected: 'parallel map',
    code: `
const xs = [1, , 3];
const out = xs.map((x) => heavy(x)); // @loop
console.log(out, 1 in out);
`,
  },
  {
    name: 'parameters reassigned',
    expected: 'blocked carried-flow',
    code: `
function f(xs, k) { const out = [];
for (const x of xs) { // @loop
out.push(heavy(x + k)); k = x;
} return out;
} console.log(f([1, 2, 3], 4));
`,
  },
  {
    name: 'constant reassigned before',
    expected: 'parallel map',
    code: `
let k = 1; k = 5;
const out = [];
for (const x of [1, 2]) { // @loop
out.push(heavy(x + k));
} k = 9;
console.log(out);
`,
  },
  {
    name: 'throw in part after log',
    expected: 'parallel fission',
    code: `
function risky(x) { if (x === 2) throw new RangeError('two');
return heavy(x);
} let s = 0;
try { for (const x of [1, 2, 3]) { // @loop
console.log('start', x); s += risky(x);
} } catch (e) { console.log(e instanceof RangeError, e.message);
} console.log(s);
`,
  },
  {
    name: 'throw in part before log',
    expected: 'parallel fission',
    code: `
function risky(x) { if (x === 2) throw new RangeError('two');
return heavy(x);
} let s = 0;
try { for (const x of [1, 2, 3]) { // @loop
const v = risky(x);
console.log('end', x); s += v;
} } catch (e) { console.log(e.message);
} console.log(s);
`,
  },
  {
    name: 'throws on both sides of a log',
    expected: 'parallel fission',
    code: `
function risky(x, n) { if (x === n) throw new RangeError('at ' + n);
return heavy(x);
} try { for (const x of [1, 2, 3]) { // @loop
const a = risky(x, 5);
console.log('between', a);
const b = risky(x, 2);
console.log('after', b);
} } catch (e) { console.log(e.message);
}
`,
  },
  {
    name: 'table object identity',
    expected: 'parallel fission',
    code: `
const T = [{ id: 0 }, { id: 1 }];
const out = [];
for (const x of [0, 1, 0]) { // @loop
out.push(T[(heavy(x), x)]);
} console.log(out[0] === T[0]);
`,
  },
  {
    name: 'string iteration',
    expected: 'parallel map',
    code: `
const out = [];
for (const c of 'a😀b') { // @loop
out.push(heavy(c.length));
} console.log(out);
`,
  },
  {
    name: 'string index',
    expected: 'parallel map',
    code: `
const s = 'a😀b';
const out = [];
for (let i = 0; i < s.length; i++) { // @loop
out.push(heavy(s[i].charCodeAt(0)));
} console.log(out);
`,
  },
  {
    name: 'map iteration',
    expected: 'parallel map',
    code: `
const m = new Map([['a', 1], ['b', 2]]);
const out = [];
for (const [k, v] of m) { // @loop
out.push(k + heavy(v));
} console.log(out);
`,
  },
  {
    name: 'map mutated while iterated',
    expected: 'blocked mutated-iteration-space',
    code: `
const m = new Map([['a', 1], ['b', 2]]);
let n = 0;
for (const [k, v] of m) { // @loop
n += heavy(v); m.delete('b');
} console.log(n, m.size);
`,
  },
  {
    name: 'generator with effects',
    expected: 'blocked io',
    code: `
function* g() { for (let i = 0; i < 3; i++) { console.log('pull', i); yield i;
} } let s = 0;
for (const x of g()) { // @loop
s += heavy(x);
console.log('body', x);
} console.log(s);
`,
  },
  {
    name: 'memo',
    expected: 'blocked carried-flow',
    code: `
const memo = new Map();
function fib(n) { if (n < 2) return n;
if (memo.has(n)) return memo.get(n);
const v = fib(n - 1) + fib(n - 2); memo.set(n, v);
return v;
} const out = [];
for (const n of [5, 10]) { // @loop
out.push(fib(n));
} console.log(out, memo.size);
`,
  },
  {
    name: 'module let in helper',
    expected: 'blocked module-state',
    code: `
let scale = 2;
function scaled(x) { return heavy(x) * scale;
} scale = 3;
const out = [];
for (const x of [1, 2]) { // @loop
out.push(scaled(x));
} console.log(out);
`,
  },
  {
    name: 'module let direct',
    expected: 'parallel map',
    code: `
let scale = 2; scale = 3;
const out = [];
for (const x of [1, 2]) { // @loop
out.push(heavy(x) * scale);
} console.log(out);
`,
  },
  {
    name: 'const object in helper mutated',
    expected: 'blocked module-state',
    code: `
const config = { k: 1 };
function scaled(x) { return heavy(x) * config.k;
} config.k = 4;
const out = [];
for (const x of [1, 2]) { // @loop
out.push(scaled(x));
} console.log(out);
`,
  },
  {
    name: 'const table in helper',
    expected: 'parallel map',
    code: `
const T = [3, 5, 7];
function scaled(x) { return heavy(x) * T[x % 3];
} const out = [];
for (const x of [1, 2]) { // @loop
out.push(scaled(x));
} console.log(out);
`,
  },
  {
    name: 'regex g',
    expected: 'blocked carried-flow',
    code: `
const re = /a/g;
const out = [];
for (const s of ['ab', 'ab', 'ab']) { // @loop
out.push(heavy(re.test(s) ? 1 : 2));
} console.log(out, re.lastIndex);
`,
  },
  {
    name: 'date now',
    expected: 'parallel fission',
    code: `
const out = [];
for (const x of [1, 2]) { // @loop
const t = Date.now() > 0; out.push(heavy(x) + Number(t));
} console.log(out);
`,
  },
  {
    name: 'random in part',
    expected: 'blocked carried-flow',
    code: `
let n = 0;
for (const x of [1, 2]) { // @loop
n += heavy(x * Math.random()) >= 0 ? 1 : 1;
} console.log(n);
`,
  },
  {
    name: 'function parameter',
    expected: 'undecided callee-pure',
    code: `
function each(xs, fn) { const out = [];
for (const x of xs) { // @loop
out.push(fn(x));
} return out;
} console.log(each([1, 2], heavy));
`,
  },
  {
    name: 'class instance item',
    expected: 'parallel fission',
    code: `
class P { constructor(n) { this.n = n;
} get twice() { return this.n * 2;
} } let s = 0;
for (const p of [new P(1), new P(2)]) { // @loop
s += heavy(p.twice);
} console.log(s);
`,
  },
  {
    name: 'result is item',
    expected: 'parallel filter',
    code: `
const items = [{ n: 1 }, { n: 2 }];
const out = [];
for (const x of items) { // @loop
if (heavy(x.n) > 0) out.push(x);
} console.log(out[0] === items[0], out.length);
`,
  },
  {
    name: 'object with item',
    expected: 'parallel fission',
    code: `
const items = [{ n: 1 }, { n: 2 }];
const out = [];
for (const x of items) { // @loop
out.push({ x, score: heavy(x.n) });
} console.log(out[0].x === items[0], JSON.stringify(out));
`,
  },
  {
    name: 'speculation guard',
    expected: 'blocked carried-flow',
    code: `
const seen = new Set();
let s = 0;
for (const x of [1, 2, 1]) { // @loop
if (seen.has(x)) continue; seen.add(x); s += heavy(x);
} console.log(s);
`,
  },
  {
    name: 'independent guard',
    expected: 'parallel fission',
    code: `
let s = 0;
for (const x of [1, -2, 3]) { // @loop
if (x < 0) continue; s += heavy(x);
} console.log(s);
`,
  },
  {
    name: 'independent branch',
    expected: 'parallel fission',
    code: `
let s = 0, t = 0;
for (const x of [1, -2, 3]) { // @loop
if (x < 0) { s += heavy(x);
} else { const v = heavy(x * 2); t += v;
console.log(v);
} } console.log(s, t);
`,
  },
  {
    name: 'inner loop push',
    expected: 'parallel rows',
    code: `
const out = [];
for (const x of [1, 2]) { // @loop
for (let j = 0; j < x; j++) { out.push(heavy(j));
if (j > 5) break;
} console.log(out.length);
} console.log(out);
`,
  },
  {
    name: 'best so far',
    expected: 'parallel fission',
    code: `
let best = -1, arg;
const items = [{ n: 5 }, { n: 2 }];
for (const x of items) { // @loop
const score = heavy(x.n);
if (score > best) { best = score; arg = x;
} } console.log(best, arg === items[0] || arg === items[1]);
`,
  },
  {
    name: 'private outer',
    expected: 'parallel map',
    code: `
let t;
const out = [];
for (const x of [1, 2]) { // @loop
t = heavy(x); out.push(t + 1);
} console.log(out);
`,
  },
  {
    name: 'lastprivate',
    expected: 'parallel fission',
    code: `
let t;
const out = [];
for (const x of [1, 2]) { // @loop
t = heavy(x); out.push(t + 1);
} console.log(out, t);
`,
  },
  {
    name: 'wraparound',
    expected: 'blocked carried-flow',
    code: `
let prev = 0;
const out = [];
for (const x of [1, 2, 3]) { // @loop
out.push(heavy(prev)); prev = x;
} console.log(out);
`,
  },
  {
    name: 'stencil',
    expected: 'blocked carried-flow',
    code: `
const a = [1, 2, 3, 4];
for (let i = 1; i < a.length; i++) { // @loop
a[i] = heavy(a[i - 1]);
} console.log(a);
`,
  },
  {
    name: 'own element',
    expected: 'parallel map',
    code: `
const a = [1, 2, 3, 4];
for (let i = 0; i < a.length; i++) { // @loop
a[i] = heavy(a[i]);
} console.log(a);
`,
  },
  {
    name: 'count down',
    expected: 'parallel map',
    code: `
const out = [];
for (let i = 5; i >= 0; i--) { // @loop
out.push(heavy(i));
} console.log(out);
`,
  },
  {
    name: 'step 2 inclusive',
    expected: 'parallel map',
    code: `
const out = [];
const n = 7;
for (let i = 1; i <= n; i += 2) { // @loop
out.push(heavy(i));
} console.log(out);
`,
  },
  {
    name: 'bound changes',
    expected: 'blocked mutated-iteration-space',
    code: `
let n = 3;
const out = [];
for (let i = 0; i < n; i++) { // @loop
out.push(heavy(i));
if (n < 6) n++;
} console.log(out);
`,
  },
  {
    name: 'index changed',
    expected: 'blocked mutated-iteration-space',
    code: `
const out = [];
for (let i = 0; i < 9; i++) { // @loop
out.push(heavy(i));
if (i === 3) i += 2;
} console.log(out);
`,
  },
  {
    name: 'fractional step',
    expected: 'blocked unknown-trip-count',
    code: `
const out = [];
for (let t = 0; t < 1; t += 0.1) { // @loop
out.push(t, heavy(t));
} console.log(out);
`,
  },
  {
    name: 'object keys',
    expected: 'parallel map',
    code: `
const o = { a: 1, b: 2 };
const out = {};
for (const k of Object.keys(o)) { // @loop
out[k] = heavy(o[k]);
} console.log(JSON.stringify(out));
`,
  },
  {
    name: 'entries',
    expected: 'parallel map',
    code: `
const out = [];
for (const [i, x] of [4, 5].entries()) { // @loop
out.push(heavy(x) + i);
} console.log(out);
`,
  },
  {
    name: 'forEach return',
    expected: 'parallel fission',
    code: `
const out = []; [1, -1, 2].forEach((x) => { // @loop
if (x < 0) return; out.push(heavy(x));
});
console.log(out);
`,
  },
  {
    name: 'forEach index',
    expected: 'parallel map',
    code: `
const out = []; [1, 5, 2].forEach((x, i) => { // @loop
out[i] = heavy(x);
});
console.log(out);
`,
  },
  {
    name: 'reduce',
    expected: 'blocked carried-flow',
    code: `
const n = [1, 2, 3].reduce((s, x) => s + heavy(x), 0); // @loop
console.log(n);
`,
  },
  {
    name: 'some',
    expected: 'parallel search',
    code: `
console.log([1, 2, 3].some((x) => heavy(x) > 100)); // @loop
`,
  },
  {
    name: 'find',
    expected: 'parallel search',
    code: `
const xs = [{ n: 1 }, { n: 4 }];
console.log(xs.find((x) => heavy(x.n) > 100) === xs[1]); // @loop
`,
  },
  {
    name: 'filter',
    expected: 'parallel filter',
    code: `
const xs = [{ n: 1 }, { n: 4 }];
console.log(xs.filter((x) => heavy(x.n) > 100).length); // @loop
`,
  },
  {
    name: 'map index',
    expected: 'parallel map',
    code: `
console.log([3, 4].map((x, i) => heavy(x) + i)); // @loop
`,
  },
  {
    name: 'map untyped receiver',
    expected: 'undecided is-array',
    code: `
function f(xs) { return xs.map((x) => heavy(x)); // @loop
} console.log(f([1, 2]));
`,
  },
  {
    name: 'map identity',
    expected: 'undecided no-alias',
    code: `
const xs = [{ n: 1 }];
const ys = xs.map((x) => (heavy(x.n), x)); // @loop
console.log(xs[0] === ys[0]);
`,
  },
  {
    name: 'from length',
    expected: 'parallel map',
    code: `
const n = 3;
console.log(Array.from({ length: n }, (_, i) => heavy(i))); // @loop
`,
  },
  {
    name: 'sequence of results',
    expected: 'parallel fission',
    code: `
let s = '', n = 0;
for (const x of [1, 2, 3]) { // @loop
n++; s += heavy(x) + ',';
} console.log(s, n);
`,
  },
  {
    name: 'await',
    expected: 'blocked await-in-body',
    code: `
async function f(xs) { let s = 0;
for (const x of xs) { // @loop
s += heavy(x); await null;
} return s;
} f([1, 2]).then((s) => console.log(s));
`,
  },
  {
    name: 'yield',
    expected: 'blocked yield-in-body',
    code: `
function* f(xs) { for (const x of xs) { // @loop
yield heavy(x);
} } console.log([...f([1, 2])]);
`,
  },
  {
    name: 'async without await',
    expected: 'parallel fission',
    code: `
async function f(xs) { let s = 0;
for (const x of xs) { // @loop
s += heavy(x);
} return s;
} f([1, 2]).then((s) => console.log(s));
`,
  },
  {
    name: 'item reassigned',
    expected: 'parallel map',
    code: `
const out = [];
for (let n of [7, 12]) { // @loop
let steps = 0; while (n > 1) { n = n % 2 ? 3 * n + 1 : n / 2; steps += heavy(1) > 0 ? 1 : 1;
} out.push(steps);
} console.log(out);
`,
  },
  {
    name: 'item reassigned used in rest',
    expected: 'blocked item-mutation',
    code: `
const out = [];
for (let n of [7, 12]) { // @loop
let steps = heavy(n); n = steps; out.push(steps);
console.log(n);
} console.log(out);
`,
  },
  {
    name: 'switch',
    expected: 'blocked carried-flow',
    code: `
let s = 0;
for (const x of [1, 2, 3]) { // @loop
switch (x) { case 2: s += heavy(x); break; default: s -= 1;
} } console.log(s);
`,
  },
  {
    name: 'closure helper',
    expected: 'blocked uncloneable-capture',
    code: `
function f(xs, k) { const add = (x) => heavy(x) + k;
const out = [];
for (const x of xs) { // @loop
out.push(add(x));
} return out;
} console.log(f([1, 2], 3));
`,
  },
  {
    name: 'counter closure',
    expected: 'parallel fission',
    code: `
function f(xs) { let n = 0;
const next = () => ++n;
const out = [];
for (const x of xs) { // @loop
out.push(heavy(x) + next());
} return out;
} console.log(f([1, 2]));
`,
  },
  {
    name: 'unknown callee in rest',
    expected: 'undecided callee-pure',
    code: `
function f(xs, emit) { for (const x of xs) { // @loop
emit(heavy(x));
} } f([1, 2], (v) => console.log(v));
`,
  },
  {
    name: 'unknown callee may change',
    expected: 'undecided callee-pure',
    code: `
function f(xs, emit) { for (const x of xs) { // @loop
emit(heavy(x.n));
} } const items = [{ n: 1 }, { n: 2 }]; f(items, (v) => { items[1].n = 9;
console.log(v);
});
`,
  },
  {
    name: 'object param out',
    expected: 'undecided callee-pure',
    code: `
function f(xs, out) { for (const x of xs) { // @loop
out.push(heavy(x));
} } const o = []; f([1, 2], o);
console.log(o);
`,
  },
  {
    name: 'out may alias',
    expected: 'blocked aliasing',
    code: `
function f(a, out) { for (let i = 1; i < a.length; i++) { // @loop
out[i] = heavy(a[i - 1]);
} } const o = [1, 2, 3]; f(o, o);
console.log(o);
`,
  },
  {
    name: 'named callback',
    expected: 'parallel map',
    code: `
const out = [1, 2, 3].map(heavy); // @loop
console.log(JSON.stringify(out));
`,
  },
  {
    name: 'named callback with an index',
    expected: 'parallel map',
    code: `
const cell = (x, i) => heavy(x * 10 + i);
const out = [3, 2, 1].map(cell); // @loop
console.log(JSON.stringify(out));
`,
  },
  {
    name: 'named callback with a default where the index goes',
    expected: 'parallel map',
    code: `
function cell(x, step = 100) { return heavy(x + step); }
const out = [3, 2, 1].map(cell); // @loop
console.log(JSON.stringify(out));
`,
  },
  {
    name: 'named callback of a counted Array.from',
    expected: 'parallel map',
    code: `
const cell = (_, i) => heavy(i);
const out = Array.from({ length: 4 }, cell); // @loop
console.log(JSON.stringify(out));
`,
  },
  {
    name: 'named callback that takes the array',
    expected: 'undecided callee-pure',
    code: `
const cell = (x, i, all) => heavy(x * all.length);
const out = [3, 2, 1].map(cell); // @loop
console.log(JSON.stringify(out));
`,
  },
  {
    name: 'named callback that looks at its arguments',
    expected: 'undecided callee-pure',
    code: `
function cell(x) { return heavy(x + arguments.length); }
const out = [3, 2, 1].map(cell); // @loop
console.log(JSON.stringify(out));
`,
  },
  {
    name: 'named callback with rest parameters',
    expected: 'undecided callee-pure',
    code: `
const cell = (...all) => heavy(all.length);
const out = [3, 2, 1].map(cell); // @loop
console.log(JSON.stringify(out));
`,
  },
  {
    name: 'named callback that is assigned anew',
    expected: 'undecided callee-pure',
    code: `
let cell = (x) => heavy(x);
if (heavy(1) > -1) cell = (x) => 1 + heavy(x);
const out = [3, 2, 1].map(cell); // @loop
console.log(JSON.stringify(out));
`,
  },
  {
    name: 'named callback with an effect',
    expected: 'blocked shared-mutation',
    code: `
let n = 0;
const cell = (x) => { n += x; return heavy(x); };
const out = [3, 2, 1].map(cell); // @loop
console.log(JSON.stringify(out), n);
`,
  },
  {
    name: 'named callback that gives the item back',
    expected: 'undecided no-alias',
    code: `
const cell = (x) => { x.n === heavy(x.n); return x; };
const xs = [{ n: 1 }, { n: 2 }];
const out = xs.map(cell); // @loop
console.log(out[0] === xs[0]);
`,
  },
  {
    name: 'named callback that throws',
    expected: 'parallel map',
    code: `
const cell = (x) => { if (x === 2) throw new RangeError('two'); return heavy(x); };
try {
[3, 2, 1].map(cell); // @loop
} catch (error) {
console.log(error instanceof RangeError, error.message);
}
`,
  },
  {
    name: 'named predicate',
    expected: 'parallel filter',
    code: `
const isOdd = (x) => heavy(x) % 2 === 1;
const out = [5, 4, 3, 2, 1].filter(isOdd); // @loop
console.log(JSON.stringify(out));
`,
  },
  {
    name: 'filter by index',
    expected: 'parallel filter',
    code: `
const out = [5, 4, 3, 2, 1].filter((x, i) => (heavy(x) + i) % 2 === 1); // @loop
console.log(JSON.stringify(out));
`,
  },
  {
    name: 'find by index',
    expected: 'parallel search',
    code: `
const xs = [{ n: 5 }, { n: 4 }];
const found = xs.find((x, i) => heavy(x.n) > -1 && i === 1); // @loop
console.log(found === xs[1]);
`,
  },
  {
    name: 'find nothing by index',
    expected: 'parallel search',
    code: `
const found = [1, 2].find((x, i) => heavy(x) < -1 - i); // @loop
console.log(found);
`,
  },
  {
    name: 'map by index',
    expected: 'parallel map',
    code: `
const out = [5, 4, 3].map((x, i) => heavy(x * i)); // @loop
console.log(JSON.stringify(out));
`,
  },
  {
    name: 'item that is compared with a constant',
    expected: 'blocked identity-loss',
    code: `
const items = [{ n: 1 }, { n: 2 }, { n: 3 }];
const best = items[1];
console.log(items.map((item) => (item === best ? heavy(1) : heavy(item.n)))); // @loop
`,
  },
  {
    name: 'item that is compared with a constant in a called function',
    expected: 'blocked identity-loss',
    code: `
const isFirst = (list, item) => list.indexOf(item) === 0;
const items = [{ n: 1 }, { n: 2 }, { n: 3 }];
console.log(items.map((item) => (isFirst(items, item) ? heavy(1) : heavy(item.n)))); // @loop
`,
  },
  {
    name: 'item that is looked up in a set of objects',
    expected: 'blocked identity-loss',
    code: `
const items = [{ n: 1 }, { n: 2 }, { n: 3 }];
const seen = new Set([items[0]]);
console.log(items.filter((item) => heavy(item.n) > 0 && seen.has(item))); // @loop
`,
  },
  {
    name: 'numbers that are looked up in a set',
    expected: 'parallel filter',
    code: `
const seen = new Set([1, 4]);
console.log([1, 2, 3].filter((n) => heavy(n) > 0 && seen.has(n))); // @loop
`,
  },
  {
    name: 'static field that was assigned',
    expected: 'blocked module-state',
    code: `
class Config { static depth = 1; }
Config.depth = 5;
console.log([1, 2, 3].map((n) => heavy(n + Config.depth))); // @loop
`,
  },
  {
    name: 'static field that is constant',
    expected: 'parallel map',
    code: `
class Config { static depth = 3; }
console.log([1, 2, 3].map((n) => heavy(n + Config.depth))); // @loop
`,
  },
  {
    name: 'property of a function that was assigned',
    expected: 'blocked module-state',
    code: `
function shift(n) { return n + shift.by; }
shift.by = 3;
console.log([1, 2, 3].map((n) => heavy(shift(n)))); // @loop
`,
  },
];

/** Loops whose items or bounds change, or do something, behind another name: each is read as `Trap` says. */
import type { Trap } from './traps.ts';

export const spaceTraps: readonly Trap[] = [
  {
    name: 'bound that is a call with an effect',
    expected: 'blocked unknown-trip-count',
    code: `
const limit = () => { console.log('asked'); return 3; };
const out = [];
for (let i = 0; i < limit(); i++) out.push(heavy(i)); // @loop
console.log(out);
`,
  },
  {
    name: 'bound that is a getter with an effect',
    expected: 'blocked unknown-trip-count',
    code: `
class Queue { constructor() { this.asked = 0; } get size() { this.asked++; return 3; } }
function work(queue) {
  const out = [];
  for (let i = 0; i < queue.size; i++) out.push(heavy(i)); // @loop
  return out;
}
const queue = new Queue();
console.log(work(queue), queue.asked);
`,
  },
  {
    name: 'bound that is a call and reads what the loop changes',
    expected: 'blocked mutated-iteration-space',
    code: `
const state = { n: 6 };
const limit = () => state.n;
const out = [];
for (let i = 0; i < limit(); i++) { // @loop
out.push(heavy(i)); state.n = 3; }
console.log(out);
`,
  },
  {
    name: 'bound that is a pure call',
    expected: 'parallel map',
    code: `
const least = (a, b) => Math.min(a, b);
const xs = [1, 2, 3, 4];
const out = [];
for (let i = 0; i < least(xs.length, 3); i++) out.push(heavy(xs[i])); // @loop
console.log(out);
`,
  },
  {
    name: 'bound deep in an object that the loop changes',
    expected: 'blocked mutated-iteration-space',
    code: `
const config = { grid: { n: 6 } };
const out = [];
for (let i = 0; i < config.grid.n; i++) { // @loop
out.push(heavy(i)); config.grid.n = 4; }
console.log(out);
`,
  },
  {
    name: 'bound that changes under another name',
    expected: 'undecided no-alias',
    code: `
function work(a, b) {
  const out = [];
  for (let i = 0; i < a.n; i++) { // @loop
  out.push(heavy(i)); b.n = 3; }
  return out;
}
const both = { n: 6 };
console.log(work(both, both));
`,
  },
  {
    name: 'items that change under another name',
    expected: 'undecided no-alias',
    code: `
function work(xs, ys) {
  const out = [];
  for (const x of xs) { // @loop
  out.push(heavy(x)); ys[3] = 77; }
  return out;
}
const both = [1, 2, 3, 4, 5];
console.log(work(both, both));
`,
  },
  {
    name: 'items that an object holds which the loop changes',
    expected: 'undecided no-alias',
    code: `
const xs = [1, 2, 3, 4, 5];
const holder = new Map([['xs', xs]]);
const out = [];
for (const x of xs) { // @loop
out.push(heavy(x)); holder.get('xs')[3] = 77; }
console.log(out);
`,
  },
  {
    name: 'set that a function gives and the loop changes',
    expected: 'undecided no-alias',
    code: `
const all = new Set([1, 2, 3]);
const get = () => all;
const out = [];
for (const x of get()) { // @loop
out.push(heavy(x)); all.delete(3); }
console.log(out);
`,
  },
  {
    name: 'lists that cannot be the items',
    expected: 'parallel fission',
    code: `
const counts = {};
function work(xs) {
  const out = [];
  for (const x of xs) { // @loop
  const v = heavy(x); counts[x] = v; out.push(v); x.seen = v; }
  return out;
}
console.log(work([1, 2, 3]), JSON.stringify(counts));
`,
  },
  {
    name: 'variable that eval assigns',
    expected: 'blocked hidden-code',
    code: `
const out = [];
let k = 1;
for (const x of [1, 2, 3]) { // @loop
eval('k += x'); out.push(heavy(k)); }
console.log(out);
`,
  },
  {
    name: 'parameter that arguments assigns',
    expected: 'blocked hidden-code',
    code: `
function work(a) {
  const out = [];
  for (const x of [1, 2]) { // @loop
  out.push(heavy(x + a)); arguments[0] = 50; }
  return out;
}
console.log(work(1));
`,
  },
  {
    name: 'private static field that a static method assigns',
    expected: 'blocked module-state',
    code: `
class Counter { static #k = 5; static next(x) { return heavy(x + Counter.#k); } static step() { Counter.#k++; } }
Counter.step();
const out = [];
for (const x of [1, 2]) out.push(Counter.next(x)); // @loop
console.log(out);
`,
  },
  {
    name: 'static field that a static method assigns by this',
    expected: 'blocked module-state',
    code: `
class Counter { static k = 5; static next(x) { return heavy(x + Counter.k); } static step() { this.k++; } }
Counter.step();
const out = [];
for (const x of [1, 2]) out.push(Counter.next(x)); // @loop
console.log(out);
`,
  },
  {
    name: 'list of the module that nobody else gets',
    expected: 'parallel fission',
    code: `
const log = [];
function collect(xs) {
  for (const x of xs) { // @loop
    const h = heavy(x);
    if (log.length < 6) log.push(h);
  }
}
function count() { return log.length; }
collect([1, 2]);
collect([3]);
console.log(count(), log.join());`,
  },
  {
    name: 'list of the module that a function returns',
    expected: 'undecided no-alias',
    code: `
const log = [];
function collect(xs) {
  for (const x of xs) { // @loop
    const h = heavy(x);
    if (log.length < 6) log.push(h);
  }
}
const getLog = function () { return log; };
collect([1, 2]);
collect(getLog());
console.log(log.join());`,
  },
  {
    name: 'list of the module that an arrow gives',
    expected: 'undecided no-alias',
    code: `
const log = [];
function collect(xs) {
  for (const x of xs) { // @loop
    const h = heavy(x);
    if (log.length < 6) log.push(h);
  }
}
const getLog = () => log;
collect([1, 2]);
collect(getLog());
console.log(log.join());`,
  },
  {
    name: 'list of the module that is set to another',
    expected: 'undecided callee-pure',
    code: `
let log = [];
function collect(xs) {
  for (const x of xs) { // @loop
    const h = heavy(x);
    if (log.length < 6) log.push(h);
  }
}
function use(other) { log = other; }
const list = [1, 2];
use(list);
collect(list);
console.log(list.join());`,
  },
  {
    name: 'list of the module that an object holds',
    expected: 'undecided no-alias',
    code: `
const log = [];
function collect(xs) {
  for (const x of xs) { // @loop
    const h = heavy(x);
    if (log.length < 6) log.push(h);
  }
}
const state = { log };
collect([1, 2]);
collect(state.log);
console.log(log.join());`,
  },
  {
    name: 'list of the module that is exported',
    expected: 'undecided no-alias',
    code: `
const log = [];
function collect(xs) {
  for (const x of xs) { // @loop
    const h = heavy(x);
    if (log.length < 6) log.push(h);
  }
}
exports.log = log;
collect([1, 2]);
collect(exports.log);
console.log(log.join());`,
  },
];

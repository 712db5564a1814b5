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
    name: 'for await over an asynchronous iterator',
    expected: 'blocked await-in-body',
    code: `
async function* lines() { yield 1; yield 2; }
let sum = 0;
for await (const line of lines()) { // @loop
  sum += heavy(line);
}
console.log(sum);
`,
  },
  {
    name: 'for await over an array of promises, with other code in between',
    expected: 'blocked await-in-body',
    code: `
let isDone = false;
queueMicrotask(() => { isDone = true; });
const out = [];
for await (const n of [1, Promise.resolve(2)]) out.push([heavy(n), isDone]); // @loop
console.log(out);
`,
  },
  {
    name: 'items that the head disposes of',
    expected: 'blocked hidden-code',
    code: `
const open = (n) => ({ n, [Symbol.dispose]() { console.log('closed', n); } });
const out = [];
for (using file of [open(1), open(2)]) out.push(heavy(file.n)); // @loop
console.log(out);
`,
  },
  {
    name: 'a loop inside of for await',
    expected: 'parallel map',
    code: `
async function* chunks() { yield [1, 2]; yield [3]; }
for await (const chunk of chunks()) {
  const out = [...chunk].map((n) => heavy(n)); // @loop
  console.log(out);
}
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
  listOfModule('that nobody else gets', 'parallel fission', 'function count() { return log.length; }', '[3]'),
  listOfModule(
    'that a function returns',
    'undecided no-alias',
    'const get = function () { return log; };',
    'get()',
  ),
  listOfModule('that an arrow gives', 'undecided no-alias', 'const get = () => log;', 'get()'),
  listOfModule('that an object holds', 'undecided no-alias', 'const state = { log };', 'state.log'),
  listOfModule('that is exported', 'undecided no-alias', 'exports.log = log;', 'exports.log'),
  listOfModule(
    'that is set to another',
    'undecided callee-pure',
    'function use(other) { log = other; }\nconst list = [1, 2];\nuse(list);',
    'list',
    'let',
  ),
];

/** A loop pushes into a list of the module, which `leak` may give to others, and is called with new items, then with `items`. */
function listOfModule(name: string, expected: string, leak: string, items: string, keyword = 'const'): Trap {
  return {
    name: `list of the module ${name}`,
    expected,
    code: `
${keyword} log = [];
function collect(xs) {
  for (const x of xs) { // @loop
    const h = heavy(x);
    if (log.length < 6) log.push(h);
  }
}
${leak}
collect([1, 2]);
collect(${items});
console.log(log.join());`,
  };
}

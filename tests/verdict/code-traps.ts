/** Properties that a program puts on functions and classes, read by other ways than their names. Read as `Trap` says. */
import type { Trap } from './traps.ts';

const ofFunction = (read: string, expected = 'blocked module-state'): Trap => ({
  name: `properties of a function: ${read}`,
  expected,
  code: `
function plugin(x) { return x; }
Object.assign(plugin, { speed: 3 });
console.log([1, 2, 3].map((x) => heavy(x) + ${read}).join()); // @loop`,
});

const ofItsClass = (read: string, expected = 'blocked module-state'): Trap => ({
  name: `property of the class of an instance: ${read}`,
  expected,
  code: `
class Job {
  constructor(n) { this.n = n; }
  run() { return heavy(this.n) + String(${read}); }
}
const rateOf = (C) => C.rate;
const namesOf = (C) => Object.keys(C).join();
function setUp() { Job.rate = 4; }
setUp();
const jobs = [new Job(1), new Job(2)];
console.log(jobs.map((job) => job.run()).join()); // @loop`,
});

const replaced = (change: string, expected = 'blocked module-state'): Trap => ({
  name: `members of a class that are replaced: ${change}`,
  expected,
  code: `
class C {
  constructor(n) { this.n = n; }
  static bonus() { return 1; }
  add() { return 1; }
  v() { return heavy(this.n) + C.bonus() + this.add(); }
}
${change}
console.log([1, 2, 3].map((x) => new C(x).v()).join()); // @loop`,
});

export const codeTraps: readonly Trap[] = [
  {
    name: 'a built-in under a name of its own, declared in the worker too',
    expected: 'parallel map',
    code: `
const { sqrt } = Math;
console.log([1, 2, 3].map((x) => heavy(x) + sqrt(x)).join()); // @loop`,
  },
  ofFunction('Object.keys(plugin)'),
  ofFunction('Object.values(plugin)'),
  ofFunction('JSON.stringify({ ...plugin })'),
  ofFunction("('speed' in plugin)"),
  ofFunction("Object.hasOwn(plugin, 'speed')"),
  ofFunction("plugin.hasOwnProperty('speed')"),
  ofFunction('((f) => f.speed)(plugin)'),
  ofFunction('((f) => Object.keys(f))(plugin)'),
  {
    name: 'property of a function that a variable holds, put by another name',
    expected: 'blocked module-state',
    code: `
const holder = (x) => heavy(x) + (holder.off ?? 0);
function setUp(f) { f.off = 3; }
setUp(holder);
console.log([1, 2, 3].map((x) => holder(x)).join()); // @loop`,
  },
  ofFunction('plugin(2)', 'parallel map'),
  ofFunction('((f) => f(2))(plugin)', 'parallel map'),
  ofFunction('plugin.name', 'parallel map'),
  replaced('C.bonus = () => 9;'),
  replaced('const L = C; L.bonus = () => 9;'),
  replaced('function patch(K) { K.bonus = () => 9; } patch(C);'),
  replaced('function patch(K) { K.prototype.add = () => 9; } patch(C);'),
  replaced('function patch(P) { P.add = () => 9; } patch(new C(1).constructor.prototype);'),
  replaced('const all = { C }; all.C.bonus = () => 9;'),
  replaced('for (const K of [C]) K.bonus = () => 9;'),
  replaced('new C(1).constructor.bonus = () => 9;'),
  replaced('class D extends C { static { C.bonus = () => 9; } }'),
  replaced('({ f: C.bonus } = { f: () => 9 });'),
  replaced("Reflect.set(C, 'bonus', () => 9);"),
  replaced('const t = {}; t.bonus = 5; new C(1).add = 5;', 'parallel map'),
  replaced('C.other = 5; function f(K) { K.other = 6; } f(C);', 'parallel map'),
  replaced('class D { bonus() {} add() {} } D.bonus = 5;', 'parallel map'),
  ofItsClass('this.constructor.rate'),
  ofItsClass('Object.keys(this.constructor)'),
  ofItsClass('rateOf(this.constructor)'),
  ofItsClass('namesOf(this.constructor)'),
  ofItsClass('new Job(1).constructor.rate'),
  ofItsClass('rateOf(Job)'),
  ofItsClass('namesOf(Job)'),
  ofItsClass('this.constructor.name', 'parallel map'),
  ofItsClass('(this.constructor === Job)', 'parallel map'),
];

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

export const codeTraps: readonly Trap[] = [
  ofFunction('Object.keys(plugin)'),
  ofFunction('Object.values(plugin)'),
  ofFunction('JSON.stringify({ ...plugin })'),
  ofFunction("('speed' in plugin)"),
  ofFunction("Object.hasOwn(plugin, 'speed')"),
  ofFunction("plugin.hasOwnProperty('speed')"),
  ofFunction('((f) => f.speed)(plugin)'),
  ofFunction('((f) => Object.keys(f))(plugin)'),
  ofFunction('plugin(2)', 'parallel map'),
  ofFunction('((f) => f(2))(plugin)', 'parallel map'),
  ofFunction('plugin.name', 'parallel map'),
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

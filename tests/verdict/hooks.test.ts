/** Methods that do nothing in a class, and are others where the program runs: what they may change is no constant. */
import { describe, expect, test } from 'vitest';
import { judgeBeside } from './beside.ts';

const body = `{
  constructor(n) { this.n = n; this.k = 2; }
  onStep(_i) {}
  get scale() { return 1; }
  run() {
    const out = [];
    for (let i = 0; i < this.n; i++) {
      out.push(heavy(this.k * i));
      this.onStep(i);
    }
    return out;
  }
}`;
const main = `export class Sim ${body}`;
const common = `class Sim ${body} module.exports = { Sim };`;
const step = 'onStep(i) { this.k += i; }';

test('nobody has another', () => {
  expect(judgeBeside({}, main)).toBe('parallel fission');
  expect(judgeBeside({}, common)).toBe('parallel fission');
});

describe('a class that extends it has', () => {
  test.each([
    `import { Sim } from './main.mjs'; export class Damped extends Sim { ${step} }`,
    `import * as lib from './main.mjs'; export class Damped extends lib.Sim { ${step} }`,
    `import { Sim } from './main.mjs'; import { mix } from './mix.mjs'; export class Damped extends mix(Sim) { ${step} }`,
    `export const damped = (Base) => class extends Base { ${step} };`,
    `export function damped(Base) { class Damped extends Base { ${step} } return Damped; }`,
  ])('%s', (text) => {
    expect(judgeBeside({ 'damped.mjs': text }, main)).toContain('undecided');
  });

  test.each([
    `const lib = require('./main.cjs'); exports.Damped = class extends lib.Sim { ${step} };`,
    `const { Sim } = require('./main.cjs'); exports.Damped = class extends Sim { ${step} };`,
  ])('%s', (text) => {
    expect(judgeBeside({ 'damped.cjs': text }, common)).toContain('undecided');
  });
});

describe('a file of the project gives it another', () => {
  test.each([
    "import { Sim } from './main.mjs'; const sim = new Sim(3); sim.onStep = (i) => { sim.k += i; };",
    'export const damp = (sim) => { sim.onStep = (i) => { sim.k += i; }; };',
    "export const damp = (sim, f) => Object.defineProperty(sim, 'onStep', { value: f });",
    'export const damp = (sim, f) => Object.assign(sim, { onStep: f });',
    "import { Sim } from './main.mjs'; Sim.prototype.onStep = function (i) { this.k += i; };",
    "import { Sim } from './main.mjs'; export class Damped extends Sim { constructor(f) { super(3); this.onStep = f; } }",
  ])('%s', (text) => {
    expect(judgeBeside({ 'damped.mjs': text }, main)).toContain('undecided');
  });
});

describe('another kind of object has one of that name', () => {
  test.each([
    `export class Other { ${step} }`,
    `import { EventEmitter } from 'node:events'; export class Sim extends EventEmitter { ${step} }`,
    `import { Base } from './base.mjs'; export class Sim extends Base { ${step} }`,
    'export class Other { constructor(f) { this.onStep = f; } }',
    'class Other {} const other = new Other(); other.onStep = (i) => i;',
    'export function Other() {} Other.prototype.onStep = function (i) { this.k = i; };',
    'export const stop = (sim) => { sim.onStep = null; };',
  ])('%s', (text) => {
    const files = { 'other.mjs': text, 'base.mjs': 'export class Base {}' };
    expect(judgeBeside(files, main)).toBe('parallel fission');
  });
});

test('what a test puts on an instance of its own', () => {
  const text = "import { Sim } from './main.mjs'; const sim = new Sim(3); sim.onStep = (i) => i;";
  expect(judgeBeside({ 'main.test.mjs': text }, main)).toBe('parallel fission');
});

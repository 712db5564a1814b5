/** Objects that are read through others, by the prototype chain or as what code is put on: read as `Trap` says. */
import type { Trap } from './traps.ts';

const blocked = 'blocked hidden-code';

const chain = (name: string, made: string, read = 'd.a', write = 'base.a = i * 7'): Trap => ({
  name: `prototype: ${name}`,
  expected: blocked,
  code: `const base = { a: 0 };
${made}
const out = [];
for (let i = 0; i < 5; i++) { ${write}; out.push(heavy(${read})); } // @loop
console.log(out);`,
});

const parallel = (name: string, made: string, read = 'd.a'): Trap => ({
  ...chain(name, made, read),
  expected: 'parallel fission',
});

export const prototypeTraps: readonly Trap[] = [
  chain('in a literal', 'const d = { __proto__: base, z: 1 };'),
  chain('in a literal within a list', 'const ds = [{ __proto__: base, z: 1 }];', 'ds[0].a'),
  chain('Object.create', 'const d = Object.create(base);'),
  chain('Object.create of another name', 'const other = base; const d = Object.create(other);'),
  chain(
    'changed by another name',
    'const other = base; const d = Object.create(base);',
    'd.a',
    'other.a = i * 7',
  ),
  chain('Object.create of a parameter', 'const make = (of) => Object.create(of); const d = make(base);'),
  chain('Object.setPrototypeOf', 'const d = {}; Object.setPrototypeOf(d, base);'),
  chain('Reflect.setPrototypeOf', 'const d = {}; Reflect.setPrototypeOf(d, base);'),
  chain('assigned', 'const d = {}; d.__proto__ = base;'),
  chain('of a function', 'function D() {} D.prototype = base; const d = new D();'),
  chain('of all objects', 'const d = { z: 1 };', 'd.zz', 'Object.prototype.zz = i * 7'),
  chain('of arrays', 'const P = Array.prototype; const d = [1, 2];', 'd[3]', 'P[3] = i * 7'),
  parallel('none', 'const d = { a: 1 };'),
  parallel('null', 'const d = { a: 1 }; const e = { __proto__: null }; const f = Object.create(null);'),
  parallel('another object', 'const d = { a: 1 }; const up = { b: 1 }; const e = { __proto__: up };'),
  parallel('a property of that name', 'const __proto__ = base; const d = { a: 1, __proto__ };'),
  {
    name: 'property of a function that a variable holds',
    expected: 'blocked module-state',
    code: `
const holder = (x) => heavy(x) + (holder.off ?? 0);
holder.off = 3;
console.log([1, 2, 3].map((x) => holder(x))); // @loop`,
  },
  {
    name: 'function that a variable holds, without properties',
    expected: 'parallel map',
    code: `
const holder = (x) => heavy(x) + (holder.length ?? 0);
console.log([1, 2, 3].map((x) => holder(x))); // @loop`,
  },
];

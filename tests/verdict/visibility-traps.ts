/** A second way to the object that a loop writes, got from it before the loop: each is read as `Trap` says. */
import type { Trap } from './traps.ts';

const inFunction = (body: string): string => `
function f() {
${body}
}
console.log(String(f()));
`;

const loop = `for (let i = 1; i < 8; i++) t[i] = heavy(v[i - 1]); // @loop`;

/** `v` is had by some way from `t`, of which each element is computed from the one before. */
const list = (way: string, after = ''): string =>
  inFunction(`const t = [1, 2, 3, 4, 5, 6, 7, 8]; ${way}\n${loop}\n${after} return t;`);

const bytes = (way: string): string =>
  inFunction(`const t = new Uint8Array(8); t[0] = 3; ${way}\n${loop}\nreturn t;`);

/** The same for an object whose method is gone when the loop runs. */
const object = (literal: string, way: string): string => `
const code = { at() { return this; }, get me() { return this; } };
const plain = (u) => {
  const kept = [];
  const o = ${literal}; ${way}
  for (const k of ['a', 'b', 'c']) o[k] = heavy(v.a + v.b); // @loop
  return JSON.stringify(o);
};
console.log(plain({ a: 1, b: 2 }));
`;

const blocked: Readonly<Record<string, string>> = {
  'array over the same memory': bytes('const v = new Uint8Array(t.buffer);'),
  'memory by its quoted name': bytes("const v = new Uint8Array(t['buffer']);"),
  'memory by a computed name': bytes("const key = 'buffer'; const v = new Uint8Array(t[key]);"),
  'memory taken apart': bytes('const { buffer } = t; const v = new Uint8Array(buffer);'),
  'memory in a literal': bytes('const o = { b: t?.buffer }; const v = new Uint8Array(o.b, 0);'),
  'memory behind a DataView': bytes(
    'const d = new DataView(t.buffer); const v = { get 0() { return d.getUint8(0); } };',
  ).replace('heavy(v[i - 1])', 'heavy(d.getUint8(i - 1))'),
  'memory of the module': `
const t = new Uint8Array(8);
const d = new DataView(t.buffer);
const out = [];
for (let i = 0; i < 8; i++) { // @loop
  t[i] = i;
  out.push(heavy(d.getUint16(6)));
}
console.log(out);
`,
  'function below that returns it': list('const v = q();', 'function q() { return t; }'),
  'generator below that yields it': list('const [v] = q();', 'function* q() { yield t; }'),
  'function below with one inside': list('const v = q()();', 'function q() { return () => t; }'),
  'function below that registers it': list(
    'const r = {}; reg(r); const v = r.t;',
    'function reg(x) { x.t = t; }',
  ),
  'function of the module below': `
const t = [1, 2, 3, 4, 5, 6, 7, 8];
const v = q();
${loop}
function q() { return t; }
console.log(t);
`,
  'function below that gives a map': inFunction(`
const t = new Map([[1, 1]]); const v = q(); const out = [];
for (let i = 1; i < 5; i++) { t.set(i, i); out.push(heavy(v.size)); } // @loop
function q() { return t; } return out;`),
  'function below that gives a row': inFunction(`
const rows = [[1], [2], [3], [4]]; const v = q();
for (let i = 1; i < 4; i++) rows[i][0] = heavy(v[0]); // @loop
function q() { return rows[1]; } return rows;`),
  'method that returns it': list('class A { get() { return t; } } const v = new A().get();'),
  'closure that the loop stands in': inFunction(`
let go;
const make = () => { const t = [1, 2, 3, 4, 5, 6, 7, 8]; go = (v) => { ${loop}
}; return t; };
const t = make(); go(t); return t;`),
  'assignment as a value': list('').replace('const t =', 'let t; const v = t ='),
  'third argument by number': list('let v = []; t.forEach(function (x) { v = arguments[2]; });'),
  'rest of the arguments': list('let v = []; t.forEach((...all) => { v = all[2]; });'),
  'method of its own': list('t.get = function () { return this; }; const v = t.get(); delete t.get;'),
  'method replaced': list('t.slice = function () { return this; }; const v = t.slice(); delete t.slice;'),
  'method of a literal': object('{ a: 1, b: 2, get() { return this; } }', 'const v = o.get(); delete o.get;'),
  'method of a literal, overwritten': object(
    '{ a: 1, b: 2, get() { return this; } }',
    'const v = o.get(); o.get = 0;',
  ),
  'method put into a literal': object('{ a: 1, b: 2 }', 'o.at = code.at; const v = o.at(); o.at = 0;'),
  'method spread into a literal': object('{ a: 1, b: 2, ...code }', 'const v = o.at(); o.at = 0; o.me = 0;'),
  'method by a computed name': object('{ a: 1, b: 2 }', "const at = 'valueOf'; const v = o[at]();"),
  'method as a tag': object('{ a: 1, b: 2, get() { return this; } }', 'const v = o.get``; delete o.get;'),
  'getter of a literal': object('{ a: 1, b: 2, get me() { return this; } }', 'const v = o.me; delete o.me;'),
  'setter of a literal': object(
    '{ a: 1, b: 2, set it(x) { kept.push(this); } }',
    'o.it = 1; delete o.it; const v = kept[0];',
  ),
  'getter of a prototype': object(
    '{ a: 1, b: 2 }',
    'o.__proto__ = code; const v = o.me; o.__proto__ = null;',
  ),
  'conversion of a literal': object(
    '{ a: 1, b: 2, [Symbol.hasInstance]() { kept.push(this); } }',
    'kept instanceof o; delete o[Symbol.hasInstance]; const v = kept[0];',
  ),
  'object that is made of another': object('new Object(u)', 'const v = u;'),
  'name of a built-in for something else': list('').replace(
    'const t = [1, 2, 3, 4, 5, 6, 7, 8];',
    'const v = [1, 2, 3, 4, 5, 6, 7, 8]; const Number = { list: v }; const t = Number.list;',
  ),
};

const given = 'const v = JSON.parse("[1, 2, 3, 4, 5, 6, 7, 8]");';

const parallel: Readonly<Record<string, string>> = {
  'sizes and elements read before': bytes(`${given} t[1] = t.byteLength + t.length + t[0];`),
  'memory taken afterwards': bytes(given).replace('return t', 'return new Uint8Array(t.buffer)'),
  'property called buffer': object('{ a: 1, b: 2, buffer: [1] }', 'const v = u; o.c = o.buffer.length;'),
  'function below that uses nothing': list(given, 'function q() { return v; } q();'),
  'function below that reads it': list(given, 'function q(i) { return t[i] + t.length; } q(1);'),
  'arrow function below that returns it': list(given, 'const q = () => t; q();'),
  'methods that keep it': list(`${given} t.push(9); t.pop(); t[0] = t.slice(1).length + t.indexOf(2);`),
  'callback that sees its elements': list(
    `${given} let n = 0; t.forEach(function (x, i) { n += x; }); t[0] = n;`,
  ),
  'keys that are gone over': list(`${given} let n = 0; for (const k of t.keys()) n += k; t[0] = n;`),
  'literal without code': object('{ a: 1, b: 2 }', 'const v = u; o.z = o.a + o.b;'),
  'method of a literal that is not called': object('{ a: 1, b: 2, run() { return this; } }', 'const v = u;'),
  'spread of data': object('{ a: 1, ...u }', 'const v = u;'),
};

const trapsOf = (programs: Readonly<Record<string, string>>, expected: string): readonly Trap[] =>
  Object.entries(programs).map(([name, code]) => ({ name: `way to an object: ${name}`, expected, code }));

export const visibilityTraps: readonly Trap[] = [
  ...trapsOf(blocked, 'blocked shared-mutation'),
  ...trapsOf(parallel, 'parallel map'),
];

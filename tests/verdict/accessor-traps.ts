/** Reads that run code, and methods that aren't the built-in ones: each is read as `Trap` says. */
import type { Trap } from './traps.ts';

/** Each iteration logs, then reads something of `config`, which may log as well. */
const reading = (config: string, read: string): string => `
const config = ${config};
const out = [];
for (const x of [1, 2]) { // @loop
  console.log('start');
  const got = ${read};
  out.push(heavy(got + x));
}
console.log(out);
`;

const loud = "{ get a() { console.log('a'); return 3; }, b: 2 }";

const readings = {
  'a spread of a constant': '({ ...config }).a',
  'Object.entries of a constant': 'Object.entries(config)[0][1]',
  'Object.values of a constant': 'Object.values(config)[0]',
  'Object.assign from a constant': 'Object.assign({}, config).a',
  'JSON of a constant': 'JSON.stringify(config).length',
  'the rest of a constant': '(({ b, ...rest }) => rest.a)(config)',
  'a clone of a constant': 'structuredClone(config).a',
  'a property whose name is computed': "config['ab'[x - 1]]",
};

const defined = {
  defineProperty: "Object.defineProperty({}, 'a', { get() { console.log('a'); return 3; } })",
  defineProperties: "Object.defineProperties({}, { a: { get: () => { console.log('a'); return 3; } } })",
  'Object.create': "Object.create(null, { a: { get() { console.log('a'); return 3; } } })",
  __defineGetter__:
    "(() => { const o = {}; o.__defineGetter__('a', () => { console.log('a'); return 3; }); return o; })()",
};

/** A list of which something is replaced, and what a method of it gives. */
const replacing = (change: string, call: string): string => `
function change(list) { ${change} }
const xs = [1, 2, 3];
change(xs);
const ys = ${call}; // @loop
console.log(ys);
`;

const first = 'function (f) { return [f(this[0])]; }';
const replaced = {
  assignment: `list.map = ${first};`,
  'Object.assign': `Object.assign(list, { map: ${first} });`,
  defineProperty: `Object.defineProperty(list, 'map', { value: ${first} });`,
  'Reflect.set': `Reflect.set(list, 'map', ${first});`,
  'the prototype of all': `const was = Array.prototype.map; Array.prototype.map = function (f) { Array.prototype.map = was; return [f(this[0])]; };`,
};

/** Something of `o` is converted, which may be an instance of `A`. */
const converting = (member: string, held: string, use: string): string => `
let n = 0;
class A { constructor() { this.z = 1; } ${member} }
const o = ${held};
const out = [];
for (let i = 0; i < 3; i++) out.push(heavy(${use})); // @loop
console.log(out, n);
`;

const conversions = {
  'JSON of a literal': converting('toJSON() { return n++; }', '{ x: new A() }', 'JSON.stringify(o).length'),
  'template of an array': converting("toString() { return 'a' + n++; }", '[new A()]', '`${o}`.length'),
  'template of an inner array': converting(
    "toString() { return 'a' + n++; }",
    '[[new A()]]',
    '`${o[0]}`.length',
  ),
  'sum with a property': converting('valueOf() { return n++; }', '{ a: new A() }', 'o.a + i'),
  'sum with a value of a map': converting(
    'valueOf() { return n++; }',
    'new Map([[0, new A()]])',
    'o.get(0) + i',
  ),
  'sign of a property': converting('[Symbol.toPrimitive]() { return n++; }', '{ a: new A() }', '-o.a'),
  'comparison, by a field': converting('valueOf = () => n++;', '{ a: new A() }', '+(o.a < 2)'),
};

/** Each round touches a proxy, whose handler counts. */
const touching = (target: string, trap: string, use: string): string => `
let n = 0;
const P = new Proxy(${target}, { ${trap} });
const out = [];
for (let i = 0; i < 3; i++) { // @loop
  ${use};
  out.push(heavy(n));
}
console.log(out);
`;

const goingOver = (head: string): string => `
let n = 0;
const get = (list, key) => { n++; return list[key]; };
const getOwnPropertyDescriptor = (list, key) => { n++; return Reflect.getOwnPropertyDescriptor(list, key); };
const P = new Proxy([1, 2], { get, getOwnPropertyDescriptor });
const out = [];
for (const x ${head} P) { // @loop
  out.push(heavy(n));
}
console.log(out);
`;

const proxied = {
  'write to': touching('{}', 'set(t, k, v) { n += v; return true; }', 'P.v = i'),
  'write in a function to': touching(
    '{}',
    'set(t, k, v) { n += v; return true; }',
    '(function (x) { P.v = x; })(i)',
  ),
  'deletion from': touching('{}', 'deleteProperty() { n++; return true; }', 'delete P.v'),
  'read of': touching('{}', 'get() { return n++; }', 'const got = P.v'),
  'look for a property of': touching('{}', 'has() { return n++ > 1; }', "'v' in P"),
  'keys of': touching('{}', 'ownKeys() { n++; return []; }', 'Object.keys(P)'),
  'spread of': touching('[1]', 'get(t, k) { n++; return t[k]; }', '[...P]'),
  'loop over': goingOver('of'),
  'loop over the keys of': goingOver('in'),
};

export const accessorTraps: readonly Trap[] = [
  ...Object.entries(proxied).map(([name, code]) => ({
    name: `${name} a proxy`,
    expected: 'blocked hidden-code',
    code,
  })),
  {
    name: 'proxy that the loop leaves alone',
    expected: 'parallel map',
    code: touching('{}', 'get() { return n++; }', '').replace('console.log(out)', 'console.log(out, P.v)'),
  },
  ...Object.entries(conversions).map(([name, code]) => ({
    name: `conversion in a ${name}`,
    expected: 'blocked shared-mutation',
    code,
  })),
  {
    name: 'conversion by a method that is put into a prototype',
    expected: 'blocked hidden-code',
    code: `
let n = 0;
function A() {}
A.prototype.valueOf = function () { return n++; };
const o = { a: new A() };
const out = [];
for (let i = 0; i < 3; i++) out.push(heavy(o.a + i)); // @loop
console.log(out, n);
`,
  },
  {
    name: 'conversion by a pure method',
    expected: 'parallel map',
    code: converting("toString() { return 'a' + this.z; }", '{ a: new A() }', '`${o.a}`.length + i'),
  },
  ...Object.entries(readings).map(([name, read]) => ({
    name: `getter behind ${name}`,
    expected: 'blocked io',
    code: reading(loud, read),
  })),
  ...Object.entries(defined).map(([name, config]) => ({
    name: `getter by ${name}`,
    expected: 'blocked io',
    code: reading(config, 'config.a'),
  })),
  ...Object.entries(replaced).map(([name, change]) => ({
    name: `method of an array, replaced by ${name}`,
    expected: 'blocked hidden-code',
    code: replacing(change, 'xs.map((x) => heavy(x))'),
  })),
  {
    name: 'method of an array, replaced under a name that is computed',
    expected: 'blocked hidden-code',
    code: `
const xs = [1, 2, 3];
xs['ma' + 'p'] = (f) => [f(7)];
console.log(xs.map((x) => heavy(x))); // @loop
`,
  },
  {
    name: 'getter that the pattern of the item reads',
    expected: 'blocked io',
    code: `
const make = (n) => ({ get a() { console.log('a' + n); return n; } });
const items = [make(1), make(2)];
for (const { a } of items) { // @loop
  console.log('start');
  console.log(heavy(a));
}
`,
  },
  {
    name: 'getter among the elements of an array',
    expected: 'blocked io',
    code: `
const list = [1, 2];
Object.defineProperty(list, 1, { get() { console.log('got'); return 7; } });
for (const x of [1, 2]) { // @loop
  console.log('start');
  console.log(heavy(x + list[1]));
}
`,
  },
  {
    name: 'getter under a computed name among the elements of an array',
    expected: 'blocked io',
    code: `
const list = [1, 2];
function put(key) {
  Object.defineProperty(list, key, { get() { console.log('got'); return 7; } });
}
put(1);
for (const x of [1, 2]) { // @loop
  console.log('start');
  console.log(heavy(x + list[1]));
}
`,
  },
  ...['1', 'one'].map((key) => ({
    name: `getter among the items, under the name ${key}`,
    expected: 'blocked hidden-code',
    code: `
const list = [1, 2];
const one = Number('1');
Object.defineProperty(list, ${key}, { get() { console.log('got'); return 7; } });
for (const x of list) { // @loop
  console.log('start');
  console.log(heavy(x));
}
`,
  })),
  {
    name: 'getter among the items of a method',
    expected: 'blocked hidden-code',
    code: `
const list = [1, 2];
Object.defineProperty(list, 1, { get() { console.log('got'); return 7; } });
console.log(list.map((x) => heavy(x))); // @loop
`,
  },
  {
    name: 'object literal that says what its JSON is',
    expected: 'blocked hidden-code',
    code: reading("{ toJSON() { console.log('json'); return 3; } }", 'JSON.stringify(config).length'),
  },
  {
    name: 'forEach of an array, replaced',
    expected: 'blocked hidden-code',
    code: replacing(
      "list.forEach = (f) => { console.log('mine'); f(9); };",
      '[]; xs.forEach((x) => { ys.push(heavy(x)); })',
    ),
  },
  {
    name: 'method of an array that the body calls, replaced',
    expected: 'blocked unknown-call',
    code: `
const table = [1, 2];
table.indexOf = (x) => { console.log('asked'); return x; };
for (const x of [1, 2]) { // @loop
  console.log('start');
  console.log(heavy(table.indexOf(x)));
}
`,
  },
  ...['Object.getPrototypeOf(one)', 'one.constructor.prototype'].map((prototype) => ({
    name: `method that is replaced by way of ${prototype}`,
    expected: 'blocked lossy-capture',
    code: `
class Disc { constructor(n) { this.n = n; } area() { return this.n; } }
const one = new Disc(1);
const found = ${prototype};
found.area = () => 77;
console.log([one, new Disc(2)].map((disc) => heavy(disc.area()))); // @loop
`,
  })),
  {
    name: 'property of that name on what is no array',
    expected: 'parallel map',
    code: `
class Chart { constructor() { this.map = (x) => x; } }
const chart = new Chart();
chart.filter = 5;
exports.map = (x) => x;
console.log([1, 2, 3].map((x) => heavy(x)), chart.map(1)); // @loop
`,
  },
];

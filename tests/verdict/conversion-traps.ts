/** Objects that are read whole: converted to a primitive, or down to what other names lead to. Read as `Trap` says. */
import type { Trap } from './traps.ts';

/** A loop that reads an object as a whole and then writes a part of it. */
const loop = (setup: string, read: string, write: string): string => `
${setup}
const out = [];
for (let j = 0; j < 4; j++) { // @loop
  const b = heavy(${read} + j);
  ${write}
  out.push(b);
}
console.log(out.join());
`;

type Loop = readonly [name: string, setup: string, read: string, write: string];

const deepReads: readonly Loop[] = [
  ['an object in it', 'const s = { z: 1 }, a = { q: s };', 'JSON.stringify(a).length', "s['z' + j] = b;"],
  ['a clone of what holds it', 'const s = { z: 1 }, a = { q: s };', 'structuredClone(a).q.z', 's.z = b;'],
  [
    'a description of what holds it',
    "const { inspect } = require('node:util'); const s = { z: 1 }, a = { q: s };",
    'inspect(a).length',
    "s['z' + j] = b;",
  ],
  ['a flat list', 'const s = [1], a = [s];', 'a.flat()[0]', 's[0] = b;'],
  ['a list flat to any depth', 'const s = [1], a = [[s]];', 'a.flat(2)[0]', 's[0] = b;'],
  [
    'an object taken from it',
    'const a = { q: { z: 1 } }; const s = a.q;',
    'JSON.stringify(a).length',
    "s['z' + j] = b;",
  ],
  ['an element taken from it', 'const a = [[1]]; const [s] = a;', 'JSON.stringify(a).length', 's[j] = b;'],
  [
    'an object put in later',
    'const s = { z: 1 }, a = [1]; a.q = s;',
    'structuredClone(a).length + require("node:util").inspect(a).length',
    "s['z' + j] = b;",
  ],
  [
    'an object in a list that a function reads',
    'const s = { z: 1 }; function size(o) { return JSON.stringify(o).length; }',
    'size([s])',
    "s['z' + j] = b;",
  ],
];

const apart: readonly Loop[] = [
  [
    'another object',
    'const s = { z: 1 }, a = { q: { z: 1 } };',
    'JSON.stringify(a).length',
    "s['z' + j] = b;",
  ],
  ['numbers', 'const s = [1], a = [1, 2];', 'JSON.stringify(a).length', 's[0] = b;'],
  ['other lists', 'const s = [1], a = [[1], [2]];', 'a.flat()[0]', 's[0] = b;'],
];

/** Each converts an array `a`, whose first element the loop writes. */
const conversions: readonly string[] = [
  '`${a}`',
  '+a',
  'a * 2',
  'Number(a == 739)',
  'Number(a < 700)',
  '({ 1: 2, 3: 4 })[a]',
  '[5, 6, 7][a]',
  '({ [a]: 2 })[1]',
  'Number(a in [1, 2])',
  'Number(Object.hasOwn([1, 2], a))',
  'Number(a)',
  'parseInt(a)',
  'Number(isNaN(a))',
  'Math.max(a, 2)',
  'Number(BigInt(a))',
  'encodeURIComponent(a).length',
  "Number(''.includes(a))",
  "'x'.repeat(a).length",
  "'a1b739'.split(a).length",
  'String.raw({ raw: a }).length',
  '(5).toFixed(a % 7).length',
  '[5, 6, 7].slice(a).length',
  '[5, 6, 7].at(a)',
  "Number([a] + '')",
  'Number([a].join())',
  'plus(a)',
  'first(a)',
  '((c) => { c += a; return Number(c); })(1)',
  '((c) => { c *= 2; return Number(c); })(a)',
];

const others: readonly Loop[] = [
  ['a date', 'const d = new Date(0);', '+d', 'd.setTime(b);'],
  ['a date in a subtraction', 'const d = new Date(0);', 'd - 0', 'd.setTime(b);'],
  ['a typed array', 'const e = new Uint16Array(1);', "Number(e + '')", 'e[0] = b;'],
  ['an inner array', 'const s = [1], a = [s];', 'Number(`${a}`)', 's[0] = b;'],
];

const harmless: readonly Loop[] = [
  ['another array', 'const a = [1], c = [1];', '+a', 'c[0] = b;'],
  ['an element that is a number', 'const a = [1, 2];', 'a[1] * 2', 'a[0] = b;'],
  ['the number in a property', 'const o = { k: 2, v: 0 };', 'o.k * 2', 'o.v = b;'],
];

/** Parameters, of which nothing says whether they are numbers. */
const parameters: readonly Trap[] = [
  {
    name: 'parameter that is converted and written into',
    expected: 'blocked shared-mutation',
    code: `
function work(a) {
  const out = [];
  for (let j = 0; j < 4; j++) { const b = heavy(+a); a[0] = b; out.push(b); } // @loop
  return out;
}
console.log(work([1]).join());`,
  },
  {
    name: 'parameter that is converted next to another',
    expected: 'parallel map',
    code: `
exports.work = (a, k) => {
  for (let j = 0; j < 4; j++) a[j] = heavy(j * k); // @loop
};`,
  },
  {
    name: 'elements of a parameter that are converted',
    expected: 'parallel map',
    code: `
exports.work = (a) => {
  for (let j = 0; j < 4; j++) a[j] = heavy(a[j] * 2); // @loop
};`,
  },
];

/** Each converts `a`, whose conversion is seen. */
const seen: readonly string[] = [
  '[5, 6, 7].splice(a, 1)',
  '[5, 6, 7].splice(0, a)',
  '[5, 6, 7].toSpliced(a, 1)',
  '[5, 6, 7].fill(0, a)',
  '[5, 6, 7].copyWithin(0, a)',
  '[5, [6, [7]]].flat(a)',
  '[5, 6].join(a)',
  '[[a]].toString()',
  '[...new Uint8Array([5, 6, 7]).fill(a)]',
  '[...new Uint8Array([5, 6, 7]).copyWithin(0, a)]',
  '[...new Uint8Array([5, 6, 7]).subarray(a)]',
  '[...new Uint8Array([5, 6, 7]).with(0, a)]',
  'new Uint8Array([5, 6, 7]).indexOf(6, a)',
  'new Uint8Array([5, 6, 7]).at(a)',
  '[...new Uint8Array([a])]',
  '[...Uint8Array.of(a)]',
  '[...Uint8Array.from([a])]',
  'new ArrayBuffer(a).byteLength',
  'new ArrayBuffer(8).slice(a).byteLength',
  'new DataView(new ArrayBuffer(8)).getUint8(a)',
  '({ k: 1 }).hasOwnProperty(a)',
  '({ k: 1 }).propertyIsEnumerable(a)',
  'Reflect.has({ k: 1 }, a)',
  'Object.keys(Object.defineProperty({}, a, { enumerable: true })).join()',
  '((b) => { b++; return b; })(a)',
];

export const conversionTraps: readonly Trap[] = [
  ...deepReads.map(([name, setup, read, write]): Trap => ({
    name: `whole object read, with ${name} written`,
    expected: 'blocked shared-mutation',
    code: loop(setup, read, write),
  })),
  ...apart.map(([name, setup, read, write]): Trap => ({
    name: `whole object read, apart from ${name}`,
    expected: 'parallel fission',
    code: loop(setup, read, write),
  })),
  ...conversions.map((read): Trap => ({
    name: `array converted by ${read}`,
    expected: 'blocked shared-mutation',
    code: loop('const a = [1]; const plus = (x) => x * 2, first = (...xs) => xs[0] * 2;', read, 'a[0] = b;'),
  })),
  ...others.map(([name, setup, read, write]): Trap => ({
    name: `conversion of ${name}`,
    expected: 'blocked shared-mutation',
    code: loop(setup, read, write),
  })),
  ...harmless.map(([name, setup, read, write]): Trap => ({
    name: `conversion, and a write to ${name}`,
    expected: 'parallel fission',
    code: loop(setup, read, write),
  })),
  ...seen.map((read): Trap => ({
    name: `conversion that is seen: ${read}`,
    expected: 'parallel fission',
    code: `
const log = [];
const a = { valueOf() { log.push('v'); return 1; }, toString() { log.push('s'); return 'k'; } };
const out = [];
for (let i = 0; i < 3; i++) { // @loop
  const k = ${read};
  let h = 0;
  for (let q = 0; q < 50; q++) h = (h * 31 + i * q) % 1009;
  out.push([h, k]);
}
console.log(out.join(), log.join());`,
  })),
  ...parameters,
];

/** Elements that lead to other elements, by links of their own or since they were stored twice: read as `Trap` says. */
import type { Trap } from './traps.ts';

const ring = `
const xs = [{ v: 1, w: [1] }, { v: 2, w: [2] }, { v: 3, w: [3] }];
xs[1].p = xs[0]; xs[2].p = xs[1]; xs[0].p = xs[2];
`;
const show = 'console.log(xs.map((x) => x.v));';

const rows = (stores: string, head = 'for (let i = 0; i < 8; i++)'): string => `
function work() {
  const xs = [[0], [1], [2], [3], [4], [5], [6], [7]];
  ${stores}
  ${head} xs[i][0] = heavy(xs[i][0]); // @loop
  return xs;
}
console.log(work().join());
`;

export const linkTraps: readonly Trap[] = [
  {
    name: 'item linked to another item',
    expected: 'blocked aliasing',
    code: `${ring}for (const n of xs) n.v = heavy(n.p.v); // @loop\n${show}`,
  },
  {
    name: 'list linked to another list',
    expected: 'blocked aliasing',
    code: `const xs = [[1], [2], [3]];
xs[1][1] = xs[0]; xs[2][1] = xs[1]; xs[0][1] = xs[2];
for (const n of xs) n[0] = heavy(n[1][0]); // @loop
console.log(xs.map((x) => x[0]));`,
  },
  {
    name: 'list that a second name changes',
    expected: 'blocked aliasing',
    code: `const xs = [[1], [2], [3]];
for (const x of xs) x.push(xs[0]);
const last = xs[2];
last[1] = xs[1];
for (const n of xs) n[0] = heavy(n[1][0]); // @loop
console.log(xs.map((x) => x[0]));`,
  },
  {
    name: 'object in an object that gets another kind of value',
    expected: 'blocked shared-mutation',
    code: `let calls = 0;
const o = { list: [1, 2], name: 'o' };
o.list[0] = { toFixed() { return String(calls++); } };
const out = [];
for (const x of [1, 2, 3]) { out.push(calls); out.push(heavy(x + o.list[0].toFixed().length)); } // @loop
console.log(out, calls);`,
  },
  {
    name: 'item whose own list is read',
    expected: 'parallel fission',
    code: `${ring}for (const n of xs) n.v = heavy(n.w[0]); // @loop\n${show}`,
  },
  {
    name: 'item whose own property is read',
    expected: 'parallel fission',
    code: `${ring}for (const n of xs) n.v = heavy(n.v); // @loop\n${show}`,
  },
  {
    name: 'rows stored twice by a pattern',
    expected: 'blocked shared-mutation',
    code: rows('[xs[4], xs[5], xs[6], xs[7]] = [xs[0], xs[1], xs[2], xs[3]];'),
  },
  {
    name: 'rows stored twice by a pattern with a value by default',
    expected: 'blocked shared-mutation',
    code: rows('[xs[4] = xs[0]] = [];'),
  },
  {
    name: 'rows stored twice by the pattern of an object',
    expected: 'blocked shared-mutation',
    code: rows('({ a: xs[4], ...xs[5] } = { a: xs[0], b: 1 });'),
  },
  {
    name: 'rows stored twice by the head of a loop',
    expected: 'blocked shared-mutation',
    code: rows('for (xs[3] of [xs[0]]);'),
  },
  { name: 'rows that nothing stores twice', expected: 'parallel fission', code: rows('') },
  {
    name: 'object that several elements lead to',
    expected: 'blocked aliasing',
    code: `
const q = { v: 1 };
const xs = [{ p: q }, { p: q }, { p: q }];
for (let i = 0; i < 3; i++) xs[i].p.v = heavy(xs[i].p.v); // @loop
console.log(xs);`,
  },
  {
    name: 'variable that another function assigns by a pattern',
    expected: 'blocked aliasing',
    code: `
function work() {
  let a = [];
  const b = [4, 5, 6];
  const put = () => { [a] = [b]; return 1; };
  a = [7, 8, 9];
  const z = put();
  for (let i = 1; i < 3; i++) a[i] += heavy(b[i - 1]); // @loop
  return [a, z];
}
console.log(work());`,
  },
  {
    name: 'method that a pattern replaces',
    expected: 'blocked hidden-code',
    code: `
const xs = [1, 2, 3];
[xs.forEach] = [(each) => { for (const x of [9, 8]) each(x); }];
const out = [];
xs.forEach((x) => { out.push(x); out.push(heavy(x)); }); // @loop
console.log(out);`,
  },
  {
    name: 'list that a callback gets among all its arguments',
    expected: 'blocked shared-mutation',
    code: `
let calls = 0;
const xs = [1, 2, 3];
xs.forEach((...all) => { all[2][0] = { toFixed() { return String(calls++); } }; });
const out = [];
for (const x of [1, 2, 3]) { out.push(calls); out.push(heavy(x + xs[0].toFixed().length)); } // @loop
console.log(out, calls);`,
  },
  {
    name: 'variables that hold parts of each other',
    expected: 'parallel fission',
    code: `
var s = [[1]];
for (var t of s) { var s = t[0]; break; }
const out = [];
for (const x of [1, 2, 3]) { out.push(s[0]); out.push(heavy(x)); } // @loop
console.log(out);`,
  },
  {
    name: 'table that a pattern changes',
    expected: 'blocked shared-mutation',
    code: `
const TABLE = [1, 2, 3];
function set(x) { [TABLE[0]] = [x]; }
function read(x) { return heavy(TABLE[0] + x); }
const out = [];
for (const x of [1, 2, 3]) { set(x); out.push(read(x)); } // @loop
console.log(out);`,
  },
];

import rule from '../../rules/no-shared-mutation.ts';
import { heavyCase, testRule } from './tester.ts';

testRule('no-shared-mutation', rule, {
  valid: [
    heavyCase(`// @doall
for (const x of xs) console.log(heavy(x));`),
    heavyCase(`const seen = new Set();
// @doall
for (const x of xs) seen.add(heavy(x));`),
    heavyCase(`// @doall
for (const x of xs) { const row = []; for (let i = 0; i < 1e6; i++) row[i % 10] = i * x; console.log(row.length); }`),
    heavyCase(`const stats = { calls: 0 };
// @doall
for (const x of xs) { stats.calls++; stats.last = heavy(x); }`),
    heavyCase(`// @doall
export const copies = [[3, 1], [2]].map((row) => [...row].sort((a, b) => heavy(a) - heavy(b)));`),
    heavyCase(`for (const p of ps) p.x += 1;`),
    heavyCase(`const byId = {};
// @doall
for (const x of xs) byId[x.id] = heavy(x.n);`),
    heavyCase(`const log = [];
// @doall
for (const x of xs) { const h = heavy(x); log.push(h); }`),
    heavyCase(`xs.forEach((x) => { x.done = true; });`),
    heavyCase(`const queue = [1];
while (queue.length) { const x = queue.pop(); if (x < 9) queue.push(x + 1); }`),
    heavyCase(`// @doall
export const parsed = ['1', '2'].map((text) => { const o = { n: 0 }; o.n = heavy(Number(text)); return o.n; });`),
    heavyCase(`let total = 0;
// @doall
for (let i = 0; i < 100; i++) total += heavy(i);`),
  ],
  invalid: [
    {
      code: heavyCase(`const seen = new Set();
function visit(x) { seen.add(x); return heavy(x); }
// @doall
for (const x of xs) visit(x);`),
      errors: [{ messageId: 'shared-mutation', line: 4, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const p of ps) relax(p);
function relax(p) { for (let i = 0; i < 1e6; i++) p.x = (p.x * 0.99 + i) % 1; }`),
      errors: [{ messageId: 'item-mutation', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`const stats = { calls: 0 };
// @doall
for (const x of xs) console.log(counted(x));
function counted(x) { stats.calls++; return heavy(x); }`),
      errors: [{ messageId: 'shared-mutation', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (let i = 0; i < n; i++) { if (heavy(i) > 3) i++; }`),
      errors: [{ messageId: 'mutated-iteration-space', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`const buffer = new Float64Array(64);
// @doall
for (const x of xs) console.log(fill(x));
function fill(x) { for (let i = 0; i < 1e6; i++) buffer[i % 64] += x; return buffer[0]; }`),
      errors: [{ messageId: 'shared-mutation', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`const log = [];
// @doall
for (const x of xs) console.log(work(x));
function work(x) { const h = heavy(x); log.push(h); return h; }`),
      errors: [{ messageId: 'shared-mutation', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`const cache = {};
// @doall
for (const x of xs) console.log(memo(x));
function memo(x) { return (cache[x] ??= heavy(x)); }`),
      errors: [{ messageId: 'shared-mutation', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const particle of particles) { for (let i = 0; i < 1e6; i++) particle.v += i % 3; }`),
      errors: [{ messageId: 'item-mutation', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`let depth = 0;
// @doall
for (const x of xs) console.log(search(x));
function search(x) { depth++; const h = heavy(x); depth--; return h; }`),
      errors: [{ messageId: 'shared-mutation', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`export function grow(xs) {
  // @doall
  for (let i = 0; i < 9; i++) { if (heavy(i) > 3) i += 2; }
}`),
      errors: [{ messageId: 'mutated-iteration-space', line: 3, column: 3 }],
    },
    {
      code: heavyCase(`const grid = [[1]];
// @doall
for (let y = 0; y < 9; y++) blur(y);
function blur(y) { for (let i = 0; i < 1e6; i++) grid[0][i % 9] = y; }`),
      errors: [{ messageId: 'shared-mutation', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`const total = { n: 0 };
// @doall
for (const x of xs) add(x);
function add(x) { total.n += heavy(x); return total.n; }`),
      errors: [{ messageId: 'shared-mutation', line: 3, column: 1 }],
    },
  ],
});

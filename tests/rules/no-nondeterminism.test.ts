import rule from '../../rules/no-nondeterminism.ts';
import { heavyCase, testRule } from './tester.ts';

testRule('no-nondeterminism', rule, {
  valid: [
    heavyCase(`// @doall
for (const user of users) { const id = crypto.randomUUID(); console.log(id, heavy(user.age)); }`),
    heavyCase(`// @doall
for (const x of xs) { const t = Date.now(); const h = heavy(x); console.log(h, Date.now() - t); }`),
    heavyCase(`const now = Date.now();
// @doall
for (const x of xs) console.log(heavy(x + now));`),
    heavyCase(`// @doall
for (const x of xs) console.log(heavy(new Date(x).getTime()));`),
    heavyCase(`for (const x of xs) console.log(Math.random() * x);`),
    heavyCase(`// @doall
for (const { n, seed } of xs) console.log(heavy(n * seed));`),
    heavyCase(`const seed = Math.random();
// @doall
for (const x of xs) console.log(heavy(x + seed));`),
    heavyCase(`const ids = xs.map(() => crypto.randomUUID());`),
    heavyCase(`// @doall
for (const x of xs) { const h = heavy(x); console.log(h, performance.now()); }`),
    heavyCase(`// @doall
for (const day of ['2020-01-01']) console.log(heavy(new Date(day).getTime()));`),
    heavyCase(`// @doall
for (const x of xs) console.log(heavy(Math.max(x, 1)));`),
    heavyCase(`setInterval(() => { for (const x of xs) x.tick(Date.now()); }, 10);`),
  ],
  invalid: [
    {
      code: heavyCase(`let hits = 0;
// @doall
for (const n of ns) hits += darts(n);
function darts(n) { let k = 0; for (let i = 0; i < 1e6; i++) if (Math.random() < n) k++; return k; }`),
      errors: [{ messageId: 'nondeterminism', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(shuffled(x));
function shuffled(x) { let h = x; for (let i = 0; i < 1e6; i++) h += Math.floor(Math.random() * i); return h; }`),
      errors: [{ messageId: 'nondeterminism', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(until(x));
function until(x) { const end = Date.now() + 10; let n = 0; while (Date.now() < end) n += x; return n; }`),
      errors: [{ messageId: 'nondeterminism', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(stamp(x));
function stamp(x) { return heavy(x) + performance.now(); }`),
      errors: [{ messageId: 'nondeterminism', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`import { randomBytes } from 'node:crypto';
// @doall
for (const x of xs) console.log(salted(x));
function salted(x) { return heavy(x + randomBytes(1)[0]); }`),
      errors: [{ messageId: 'nondeterminism', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(ident(x));
function ident(x) { return heavy(x) + crypto.randomUUID(); }`),
      errors: [{ messageId: 'nondeterminism', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(dated(x));
function dated(x) { return heavy(x + new Date().getTime()); }`),
      errors: [{ messageId: 'nondeterminism', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
export const r = [1, 2].map((x) => { let s = 0; for (let i = 0; i < 1e6; i++) s += Math.random() * x; return s; });`),
      errors: [{ messageId: 'nondeterminism', line: 2, column: 25 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(hr(x));
function hr(x) { const t = process.hrtime.bigint(); const h = heavy(x); return Number(process.hrtime.bigint() - t) + h; }`),
      errors: [{ messageId: 'nondeterminism', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(filled(x));
function filled(x) { const a = crypto.getRandomValues(new Uint8Array(4)); return heavy(a[0] + x); }`),
      errors: [{ messageId: 'nondeterminism', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(today(x));
function today(x) { return heavy(x + Date().length); }`),
      errors: [{ messageId: 'nondeterminism', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`const jitter = () => Math.random() - 0.5;
// @doall
for (const x of xs) console.log(noisy(x));
function noisy(x) { return heavy(x + jitter()); }`),
      errors: [{ messageId: 'nondeterminism', line: 3, column: 1 }],
    },
  ],
});

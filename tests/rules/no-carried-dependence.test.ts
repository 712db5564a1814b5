import rule from '../../rules/no-carried-dependence.ts';
import { heavyCase, testRule } from './tester.ts';

testRule('no-carried-dependence', rule, {
  valid: [
    heavyCase(`let s = 0;
// @doall
for (const x of xs) s += heavy(x);`),
    heavyCase(`// @doall
for (const x of xs) console.log(heavy(x));`),
    heavyCase(`let best = -Infinity;
// @doall
for (const x of xs) { const score = heavy(x); if (score > best) best = score; }`),
    heavyCase(`const counts = {};
// @doall
for (const x of xs) { const key = heavy(x) % 10; counts[key] = (counts[key] ?? 0) + 1; }`),
    heavyCase(`let html = '';
// @doall
for (const x of xs) html += heavy(x);`),
    heavyCase(`export function scale(input) {
  const out = new Float64Array(input.length);
  // @doall
  for (let i = 0; i < input.length; i++) out[i] = heavy(input[i]);
  return out;
}`),
    heavyCase(`// @doall
for (const x of xs) { let sum = 0; for (let i = 0; i < 1e6; i++) sum += i * x; console.log(sum); }`),
    heavyCase(`// @doall
export const squares = [1, 2, 3].map((x) => heavy(x));`),
    heavyCase(`let state = 1;
for (const x of xs) state = (state * 31 + x) % 65521;`),
    heavyCase(`let found;
// @doall
for (const x of xs) { if (heavy(x) === 7) { found = x; break; } }`),
    heavyCase(`let previous = 0;
// @doall
for (const x of xs) { const h = heavy(x); console.log(h - previous); previous = h; }`),
    heavyCase(`const byId = new Map();
// @doall
for (const id of [1, 2]) byId.set(id, heavy(id));`),
  ],
  invalid: [
    {
      code: heavyCase(`let s = 1;
// @doall
for (const x of xs) s = heavy(s + x);`),
      errors: [{ messageId: 'carried-flow', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (let i = 1; i < n; i++) a[i] = heavy(a[i - 1]);`),
      errors: [{ messageId: 'carried-flow', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`const memo = [1, 1];
// @doall
for (let i = 2; i < n; i++) memo[i] = heavy(memo[i - 1] + memo[i - 2]);`),
      errors: [{ messageId: 'carried-flow', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`let best = 0;
// @doall
for (const x of xs) { const score = heavy(x + best); if (score > best) best = score; }`),
      errors: [{ messageId: 'possible-carried-flow', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`let node = { value: 1 };
// @doall
for (const x of xs) node = { value: heavy(node.value + x) };`),
      errors: [{ messageId: 'carried-flow', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`let text = '';
// @doall
for (const x of xs) text += heavy(text.length);`),
      errors: [{ messageId: 'carried-flow', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`export function smooth(a, b) {
  // @doall
  for (let i = 1; i < a.length; i++) b[i] = heavy(a[i - 1]);
}`),
      errors: [{ messageId: 'possible-aliasing', line: 3, column: 3 }],
    },
    {
      code: heavyCase(`const seen = new Map();
// @doall
for (const x of xs) seen.set(x.id, heavy(seen.get(x.id) ?? 0));`),
      errors: [{ messageId: 'possible-carried-flow', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (let y = 1; y < h; y++) for (let x = 0; x < w; x++) grid[y][x] = heavy(grid[y - 1][x]);`),
      errors: [{ messageId: 'possible-aliasing', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`let seed = 1;
// @doall
for (const x of xs) { seed = heavy(seed); console.log(seed + x); }`),
      errors: [{ messageId: 'carried-flow', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`let last;
// @doall
for (const x of xs) { console.log(heavy(last ? x - last : x)); last = x; }`),
      errors: [{ messageId: 'carried-flow', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`let sum = 1;
// @doall
for (let i = 0; i < 9; i++) sum = heavy(sum) + i;`),
      errors: [{ messageId: 'carried-flow', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`let row = [1];
// @doall
for (const x of [1, 2]) row = row.map((n) => heavy(n + x));`),
      errors: [{ messageId: 'carried-flow', line: 3, column: 1 }],
    },
  ],
});

import rule from '../../rules/prefer-pool-map.ts';
import { heavyCase, testRule } from './tester.ts';

testRule('prefer-pool-map', rule, {
  valid: [
    heavyCase(`for (const x of xs) console.log(x);`),
    heavyCase(`export const doubled = [1, 2, 3].map((x) => x * 2);`),
    heavyCase(`let s = 1;
for (const x of xs) s = heavy(s + x);`),
    heavyCase(`for (const x of [1]) console.log(heavy2(x));
function heavy2(x) { return x; }`),
    heavyCase(`let sum = 0;
for (let i = 0; i < 1e7; i++) sum += i;`),
    heavyCase(`let sum = 0;
for (let i = 0; i < 1e7; i++) sum += Math.sqrt(i);`),
    heavyCase(`export const f = (xs) => xs.map((x) => heavy(x));`),
    heavyCase(`while (queue.length) heavy(queue.pop());`),
    heavyCase(`for (const el of document.querySelectorAll('p')) el.remove();`),
    // Legal, but what could move only makes empty rows.
    heavyCase(`/** @param {number[][]} graph */
export function closure(graph) {
  let distances = structuredClone(graph);
  const n = graph.length;
  for (let k = 0; k < n; ++k) {
    const rows = [];
    for (let i = 0; i < n; ++i) rows.push(Array(n).fill(Infinity));
    for (let i = 0; i < n; ++i)
      for (let j = 0; j < n; ++j) rows[i][j] = Math.min(distances[i][j], distances[i][k] + distances[k][j]);
    distances = rows;
  }
  return distances;
}`),
    heavyCase(`export const names = users.map((u) => u.name);`),
    heavyCase(`for (const key in table) console.log(heavy(table[key]));`),
    heavyCase(`export async function f(xs) { for (const x of xs) await send(heavy(x)); }`),
  ],
  invalid: [
    {
      code: heavyCase(`export function f(xs) {
  const out = [];
  for (const x of xs) out.push(heavy(x));
  return out;
}`),
      errors: [{ messageId: 'parallel', line: 3, column: 3 }],
    },
    {
      code: heavyCase(`let sum = 0;
for (let i = 0; i < 100; i++) sum += heavy(i);`),
      errors: [{ messageId: 'parallel', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`export const squares = [1, 2, 3].map((x) => heavy(x));`),
      errors: [{ messageId: 'parallel', line: 1, column: 34 }],
    },
    {
      code: heavyCase(`for (const [a, b] of [[1, 2], [3, 4]]) console.log(heavy(a * b));`),
      errors: [{ messageId: 'parallel', line: 1, column: 1 }],
    },
    {
      code: heavyCase(`/** @param {number[]} xs */
export const f = (xs) => xs.filter((x) => heavy(x) > 3);`),
      errors: [{ messageId: 'parallel', line: 2, column: 29 }],
    },
    {
      code: heavyCase(`export const hit = [1, 2].find((x) => heavy(x) > 3);`),
      errors: [{ messageId: 'parallel', line: 1, column: 27 }],
    },
    {
      code: heavyCase(`export const rows = Array.from({ length: 9 }, (_, y) => heavy(y));`),
      errors: [{ messageId: 'parallel', line: 1, column: 27 }],
    },
    {
      code: heavyCase(`let best = 0;
for (const x of [1, 2]) { const h = heavy(x); if (h > best) best = h; }`),
      errors: [{ messageId: 'parallel', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`[1, 2].forEach((x) => { console.log(x, heavy(x)); });`),
      errors: [{ messageId: 'parallel', line: 1, column: 8 }],
    },
    {
      code: heavyCase(`const byId = new Map();
for (const id of [1, 2]) byId.set(id, heavy(id));`),
      errors: [{ messageId: 'parallel', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`export function render(w, h) {
  const out = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) out[y * w + x] = heavy(x * y) % 256;
  return out;
}`),
      errors: [{ messageId: 'parallel', line: 3, column: 3 }],
    },
    {
      code: heavyCase(`export const all = ['a', 'b'].flatMap((x) => [x.length, heavy(x.length)]);`),
      errors: [{ messageId: 'parallel', line: 1, column: 31 }],
    },
    {
      code: heavyCase(`export const some = [1, 2].some((x) => heavy(x) > 3);`),
      errors: [{ messageId: 'parallel', line: 1, column: 28 }],
    },
  ],
});

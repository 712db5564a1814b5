import rule from '../../rules/no-early-exit.ts';
import { heavyCase, testRule } from './tester.ts';

testRule('no-early-exit', rule, {
  valid: [
    heavyCase(`let found;
// @doall
for (const x of xs) { if (heavy(x) === 7) { found = x; break; } }`),
    heavyCase(`export function first(xs) {
  // @doall
  for (const x of xs) { if (heavy(x) > 3) return x; }
}`),
    heavyCase(`// @doall
for (const x of xs) { if (heavy(x) < 0) throw new Error('negative'); }`),
    heavyCase(`// @doall
for (let i = 0; i < 10; i++) console.log(heavy(i));`),
    heavyCase(`while (queue.length > 0) queue.pop();`),
    heavyCase(`// @doall
export const hit = [1, 2].find((x) => heavy(x) > 3);`),
    heavyCase(`// @doall
for (const [key, value] of Object.entries(table)) console.log(key, heavy(value));`),
    heavyCase(`// @doall
for (const x of xs) { if (x < 0) continue; console.log(heavy(x)); }`),
    heavyCase(`export async function f(xs) { for (const x of xs) await send(x); }`),
    heavyCase(`for (const key in table) delete table[key];`),
    heavyCase(`// @doall
for (const key in table) console.log(heavy(table[key]));`),
    heavyCase(`export function* g(xs) { for (const x of xs) yield x * 2; }`),
    heavyCase(`// @doall
export const all = [1, 2].every((x) => heavy(x) > 3);`),
  ],
  invalid: [
    {
      code: heavyCase(`// @doall
while (queue.length > 0) console.log(heavy(queue.pop()));`),
      errors: [{ messageId: 'unknown-trip-count', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`let x = 1;
// @doall
do { x = heavy(x); } while (x > 10);`),
      errors: [{ messageId: 'unknown-trip-count', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (let node = list; node !== null; node = node.next) console.log(heavy(node.value));`),
      errors: [{ messageId: 'unknown-trip-count', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`export async function f(urls) {
  const out = [];
  // @doall
  for (const url of urls) { const n = await load(url); out.push(heavy(n)); }
  return out;
}`),
      errors: [{ messageId: 'await-in-body', line: 4, column: 3 }],
    },
    {
      code: heavyCase(`export function* g(xs) {
  // @doall
  for (const x of xs) { const factor = yield x; console.log(heavy(factor)); }
}`),
      errors: [{ messageId: 'yield-in-body', line: 3, column: 3 }],
    },
    {
      code: heavyCase(`let node = head;
// @doall
while (node) { console.log(heavy(node.value)); node = node.next; }`),
      errors: [{ messageId: 'unknown-trip-count', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (let i = 0; i * i < limit(); i++) console.log(heavy(i));`),
      errors: [{ messageId: 'unknown-trip-count', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (;;) { if (heavy(next()) > 3) break; }`),
      errors: [{ messageId: 'unknown-trip-count', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (let i = 1; i < n; i *= 2) console.log(heavy(i));`),
      errors: [{ messageId: 'unknown-trip-count', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`let match;
// @doall
while ((match = pattern.exec(text)) !== null) console.log(heavy(match.index));`),
      errors: [{ messageId: 'unknown-trip-count', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`export async function f(xs) {
  // @doall
  for (const x of xs) console.log(await work(heavy(x)), heavy(await next()));
}`),
      errors: [
        { messageId: 'await-in-body', line: 3, column: 3 },
        { messageId: 'await-in-body', line: 3, column: 3 },
      ],
    },
    {
      code: heavyCase(`export async function f(files) {
  // @doall
  for (const file of files) { const text = await read(file); console.log(heavy(text.length)); }
}`),
      errors: [{ messageId: 'await-in-body', line: 3, column: 3 }],
    },
  ],
});

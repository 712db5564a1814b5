import rule from '../../rules/keep-contract.ts';
import { heavyCase, testRule } from './tester.ts';

testRule('keep-contract', rule, {
  valid: [
    heavyCase(`// @doall
for (let i = 0; i < 9; i++) console.log(heavy(i));`),
    heavyCase(`// see @doall/docs
f();`),
    heavyCase(`// @doallow
f();`),
    heavyCase(`/**
 * Squares.
 * @doall
 */
export function f() { return [1, 2].map((x) => heavy(x)); }`),
    heavyCase(`// @doall: rows are independent
const rows = [1, 2].map((x) => heavy(x));`),
    heavyCase(`export default {
  // @doall
  all() { return [1].map((x) => heavy(x)); },
};`),
    heavyCase(`class A {
  // @doall
  all() { return [1].map((x) => heavy(x)); }
}`),
    heavyCase(`let s = 1;
// @doall
for (const x of [1, 2]) s = heavy(s + x);`),
    heavyCase(`const s = '@doall';`),
    heavyCase(`export const f = () =>
  // @doall
  [1, 2].map((x) => heavy(x));`),
    heavyCase(`export function f(xs) { return xs.map((x) => heavy(x)); }`),
    heavyCase(`// @doall
export const f = () => [1, 2].map((x) => [x].map((y) => heavy(y)));`),
    `// @do-it, @doable, @domain: nothing of these is a mark
export const name = '@doal';`,
    heavyCase(`/** @param {number[]} xs */
export function f(xs) { // @doall
  return xs.map((x) => heavy(x));
}`),
  ],
  invalid: [
    {
      code: heavyCase(`// @doall
export const n = 1;`),
      errors: [{ messageId: 'noLoop', line: 1, column: 1 }],
    },
    {
      code: heavyCase(`function f() {
  g();
  // @doall
}`),
      errors: [{ messageId: 'noLoop', line: 3, column: 3 }],
    },
    {
      code: heavyCase(`import { score } from 'nowhere';
export function f(xs) {
  // @doall
  for (const x of xs) console.log(score(x));
}`),
      errors: [{ messageId: 'missing', line: 4, column: 3 }],
    },
    {
      code: heavyCase(`export function f(xs) {
  // @doall
  return xs.map((x) => heavy(x));
}`),
      errors: [{ messageId: 'missing', line: 3, column: 13 }],
    },
    {
      code: heavyCase(`/** @doall */
function g() {}`),
      errors: [{ messageId: 'noLoop', line: 1, column: 1 }],
    },
    {
      code: heavyCase(`if (a) {
  // @doall
  b();
}`),
      errors: [{ messageId: 'noLoop', line: 2, column: 3 }],
    },
    {
      code: heavyCase(`// @doall: rows
f(() => 1);`),
      errors: [{ messageId: 'noLoop', line: 1, column: 1 }],
    },
    {
      code: heavyCase(`export function f(xs, score) {
  // @doall
  for (const x of xs) console.log(score(x));
}`),
      errors: [{ messageId: 'missing', line: 3, column: 3 }],
    },
    {
      code: heavyCase(`// @doall
import a from 'a';`),
      errors: [{ messageId: 'noLoop', line: 1, column: 1 }],
    },
    {
      code: heavyCase(`/*
 * @doall
 */
class A { m() {} }`),
      errors: [{ messageId: 'noLoop', line: 1, column: 1 }],
    },
    {
      code: heavyCase(`export function f(xs) {
  // @doall
  return xs.filter((x) => heavy(x) > 2);
}`),
      errors: [{ messageId: 'missing', line: 3, column: 13 }],
    },
    {
      code: heavyCase(`export function totals(orders, convert) {
  const out = [];
  // @doall
  for (const order of orders) out.push(heavy(convert(order.total)));
  return out;
}`),
      errors: [{ messageId: 'missing', line: 4, column: 3 }],
    },
    {
      name: 'behind the loop, where the next one would be meant',
      code: heavyCase(`export function f(xs) {
  for (const x of xs) console.log(x); // @doall
  return [1, 2].map((x) => heavy(x));
}`),
      errors: [
        {
          message:
            'No loop follows this `@doall`. Put it directly above a loop, or above a function with loops.',
          line: 2,
          column: 39,
          endColumn: 48,
        },
      ],
    },
    {
      name: 'misspelt',
      code: `export function f(xs) {
  // @Doall
  for (const x of xs) console.log(x);
  /* @do-all because of the budget */
  for (const x of xs) console.log(x);
  // @doal
  for (const x of xs) console.log(x);
}`,
      errors: [
        {
          message: 'This is no mark: nothing checks the loop. Write `@doall`.',
          line: 2,
          column: 3,
          endColumn: 12,
        },
        { messageId: 'misspelt', line: 4, column: 3 },
        { messageId: 'misspelt', line: 6, column: 3 },
      ],
    },
  ],
});

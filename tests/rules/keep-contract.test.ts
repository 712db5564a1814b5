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
  ],
});

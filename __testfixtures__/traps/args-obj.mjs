import { heavy } from './heavy.mjs';
function f() {
  return heavy(arguments.length) + arguments[0];
}
export function run() {
  return [1, 2].map((x, i) => f(x, i));
}

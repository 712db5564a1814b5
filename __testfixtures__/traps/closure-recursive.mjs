import { heavy } from './heavy.mjs';
export function run() {
  const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2));
  const out = [];
  for (let i = 0; i < 9; i++) out.push(fib(i) + heavy(i));
  return out;
}

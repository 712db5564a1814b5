import { heavy } from './heavy.mjs';
let log = [];
const mk = (n) => ({
  valueOf() {
    log.push(n);
    return n;
  },
});
export function run() {
  log = [];
  const items = [mk(1), mk(2), mk(3)];
  const out = [];
  for (const x of items) {
    out.push(heavy(x + 1));
  }
  return [out, log];
}

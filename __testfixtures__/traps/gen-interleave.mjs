import { heavy } from './heavy.mjs';
export function run() {
  const log = [];
  function* g() {
    for (let i = 0; i < 4; i++) {
      log.push('y' + i);
      yield i;
    }
  }
  for (const x of g()) {
    log.push(heavy(x));
    if (x === 2) break;
  }
  return log;
}

import { heavy } from './heavy.mjs';
export function run() {
  const log = [];
  function* g() {
    try {
      yield 1;
      yield 2;
      yield 3;
    } finally {
      log.push('fin');
    }
  }
  for (const x of g()) {
    log.push(heavy(x));
    if (x === 2) break;
  }
  return log;
}

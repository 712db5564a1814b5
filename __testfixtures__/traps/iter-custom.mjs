import { heavy } from './heavy.mjs';
export function run() {
  const log = [];
  const it = {
    [Symbol.iterator]() {
      let i = 0;
      return {
        next() {
          log.push('n' + i);
          return { value: i, done: i++ >= 3 };
        },
        return() {
          log.push('ret');
          return {};
        },
      };
    },
  };
  for (const x of it) {
    log.push(heavy(x));
    if (x === 1) break;
  }
  return log;
}

import { heavy } from './heavy.mjs';
const f = (x) => {
  if (x > 2) throw new RangeError('r' + x);
  return heavy(x);
};
export function run() {
  const log = [];
  try {
    for (let i = 0; i < 6; i++) {
      log.push('a' + i);
      const v = f(i);
      log.push(v);
    }
  } catch (e) {
    log.push(e.message, e instanceof RangeError);
  }
  return log;
}

import { heavy } from './heavy.mjs';
export function run() {
  const log = [];
  for (const x of [1, 2, 3]) {
    try {
      if (heavy(x) % 2) throw new Error('x' + x);
      log.push('ok');
    } catch (e) {
      log.push(e.message);
    } finally {
      log.push('f');
    }
  }
  return log;
}

import { heavy } from './heavy.mjs';
const f = (x) => {
  if (x > 2) throw new RangeError('r' + x);
  return heavy(x);
};
export function run() {
  const log = [];
  let stop = false;
  for (let i = 0; i < 6; i++) {
    if (stop) break;
    const v = f(i);
    log.push(v);
    if (log.length === 2) stop = true;
  }
  return log;
}

import { heavy } from './heavy.mjs';
const f = (x) => {
  if (x > 2) throw new RangeError('r' + x);
  return heavy(x) < 0;
};
export function run() {
  let ok = true;
  try {
    for (let i = 0; i < 6; i++) ok = ok || f(i);
  } catch (e) {
    return e.message;
  }
  return ok;
}

import { heavy } from './heavy.mjs';
export function run() {
  try {
    return [].reduce((a, x) => a + heavy(x));
  } catch (e) {
    return [e.constructor.name, e.message];
  }
}

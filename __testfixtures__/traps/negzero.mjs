import { heavy } from './heavy.mjs';
export function run() {
  return [1, 2, 3].map((x) => (heavy(x) > -1 ? -0 : 0)).map((x) => Object.is(x, -0));
}

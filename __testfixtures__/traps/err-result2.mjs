import { heavy } from './heavy.mjs';
class MyE extends Error {}
export function run() {
  return [1, 2]
    .map((x) => {
      heavy(x);
      return new MyE('m' + x);
    })
    .map((e) => [e instanceof MyE, e.message]);
}

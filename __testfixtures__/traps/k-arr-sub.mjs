import { heavy } from './heavy.mjs';
class L extends Array {
  total() {
    return this.reduce((a, b) => a + heavy(b), 0);
  }
}
export function run() {
  return [L.from([1, 2]), L.from([3])].map((l) => l.total());
}

import { heavy } from './heavy.mjs';
export function run() {
  return [
    Array.from({ length: 3 }, (_, i) => heavy(i)),
    Array.from(new Set([1, 2]), (x) => heavy(x)),
    Array.from('ab', (c, i) => c + heavy(i)),
  ];
}

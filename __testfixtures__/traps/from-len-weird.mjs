import { heavy } from './heavy.mjs';
export function run() {
  return [
    Array.from({ length: '2' }, (_, i) => heavy(i)),
    Array.from({ length: 2.7 }, (_, i) => heavy(i)),
    Array.from({ length: -1 }, (_, i) => heavy(i)),
    Array.from({ length: NaN }, (_, i) => heavy(i)),
  ];
}

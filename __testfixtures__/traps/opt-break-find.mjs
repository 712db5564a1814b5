import { heavy } from './heavy.mjs';
export function run() {
  const xs = [5, 6, 7];
  return [
    xs.find((x) => heavy(x) % 2 === 0),
    xs.some((x) => heavy(x) > 5),
    xs.every((x) => heavy(x) > 5),
    xs.findIndex((x) => heavy(x) % 3 === 0),
    xs.findLast?.((x) => heavy(x) % 2 === 1),
  ];
}

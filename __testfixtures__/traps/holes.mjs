import { heavy } from './heavy.mjs';
export function run() {
  const a = [1, , 3];
  a[6] = 4;
  return [
    a.map((x, i) => heavy(x) + i),
    a.map((x) => heavy(x)),
    a.filter((x) => heavy(x) % 2),
    a.flatMap((x) => [heavy(x)]),
  ];
}

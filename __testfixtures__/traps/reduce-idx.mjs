import { heavy } from './heavy.mjs';
export function run() {
  const a = [4, 5, 6];
  return [
    a.reduce((s, x, i) => s + heavy(x) * i, 0),
    a.reduce((s, x, i, all) => s + heavy(x) * all.length, 0),
    a.reduceRight((s, x) => s + '-' + heavy(x), ''),
  ];
}

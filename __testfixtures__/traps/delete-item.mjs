import { heavy } from './heavy.mjs';
export function run() {
  const items = [
    { a: 1, b: 2 },
    { a: 3, b: 4 },
  ];
  const out = [];
  for (const x of items) {
    delete x.b;
    out.push(heavy(x.a));
  }
  return [out, items];
}

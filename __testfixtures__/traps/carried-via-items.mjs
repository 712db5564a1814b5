import { heavy } from './heavy.mjs';
export function run() {
  const nodes = [
    { v: 1, next: 1 },
    { v: 2, next: 2 },
    { v: 3, next: 0 },
  ];
  for (const n of nodes) {
    const h = heavy(n.v);
    nodes[n.next].v += h;
  }
  return nodes;
}

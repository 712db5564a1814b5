import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (const x of [1, 2, 3, 4]) {
    switch (heavy(x) % 3) {
      case 0:
        out.push('z');
      case 1:
        out.push('o');
        break;
      default:
        continue;
    }
    out.push('end');
  }
  return out;
}

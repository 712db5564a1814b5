import { heavy } from './heavy.mjs';
export function run() {
  const seen = [];
  try {
    for (const x of [1, 2, 3, 4]) {
      seen.push(x);
      const h = heavy(x);
      if (x === 3) throw { code: h };
      seen.push(h);
    }
  } catch (e) {
    return [seen, e, e instanceof Error];
  }
}

import { heavy } from './heavy.mjs';
export function run() {
  const items = [{ n: 1 }, { n: 2 }];
  try {
    for (const x of items) {
      if (heavy(x.n) > 0 && x.n === 2) throw x;
    }
  } catch (e) {
    return [e === items[1]];
  }
  return 'none';
}

import { heavy } from './heavy.mjs';
export async function run() {
  const out = [];
  for (const x of [1, 2, 3]) {
    await null;
    out.push(heavy(x));
  }
  return out;
}

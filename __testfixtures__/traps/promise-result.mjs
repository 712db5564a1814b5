import { heavy } from './heavy.mjs';
export async function run() {
  const out = [];
  for (let i = 0; i < 3; i++) out.push(Promise.resolve(heavy(i)));
  return Promise.all(out);
}

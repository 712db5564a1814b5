import { heavy } from './heavy.mjs';
export async function run() {
  const out = [];
  let t = 0;
  Promise.resolve().then(() => {
    t = 1;
  });
  for (let i = 0; i < 3; i++) {
    out.push(heavy(i) + t);
  }
  return [out, t];
}

// doall: tasks of ./plain.mjs
import { task } from 'doall/runtime';

function heavy(x) {
  let h = x;
  for (let i = 0; i < 200_000; i++) h = (h * 31 + i) % 65521;
  return h;
}

export const computeHash = task(import.meta.url, 'computeHash', (seed, { salt }) => {
  // Negative seeds have no hash.
  if (seed < 0) throw new RangeError(`negative: ${seed}`);
  return heavy(seed + salt);
});

export const computeResult = task(import.meta.url, 'computeResult', ([i, seed]) => heavy(seed + i) % 2);

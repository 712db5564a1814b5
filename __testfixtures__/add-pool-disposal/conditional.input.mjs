import Piscina from 'piscina';

const filename = new URL('./support/task.mjs', import.meta.url).href;

/** What was returned is awaited as a whole. */
export async function run(x) {
  const pool = new Piscina({ filename });
  return x === 0 ? x : pool.run(x);
}

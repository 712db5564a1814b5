import Piscina from 'piscina';

const filename = new URL('./support/task.mjs', import.meta.url).href;

/** On one way the pool was never closed. */
export async function run(x) {
  const pool = new Piscina({ filename });
  if (x === 4) return pool.run(x);
  const result = await pool.run(x);
  await pool.destroy();
  return result;
}

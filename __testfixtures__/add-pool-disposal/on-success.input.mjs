import Tinypool from 'tinypool';

const filename = new URL('./support/task.mjs', import.meta.url).href;

export async function run(x) {
  const pool = new Tinypool({ filename, maxThreads: 1 });
  const results = await Promise.all([1, x].map((one) => pool.run(one)));

  // Nothing is left to do.
  await pool.destroy(); // the threads end

  return results;
}

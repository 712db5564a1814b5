import Piscina from 'piscina';

const filename = new URL('./support/task.mjs', import.meta.url).href;

export async function run(x) {
  const pool = new Piscina({ filename, maxThreads: 1 });
  // The message keeps its lines.
  const message = `result:
  ${await pool.run(x)}`;

  return message;
}

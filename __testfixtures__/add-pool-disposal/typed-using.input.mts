import Piscina from 'piscina';

const filename = new URL('./support/task.mjs', import.meta.url).href;

export async function run(x: number): Promise<number> {
  const pool = new Piscina<number, number>({ filename, maxThreads: 1 });
  return pool.run(x);
}

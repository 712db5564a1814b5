import Piscina from 'piscina';

export async function run(xs) {
  const pool = new Piscina({ filename: './task.mjs' });
  return await Promise.race(xs.map((x) => pool.run(x)));
}

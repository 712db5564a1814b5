import Piscina from 'piscina';

export async function run(xs) {
  const pool = new Piscina({ filename: './task.mjs' });
  xs.forEach((x) => void pool.run(x));
  return xs.map((x) => pool.run(x));
}

import Piscina from 'piscina';

export function run(x) {
  const pool = new Piscina({ filename: './task.mjs' });
  return pool.run(x);
}

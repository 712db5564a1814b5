import Piscina from 'piscina';

export async function run(x) {
  const show = () => console.log(result);
  const pool = new Piscina({ filename: './task.mjs' });
  const result = await pool.run(x);
  show();
}

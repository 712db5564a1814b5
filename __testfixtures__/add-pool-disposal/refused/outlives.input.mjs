// A task that may still run when the function is done would be cut off, and its promise rejected with nobody to handle it.
import Piscina from 'piscina';

const filename = new URL('./task.mjs', import.meta.url).href;

export async function runner() {
  const pool = new Piscina({ filename });
  const run = (x) => pool.run(x);
  return run;
}

export async function another(x) {
  const pool = new Piscina({ filename });
  await pool.run(x);
  return (y) => pool.run(y);
}

export async function leavesEarly(x) {
  const pool = new Piscina({ filename });
  const result = pool.run(x);
  if (x === 0) return x;
  return await result;
}

export async function oneAfterTheOther(x, y) {
  const pool = new Piscina({ filename });
  const first = pool.run(x);
  const second = pool.run(y);
  return [await first, await second];
}

export async function throwsBetween(x, text) {
  const pool = new Piscina({ filename });
  const result = pool.run(x);
  const options = JSON.parse(text);
  return [await result, options];
}

export async function inTry(x) {
  const pool = new Piscina({ filename });
  try {
    return pool.run(x);
  } catch {
    return undefined;
  }
}

export async function countsAfterwards(x) {
  const pool = new Piscina({ filename });
  const result = await pool.run(x);
  await pool.destroy();
  return { result, threads: pool.threads.length };
}

export async function besides(x) {
  const pool = new Piscina({ filename });
  pool.run(x).then(console.log, console.error);
  const result = await pool.run(x);
  await pool.destroy();
  return result;
}

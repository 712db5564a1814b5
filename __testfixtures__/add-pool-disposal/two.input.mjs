import Piscina from 'piscina';

const filename = new URL('./support/task.mjs', import.meta.url).href;

export async function run(x) {
  const first = new Piscina({ filename, maxThreads: 1 });
  const one = await first.run(1);
  const second = new Piscina({ filename, maxThreads: 1 });
  const two = await second.run(x);
  return one + two;
}

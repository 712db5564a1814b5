import { Piscina } from 'piscina';

const pool = new Piscina({ filename: new URL('./support/await.mjs', import.meta.url).href, maxThreads: 2 });

export const run = async (word) => {
  const words = Array.from({ length: 200 }, (_, k) => (k === 150 ? word : `word ${k}`));
  return await runInChunks(pool, words, new URL('./support/await.chunks.mjs', import.meta.url).href);
};

/** The results for all items, which the pool gets in lists: a message for each would cost more than its work. */
async function runInChunks(pool, items, filename) {
  const size = Math.max(1, Math.ceil(items.length / 64));
  const runs = [];
  for (let at = 0; at < items.length; at += size) {
    runs.push(pool.run(items.slice(at, at + size), { filename }));
  }
  const lists = await Promise.all(runs);
  return lists.flatMap((results) => [...results]);
}

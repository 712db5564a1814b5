import { Piscina } from 'piscina';

const pool = new Piscina({ filename: new URL('./support/await.mjs', import.meta.url).href, maxThreads: 2 });

export const run = async (word) => {
  const words = Array.from({ length: 200 }, (_, k) => (k === 150 ? word : `word ${k}`));
  return await Promise.all(words.map((word) => pool.run(word)));
};

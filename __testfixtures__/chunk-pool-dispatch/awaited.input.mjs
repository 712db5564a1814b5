import { Piscina } from 'piscina';

const filename = new URL('./support/shorten.mjs', import.meta.url).href;
const pool = new Piscina({ filename, maxThreads: 2 });

/** @param {string[]} words */
async function shortenAll(words) {
  const short = await Promise.all(words.map((word) => pool.run(word)));
  return short.map(({ text, length }) => text + length);
}

export const run = (word) => {
  const words = Array.from({ length: 200 }, (_, k) => (k === 150 ? word : `word ${k}`));
  return shortenAll(words);
};

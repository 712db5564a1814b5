import Piscina from 'piscina';

const pathOf = (name) => new URL(name, import.meta.url).href;
const plain = new Piscina({ filename: new URL('../support/shorten.mjs', import.meta.url).href });
const queued = new Piscina({ filename: new URL('../support/shorten.mjs', import.meta.url).href, maxQueue: 10 });
const watched = new Piscina({ filename: new URL('../support/shorten.mjs', import.meta.url).href });
watched.on('drain', () => console.log('drained'));
const heavy = new Piscina({ filename: new URL('../support/heavy.mjs', import.meta.url).href });
const counting = new Piscina({ filename: new URL('../support/counting.mjs', import.meta.url).href });
const waiting = new Piscina({ filename: new URL('../support/waiting.mjs', import.meta.url).href });
const sharing = new Piscina({ filename: new URL('../support/sharing.mjs', import.meta.url).href });
const chosen = new Piscina({
  filename: process.env.WORKER ?? new URL('../support/shorten.mjs', import.meta.url).href,
});
const built = new Piscina({
  filename: new URL('../support/shorten.mjs', import.meta.url).href.replace('src', 'dist'),
});
const somewhere = new Piscina({ filename: pathOf('../support/shorten.mjs') });

export async function run(word, unknown, signal) {
  const words = ['one', word];
  await Promise.all(words.map((word) => queued.run(word)));
  await Promise.all(words.map((word) => watched.run(word)));
  await Promise.all(words.map((word) => heavy.run(word)));
  await Promise.all(words.map((word) => counting.run(word)));
  await Promise.all(words.map((word) => waiting.run(word)));
  await Promise.all(words.map((word) => sharing.run(word)));
  await Promise.all(words.map((word) => somewhere.run(word)));
  await Promise.all(words.map((word) => chosen.run(word)));
  await Promise.all(words.map((word) => built.run(word)));
  await Promise.all(words.map((word, k) => plain.run({ word, k })));
  await Promise.all(words.map((word) => plain.run(word, { signal })));
  await Promise.all(words.map((word) => plain.run(word).then(console.log)));
  await Promise.all(unknown.map((word) => plain.run(word)));
  await Promise.allSettled(words.map((word) => plain.run(word)));
  const kept = Promise.all(words.map((word) => plain.run(word)));
  console.log('meanwhile');
  return kept;
}

export async function withOwn(words, Promise) {
  return await Promise.all([...words].map((word) => plain.run(word)));
}

// A task that prints, in a module that prints.
import { task } from 'doall/runtime';
import { burn } from './tasks.mjs';

console.log('module');
export const shout = task(import.meta.url, 'shout', (x) => {
  burn(0.3);
  process.stdout.write(`item `);
  console.log(x);
  if (x % 100 === 0) console.error('hundred', x);
});

/** Ends the process. */
export const farewell = task(import.meta.url, 'farewell', (x) => {
  console.log('item', x);
  if (x === 5) process.exit(3);
  return x;
});

// Tasks that print: their lines stand whole and in order, as in a plain loop; the module prints once.
import { isMainThread } from 'node:worker_threads';
import { mapSync, range, task } from 'doall/runtime';
import { burn } from './tasks.mjs';

console.log('module');
export const shout = task(import.meta.url, 'shout', (x) => {
  burn(0.3);
  process.stdout.write(`item `);
  console.log(x);
  if (x % 100 === 0) console.error('hundred', x);
});

if (isMainThread) {
  mapSync(shout, range(0, 400));
  console.log('done');
}

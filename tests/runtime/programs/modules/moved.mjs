// A task under another name than it is exported by, and not exported at all.
import { task } from 'doall/runtime';
import { burn } from '../tasks.mjs';

const increment = task(import.meta.url, 'elsewhere', (x) => {
  burn(0.2);
  return x + 1;
});
export { increment };

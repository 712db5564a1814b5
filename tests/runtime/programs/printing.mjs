// Tasks that print: their lines stand whole and in order, as in a plain loop; the module prints once.
import { mapSync, range } from 'doall/runtime';
import { shout } from './shout.mjs';

mapSync(shout, range(0, 400));
console.log('done');

// Blocks for a minute in mapSync.
import { mapSync, range } from 'doall/runtime';
import { square } from './tasks.mjs';

mapSync(square, range(0, 200), { burn: 1 });
process.stdout.write('blocked\n');
mapSync(square, range(0, 1_000), { burn: 120 });

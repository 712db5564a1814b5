// A task that prints and ends the process: all that was printed so far is there, and the program's own last words.
import * as runtime from 'doall/runtime';
import { farewell } from './shout.mjs';

process.on('exit', (code) => {
  console.log('bye', code);
});
const results = await runtime[process.argv[2]](farewell, runtime.range(0, 20), undefined, {
  force: true,
  chunkSize: 10,
  threads: 2,
});
for await (const result of results) if (result > 20) break;

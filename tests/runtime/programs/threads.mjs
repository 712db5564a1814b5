// Prints how many threads took part in each form, and that the program ends by itself.
import { flatMapSync, imap, imapSync, map, mapSync, range } from 'doall/runtime';
import { thread } from './tasks.mjs';

// The calling thread takes part in the blocking forms, and with it at least one worker.
const isShared = (ids) => ids.includes(0) && new Set(ids).size > 1;
console.log('mapSync', isShared(mapSync(thread, range(0, 400))));
console.log('imapSync', isShared([...imapSync(thread, range(0, 400))]));
console.log('flatMapSync', isShared(flatMapSync(thread, range(0, 400))));
const ids = await map(thread, range(0, 400));
console.log('map', new Set(ids).size > 1);
const streamed = new Set();
for await (const id of imap(thread, range(0, 400))) streamed.add(id);
console.log('imap', streamed.size > 1);

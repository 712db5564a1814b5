// Prints how many threads took part in each form, and that the program ends by itself.
import { flatMapSync, imap, imapSync, map, mapSync, range } from 'doall/runtime';
import { thread } from './tasks.mjs';

const attempts = Number(process.argv[2] ?? 20);

/** Whether more than one thread took part, the calling one included where it must be, in one of some calls. */
async function isShared(call, isBlocking) {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const ids = new Set();
    for await (const id of call()) ids.add(id);
    if (ids.size > 1 && (!isBlocking || ids.has(0))) return true;
  }
  return false;
}

const items = range(0, 400);
for (const [name, call] of Object.entries({ mapSync, imapSync, flatMapSync })) {
  console.log(name, await isShared(() => call(thread, items), true));
}
console.log(
  'map',
  await isShared(async function* () {
    yield* await map(thread, items);
  }),
);
console.log('imap', await isShared(() => imap(thread, items)));

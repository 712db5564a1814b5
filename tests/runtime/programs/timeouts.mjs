// A worker that is stuck in an item, and calls with a time limit: they end, and the pool works again afterwards.
import { imapSync, map, mapSync, range } from 'doall/runtime';
import { alwaysStuck } from './faulty.mjs';
import { square } from './tasks.mjs';

mapSync(square, range(0, 200), { burn: 1 });
// With `force` this thread runs a chunk only after one of the worker's, which never delivers any.
const options = { timeout: 300, threads: 2, force: true };
const attempts = {
  mapSync: () => mapSync(alwaysStuck, range(0, 400), undefined, options),
  map: () => map(alwaysStuck, range(0, 400), undefined, options),
  imapSync: () => [...imapSync(alwaysStuck, range(0, 400), undefined, options)],
};
for (const [form, attempt] of Object.entries(attempts)) {
  try {
    await attempt();
    console.log(form, 'finished');
  } catch (error) {
    console.log(form, error.name);
  }
  await new Promise((done) => setTimeout(done, 1200));
  console.log((await map(square, range(0, 200), { burn: 1 })).length);
}

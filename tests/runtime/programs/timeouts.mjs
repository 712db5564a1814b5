// A worker that is stuck in an item, and calls with a time limit: they end, and the pool works again afterwards.
import { imapSync, map, mapSync, range } from 'doall/runtime';
import { stuck } from './faulty.mjs';
import { square } from './tasks.mjs';

mapSync(square, range(0, 200), { burn: 1 });
const options = { timeout: 300, threads: 2 };
const attempts = {
  mapSync: () => mapSync(stuck, range(0, 400), undefined, options),
  map: () => map(stuck, range(0, 400), undefined, options),
  imapSync: () => [...imapSync(stuck, range(0, 400), undefined, options)],
};
for (const [form, attempt] of Object.entries(attempts)) {
  const began = performance.now();
  try {
    await attempt();
    console.log(form, 'finished');
  } catch (error) {
    console.log(form, error.name, performance.now() - began < 3000);
  }
  await new Promise((done) => setTimeout(done, 1200));
  console.log((await map(square, range(0, 200), { burn: 1 })).length);
}

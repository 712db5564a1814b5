// A limit for each item: what takes longer fails at its turn, and all else comes as ever.
import { imap, imapSync, map, mapSync } from 'doall/runtime';
import { stuckAt } from './faulty.mjs';

const items = [0, 1, 2, 3, 4, 5, 6, 7];
const options = { itemTimeout: 400, threads: 2 };
const forms = {
  mapSync: () => mapSync(stuckAt, items, 5, options),
  map: () => map(stuckAt, items, 5, options),
};
for (const [form, call] of Object.entries(forms)) {
  try {
    console.log(form, await call());
  } catch (error) {
    console.log(form, error.name, /at item 5 of 8 in stuckAt/.test(error.stack));
  }
}
const tell = ({ ok, value, error }) => (ok ? value : error.name);
console.log('imapSync', Array.from(imapSync(stuckAt, items, 5, { ...options, settled: true }), tell).join());
const told = [];
for await (const outcome of imap(stuckAt, items, 5, { ...options, settled: true })) told.push(tell(outcome));
console.log('imap', told.join());
console.log('again', mapSync(stuckAt, items, -1, options).join());

// Checked by the test beside it: JavaScript without annotations.
import { imapSync, mapSync, range, task } from 'doall/runtime';

export const n = task(import.meta.url, 'n', (i, { a32 }) => ({ lr: a32[i], lg: i }));
export const twice = task(import.meta.url, 'twice', (i) => i * 2);
const a32 = new Uint32Array(4);
const xs = [1, 2];
export const all = mapSync(n, range(0, 3), { a32 });
let sum = 0;
for (const { lr } of imapSync(n, xs, { a32 })) sum += lr;
for (const { lr } of imapSync(n, xs)) sum += lr;
for (const result of imapSync(twice, xs)) sum += result;
export default sum;

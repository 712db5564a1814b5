/** Loops that work on their own element of an array, and those that only seem to: each is read as `Trap` says. */
import type { Trap } from './traps.ts';

/** A function of `work` with a loop, called with a row of small numbers. */
const program = (body: string, after = ''): string => `
function work(xs, extra) {
${body}
}
try { console.log(work([3, 1, 2, 0], [7, 8, 9, 4])); } catch (error) { console.log(error.message); }
${after}
`;

const grid = 'const rows = Array.from({ length: 4 }, () => [0, 0, 0]);';
const list = 'const out = new Array(4).fill(0);';
const addUp = 'for (let k = 0; k < 3; k++) out[i] += heavy(xs[i] + k + out[i]);';

export const ownElementTraps: readonly Trap[] = [
  {
    name: 'own slot, added up',
    expected: 'parallel map',
    code: program(`${list}
for (let i = 0; i < 4; i++) { // @loop
${addUp} } return out;`),
  },
  {
    name: 'own row, by counters declared before their loops',
    expected: 'parallel rows',
    code: program(`${grid} let i, k;
for (i = 0; i < 4; i++) { // @loop
for (k = 0; k < 3; k++) rows[i][k] += heavy(xs[i] + k + rows[i][0]); } return rows;`),
  },
  {
    name: 'own row, by a counter that is below 0 after a loop within',
    expected: 'blocked carried-flow',
    code: program(`${grid} let i, k;
for (i = 0; i < 4; i++) { // @loop
for (k = 2; k >= 0; k--) rows[i][k] += heavy(xs[i] + k + rows[i][0]); rows[i][k] = i; } return rows.map((row) => row[-1]);`),
  },
  {
    name: 'own row, by a counter that has no value yet',
    expected: 'blocked carried-flow',
    code: program(`${grid} let k;
for (let i = 0; i < 4; i++) { // @loop
rows[i][k] = i; for (k = 0; k < 3; k++) rows[i][k] += heavy(xs[i] + k + rows[i][0]); } return rows.map((row) => row[undefined]);`),
  },
  {
    name: 'own slot, in some iterations',
    expected: 'parallel map',
    code: program(`${list}
for (let i = 0; i < 6; i++) { // @loop
if (i === 1) continue;
for (let k = 0; k < 3; k++) if (xs[i] > k) out[i] = heavy(out[i] + k); } return [out, 4 in out];`),
  },
  {
    name: 'own slot that is stored as undefined',
    expected: 'parallel map',
    code: program(`const out = [];
for (let i = 0; i < 4; i++) { // @loop
if (i % 2) { out[i] = undefined; for (let k = 0; k < 3; k++) if (heavy(out[i] ?? k) > 2000) out[i] = heavy(out[i]); } }
return [out, 0 in out, 1 in out, out.length];`),
  },
  {
    name: 'own slots of two arrays',
    expected: 'parallel map',
    code: program(`const out = new Float64Array(4), top = new Array(4).fill(-0);
for (let i = 0; i < 4; i++) { // @loop
${addUp} top[i] = out[i]; while (top[i] > 100) top[i] = heavy(top[i]) % 99; } return [out, top];`),
  },
  {
    name: 'two names of one array',
    expected: 'blocked shared-mutation',
    code: program(`${list} const top = out;
for (let i = 0; i < 4; i++) { // @loop
${addUp} top[i] = heavy(top[i]); out[i] += 1; } return [out, top];`),
  },
  {
    name: 'array that somebody sees after an error',
    expected: 'parallel fission',
    code: `
const seen = [];
function work(xs) {
  const out = new Array(4).fill(0);
  seen.push(out);
 
for (let i = 0; i < 4; i++) { // @loop
    out[i] = heavy(xs[i]);
    for (let k = 0; k < 3; k++) out[i] += heavy(xs[i].n + k);
  }
}
try { work([{ n: 1 }, { n: 2 }, null, { n: 3 }]); } catch { console.log(seen); }
`,
  },
  {
    name: 'array that a catch clause of the function sees',
    expected: 'parallel fission',
    code: program(`${list} try {
for (let i = 0; i < 4; i++) { // @loop
${addUp} if (i === 2) out[i] += heavy(xs.none.n); } } catch { } return out;`),
  },
  {
    name: 'neighbour of the own slot',
    expected: 'blocked carried-flow',
    code: program(`${list}
for (let i = 1; i < 4; i++) { // @loop
${addUp} out[i] += out[i - 1]; } return out;`),
  },
  {
    name: 'length of the array',
    expected: 'blocked shared-mutation',
    code: program(`const out = [];
for (let i = 0; i < 4; i++) { // @loop
out[i] = out.length; ${addUp} } return out;`),
  },
  {
    name: 'function that looks at the array',
    expected: 'blocked shared-mutation',
    code: program(`${list} const sum = () => out.reduce((a, b) => a + b);
for (let i = 0; i < 4; i++) { // @loop
${addUp} out[i] += sum(); } return out;`),
  },
  {
    name: 'own row, added up',
    expected: 'parallel rows',
    code: program(`${grid}
for (let i = 0; i < 4; i++) { // @loop
for (let k = 0; k < 3; k++) rows[i][k] += heavy(xs[i] + k + rows[i][0]); } return rows;`),
  },
  {
    name: 'own row under a name',
    expected: 'parallel rows',
    code: program(`${grid}
for (let i = 0; i < 4; i++) { // @loop
const row = rows[i]; for (let k = 0; k < 3; k++) row[k] += heavy(xs[i] + k + row[0]); } return rows;`),
  },
  {
    name: 'own row that a function turns round, which could be one of an object of its own kind',
    expected: 'undecided unknown-call',
    code: `
function fill(row, x) { for (let k = 0; k < 4; k++) row[k] = heavy(x + k + row[0]); row.reverse(); }
${program(`${grid}
for (let i = 0; i < 4; i++) { // @loop
fill(rows[i], xs[i]); } return rows;`)}`,
  },
  {
    name: 'own row, seen outside',
    expected: 'parallel rows',
    code: program(`${grid}
for (let i = 0; i < 4; i++) { // @loop
for (let k = 0; k < 3; k++) rows[i][k] += heavy(xs[i] + k); } const first = rows[0]; return [rows, first === rows[0]];`),
  },
  {
    name: 'own row that gets shorter',
    expected: 'blocked shared-mutation',
    code: program(`${grid}
for (let i = 0; i < 4; i++) { // @loop
for (let k = 0; k < 3; k++) rows[i][k] += heavy(xs[i] + k); rows[i].pop(); } return rows;`),
  },
  {
    name: 'own row that is cut',
    expected: 'parallel rows',
    code: program(`${grid}
for (let i = 0; i < 4; i++) { // @loop
for (let k = 0; k < 3; k++) rows[i][k] += heavy(xs[i] + k); rows[i].length = 1; } return rows;`),
  },
  {
    name: 'row that is in the list twice',
    expected: 'blocked carried-flow',
    code: program(`const row = [0, 0, 0]; const rows = [row, row, [0, 0, 0], row];
for (let i = 0; i < 4; i++) { // @loop
for (let k = 0; k < 3; k++) rows[i][k] += heavy(xs[i] + k + rows[i][0]); } return rows;`),
  },
  {
    name: 'rows of the caller',
    expected: 'blocked shared-mutation',
    code: `
function work(rows) {
  for (let i = 0; i < rows.length; i++) { // @loop
    for (let k = 0; k < 3; k++) rows[i][k] += heavy(k + rows[i][0]);
  }
  return rows;
}
const row = [1, 2, 3];
console.log(work([row, [4, 5, 6], row]));
`,
  },
  {
    name: 'row that is kept elsewhere before',
    expected: 'blocked shared-mutation',
    code: program(`${grid} extra.push(rows[1]);
for (let i = 0; i < 4; i++) { // @loop
for (let k = 0; k < 3; k++) rows[i][k] += heavy(xs[i] + k + extra[4][0]); } return [rows, extra];`),
  },
  {
    name: 'row that is replaced',
    expected: 'blocked shared-mutation',
    code: program(`${grid}
for (let i = 0; i < 4; i++) { // @loop
rows[i] = xs; for (let k = 0; k < 3; k++) rows[i][k] += heavy(k); } return [rows, xs];`),
  },
  {
    name: 'objects in the slots',
    expected: 'blocked shared-mutation',
    code: program(`const out = Array.from({ length: 4 }, () => ({ n: 0 }));
for (let i = 0; i < 4; i++) { // @loop
for (let k = 0; k < 3; k++) out[i].n += heavy(xs[i] + k + out[i].n); } return out;`),
  },
  {
    name: 'row that does not exist and is not looked at',
    expected: 'parallel rows',
    code: program(`const rows = [[1], [2]];
for (let i = 0; i < 4; i++) { // @loop
for (let k = 3; k < xs[i]; k++) rows[i][k] = heavy(k); if (i < 2) rows[i][0] += heavy(i + rows[i][0]); } return rows;`),
  },
  {
    name: 'row that does not exist',
    expected: 'parallel rows',
    code: program(`const rows = [[1], [2]];
for (let i = 0; i < 4; i++) { // @loop
for (let k = 0; k < 3; k++) rows[i][k] = heavy(k + rows[i][0]); } return rows;`),
  },
  {
    name: 'rows made anew in each round around the loop',
    expected: 'parallel rows',
    code: program(`let old = [[1, 2, 3], [4, 5, 6], [7, 8, 9], [1, 1, 1]]; for (let t = 0; t < 3; t++) { const next = [];
for (let i = 0; i < 4; i++) next.push(Array(3).fill(-1));
for (let i = 0; i < 4; i++) { // @loop
for (let k = 0; k < 3; k++) next[i][k] += heavy(old[i][k] + old[(i + 1) % 4][k] + next[i][0]); } old = next; } return old;`),
  },
  {
    name: 'rows of the round before',
    expected: 'blocked carried-flow',
    code: program(`let old = [[1, 2, 3], [4, 5, 6], [7, 8, 9], [1, 1, 1]]; let next = []; for (let t = 0; t < 3; t++) {
if (t !== 1) next = []; for (let i = 0; i < 4; i++) next[i] = Array(3).fill(-1);
for (let i = 0; i < 4; i++) { // @loop
for (let k = 0; k < 3; k++) next[i][k] += heavy(old[i][k] + old[(i + 1) % 4][k] + next[i][0]); } old = next; } return old;`),
  },
  {
    name: 'rows that a function makes and pushes under a name',
    expected: 'parallel rows',
    code: `
function make(n, m) { const rows = []; for (let i = 0; i < n; i++) { const row = []; for (let j = 0; j < m; j++) row.push(0); rows.push(row); } return rows; }
${program(`const rows = make(4, 3);
for (let i = 0; i < 4; i++) { // @loop
for (let k = 0; k < 3; k++) rows[i][k] += heavy(xs[i] + k + rows[i][0]); } return rows;`)}`,
  },
  {
    name: 'rows of a function that pushes one row twice',
    expected: 'blocked shared-mutation',
    code: `
function make(n) { const rows = []; for (let i = 0; i < n; i++) { const row = [0, 0]; rows.push(row); if (i % 2) rows.push(row); } return rows; }
${program(`const rows = make(4);
for (let i = 0; i < 4; i++) { // @loop
for (let k = 0; k < 2; k++) rows[i][k] += heavy(xs[i] + k + rows[i][0]); } return rows;`)}`,
  },
  {
    name: 'rows of a function that pushes a row from outside the round',
    expected: 'blocked shared-mutation',
    code: `
function make(n) { const rows = []; const row = [0, 0]; for (let i = 0; i < n; i++) rows.push(row); return rows; }
${program(`const rows = make(4);
for (let i = 0; i < 4; i++) { // @loop
for (let k = 0; k < 2; k++) rows[i][k] += heavy(xs[i] + k + rows[i][0]); } return rows;`)}`,
  },
  {
    name: 'row whose other name is read in the loop',
    expected: 'blocked shared-mutation',
    code: program(`const rows = []; for (let i = 0; i < 3; i++) rows.push([0, 0]); const row = [1, 1]; rows.push(row);
for (let i = 0; i < 4; i++) { // @loop
for (let k = 0; k < 2; k++) rows[3 - i][k] += heavy(xs[i] + k + row[0]); } return rows;`),
  },
  {
    name: 'row whose other name is read by a function that the loop calls',
    expected: 'blocked shared-mutation',
    code: program(`const rows = []; let peek = null; for (let i = 0; i < 4; i++) { const row = [0, 0]; rows.push(row); if (i === 0) peek = () => row[0]; }
for (let i = 0; i < 4; i++) { // @loop
for (let k = 0; k < 2; k++) rows[i][k] += heavy(xs[i] + k + peek()); } return rows;`),
  },
  {
    name: 'list that is mapped at times, and else holds the items themselves',
    expected: 'undecided identity-loss',
    code: `
const items = [{ n: 1 }, { n: 2 }];
const out = [1, 2, 3].map((n) => ({ n: heavy(n), list: Array.from(items, n > 9 ? () => 1 : undefined) })); // @loop
console.log(out[0].list[0] === items[0]);
`,
  },
  {
    name: 'list that a callback always makes anew',
    expected: 'parallel map',
    code: `
const items = [{ n: 1 }, { n: 2 }];
const out = [1, 2, 3].map((n) => ({ n: heavy(n), list: Array.from(items, () => 1) })); // @loop
console.log(out);
`,
  },
  {
    name: 'view of the same memory',
    expected: 'blocked shared-mutation',
    code: program(`const out = new Float64Array(4); const bytes = new Uint8Array(out.buffer);
for (let i = 0; i < 4; i++) { // @loop
${addUp} out[i] += bytes[i * 8 + 7]; } return out;`),
  },
  {
    name: 'slot of the last array that was assigned',
    expected: 'parallel map',
    code: program(`let out = null; if (xs.length > 9) out = xs; out = new Array(4).fill(1);
for (let i = 0; i < 4; i++) { // @loop
${addUp} } return out;`),
  },
  {
    name: 'slot of another array at times',
    expected: 'blocked shared-mutation',
    code: program(`let out = new Array(4).fill(1); if (xs.length > 3) out = xs;
for (let i = 0; i < 4; i++) { // @loop
${addUp} } return [out, xs];`),
  },
];

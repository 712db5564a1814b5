/** Loops whose only work is calls of built-ins in an inner loop, and those where moving them helps nobody: read as `Trap` says. */
import type { Trap } from './traps.ts';

const program = (body: string): string => `
const rows = [[4, 1, -1], [0, 9, 2], [7, -1, 3]];
function work(rows) {
  const cells = new Array(9).fill(0);
  let sum = 0;
${body}
  return [cells, sum];
}
console.log(work(rows));
try { console.log(work([[1, 2, 3], null, [4]])); } catch (error) { console.log(error.message); }
`;

export const innerLoopTraps: readonly Trap[] = [
  {
    name: 'cells of an inner loop, some left out',
    expected: 'parallel rows',
    code: program(`
for (let i = 0; i < rows.length; i++) { // @loop
for (let j = 0; j < 3; j++) { if (rows[i][j] < 0) continue; cells[i * 3 + j] = Math.exp(rows[i][j]); } }`),
  },
  {
    name: 'cells of an inner loop that ends early',
    expected: 'parallel rows',
    code: program(`
for (let i = 0; i < rows.length; i++) { // @loop
for (let j = 0; j < 3; j++) { const e = Math.exp(rows[i][j]); if (e < 1) break; cells[i * 3 + j] = e; sum += Math.log(e); } }`),
  },
  {
    name: 'cells of an inner loop that read their neighbours',
    expected: 'blocked shared-mutation',
    code: program(`
for (let i = 0; i < rows.length; i++) { // @loop
for (let j = 1; j < 3; j++) cells[i * 3 + j] = Math.exp(cells[i * 3 + j - 1]); }`),
  },
  {
    name: 'inner loop as long as what it stores',
    expected: 'blocked shared-mutation',
    code: program(`
for (let i = 0; i < 3; i++) { // @loop
for (let j = 0; j < Math.min(cells.length, 20); j += 3) cells[cells.length] = Math.exp(j); }`),
  },
  {
    name: 'calls in an inner loop that an earlier row decides',
    expected: 'blocked carried-flow',
    code: program(`
let limit = 2;
for (let i = 0; i < 3; i++) { // @loop
for (let j = 0; j < 3; j++) { if (j < limit) sum += Math.exp(j + limit); limit = (limit + sum) % 3; } }`),
  },
  ...Object.entries({
    'stores into slots': 'cells[i * 2 + k] =',
    'stores into rows': 'rows[i][k] =',
    pushes: 'list.push',
  }).map(([what, store]) => ({
    name: `inner loop without braces that ${what}, and throws in the middle`,
    expected: 'blocked shared-mutation',
    code: `
const cells = [0, 0, 0, 0, 0, 0], rows = [[0, 0], [0, 0], [0, 0]], list = [];
const risky = (x) => { if (x === 2) throw new RangeError('two'); return heavy(x); };
function work() {
  for (let i = 0; i < 3; i++) // @loop
    for (let k = 0; k < 2; k++) ${store} (risky(i + k));
}
try { work(); } catch (error) { console.log(error.message); }
console.log(cells, rows, list);
`,
  })),
];

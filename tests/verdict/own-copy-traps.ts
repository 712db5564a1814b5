/** Loops over their own elements, where a careless copy of the element would not end as the element itself: each is read as `Trap` says. */
import type { Trap } from './traps.ts';

const program = (text: string): string => `
function work() {
${text}
}
console.log(JSON.stringify(work()));
`;

const threeRows = 'const rows = []; for (let i = 0; i < 3; i++) rows.push([1, 2, 3]);';
const withNames = 'return rows.map((row) => ({ ...row }));';

export const ownCopyTraps: readonly Trap[] = [
  {
    name: 'own slot of a typed array that rounds',
    expected: 'parallel map',
    code: program(`const out = new Float32Array(4);
for (let i = 0; i < 4; i++) { // @loop
out[i] = 0.1; for (let k = 0; k < 9; k++) out[i] += 0.1 * heavy(k + out[i]); } return out;`),
  },
  {
    name: 'own slot of a typed array that wraps around',
    expected: 'parallel map',
    code: program(`const out = new Uint8Array(4);
for (let i = 0; i < 4; i++) { // @loop
for (let k = 0; k < 9; k++) out[i] += heavy(k + out[i]); out[i] /= 3; } return out;`),
  },
  {
    name: 'own slot behind the end of a typed array',
    expected: 'parallel map',
    code: program(`const out = new Float64Array(2), kept = [0, 0, 0, 0];
for (let i = 0; i < 4; i++) { // @loop
out[i] = 1; kept[i] = 3; for (let k = 0; k < 3; k++) { out[i] += heavy(out[i]); kept[i] = heavy(kept[i] + out[i]); } } return [out, kept];`),
  },
  {
    name: 'own slot before the first one',
    expected: 'blocked shared-mutation',
    code: program(`const out = [1, 2, 3, 4];
for (let i = -3; i < 4; i++) { // @loop
for (let k = 0; k < 3; k++) if (heavy(i + (out[i] ?? 0)) % 2) out[i] = heavy(k + (out[i] ?? 0)); } return { ...out };`),
  },
  {
    name: 'own slot in the head of an inner for-of',
    expected: 'parallel map',
    code: program(`const out = [0, 0, 0];
for (let i = 0; i < 3; i++) { // @loop
out[i] = 0; let s = 0; for (out[i] of [1, 2, 3]) s += heavy(out[i] + s); } return out;`),
  },
  {
    name: 'own row with a name that is a negative number',
    expected: 'blocked shared-mutation',
    code: program(`${threeRows}
for (let i = 0; i < 3; i++) { // @loop
for (let k = 0; k < 3; k++) rows[i][k - 1] = heavy(k + rows[i][k]); } ${withNames}`),
  },
  {
    name: 'own row with a name that is a fraction',
    expected: 'blocked shared-mutation',
    code: program(`${threeRows}
for (let i = 0; i < 3; i++) { // @loop
for (let k = 0; k < 3; k++) rows[i][k / 2] = heavy(k + rows[i][k]); } ${withNames}`),
  },
  {
    name: 'own row with names',
    expected: 'blocked shared-mutation',
    code: program(`${threeRows} const names = ['a', '1', 'b'];
for (let i = 0; i < 3; i++) { // @loop
for (const name of names) rows[i][name] = heavy(name.length + rows[i][0]); } ${withNames}`),
  },
  {
    name: 'own row that has had a name before',
    expected: 'blocked shared-mutation',
    code: program(`const rows = []; for (let i = 0; i < 3; i++) { const row = []; for (let k = -1; k < 3; k++) row[k] = k; rows.push(row); }
for (let i = 0; i < 3; i++) { // @loop
for (let k = 0; k < 3; k++) rows[i][k] = heavy(k + rows[i][k - 1]); } ${withNames}`),
  },
  {
    name: 'own row at indices that count from others, up and down',
    expected: 'parallel rows',
    code: program(`${threeRows}
for (let i = 0; i < 3; i++) { // @loop
for (let k = i + 1; k < 3; k++) for (let j = k; j >= 0; j--) rows[i][2 * k - 2 + j * k] = heavy(j + (rows[i][(k * j) % 3] ?? 7)); } ${withNames}`),
  },
];

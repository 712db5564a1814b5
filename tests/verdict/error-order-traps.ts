/** Iterations in which the remainder throws by itself before the part would: read as `Trap` says. */
import type { Trap } from './traps.ts';

const attempt = (setup: string, before: string): string => `
function bad(k) { if (k === 2) throw new Error('bad'); return heavy(k); }
function work(xs) {
  const out = [];
  let t = 0;
  ${setup}
  for (const k of xs) { ${before} out.push(bad(k)); } // @loop
  return [t, out];
}
console.log(work([1, 3]));
try { console.log(work([1, 2])); } catch (error) { console.log(error.name, error.message); }
`;

export const errorOrderTraps: readonly Trap[] = [
  {
    name: 'property of null before the part',
    expected: 'parallel fission',
    code: attempt(
      'let cur = { v: 1, next: { v: 2, next: { v: 3 } } };',
      'if (k === 2) cur = null; t += cur.v; cur = cur.next;',
    ),
  },
  {
    name: 'property of nothing before the part',
    expected: 'parallel fission',
    code: attempt(
      'const table = { 1: { v: 1 }, 3: { v: 3 } }; let last = 0;',
      'last = table[k].v; t += last;',
    ),
  },
  {
    name: 'pattern of nothing before the part',
    expected: 'parallel fission',
    code: attempt(
      'let pair = [1, 2];',
      'const [a, b] = pair; t += a * b; if (k === 1) pair = xs[1] === 2 ? null : [3, 4];',
    ),
  },
  {
    name: 'bigint beside a number before the part',
    expected: 'parallel fission',
    code: attempt('let step = 1;', 't += step; if (k === 1 && xs[1] === 2) step = 2n;'),
  },
  {
    name: 'property of null after the part',
    expected: 'parallel fission',
    code: attempt('let cur = { v: 1, next: null };', '').replace(
      'out.push(bad(k));',
      'const b = bad(k); t += b + cur.v; cur = k === 1 ? { v: 2 } : null;',
    ),
  },
];

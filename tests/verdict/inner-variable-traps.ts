/** Locals of the body that an inner loop steps, and that both sides of the cut go by: read as `Trap` says. */
import type { Trap } from './traps.ts';

const program = (body: string): string => `
const out = [];
for (const x of [3, 1, 2]) { // @loop
${body}
}
console.log(out.join());
`;

/** `out` is used before, so that the loop has a remainder. */
const late = (body: string): string => program(body).replace('= [];', "= ['first'];\nout.push(0);");

export const innerVariableTraps: readonly Trap[] = [
  {
    name: 'test behind the body that counts down',
    expected: 'parallel rows',
    code: late('let n = x; do { out.push(heavy(n)); n--; } while (n > 0);'),
  },
  {
    name: 'test that counts',
    expected: 'parallel rows',
    code: late('let n = 0; while (n++ < x) { out.push(heavy(n)); } out.push(n);'),
  },
  {
    name: 'head that counts a variable of the body',
    expected: 'parallel rows',
    code: late('let n = 0; for (; n < x; n++) { out.push(heavy(n)); } out.push(n);'),
  },
  {
    name: 'head that starts a variable of the body',
    expected: 'parallel rows',
    code: late('let n; for (n = x; n > 0; n--) { out.push(heavy(n)); } out.push(n);'),
  },
  {
    name: 'condition that assigns',
    expected: 'parallel fission',
    code: late('let n; if ((n = x * 2) > 2) { out.push(heavy(n), n); } out.push(n);'),
  },
  {
    name: 'statement that both sides run, of a variable that is stepped behind it',
    expected: 'parallel rows',
    code: late(`let at = 0, next, count = 0;
do { next = 'a;b;'.indexOf(';', at); const w = 'a;b;'.slice(at, next < 0 ? 4 : next); count++; if (w) out.push(w + heavy(w.length)); at = next + 1; } while (next >= 0);
out.push(count);`),
  },
  {
    name: 'list that both sides go by, changed in a branch',
    expected: 'parallel rows',
    code: late(
      'const stack = [x]; while (stack.length) { const v = stack.pop(); out.push(heavy(v)); if (v < 8) stack.push(v * 2, v * 2 + 1); }',
    ),
  },
  {
    name: 'object that the part changes later on',
    expected: 'parallel rows',
    code: late(`const o = { v: x };
if (o.v > 0) { for (let g = 0; g < 3; g++) { o.v += heavy(g); if (o.v > 300) out.push(heavy(o.v)); } o.v = 0; }
out.push(heavy(o.v));`),
  },
  {
    name: 'object that is in what crosses, and is changed later',
    expected: 'parallel fission',
    code: late(`const wrap = (a) => { let t = 0; for (let i = 0; i < 50; i++) t = (t + a.v * i) % 1009; return { a, t }; };
const o = { v: x }; const w = wrap(o); out.push(w.a.v, w.t); o.v = heavy(x); out.push(w.a.v, o.v);`),
  },
  {
    name: 'object that is in what crosses, seen as one',
    expected: 'blocked shared-mutation',
    code: late(`const o = { v: x }; const w = { o, h: heavy(o.v) }; out.push(w.h, w.o === o);`),
  },
  {
    name: 'variable that is complete behind the inner loop',
    expected: 'parallel map',
    code: late('let n = x; while (n < 50) n = n * 2 + heavy(n) % 3; out.push(n);'),
  },
];

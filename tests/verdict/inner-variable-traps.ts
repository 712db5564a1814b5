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
    name: 'variable that is complete behind the inner loop',
    expected: 'parallel map',
    code: late('let n = x; while (n < 50) n = n * 2 + heavy(n) % 3; out.push(n);'),
  },
];

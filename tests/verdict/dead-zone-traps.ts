/** Variables that may have no value yet when the loop starts: read as `Trap` says. */
import type { Trap } from './traps.ts';

const late = (code: string): string => `
function work(xs) {
  const out = [];
  for (const x of xs) { out.push(x); out.push(heavy(x + later)); } // @loop
  return out;
}
${code}
const later = 5;
console.log(work([1, 2]));
`;
const attempt = `try { console.log(work([1])); } catch (error) { console.log(error.message); }`;

export const deadZoneTraps: readonly Trap[] = [
  { name: 'constant declared after the function', expected: 'parallel fission', code: late('') },
  { name: 'constant declared after a call', expected: 'blocked uncloneable-capture', code: late(attempt) },
  {
    name: 'constant declared after a call that does nothing',
    expected: 'blocked uncloneable-capture',
    code: late('console.log(work([]));'),
  },
  {
    name: 'constant declared after a call by another function',
    expected: 'blocked uncloneable-capture',
    code: late(`function start() { ${attempt} }\nstart();`),
  },
  {
    name: 'constant declared after another function that nobody has called yet',
    expected: 'parallel fission',
    code: late('function start() { return work([1]); }\nconst table = new Map();'),
  },
  {
    name: 'constant whose own value calls the function',
    expected: 'blocked uncloneable-capture',
    code: `
function work(xs) {
  const out = [];
  for (const x of xs) out.push(x > 5 ? heavy(x + later) : heavy(x)); // @loop
  return out;
}
let later = work([1, 2]).length;
console.log(work([7, 8]), later);
later = 3;`,
  },
  {
    name: 'variable of a helper, which the loop sees before it has a value',
    expected: 'blocked uncloneable-capture',
    code: `
const out = [];
for (const x of [1, 2]) out.push(scaled(x)); // @loop
var scale = 3;
function scaled(x) { return heavy(x) + (scale === undefined ? 1000 : scale); }
console.log(out);`,
  },
  {
    name: 'constant declared after the loop',
    expected: 'blocked uncloneable-capture',
    code: `
try {
  const out = [];
  for (const x of [1, 2]) { console.log('at', x); out.push(heavy(x + later)); } // @loop
  const later = 5;
} catch (error) { console.log(error.message); }`,
  },
  {
    name: 'constant of another case',
    expected: 'blocked uncloneable-capture',
    code: `
function work(kind, xs) {
  const out = [];
  switch (kind) {
    case 1: { break; }
    case 0:
      let later = 5;
    default:
      for (const x of xs) { out.push(x); if (x > 1) out.push(heavy(x + later)); } // @loop
  }
  return out;
}
console.log(work(0, [1, 2]), work(2, [1]));`,
  },
  {
    name: 'function expression declared after a call',
    expected: 'blocked uncloneable-capture',
    code: `
function work(xs) {
  const out = [];
  for (const x of xs) out.push(twice(x)); // @loop
  return out;
}
try { work([1]); } catch (error) { console.log(error.message); }
const twice = (x) => 2 * heavy(x);
console.log(work([1]));`,
  },
  {
    name: 'method of a class, called before a constant is there',
    expected: 'blocked uncloneable-capture',
    code: `
class Worker { work(xs) { const out = []; for (const x of xs) out.push(x > 1 ? heavy(later) : heavy(x)); return out; } } // @loop
console.log(new Worker().work([1]));
const later = 5;
console.log(new Worker().work([2]));`,
  },
];

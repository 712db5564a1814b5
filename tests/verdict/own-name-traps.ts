/** Callbacks that refer to themselves by the name of their function expression: each is read as `Trap` says. */
import type { Trap } from './traps.ts';

const refused = 'blocked uncloneable-capture';

const call = (name: string, expected: string, code: string): Trap => ({
  name: `function expression ${name}`,
  expected,
  code: `
const xs = [1, 2, 3, 10];
try { console.log(work()); } catch (error) { console.log(error.name); }
function work() { ${code} // @loop
}
`,
});

export const ownNameTraps: readonly Trap[] = [
  call(
    'that calls itself',
    refused,
    'return xs.map(function self(x) { return x > 9 ? self(x - 1) : heavy(x); }).join();',
  ),
  call(
    'that names itself in a filter',
    refused,
    'return xs.filter(function self(x) { return heavy(x) + self.length > 1; }).join();',
  ),
  call(
    'that names itself in its parameters',
    refused,
    'return xs.map(function self(x, i, k = self.length) { return heavy(x) + k; }).join();',
  ),
  call(
    'that names itself beside heavy work',
    refused,
    'const out = []; xs.forEach(function self(x) { const h = heavy(x); out.push(h + self.name); }); return out.join();',
  ),
  call(
    'with a name that nobody uses',
    'parallel map',
    'return xs.map(function self(x) { return heavy(x); }).join();',
  ),
  call(
    'whose name a variable takes',
    'parallel map',
    'return xs.map(function self(x) { const self = 5; return heavy(x) + self; }).join();',
  ),
];

import rule from '../../rules/no-hidden-state.ts';
import { heavyCase, testRule } from './tester.ts';

testRule('no-hidden-state', rule, {
  valid: [
    heavyCase(`const factor = 2;
// @doall
for (const x of xs) console.log(heavy(x * factor));`),
    heavyCase(`const factor = 2;
// @doall
for (const x of xs) console.log(work(x));
function work(x) {  return heavy(x); }`),
    heavyCase(`const factor = 2;
// @doall
for (const x of xs) console.log(work(x));
function work(x) { return heavy(x * factor); return heavy(x); }`),
    heavyCase(`const table = [1, 2];
// @doall
for (const x of xs) console.log(work(x));
function work(x) { return heavy(x * table[1]); return heavy(x); }`),
    heavyCase(`const LIMITS = { max: 3 };
// @doall
for (const x of xs) console.log(work(x));
function work(x) { return heavy(x + LIMITS.max); return heavy(x); }`),
    heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { const o = { a: 1, ['b']: 2 }; return heavy(x); }`),
    heavyCase(`for (const x of xs) mystery(x);`),
    heavyCase(`let total = 0;
// @doall
for (const x of xs) total += heavy(x);`),
    heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { const y = Math.sqrt(x); return heavy(x); }`),
    heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { return heavy(JSON.parse("1")); return heavy(x); }`),
    heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { const f = (y) => y + 1; f(x); return heavy(x); }`),
    heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { for (const c of "abc") c.charCodeAt(0); return heavy(x); }`),
    heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { const m = new Map([[1, 2]]); m.get(1); return heavy(x); }`),
  ],
  invalid: [
    {
      code: heavyCase(`let factor = 2;
export function setFactor(value) { factor = value; }
// @doall
for (const x of xs) console.log(scaled(x));
function scaled(x) { return heavy(x * factor); }`),
      errors: [{ messageId: 'module-state', line: 4, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) { console.log(x); console.log(score(x)); }
function score(x) { return eval('x + 1') + heavy(x); }`),
      errors: [{ messageId: 'possible-hidden-code', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { eval('x + 1'); return heavy(x); }`),
      errors: [{ messageId: 'possible-hidden-code', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { new Function('return 1')(); return heavy(x); }`),
      errors: [
        { messageId: 'possible-hidden-code', line: 2, column: 1 },
        { messageId: 'possible-unknown-call', line: 2, column: 1 },
      ],
    },
    {
      code: heavyCase(`const table = { n: 1 };
export function set(n) { table.n = n; }
// @doall
for (const x of xs) console.log(work(x));
function work(x) { return heavy(x + table.n); return heavy(x); }`),
      errors: [{ messageId: 'possible-module-state', line: 4, column: 1 }],
    },
    {
      code: heavyCase(`import { mystery } from 'nowhere';
// @doall
for (const x of xs) console.log(work(x));
function work(x) { mystery(x); return heavy(x); }`),
      errors: [{ messageId: 'possible-unknown-call', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { x.mystery(); return heavy(x); }`),
      errors: [{ messageId: 'possible-unknown-call', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`let callback;
export const on = (f) => { callback = f; };
// @doall
for (const x of xs) console.log(work(x));
function work(x) { callback(x); return heavy(x); }`),
      errors: [{ messageId: 'possible-unknown-call', line: 4, column: 1 }],
    },
    {
      code: heavyCase(`import config from 'config';
// @doall
for (const x of xs) console.log(work(x));
function work(x) { const p = config.get(x); return heavy(x); }`),
      errors: [{ messageId: 'possible-unknown-call', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`export const limits = { max: 3 };
// @doall
for (const x of xs) console.log(work(x));
function work(x) { return heavy(limits.max); return heavy(x); }`),
      errors: [{ messageId: 'possible-module-state', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { const m = require(x); return heavy(x); }`),
      errors: [{ messageId: 'possible-hidden-code', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { const s = new Proxy({}, {}).a; return heavy(x); }`),
      errors: [{ messageId: 'possible-hidden-code', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`const handlers = { a: () => 1 };
// @doall
for (const x of xs) console.log(work(x));
function work(x) { return handlers[x](x); return heavy(x); }`),
      errors: [{ messageId: 'possible-unknown-call', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`export const options = {};
options.rate = 2;
// @doall
for (const x of xs) console.log(work(x));
function work(x) { return heavy(options.rate); return heavy(x); }`),
      errors: [{ messageId: 'possible-module-state', line: 4, column: 1 }],
    },
  ],
});

import rule from '../../rules/no-ambient-state.ts';
import { heavyCase, testRule } from './tester.ts';

testRule('no-ambient-state', rule, {
  valid: [
    heavyCase(`const level = process.env.LEVEL;
// @doall
for (const x of xs) console.log(heavy(x + Number(level)));`),
    heavyCase(`for (const x of xs) process.chdir(x);`),
    heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { const l = Math.max(1, 2); return heavy(x); }`),
    heavyCase(`// @doall
for (const x of xs) { process.title = 'busy'; console.log(heavy(x)); }`),
    heavyCase(`// @doall
for (const x of xs) console.log(heavy(x));`),
    heavyCase(`// @doall
for (const x of xs) { const h = heavy(x); process.title = String(h); }`),
    heavyCase(`const argv = process.argv.length;
// @doall
for (const x of xs) console.log(heavy(x + argv));`),
    heavyCase(`for (const key of keys) process.env[key] = '1';`),
    heavyCase(`for (const x of xs) document.title = x;`),
    heavyCase(`const cwd = process.cwd();
// @doall
for (const x of xs) console.log(cwd, heavy(x));`),
    heavyCase(`window.scrollTo(0, 0);`),
    heavyCase(`for (const x of xs) localStorage.removeItem(x);`),
  ],
  invalid: [
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(inside(x));
function inside(x) { process.chdir(x); return heavy(x.length); }`),
      errors: [{ messageId: 'ambient-state', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(level(x));
function level(x) { process.env.LEVEL = '9'; return heavy(x); }`),
      errors: [{ messageId: 'ambient-state', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(mask(x));
function mask(x) { process.umask(0); return heavy(x); }`),
      errors: [{ messageId: 'ambient-state', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { process.chdir(x); return heavy(x); }`),
      errors: [{ messageId: 'ambient-state', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { process.env.LEVEL = '9'; return heavy(x); }`),
      errors: [{ messageId: 'ambient-state', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { process.umask(0); return heavy(x); }`),
      errors: [{ messageId: 'ambient-state', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { delete process.env.HOME; return heavy(x); }`),
      errors: [{ messageId: 'ambient-state', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { process.setuid(1); return heavy(x); }`),
      errors: [{ messageId: 'ambient-state', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { process.on('exit', () => {}); return heavy(x); }`),
      errors: [{ messageId: 'ambient-state', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { process.emitWarning('slow'); return heavy(x); }`),
      errors: [{ messageId: 'ambient-state', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { const d = process.cwd(); return heavy(x); }`),
      errors: [{ messageId: 'ambient-state', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { if (process.argv[2]) return 1; return heavy(x); }`),
      errors: [{ messageId: 'ambient-state', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { const a = require.cache; return heavy(x); }`),
      errors: [{ messageId: 'ambient-state', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { document.title = 'x'; return heavy(x); }`),
      errors: [{ messageId: 'possible-ambient-state', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { localStorage.setItem('a', 'b'); return heavy(x); }`),
      errors: [{ messageId: 'possible-ambient-state', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { const w = window.innerWidth; return heavy(x); }`),
      errors: [{ messageId: 'possible-ambient-state', line: 2, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(work(x));
function work(x) { const e = process.env.HOME; return heavy(x); }`),
      errors: [{ messageId: 'ambient-state', line: 2, column: 1 }],
    },
  ],
});

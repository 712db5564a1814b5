import rule from '../../rules/no-io-in-task.ts';
import { heavyCase, testRule } from './tester.ts';

testRule('no-io-in-task', rule, {
  valid: [
    heavyCase(`// @doall
for (const x of xs) { const page = heavy(x); process.stdout.write(String(page)); }`),
    heavyCase(`// @doall
for (const x of xs) console.log(heavy(x));`),
    heavyCase(`import { writeFileSync } from 'node:fs';
// @doall
for (const x of xs) writeFileSync(x + '.txt', String(heavy(x)));`),
    heavyCase(`// @doall
for (const x of xs) { const h = heavy(x); process.stdout.write(String(h)); }`),
    heavyCase(`for (const x of xs) console.log(x);`),
    heavyCase(`import { readFileSync } from 'node:fs';
// @doall
for (const file of files) console.log(heavy(readFileSync(file, 'utf8').length));`),
    heavyCase(`// @doall
for (const x of xs) { console.log('start', x); console.log(heavy(x)); }`),
    heavyCase(`// @doall
for (const x of xs) { const h = heavy(x); if (h > 3) console.warn(h); }`),
    heavyCase(`const lines = [];
// @doall
for (const x of xs) lines.push('x' + heavy(x));
console.log(lines.join());`),
    heavyCase(`while (queue.length) console.log(queue.pop());`),
    heavyCase(`for (const file of files) fs.unlinkSync(file);`),
    heavyCase(`// @doall
export const out = [1, 2].map((x) => heavy(x));`),
  ],
  invalid: [
    {
      code: heavyCase(`import { writeFileSync } from 'node:fs';
// @doall
for (const x of xs) render(x);
function render(x) { const h = heavy(x); writeFileSync(x + '.txt', String(h)); }`),
      errors: [{ messageId: 'io', line: 3, column: 1 }],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(progress(x));
function progress(x) { let h = 1; for (let i = 0; i < 1e6; i++) { h = (h * x) % 97; if (i % 1e5 === 0) process.stdout.write('.'); } return h; }`),
      errors: [
        { messageId: 'io', line: 2, column: 1 },
        { messageId: 'io', line: 2, column: 1 },
      ],
    },
    {
      code: heavyCase(`import { execFileSync } from 'node:child_process';
// @doall
for (const x of xs) console.log(run(x));
function run(x) { return heavy(execFileSync('size', [x]).length); }`),
      errors: [
        { messageId: 'io', line: 3, column: 1 },
        { messageId: 'io', line: 3, column: 1 },
      ],
    },
    {
      code: heavyCase(`import fs from 'node:fs';
// @doall
for (const x of xs) console.log(log(x));
function log(x) { const h = heavy(x); fs.appendFileSync('log', h + ''); return h; }`),
      errors: [
        { messageId: 'io', line: 3, column: 1 },
        { messageId: 'io', line: 3, column: 1 },
      ],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(debug(x));
function debug(x) { const h = heavy(x); console.debug(x, h); return h; }`),
      errors: [
        { messageId: 'io', line: 2, column: 1 },
        { messageId: 'io', line: 2, column: 1 },
      ],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(warned(x));
function warned(x) { if (x < 0) console.warn('negative'); return heavy(x); }`),
      errors: [
        { messageId: 'io', line: 2, column: 1 },
        { messageId: 'io', line: 2, column: 1 },
      ],
    },
    {
      code: heavyCase(`import { mkdirSync } from 'node:fs';
// @doall
for (const x of xs) console.log(make(x));
function make(x) { mkdirSync(x); return heavy(x.length); }`),
      errors: [
        { messageId: 'io', line: 3, column: 1 },
        { messageId: 'io', line: 3, column: 1 },
      ],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(err(x));
function err(x) { process.stderr.write('x'); return heavy(x); }`),
      errors: [
        { messageId: 'io', line: 2, column: 1 },
        { messageId: 'io', line: 2, column: 1 },
      ],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(asked(x));
function asked(x) { void fetch('http://x/' + x); return heavy(x); }`),
      errors: [
        { messageId: 'io', line: 2, column: 1 },
        { messageId: 'io', line: 2, column: 1 },
      ],
    },
    {
      code: heavyCase(`// @doall
for (const x of xs) console.log(timed(x));
function timed(x) { setTimeout(() => {}, 5); return heavy(x); }`),
      errors: [
        { messageId: 'io', line: 2, column: 1 },
        { messageId: 'io', line: 2, column: 1 },
      ],
    },
    {
      code: heavyCase(`import { appendFileSync } from 'node:fs';
// @doall
for (const row of rows) console.log(logged(row));
function logged(row) { appendFileSync('log.txt', row.name); return heavy(row.size); }`),
      errors: [
        { messageId: 'io', line: 3, column: 1 },
        { messageId: 'io', line: 3, column: 1 },
      ],
    },
    {
      code: heavyCase(`import { execSync } from 'node:child_process';
// @doall
for (const file of files) console.log(linted(file));
function linted(file) { execSync('lint ' + file); return heavy(file.length); }`),
      errors: [
        { messageId: 'io', line: 3, column: 1 },
        { messageId: 'io', line: 3, column: 1 },
      ],
    },
  ],
});

/** What the rules suggest: the text after the edit, and that the hazard is gone with it. */
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../rules/index.ts';
import { heavyCase } from './tester.ts';

const config: Linter.Config = { ...plugin.configs.strict, files: ['**/*.ts'], languageOptions: { parser } };

function messagesOf(code: string): Linter.LintMessage[] {
  return new Linter().verify(code, [config], { filename: 'case.ts' });
}

/** The code after the first suggestion of this kind; undefined where there is none. */
function accept(code: string, messageId: string): string | undefined {
  const offered = messagesOf(code).flatMap(({ suggestions }) => suggestions ?? []);
  const fix = offered.find((one) => one.messageId === messageId)?.fix;
  return fix && code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);
}

function rulesOn(code: string): (string | null)[] {
  return [...new Set(messagesOf(code).map(({ ruleId }) => ruleId))];
}

interface Case {
  readonly what: string;
  readonly suggestion: string;
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}

const cases: readonly Case[] = [
  {
    what: 'a container that is used in the body alone',
    suggestion: 'declareInside',
    rule: 'no-carried-dependence',
    before: heavyCase(`export function distinct(rows: number[][]): number[] {
  const out: number[] = [];
  const seen = new Map<number, boolean>();
  // @doall
  for (const row of rows) {
    for (const cell of row) seen.set(cell, true);
    out.push(heavy(seen.size));
  }
  return out;
}`),
    after: heavyCase(`export function distinct(rows: number[][]): number[] {
  const out: number[] = [];
  // @doall
  for (const row of rows) {
    const seen = new Map<number, boolean>();
    for (const cell of row) seen.set(cell, true);
    out.push(heavy(seen.size));
  }
  return out;
}`),
  },
  {
    what: 'a pattern with the flag g, of the module',
    suggestion: 'dropGlobal',
    rule: 'no-carried-dependence',
    before: heavyCase(`const spaces = /\\s+/giu;
export function count(lines: string[]): number[] {
  const out: number[] = [];
  // @doall
  for (const line of lines) {
    out.push(spaces.test(line) ? heavy(line.length) : 0);
  }
  return out;
}`),
    after: heavyCase(`const spaces = /\\s+/iu;
export function count(lines: string[]): number[] {
  const out: number[] = [];
  // @doall
  for (const line of lines) {
    out.push(spaces.test(line) ? heavy(line.length) : 0);
  }
  return out;
}`),
  },
  {
    what: 'an instance as a task',
    suggestion: 'sendFields',
    rule: 'no-lossy-clone',
    before: `import Piscina from 'piscina';
export const pool = new Piscina({ filename: './task.js' });
class Account {
  static count = 0;
  private secret = 'x';
  balance = 0;
  constructor(readonly id: number, owner: string) { this.owner = owner; }
  total() { return this.balance; }
}
export const run = async () => {
  const account = new Account(1, 'A');
  return await pool.run(account);
};`,
    after: `import Piscina from 'piscina';
export const pool = new Piscina({ filename: './task.js' });
class Account {
  static count = 0;
  private secret = 'x';
  balance = 0;
  constructor(readonly id: number, owner: string) { this.owner = owner; }
  total() { return this.balance; }
}
export const run = async () => {
  const account = new Account(1, 'A');
  return await pool.run({ balance: account.balance, id: account.id, owner: account.owner });
};`,
  },
  {
    what: 'an instance as a property in short',
    suggestion: 'sendFields',
    rule: 'no-lossy-clone',
    before: `import { parentPort } from 'node:worker_threads';
class Row { cells = []; push(cell) { this.cells.push(cell); } }
const row = new Row();
parentPort.postMessage({ done: true, row });`,
    after: `import { parentPort } from 'node:worker_threads';
class Row { cells = []; push(cell) { this.cells.push(cell); } }
const row = new Row();
parentPort.postMessage({ done: true, row: { cells: row.cells } });`,
  },
  {
    what: 'an instance that sends itself',
    suggestion: 'sendFields',
    rule: 'no-lossy-clone',
    before: `import workerpool from 'workerpool';
const pool = workerpool.pool('./task.js');
export class Job { name = ''; start() { return pool.exec('run', [this]); } }`,
    after: `import workerpool from 'workerpool';
const pool = workerpool.pool('./task.js');
export class Job { name = ''; start() { return pool.exec('run', [{ name: this.name }]); } }`,
  },
  {
    what: 'a pool of each call',
    suggestion: 'close',
    rule: 'require-pool-disposal',
    before: `import Tinypool from 'tinypool';
export async function hashAll(files: string[]) {
\tconst pool = new Tinypool({ filename: './hash.js' });
\tconst hashes = await Promise.all(files.map((file) => pool.run(file)));

\treturn new Map(files.map((file, i) => [file, hashes[i]]));
}`,
    after: `import Tinypool from 'tinypool';
export async function hashAll(files: string[]) {
\tconst pool = new Tinypool({ filename: './hash.js' });
\ttry {
\t\tconst hashes = await Promise.all(files.map((file) => pool.run(file)));

\t\treturn new Map(files.map((file, i) => [file, hashes[i]]));
\t} finally {
\t\tawait pool.destroy();
\t}
}`,
  },
  {
    what: 'a result that is returned after the closing, beside text that must not move',
    suggestion: 'moveToFinally',
    rule: 'require-pool-disposal',
    before: `import Piscina from 'piscina';
export async function run(x) {
  const pool = new Piscina({ filename: './task.js' });
  const result = await pool.run(\`
    \${x}\`);
  await pool.destroy();
  return result;
}`,
    after: `import Piscina from 'piscina';
export async function run(x) {
  const pool = new Piscina({ filename: './task.js' });
  try {
    const result = await pool.run(\`
    \${x}\`);
    return result;
  } finally {
    await pool.destroy();
  }
}`,
  },
  {
    what: 'tasks that the caller awaits',
    suggestion: 'close',
    rule: 'require-pool-disposal',
    before: `import Piscina from 'piscina';
export async function run(xs) {
  const pool = new Piscina({ filename: './task.js' });
  return Promise.all(xs.map((x) => pool.run(x)));
}`,
    after: `import Piscina from 'piscina';
export async function run(xs) {
  const pool = new Piscina({ filename: './task.js' });
  try {
    return await Promise.all(xs.map((x) => pool.run(x)));
  } finally {
    await pool.destroy();
  }
}`,
  },
];

describe('suggestions', () => {
  it.each(cases)('$suggestion: $what', ({ suggestion, rule, before, after }) => {
    expect(rulesOn(before)).toContain(`doall/${rule}`);
    expect(accept(before, suggestion)).toBe(after);
    expect(rulesOn(after)).not.toContain(`doall/${rule}`);
  });

  it.each([
    [
      'what an earlier iteration left is wanted',
      'declareInside',
      heavyCase(
        `let seed = 1;\n// @doall\nfor (const x of [1, 2]) { seed = heavy(seed + x); console.log(seed); }`,
      ),
    ],
    [
      'it is read after the loop',
      'declareInside',
      heavyCase(
        `const seen = new Map();\n// @doall\nfor (const x of [1, 2]) { seen.set(x, heavy(seen.size)); }\nconsole.log(seen);`,
      ),
    ],
    [
      'the pattern is used with replace, too',
      'dropGlobal',
      heavyCase(
        `const re = /a/g;\n// @doall\nfor (const x of ['a', 'b']) { if (re.test(x)) console.log(heavy(x.replace(re, '').length)); }`,
      ),
    ],
    [
      'the superclass may have fields',
      'sendFields',
      `import { parentPort } from 'node:worker_threads';
class Row extends Base { cells = []; push() {} }
const row = new Row();
parentPort.postMessage(row);`,
    ],
    [
      'a task may still be running when the function returns',
      'close',
      `import Piscina from 'piscina';
export async function run(x) {
  const pool = new Piscina({ filename: './task.js' });
  return [pool.run(x)];
}`,
    ],
    [
      'a result is used after the closing',
      'moveToFinally',
      `import Piscina from 'piscina';
export async function run(x) {
  const pool = new Piscina({ filename: './task.js' });
  const result = await pool.run(x);
  await pool.destroy();
  log(result);
}`,
    ],
  ])('are not made where %s', (_, suggestion, code) => {
    expect(messagesOf(code)).not.toEqual([]);
    expect(accept(code, suggestion)).toBeUndefined();
  });

  it('are never automatic', () => {
    for (const { before } of cases) expect(messagesOf(before).every(({ fix }) => !fix)).toBe(true);
  });
});

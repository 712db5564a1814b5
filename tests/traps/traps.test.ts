/**
 * Small programs that a careless rewrite would break: identity, aliases, views, holes, `this`, caches, getters, order of effects. Each
 * exports `run`; its result, twice in a row, must be the same before and after, with the pool forced. Most are to be left alone in
 * part or whole; that the set is not passed by leaving all alone is checked too.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rewriteFile } from '../../transforms/rewrite-file.ts';

const project = resolve(import.meta.dirname, '../..');
const traps = join(project, '__testfixtures__/traps');
const names = readdirSync(traps).filter((name) => name !== 'heavy.mjs');

/** Prints one line of JSON a program: its name, and what `run` gave twice, or how it failed. */
const driver = `
import { inspect } from 'node:util';
for (const name of process.argv.slice(2)) {
  let result;
  try {
    const { run } = await import('./' + name);
    result = inspect([await run(), await run()], { depth: 9 });
  } catch (error) {
    result = 'threw ' + inspect(error);
  }
  process.stdout.write(JSON.stringify([name, result]) + '\\n');
}
process.exit(0);
`;

const root = realpathSync(mkdtempSync(join(tmpdir(), 'doall-traps-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function runAll(folder: string): ReadonlyMap<string, string> {
  const env = { ...process.env, DOALL_FORCE: '1', DOALL_THREADS: '2', NODE_NO_WARNINGS: '1' };
  const printed = execFileSync(process.execPath, ['driver.mjs', ...names], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  const lines = printed.split('\n').filter(Boolean);
  return new Map(lines.map((line) => JSON.parse(line) as [string, string]));
}

describe('traps', () => {
  let before: ReadonlyMap<string, string>;
  let after: ReadonlyMap<string, string>;
  let rewritten = 0;

  beforeAll(() => {
    const [original, changed] = [join(root, 'original'), join(root, 'changed')];
    for (const folder of [original, changed]) {
      cpSync(traps, folder, { recursive: true });
      writeFileSync(join(folder, 'driver.mjs'), driver);
    }
    mkdirSync(join(root, 'node_modules'));
    symlinkSync(project, join(root, 'node_modules/doall'));
    for (const name of names) rewritten += rewrite(join(changed, name));
    before = runAll(original);
    after = runAll(changed);
  });

  test.each(names)('%s', (name) => {
    expect(before.get(name)).not.toContain('threw');
    expect(after.get(name)).toBe(before.get(name));
  });

  test('many of the loops are rewritten', () => {
    expect(rewritten).toBeGreaterThan(80);
  });
});

/** The number of loops rewritten. */
function rewrite(file: string): number {
  const { output, worker, rewritten } = rewriteFile(readFileSync(file, 'utf8'), file, { minWork: 0 });
  if (worker) writeFileSync(worker.file, worker.text);
  if (output !== undefined) writeFileSync(file, output);
  return rewritten.length;
}

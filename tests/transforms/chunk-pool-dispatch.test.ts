/** Fixtures of chunk-pool-dispatch; the outputs are run with the real pools where `bench` has them installed. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chunkTasks } from '../../transforms/pools/chunk-tasks.ts';
import type { Fixture } from './fixture-files.ts';
import { listFixtures, readGolden, toGolden, writeGolden } from './fixture-files.ts';

const cases = listFixtures('chunk-pool-dispatch');
const refusals = listFixtures('chunk-pool-dispatch/refused');
const pools = resolve(import.meta.dirname, '../../bench/node_modules');

function chunkIn({ name, folder, extension }: Fixture, text: string) {
  return chunkTasks(text, join(folder, name + extension));
}

describe.each([
  ['in chunks', cases],
  ['refused', refusals],
])('%s', (_what, fixtures) => {
  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
    const golden = toGolden(chunkIn(fixture, fixture.input));
    if (process.env.UPDATE === '1') writeGolden(fixture, golden);
    expect(golden).toEqual(readGolden(fixture));
  });
});

test('every case is rewritten, no refusal is, and a second run changes nothing', () => {
  const outputs = cases.map((fixture) => [fixture, chunkIn(fixture, fixture.input).output] as const);
  expect(outputs.filter(([, output]) => output === undefined)).toEqual([]);
  expect(refusals.filter((fixture) => chunkIn(fixture, fixture.input).output !== undefined)).toEqual([]);
  const again = outputs.filter(([fixture, output = '']) => chunkIn(fixture, output).output !== undefined);
  expect(again).toEqual([]);
});

test("somebody else's file of the module's name stays", () => {
  const folder = mkdtempSync(join(tmpdir(), 'doall-chunks-'));
  const [fixture] = cases;
  cpSync(join(fixture?.folder ?? '', 'support'), join(folder, 'support'), { recursive: true });
  writeFileSync(join(folder, 'support/shorten.chunks.mjs'), 'export default 1;\n');
  const result = chunkTasks(fixture?.input ?? '', join(folder, 'a.mjs'));
  rmSync(folder, { recursive: true });
  expect(result).toMatchObject({ output: undefined, skipped: [{ code: 'foreign-file' }] });
});

/** Calls `run` with an item that works and with one that fails, and counts the messages. */
const driver = `
let runs = 0;
for (const name of ['piscina', 'tinypool']) {
  const { default: Pool } = await import(name);
  const { run } = Pool.prototype;
  Pool.prototype.run = function (...args) { runs++; return run.apply(this, args); };
}
const { run } = await import(process.argv[2]);
const ended = await Promise.all(['fine', ''].map((x) => run(x).then(JSON.stringify, String)));
console.log(JSON.stringify({ ended, runs }));
process.exit(0);
`;

describe.skipIf(!existsSync(join(pools, 'piscina')))('the program does the same, with fewer messages', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'doall-chunks-'));
    symlinkSync(pools, join(folder, 'node_modules'));
    cpSync(join(cases[0]?.folder ?? '', 'support'), join(folder, 'support'), { recursive: true });
    writeFileSync(join(folder, 'driver.mjs'), driver);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const run = (file: string, text: string) => {
    writeFileSync(join(folder, file), text);
    const { stdout } = spawnSync(process.execPath, ['driver.mjs', `./${file}`], {
      cwd: folder,
      encoding: 'utf8',
    });
    return JSON.parse(stdout) as { readonly ended: string[]; readonly runs: number };
  };

  test.each(cases.map((fixture) => [fixture.name, fixture] as const))('%s', (name, fixture) => {
    const { output = '', worker } = chunkIn(fixture, fixture.input);
    const before = run(`${name}.before.mjs`, fixture.input);
    writeFileSync(join(folder, 'support', basename(worker?.file ?? '')), worker?.text ?? '');
    const after = run(`${name}.after.mjs`, output);
    expect(after.ended).toEqual(before.ended);
    expect(after.ended[1]).toContain('an empty word');
    expect(after.runs).toBeLessThanOrEqual(2 * 64);
  });
});

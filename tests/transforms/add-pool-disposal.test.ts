/** Fixtures of add-pool-disposal; the outputs are run with the real pools where `bench` has them installed. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePools } from '../../transforms/pools/close-pools.ts';
import type { Fixture } from './fixture-files.ts';
import { listFixtures, readGolden, toGolden, writeGolden } from './fixture-files.ts';

const cases = listFixtures('add-pool-disposal');
const refusals = listFixtures('add-pool-disposal/refused');
const pools = resolve(import.meta.dirname, '../../bench/node_modules');

function closeIn({ name, folder, extension }: Fixture, text: string) {
  return closePools(text, join(folder, name + extension), { using: name.endsWith('-using') });
}

describe.each([
  ['closed', cases],
  ['refused', refusals],
])('%s', (_what, fixtures) => {
  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
    const golden = toGolden(closeIn(fixture, fixture.input));
    if (process.env.UPDATE === '1') writeGolden(fixture, golden);
    expect(golden).toEqual(readGolden(fixture));
  });
});

test('every case is closed, no refusal is, and a second run changes nothing', () => {
  const outputs = cases.map((fixture) => [fixture, closeIn(fixture, fixture.input).output] as const);
  expect(outputs.filter(([, output]) => output === undefined)).toEqual([]);
  expect(refusals.filter((fixture) => closeIn(fixture, fixture.input).output !== undefined)).toEqual([]);
  const again = outputs.filter(([fixture, output = '']) => closeIn(fixture, output).output !== undefined);
  expect(again).toEqual([]);
});

test('line ends, byte order mark and text around stay as they are', () => {
  const text = `\uFEFFimport Piscina from 'piscina';\nasync function f(x) {\n  const pool = new Piscina({ filename });\n  return pool.run(x);\n}\n`;
  const fixture = { name: 'eol', folder: '/', extension: '.mjs', input: '' };
  const { output = '' } = closeIn(fixture, text);
  expect(closeIn(fixture, text.replaceAll('\n', '\r\n')).output).toBe(output.replaceAll('\n', '\r\n'));
  expect(output.startsWith('\uFEFFimport')).toBe(true);
});

/** Calls `run` with an item that works and with one that fails, and counts the pools that were closed. */
const driver = `
import { createRequire } from 'node:module';
const closed = [];
for (const name of ['piscina', 'tinypool']) {
  const { default: Pool } = await import(name);
  const { destroy } = Pool.prototype;
  Pool.prototype.destroy = function () { closed.push(name); return destroy.call(this); };
}
const { run } = await import(process.argv[2]);
const ended = await Promise.all([4, -4].map((x) => run(x).then(JSON.stringify, String)));
console.log(JSON.stringify({ ended, closed }));
process.exit(0);
`;

const plain = cases.filter(({ name }) => !name.endsWith('-using'));

describe.skipIf(!existsSync(join(pools, 'piscina')))(
  'the program does the same, and closes its pools',
  () => {
    let folder = '';

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'doall-pools-'));
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
      return JSON.parse(stdout) as { readonly ended: string[]; readonly closed: string[] };
    };

    test.each(plain.map((fixture) => [fixture.name, fixture] as const))('%s', (name, fixture) => {
      const before = run(`${name}.before.mjs`, fixture.input);
      const after = run(`${name}.after.mjs`, closeIn(fixture, fixture.input).output ?? '');
      expect(after.ended).toEqual(before.ended);
      expect(after.ended[1]).toContain('negative');
      const made = fixture.input.split('new ').length - 2;
      expect(after.closed).toHaveLength(2 * made);
      expect(before.closed.length).toBeLessThan(after.closed.length);
    });
  },
);

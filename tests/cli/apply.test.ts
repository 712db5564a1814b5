import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ApplyReport } from '../../src/cli/apply-report.ts';
import { doall, makeFolder, start } from './harness.ts';

const source = `export function run(inputs) {
  const results = [];
  for (const input of [...inputs]) {
    let sum = 0;
    for (let i = 0; i < 100000; i++) sum += Math.sqrt(i * input);
    results.push(sum);
  }
  return results;
}
`;

/** A transform that marks each file, slowly; \`fail.js\` fails. */
const slowTransform = `module.exports = async (file) => {
  if (file.path.endsWith('fail.js')) throw new Error('cannot do this one');
  await new Promise((done) => setTimeout(done, 30));
  return file.source + '// new\\n';
};
`;

/** Marks most files after a wait, so that a run over all of them would take half a minute. */
const endlessTransform = `module.exports = (file) => {
  const wait = /f\\d\\d\\d\\./.test(file.path) ? 100 : 0;
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
  return file.source + '// new\\n';
};
`;

const files = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`src/f${i}.js`, `// old ${'x'.repeat(5000)}\n`]),
  );

function git(folder: string, ...args: string[]): void {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

describe.concurrent('doall apply runs a transform over files', () => {
  test('all extensions; ignored files are left alone; a failure is named and fails the run', async () => {
    const names = ['a.js', 'b.mjs', 'c.cjs', 'd.jsx', 'e.ts', 'f.mts', 'g.cts', 'h.tsx'];
    const folder = makeFolder({
      ...Object.fromEntries(
        [...names, 'fail.js', 'out/x.js', 'node_modules/y.js'].map((name) => [name, 'let a;\n']),
      ),
      '.gitignore': 'out\n*.cjs\n!c.cjs\ntransform.cjs\n',
      'transform.cjs': slowTransform,
    });
    const { code, stdout, stderr } = await doall(folder, [
      'apply',
      '--transform',
      './transform.cjs',
      '--silent',
    ]);
    const changed = [...names, 'fail.js', 'out/x.js', 'node_modules/y.js'].filter((name) =>
      readFileSync(join(folder, name), 'utf8').endsWith('// new\n'),
    );
    expect(changed).toEqual(names);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^doall: .*fail\.js Transformation error \(cannot do this one\)\n$/);
    expect(code).toBe(2);
  });

  test('test files stay as they are, unless --tests or named', async () => {
    const folder = makeFolder({
      'mark.cjs': slowTransform,
      'src/a.js': '// old\n',
      'src/a.test.js': '// old\n',
      'test/b.js': '// old\n',
    });
    const isNew = (file: string) => readFileSync(join(folder, file), 'utf8').includes('new');
    const apply = (...args: string[]) =>
      doall(folder, ['apply', '--force', '--transform', join(folder, 'mark.cjs'), ...args]);
    await apply('.');
    expect(['src/a.js', 'src/a.test.js', 'test/b.js'].map(isNew)).toEqual([true, false, false]);
    await apply('src/a.test.js');
    expect(isNew('src/a.test.js')).toBe(true);
    await apply('--tests', '.');
    expect(isNew('test/b.js')).toBe(true);
  });

  test('--dry writes nothing', async () => {
    const folder = makeFolder({ ...files(3), 'transform.cjs': slowTransform });
    const { code, stdout } = await doall(folder, ['apply', '--dry', '--transform', './transform.cjs', 'src']);
    expect(stdout).toContain('3 files would be rewritten, 0 left as they are');
    expect(readFileSync(join(folder, 'src/f0.js'), 'utf8')).not.toContain('new');
    expect(code).toBe(0);
  });

  test('a transform that does not load fails the run, --silent or not', async () => {
    const folder = makeFolder({ ...files(2), 'transform.cjs': "require('no-such-package');\n" });
    const { code, stderr } = await doall(folder, [
      'apply',
      '--silent',
      '--transform',
      './transform.cjs',
      'src',
    ]);
    expect(stderr).toMatch(/^doall: the transform could not be run: .*no-such-package/);
    expect(code).toBe(2);
  });

  test('a transform that ends its process fails the run', async () => {
    const folder = makeFolder({ ...files(2), 'transform.cjs': 'module.exports = () => process.exit(0);\n' });
    const { code, stderr } = await doall(folder, [
      'apply',
      '--silent',
      '--transform',
      './transform.cjs',
      'src',
    ]);
    expect(stderr).toMatch(/^doall: the process that ran the transform died/);
    expect(code).toBe(2);
  });

  test('many files, in two processes', async () => {
    const folder = makeFolder({ ...files(120), 'transform.cjs': slowTransform });
    const { code, stdout } = await doall(folder, [
      'apply',
      '--cpus',
      '2',
      '--transform',
      './transform.cjs',
      'src',
    ]);
    expect(stdout).toContain('120 files rewritten, 0 left as they are');
    expect(code).toBe(0);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s leaves each file old or new, and nothing else',
    async (signal) => {
      const folder = makeFolder({ ...files(400), 'transform.cjs': endlessTransform });
      const child = start(folder, ['apply', '--transform', './transform.cjs', 'src']);
      let stderr = '';
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
      const isNew = (name: string): boolean =>
        readFileSync(join(folder, 'src', name), 'utf8').endsWith('// new\n');
      while (!isNew('f0.js')) await new Promise((done) => setTimeout(done, 10));
      child.kill(signal);
      const code = await new Promise((done) => child.on('close', done));
      expect(code).toBe(130);
      expect(stderr).toMatch(/^doall: interrupted; each file is as it was or rewritten whole/);
      const names = readdirSync(join(folder, 'src'));
      expect(names).toHaveLength(400);
      const texts = names.map((name) => readFileSync(join(folder, 'src', name), 'utf8'));
      const old = `// old ${'x'.repeat(5000)}\n`;
      expect(texts.filter((text) => text !== old && text !== `${old}// new\n`)).toEqual([]);
      expect(texts).toContain(old);
    },
  );
});

describe.concurrent('doall apply and git', () => {
  test('uncommitted changes are refused without --force; clean or ignored files are not', async () => {
    const folder = makeFolder({
      'a.js': 'let a;\n',
      'b.js': 'let b;\n',
      'notes.txt': 'x',
      'transform.cjs': slowTransform,
      '.gitignore': '*.cjs\n',
    });
    git(folder, 'init', '-q');
    git(folder, 'add', 'a.js', '.gitignore');
    git(folder, 'commit', '-qm', 'a');
    const apply = (...args: string[]) => doall(folder, ['apply', '--transform', './transform.cjs', ...args]);
    const refused = await apply();
    expect(refused.stderr).toBe(
      'doall: uncommitted changes in 1 of the files (b.js): commit or stash them first, or pass --force\n',
    );
    expect(refused.code).toBe(2);
    expect((await apply('a.js')).code).toBe(0);
    expect((await apply('--force', 'b.js')).code).toBe(0);
    expect(readFileSync(join(folder, 'b.js'), 'utf8')).toBe('let b;\n// new\n');
  });
});

/** With the built transform, as users run it: `npm run build` first. */
describe.concurrent('doall apply rewrites loops', () => {
  test('the file and its worker module, once; the report says what became of each loop', async () => {
    const folder = makeFolder({
      'src/run.js': source,
      'src/broken.js': 'const = 3;\n',
      'package.json': '{"type":"module"}',
    });
    const first = await doall(folder, ['apply', '--report', 'out.json', '--verbose', '.']);
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('1 file rewritten, 1 left as they are');
    expect(first.stderr).toMatch(/^src\/broken\.js: .*line 1/);
    expect(readFileSync(join(folder, 'src/run.js'), 'utf8')).toMatch(
      /import \{ mapSync \} from 'doall\/runtime';/,
    );
    expect(readFileSync(join(folder, 'src/run.worker.js'), 'utf8')).toMatch(
      /export const \w+ = task\(import\.meta\.url, /,
    );
    const report = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as ApplyReport;
    expect(report.rewritten).toMatchObject([
      { file: 'src/run.js', line: 3, column: 3, form: 'for-of', plan: 'map' },
    ]);
    expect(report.skipped).toMatchObject([{ file: 'src/run.js', line: 5, form: 'for' }]);
    expect(report.unreadable).toMatchObject([{ file: 'src/broken.js' }]);
    const second = await doall(folder, ['apply', '.']);
    expect(second.stdout).toContain('0 files rewritten, 2 left as they are');
  });

  test('--transform names another one; its pools are counted as pools', async () => {
    const folder = makeFolder({
      'run.mjs': `import Piscina from 'piscina';

export async function run(x) {
  const pool = new Piscina({ filename: './task.js' });
  return pool.run(x);
}
`,
      'script.mjs': `import workerpool from 'workerpool';

const pool = workerpool.pool('./hash.js');
await pool.exec('hash', ['a']);
`,
    });
    const args = ['apply', '--transform', 'add-pool-disposal', '--report', 'out.json'];
    const { stdout, code } = await doall(folder, args);
    expect(code).toBe(0);
    expect(stdout).toContain('1 pool rewritten\n  finally');
    expect(stdout).toContain('1 pool left\n  pool-of-a-script');
    expect(readFileSync(join(folder, 'run.mjs'), 'utf8')).toContain('finally {\n    await pool.destroy();');
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toMatchObject({
      rewritten: [{ file: 'run.mjs', line: 4, form: 'pool', plan: 'finally' }],
      skipped: [{ file: 'script.mjs', line: 3, code: 'pool-of-a-script', reason: 'pool of a script' }],
    });
  });

  test('--dry --print shows the code and writes nothing', async () => {
    const folder = makeFolder({ 'run.js': source, 'package.json': '{"type":"module"}' });
    const { stdout, stderr } = await doall(folder, ['apply', '--dry', '--print']);
    expect(stdout).toContain('mapSync(');
    expect(stdout).not.toContain('would be rewritten');
    expect(stderr).toContain('1 file would be rewritten');
    expect(readdirSync(folder).sort()).toEqual(['package.json', 'run.js']);
    expect(readFileSync(join(folder, 'run.js'), 'utf8')).toBe(source);
  });

  test.each([
    [['--report', '.'], "can't write . (it is a folder); name another file with --report"],
    [['--report', 'nowhere/out.json'], "can't write nowhere/out.json (Error: ENOENT"],
    [['--vendor-dir', 'lib'], '--vendor-dir says where --vendor puts the runtime: add --vendor'],
    [['--using'], '--using is for --transform add-pool-disposal, not for loop-to-pool-map'],
    [
      ['--propagate', '--transform', 'chunk-pool-dispatch'],
      '--propagate is for --transform loop-to-pool-map, not for chunk-pool-dispatch',
    ],
  ])('%j is an error, and changes nothing', async (options, message) => {
    const folder = makeFolder({ 'run.js': source, 'package.json': '{"type":"module"}' });
    const { stderr, code } = await doall(folder, ['apply', ...options]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(readFileSync(join(folder, 'run.js'), 'utf8')).toBe(source);
  });

  test('--propagate: callers await across files, and the program prints the same', async () => {
    const sources = {
      'package.json': '{"type":"module","private":true}',
      'run.js': source,
      'main.js': `import { run } from './run.js';\nimport { isMainThread } from 'node:worker_threads';\n\nif (isMainThread) {\n  const [first] = run([1, 2]);\n  console.log(first, run([3]).length);\n}\n`,
      'kept.js': source,
      'list.js': `import { run } from './kept.js';\n\nexport const table = [run];\n`,
    };
    const folder = makeFolder(sources);
    const { stdout, code } = await doall(folder, [
      'apply',
      '--propagate',
      '--vendor',
      '--report',
      'out.json',
      '.',
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('run.js:1 run is asynchronous now\n');
    expect(stdout).toContain('kept.js:1 stays synchronous: used as a value at list.js:3\n');
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toMatchObject({
      propagated: [{ file: 'run.js', line: 1, name: 'run' }],
      synchronous: [
        { file: 'kept.js', line: 1, code: 'used-as-a-value', because: { file: 'list.js', line: 3 } },
      ],
    });
    expect(readFileSync(join(folder, 'run.js'), 'utf8')).toContain('= await map(');
    expect(readFileSync(join(folder, 'kept.js'), 'utf8')).toContain('= mapSync(');
    expect(readFileSync(join(folder, 'main.js'), 'utf8')).toContain('(await run([3])).length');
    const run = (dir: string) =>
      spawnSync(process.execPath, [join(dir, 'main.js')], { encoding: 'utf8' }).stdout;
    expect(run(folder)).toBe(run(makeFolder(sources)));
    const second = await doall(folder, ['apply', '--propagate', '--vendor', '.']);
    expect(second.stdout).toContain('0 files rewritten');
  });
});

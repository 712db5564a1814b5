/**
 * `npm run demo`: finds the loops of a small program, explains one, rewrites a copy of the program, and runs both
 * versions in turn to compare what they print and how long they take.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '..');
const sample = join(import.meta.dirname, 'sample');
const bin = join(project, 'dist/cli/main.js');
const built = [bin, join(project, 'dist/runtime.js'), join(project, 'dist/transforms/loop-to-pool-map.cjs')];
const rounds = 5;

/** Runs a program; ends the demo when it fails in a way that isn't expected. */
function run(command, args, cwd, { expected = [0], show = true, shell = false } = {}) {
  const stdio = ['ignore', show ? 'inherit' : 'pipe', 'inherit'];
  const started = performance.now();
  const { status, signal, stdout } = spawnSync(command, args, { cwd, stdio, shell, maxBuffer: 2 ** 28 });
  const milliseconds = performance.now() - started;
  if (!expected.includes(status)) {
    console.error(`demo: ${command} ${args.join(' ')} ended with ${signal ?? `exit code ${status}`}`);
    process.exit(1);
  }
  return { stdout, milliseconds };
}

function doall(args, cwd, options) {
  return run(process.execPath, [bin, ...args], cwd, options);
}

function title(text) {
  console.log(`\n== ${text}\n`);
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Two copies of the sample, `original` and `rewritten`, where `doall/runtime` is found as after an install. */
function copySample(folder) {
  for (const name of ['original', 'rewritten']) cpSync(sample, join(folder, name), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(project, join(folder, 'node_modules/doall'), 'junction');
}

/** The first loop that can be rewritten, as `file:line`. */
function findExample() {
  const { stdout } = doall(['scan', '--format', 'json', '--level', 'none', '.'], sample, { show: false });
  const loop = JSON.parse(stdout).loops.find(({ outcome }) => outcome === 'parallel');
  return loop && `${loop.file}:${loop.line}`;
}

/** Both versions in turn, so that whatever else the machine does falls on both alike. */
function compare(folder) {
  const times = { original: [], rewritten: [] };
  let isIdentical = true;
  for (let round = 1; round <= rounds; round++) {
    const original = run(process.execPath, ['main.js'], join(folder, 'original'), { show: false });
    const rewritten = run(process.execPath, ['main.js'], join(folder, 'rewritten'), { show: false });
    isIdentical &&= original.stdout.equals(rewritten.stdout);
    times.original.push(original.milliseconds);
    times.rewritten.push(rewritten.milliseconds);
    const [a, b] = [original, rewritten].map(({ milliseconds }) => `${(milliseconds / 1000).toFixed(2)} s`);
    console.log(`run ${round}   original ${a}   rewritten ${b}`);
  }
  const [before, after] = [median(times.original), median(times.rewritten)];
  console.log(`\noutputs:  ${isIdentical ? 'identical, byte for byte' : 'DIFFERENT'}`);
  console.log(`original:  median of ${rounds}: ${(before / 1000).toFixed(2)} s`);
  console.log(`rewritten: median of ${rounds}: ${(after / 1000).toFixed(2)} s`);
  console.log(
    `ratio:     ${(before / after).toFixed(2)} (${availableParallelism()} cores, Node ${process.version})`,
  );
  return isIdentical;
}

if (!built.every((file) => existsSync(file))) {
  title('Build (npm run build)');
  run('npm', ['run', '--silent', 'build'], project, { shell: process.platform === 'win32' });
}

title('1. doall scan: the loops of demo/sample');
doall(['scan', '--level', 'none', '.'], sample);

const example = findExample();
if (example) {
  title(`2. doall explain ${example}`);
  doall(['explain', example], sample);
}

const folder = mkdtempSync(join(tmpdir(), 'doall-demo-'));
try {
  copySample(folder);
  title('3. doall apply, on a copy: what it changes');
  doall(['apply', '--force', '.'], join(folder, 'rewritten'));
  run('git', ['--no-pager', 'diff', '--no-index', 'original', 'rewritten'], folder, { expected: [0, 1] });
  title(`4. Both versions, ${rounds} times in turn`);
  if (!compare(folder)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * `npm run oracle [-- name…]`: the dynamic oracle. Every loop of a public repository that is called parallel is rewritten, whatever
 * it weighs, in a copy of its checkout; the repository's own tests run it under a runtime that computes the independent part ahead, backwards
 * and on copies, and again at its turn (runtime.ts), and counts where the two differ. Exit 1 on a difference, or when tests fail
 * that passed before. Checkouts as for `npm run corpus`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { rewriteFile } from '../../transforms/rewrite-file.ts';
import { describeChecks } from '../corpus/counts.ts';

interface Repository {
  readonly name: string;
  readonly checks: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
}

interface Tally {
  readonly task: string;
  readonly calls: number;
  readonly compared: number;
  readonly different: number;
}

const project = resolve(import.meta.dirname, '../..');
const corpus = resolve(process.env['DOALL_CORPUS'] ?? join(project, '../corpus'));
const limitMs = 5 * 60_000;

/** A copy of the tracked files, with the installed packages of the checkout and the oracle's runtime within reach. */
function copyCheckout(checkout: string): string {
  const root = mkdtempSync(join(tmpdir(), 'doall-oracle-'));
  const folder = join(root, 'repository');
  for (const file of trackedFiles(checkout)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(checkout, file), join(folder, file));
  }
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  installRuntime(join(root, 'node_modules/doall-oracle'));
  return folder;
}

function trackedFiles(checkout: string): string[] {
  const files = execFileSync('git', ['ls-files'], { cwd: checkout, encoding: 'utf8' }).split('\n');
  return files.filter((file) => file !== '' && existsSync(join(checkout, file)));
}

function installRuntime(target: string): void {
  const source = readFileSync(join(import.meta.dirname, 'runtime.ts'), 'utf8');
  const compile = (module: ts.ModuleKind): string =>
    ts.transpileModule(source, { compilerOptions: { module, target: ts.ScriptTarget.ES2022 } }).outputText;
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'index.cjs'), compile(ts.ModuleKind.CommonJS));
  writeFileSync(join(target, 'index.mjs'), compile(ts.ModuleKind.ES2022));
  cpSync(join(project, 'dist/runtime.d.cts'), join(target, 'index.d.cts'));
  const exports = { '.': { import: './index.mjs', types: './index.d.cts', default: './index.cjs' } };
  const manifest = {
    name: 'doall-oracle',
    version: '0.0.0',
    main: 'index.cjs',
    types: 'index.d.cts',
    exports,
  };
  writeFileSync(join(target, 'package.json'), JSON.stringify(manifest));
}

/** Rewrites all legal loops; gives their number. */
function rewriteAll(folder: string, { paths }: Repository, checkout: string): number {
  const isSource = (file: string): boolean =>
    /\.[cm]?[jt]sx?$/.test(file) &&
    !/(?:^|\/)(?:tests?|__tests__|spec|bench|demo|dist)\/|[._](?:test|spec)\.|\.d\.[cm]?ts$/.test(file) &&
    paths.some((path) => path === '.' || file.startsWith(`${path}/`));
  let count = 0;
  for (const file of trackedFiles(checkout).filter(isSource)) {
    const path = join(folder, file);
    const { output, worker, rewritten } = rewriteFile(readFileSync(path, 'utf8'), path, {
      minWork: 0,
      runtime: 'doall-oracle',
    });
    if (output === undefined || worker === undefined) continue;
    writeFileSync(path, output);
    writeFileSync(worker.file, worker.text);
    count += rewritten.length;
  }
  return count;
}

function runTests(folder: string, command: string, log: string): string {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    timeout: limitMs,
    maxBuffer: 1 << 28,
    env: { ...process.env, DOALL_ORACLE_LOG: log },
  });
  const output = `${stdout}\n${stderr}`;
  if (process.env['DOALL_ORACLE_OUTPUT'] === '1') console.log(output);
  return `${describeChecks(output).text} (exit ${status})`;
}

function readTallies(log: string): Tally[] {
  const total = new Map<string, Tally>();
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
  for (const line of lines.filter((one) => one !== '')) {
    const { task, calls, compared, different } = JSON.parse(line) as Tally;
    const known = total.get(task) ?? { task, calls: 0, compared: 0, different: 0 };
    total.set(task, {
      task,
      calls: known.calls + calls,
      compared: known.compared + compared,
      different: known.different + different,
    });
  }
  return [...total.values()];
}

/** Whether no difference was seen. */
function examine(repository: Repository): boolean {
  const checkout = join(corpus, repository.name.replace('/', '+'));
  const { tests } = repository.checks;
  if (!existsSync(join(checkout, 'node_modules')) || tests === undefined) {
    console.log(`\n${repository.name}: skipped: no installed checkout`);
    return true;
  }
  const folder = copyCheckout(checkout);
  try {
    const log = join(folder, '../oracle.jsonl');
    const before = runTests(folder, tests, log);
    const loops = rewriteAll(folder, repository, checkout);
    const after = runTests(folder, tests, log);
    const tallies = readTallies(log);
    const sum = (key: 'calls' | 'compared' | 'different'): number =>
      tallies.reduce((total, tally) => total + tally[key], 0);
    console.log(`\n${repository.name}: ${loops} loops rewritten, ${tallies.length} reached by its tests`);
    console.log(
      `  ${sum('calls')} runs, ${sum('compared')} iterations compared, ${sum('different')} different`,
    );
    console.log(`  tests before: ${before}\n  tests after:  ${after}`);
    for (const { task, compared, different } of tallies)
      if (different > 0) console.log(`  DIFFERENT ${task}: ${different} of ${compared}`);
    return sum('different') === 0 && before === after;
  } finally {
    rmSync(dirname(folder), { recursive: true, force: true });
  }
}

const wanted = process.argv.slice(2);
const all = JSON.parse(readFileSync(join(project, 'bench/corpus/repositories.json'), 'utf8')) as Repository[];
const repositories = all.filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);
const results = repositories.map(examine);
console.log(
  `\n${results.filter((isClean) => isClean).length} of ${results.length} repositories without a difference`,
);
process.exitCode = results.every((isClean) => isClean) ? 0 : 1;

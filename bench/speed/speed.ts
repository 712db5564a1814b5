/**
 * `npm run speed [-- --repos ../repos --runs 5 --only lint|size|scan]`: what the analysis costs, on the built package.
 *
 * lint: `doall/recommended` beside ESLint's `js.configs.recommended` over the sources of public repositories, in one process, file
 * by file in turns, without the time of parsing and of a lint with no rule at all. size: `doall scan` of ever larger files.
 * scan: `doall scan` of each repository. CPU time, since machines are shared; each figure of `lint` is a median of runs, every run
 * a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { printTable } from '../accuracy/tools.ts';

const { values } = parseArgs({
  options: {
    repos: { type: 'string', default: '../repos' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});
const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'doall-speed-'));
const minute = 60_000;

interface LintRun {
  readonly results: Readonly<Record<string, { readonly ms: number; readonly problems: number }>>;
  readonly loading: number;
  readonly memory: number;
}

interface CliRun {
  readonly cpu: number;
  readonly wall: number;
  readonly memory: number;
}

function run(program: string, args: readonly string[], limit: number, env: Record<string, string> = {}) {
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, program), ...args],
    {
      cwd: root,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      maxBuffer: 1e9,
      timeout: limit,
    },
  );
  return { stdout, stderr, isDone: error === undefined };
}

/** The sources below a folder, without packages, declarations and minified files. */
function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d|\.min)\.(?:[cm]?[jt]s|[jt]sx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/](?:node_modules|\.[^\\/]+)[\\/]/.test(file.slice(folder.length)))
    .filter((file) => !isMinified(readFileSync(file, 'utf8')))
    .sort();
}

function isMinified(text: string): boolean {
  return text.length > 400 * text.split('\n').length;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;
}

function measureLint(repos: string): void {
  const files = sourcesBelow(repos);
  const list = join(scratch, 'files.txt');
  writeFileSync(list, files.join('\n'));
  const runs = Array.from({ length: Number(values.runs) }, (_, rotation) => {
    process.stderr.write(`lint ${rotation + 1}\n`);
    return JSON.parse(
      run('lint.mjs', [list, 'none,js,doall', `${rotation}`, repos], 15 * minute).stdout,
    ) as LintRun;
  });
  const above = (name: string) =>
    runs.map(({ results }) => (results[name]?.ms ?? NaN) - (results.none?.ms ?? NaN));
  const [js, doall] = [median(above('js')), median(above('doall'))];
  const memoryOf = (name: string) =>
    (JSON.parse(run('lint.mjs', [list, name, '0', repos], 15 * minute).stdout) as LintRun).memory;
  const problems = (name: string) => `${runs[0]?.results[name]?.problems ?? 0}`;
  console.log(`\nLint of ${files.length} files: CPU of the rules alone, medians of ${values.runs} runs\n`);
  printTable(
    ['config', 'ms', 'ms a file', 'reports', 'peak MB'],
    [
      ['no rules', median(runs.map(({ results }) => results.none?.ms ?? NaN)), 'none'] as const,
      ['js/recommended', js, 'js'] as const,
      ['doall/recommended', doall, 'doall'] as const,
    ].map(([title, ms, name]) => [
      title,
      ms.toFixed(0),
      (ms / files.length).toFixed(2),
      problems(name),
      `${memoryOf(name)}`,
    ]),
  );
  console.log(`\nratio of medians ${(doall / js).toFixed(2)} (wanted: at most 1.00)`);
  console.log(`require of the plugin: ${median(runs.map(({ loading }) => loading)).toFixed(0)} ms of CPU\n`);
  const { stdout } = run('lint.mjs', [list, 'js,doall', '0', repos], 15 * minute, { TIMING: '12' });
  console.log(`ESLint's own count, rule by rule (TIMING=12)\n\n${stdout.slice(stdout.indexOf('Rule'))}`);
}

/** What `doall scan` of one path takes. */
function scan(path: string): readonly string[] {
  const { stdout, stderr, isDone } = run(
    'cli.mjs',
    ['scan', path, '--all', '--format', 'json', '--cpus', '1', '--max-file-bytes', '20000000'],
    5 * minute,
  );
  if (!isDone) return ['', '', 'not done in 300 s', '', ''];
  const { cpu, wall, memory } = JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '') as CliRun;
  const { files, loops } = JSON.parse(stdout) as { files: number; loops: readonly unknown[] };
  return [`${files}`, `${loops.length}`, (cpu / 1000).toFixed(1), (wall / 1000).toFixed(1), `${memory}`];
}

/** Sources put into functions of their own, one after the other, up to a size. */
function concatenate(sources: readonly string[], size: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let index = 0; length < size; index++) {
    const part = `(function (module, exports, require) {\n${sources[index % sources.length]}\n})();\n`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** CommonJS files: their text may stand in a function. */
function bundledSources(repos: string): string[] {
  const texts = sourcesBelow(repos)
    .filter((file) => /\.c?js$/.test(file) && statSync(file).size < 60_000)
    .map((file) => readFileSync(file, 'utf8'));
  return texts.filter(
    (text) => /\brequire\(|module\.exports/.test(text) && !/^(?:import|export|#!)/m.test(text),
  );
}

function measureSizes(repos: string): void {
  const sources = bundledSources(repos);
  const concatenated = [0.25, 0.5, 1, 2, 4, 6].map((megabytes) => {
    const file = join(scratch, `concatenated-${megabytes}MB.js`);
    writeFileSync(file, concatenate(sources, megabytes * 1e6));
    return file;
  });
  const real = [
    'node_modules/prettier/index.mjs',
    'node_modules/vite/dist/node/chunks/node.js',
    'node_modules/typescript/lib/_tsc.js',
  ].map((file) => join(root, file));
  const rows = [...concatenated, ...real.filter((file) => existsSync(file))].map((file) => {
    process.stderr.write(`size ${file}\n`);
    const size = statSync(file).size / 1e6;
    const [, loops = '', cpu = '', wall = '', memory = ''] = scan(file);
    return [
      file.split(/[\\/]/).slice(-1).join('/'),
      size.toFixed(2),
      loops,
      cpu,
      wall,
      (Number(cpu) / size).toFixed(1),
      memory,
    ];
  });
  console.log('\nScan of one file, start of the process and parsing included\n');
  printTable(['file', 'MB', 'loops', 'CPU s', 'wall s', 'CPU s a MB', 'peak MB'], rows);
}

function measureScans(repos: string): void {
  const folders = readdirSync(repos, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const rows = folders.map(({ name }) => {
    process.stderr.write(`scan ${name}\n`);
    return [name, ...scan(join(repos, name))];
  });
  console.log('\nScan of each repository, one process\n');
  printTable(['repository', 'files', 'loops', 'CPU s', 'wall s', 'peak MB'], rows);
}

const repos = resolve(values.repos);
const parts = { lint: measureLint, size: measureSizes, scan: measureScans };
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (values.only === undefined || values.only === name) measure(repos);
  }
} finally {
  rmSync(scratch, { recursive: true });
}

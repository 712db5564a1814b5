// npm run bench: measures the built runtime beside its peers and writes bench/RESULTS.md. Peers are installed by
// `npm ci` in bench/. Every measurement runs in a process of its own; contenders are interleaved with the plain loop,
// and what is given is the median of the ratios of adjacent pairs.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const pause = Number(process.env.BENCH_PAUSE ?? 0);

type Ratios = Record<string, number[]>;

/** A folder with the programs, the peers and the built runtime. */
function prepare(): string {
  const dir = mkdtempSync(join(tmpdir(), 'doall-bench-'));
  cpSync(import.meta.dirname, dir, { recursive: true, filter: (file) => !file.endsWith('.ts') });
  const modules = join(dir, 'node_modules');
  mkdirSync(join(modules, 'doall', 'dist'), { recursive: true });
  for (const file of ['package.json', 'dist/runtime.js', 'dist/runtime.cjs']) {
    cpSync(join(root, file), join(modules, 'doall', file));
  }
  for (const peer of ['piscina', 'tinypool', 'workerpool', 'poolifier']) {
    symlinkSync(join(root, 'bench/node_modules', peer), join(modules, peer));
  }
  return dir;
}

function measure<Result>(
  dir: string,
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Result {
  // On a machine that others use, a pause lets them breathe.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  process.stderr.write(`${program} ${args.join(' ')}\n`);
  try {
    const output = execFileSync(process.execPath, [program, ...args], {
      cwd: dir,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 60_000,
    });
    return JSON.parse(output.toString()) as Result;
  } catch (error) {
    // A peer that hangs leaves its row empty.
    process.stderr.write(`${String(error)}\n`);
    return {} as Result;
  }
}

function median(ratios: number[]): string {
  const sorted = [...ratios].sort((a, b) => a - b);
  return (sorted[sorted.length >> 1] as number).toFixed(2);
}

/** A Markdown table: a row for each measurement, a column for each contender. */
function table(rows: Record<string, Ratios>): string {
  const columns = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
  const lines = Object.entries(rows).map(
    ([name, row]) =>
      `| ${name} | ${columns.map((column) => (row[column] ? median(row[column]) : '–')).join(' | ')} |`,
  );
  return [`| | ${columns.join(' | ')} |`, `| --- |${' --- |'.repeat(columns.length)}`, ...lines].join('\n');
}

function versions(): string {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'bench/package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  return Object.entries(devDependencies)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}

function main(): void {
  const dir = prepare();
  const lists = [
    '10 µs items',
    '100 µs items',
    '1 ms items',
    '50 ms items',
    'triangular, up',
    'triangular, down',
  ];
  const special = [
    'mandelbrot rows, plain arrays',
    'objects, 40 µs',
    'Float64Array, 10 µs',
    'Float64Array in shared memory, 10 µs',
    '20 ms of work, warm',
  ];
  try {
    const each = <Row>(names: string[], run: (name: string) => Row): Record<string, Row> =>
      Object.fromEntries(names.map((name) => [name, run(name)]));
    const speed = each(lists, (name) => measure<Ratios>(dir, 'speed.mjs', [name]));
    const other = each(special, (name) => measure<Ratios>(dir, 'special.mjs', [name]));
    const cold = each(['20', '80', '320'], (work) => ({
      doall: Array.from(
        { length: 5 },
        () => measure<Ratios>(dir, 'special.mjs', ['cold', work]).doall?.[0] ?? 0,
      ),
    }));
    const small = measure<Record<string, Ratios>>(dir, 'small.mjs', []);
    const size = readFileSync(join(root, 'dist/runtime.js')).length;
    writeFileSync(join(root, 'bench/RESULTS.md'), page(speed, other, cold, small, size));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function page(
  speed: Record<string, Ratios>,
  other: Record<string, Ratios>,
  cold: Record<string, Ratios>,
  small: Record<string, Ratios>,
  size: number,
): string {
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`;
  const coldRows = Object.fromEntries(
    Object.entries(cold).map(([work, { doall = [] }]) => [`${work} ms`, { mapSync: doall }]),
  );
  return `# Measurements of the runtime

Written by \`npm run bench\`. ${machine}, Node ${process.version}, ${versions()}; load average at the end
${loadavg()[0]?.toFixed(1)}. Numbers are speed-ups over the plain loop: medians of adjacent pairs.

## Lists of about 100 ms of work

${table(speed)}

## Other values, warm pool

${table(other)}

## The first call of a process, by work

${table(coldRows)}

## Calls too small for workers (1.00 is as fast as the plain loop)

${table(small)}

The built runtime is ${size} bytes, minified.
`;
}

main();

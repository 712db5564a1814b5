/**
 * `npm run throughput [-- folder…]`: files per second of the transform against jscodeshift with an empty transform that only
 * parses, by its own `tsx` parser. Same files, same Runner, one process, nothing written; medians of interleaved runs. Both
 * include the start of the process and the loading of the parser.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');
const folders = process.argv.slice(2);
const rounds = Number(process.env['DOALL_ROUNDS'] ?? 3);
const transforms = {
  empty: join(import.meta.dirname, 'empty.cjs'),
  doall: join(project, 'dist/transforms/loop-to-pool-map.cjs'),
};

interface Run {
  readonly wall: number;
  readonly cpu: number;
  readonly done: number;
  readonly failed: number;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/](?:node_modules|\.git|dist)[\\/]|\.min\.js$/.test(file))
    .sort();
}

function run(transform: string, files: readonly string[]): Run {
  const { stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'child.mjs')], {
    input: JSON.stringify({ transform, files }),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Run;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const files = (
  folders.length > 0 ? folders : ['src', 'rules', 'transforms'].map((name) => join(project, name))
)
  .map((folder) => resolve(folder))
  .flatMap(listFiles);
const runs: Record<keyof typeof transforms, Run[]> = { empty: [], doall: [] };
for (let round = 0; round < rounds; round++) {
  runs.empty.push(run(transforms.empty, files));
  runs.doall.push(run(transforms.doall, files));
}
console.log(`${files.length} files, ${rounds} interleaved rounds, medians`);
const perSecond = Object.entries(runs).map(([name, list]) => {
  const [wall, cpu] = [median(list.map((one) => one.wall)), median(list.map((one) => one.cpu))];
  const { done, failed } = list[0] ?? { done: 0, failed: 0 };
  console.log(
    `${name.padEnd(6)} ${(files.length / wall).toFixed(1)} files/s, ${(files.length / cpu).toFixed(1)} files per CPU second (${done} done, ${failed} failed)`,
  );
  return files.length / cpu;
});
const [empty = NaN, doall = NaN] = perSecond;
console.log(`ratio  ${(doall / empty).toFixed(2)} (doall / empty, CPU; at least 1 is wanted)`);

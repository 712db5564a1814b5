/**
 * `npm run crash [-- --files 2000 --seconds 900 node_modules ../repos/some/node_modules]`: analyses an even sample of the sources below
 * the folders, and lists what threw and what was slow. Exit 1 when anything threw.
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openProject, readSource } from '../src/parse/index.ts';
import { analyze, createAnalyzeContext } from '../src/verdict/index.ts';

const { values, positionals } = parseArgs({
  options: {
    files: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '900' },
  },
  allowPositionals: true,
});
const folders = positionals.length > 0 ? positionals : ['node_modules'];
const deadline = performance.now() + Number(values.seconds) * 1000;

const counts = { files: 0, skipped: 0, loops: 0, parallel: 0, undecided: 0, blocked: 0, crashes: 0 };
const times: { file: string; ms: number; kB: number; loops: number }[] = [];

/** Every n-th source below a folder, so that there are about as many as asked for. */
function sampleOf(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx)$/.test(entry.name))
    .map((entry) => resolve(join(entry.parentPath, entry.name)))
    .sort();
  const step = Math.max(1, Math.floor((all.length * folders.length) / Number(values.files)));
  return all.filter((_, index) => index % step === 0);
}

function tryFile(file: string, root: string): void {
  const result = readSource(file);
  if ('skipped' in result) {
    counts.skipped++;
    return;
  }
  const start = performance.now();
  const verdicts = analyze(result.unit, createAnalyzeContext({}, openProject(root)));
  for (const { outcome } of verdicts) counts[outcome]++;
  counts.loops += verdicts.length;
  const [ms, kB] = [performance.now() - start, result.unit.text.length / 1000].map(Math.round);
  times.push({ file, ms: ms ?? 0, kB: kB ?? 0, loops: verdicts.length });
}

for (const folder of folders) {
  for (const file of sampleOf(folder)) {
    if (performance.now() > deadline) break;
    counts.files++;
    try {
      tryFile(file, resolve(folder, '..'));
    } catch (error) {
      counts.crashes++;
      console.log(`${file}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
  }
}
console.table(times.sort((a, b) => b.ms - a.ms).slice(0, 12));
console.log(counts);
if (counts.crashes > 0) process.exitCode = 1;

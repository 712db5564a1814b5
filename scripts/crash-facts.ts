/**
 * Run by hand: collects the facts of every loop in a sample of the files below node_modules, and lists what threw or was slow.
 * npx tsx scripts/crash-facts.ts [files] [folder]
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSource, openProject } from '../src/parse/index.ts';
import { collectFacts, findLoops } from '../src/facts/index.ts';

const [count = '2000', folder = 'node_modules'] = process.argv.slice(2);
const all = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /(?<!\.d)\.[cm]?[jt]sx?$/.test(entry.name))
  .map((entry) => join(process.cwd(), entry.parentPath, entry.name))
  .sort();
const step = Math.max(1, Math.floor(all.length / Number(count)));
const files = all.filter((_, index) => index % step === 0);
const skipped: Record<string, number> = {};
const slow: { file: string; ms: number; size: number; loops: number }[] = [];
let loops = 0;
let unknowns = 0;
let crashes = 0;

for (const file of files) {
  const start = performance.now();
  const result = readSource(file);
  if ('skipped' in result) {
    skipped[result.skipped.reason] = (skipped[result.skipped.reason] ?? 0) + 1;
    continue;
  }
  const context = { project: openProject(process.cwd()), pure: [] };
  const parsed = performance.now();
  let here = 0;
  try {
    for (const site of findLoops(result.unit)) {
      here++;
      const { facts } = collectFacts(site, context);
      if (facts.effects.some(({ kind }) => kind === 'unknown')) unknowns++;
    }
  } catch (error) {
    crashes++;
    console.log(
      `${file}: ${error instanceof Error ? error.stack?.split('\n').slice(0, 6).join('\n') : String(error)}`,
    );
  }
  loops += here;
  slow.push({ file, ms: Math.round(performance.now() - parsed), size: result.unit.text.length, loops: here });
  void start;
}
slow.sort((a, b) => b.ms - a.ms);
console.table(slow.slice(0, 12));
console.log({
  files: files.length,
  loops,
  unknowns,
  crashes,
  skipped,
  totalMs: slow.reduce((sum, { ms }) => sum + ms, 0),
});

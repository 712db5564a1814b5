/**
 * `npm run bench [-- <section>…] [--only <text>] [--short]`: measures the runtime beside its peers, and writes
 * bench/RESULTS.md as results come. `npm run soak` runs the long tests of faults and leaks.
 *
 * Sections are given by id, or the start of it; without any, all but the soaks run (about ten minutes). `--only` keeps the programs whose
 * section, file name and arguments contain the text. `--short` takes few samples, prints them and writes nothing.
 * `--source` names another folder of the runtime's source, `--keep` leaves the folder that the programs ran in. Peers are installed by `npm ci --prefix bench`. Exit code 1: a program failed.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isInstalled, peers, Project, root, type Run, type Sample } from './project.ts';
import { Results } from './results.ts';
import { sections, type Section } from './sections.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
    source: { type: 'string', default: join(root, 'src/runtime') },
    keep: { type: 'boolean', default: false },
  },
});

/** The sections that the arguments name. */
function chosenSections(): Section[] {
  const isSoakAsked = positionals.includes('soak');
  const unknown = positionals.filter(
    (id) => id !== 'soak' && !sections.some((section) => section.id.startsWith(id)),
  );
  if (unknown.length > 0)
    throw new RangeError(
      `no section ${unknown.join(', ')}; there are soak, ${sections.map(({ id }) => id).join(', ')}`,
    );
  return sections.filter(({ id, isSoak = false }) =>
    positionals.length === 0
      ? !isSoak
      : positionals.some((asked) => id.startsWith(asked)) || (isSoak && isSoakAsked),
  );
}

function isWanted(section: Section, { program, args }: Run): boolean {
  return `${section.id} ${program} ${args.join(' ')}`.includes(options.only ?? '');
}

/** Runs the programs of a section; true when all ended well. */
async function measure(project: Project, section: Section, results: Results): Promise<boolean> {
  const runs = section.runs(options.short).filter((run) => isWanted(section, run));
  if (runs.length === 0) return true;
  results.begin(section);
  let isWell = true;
  for (const run of runs) {
    const name = `${run.program} ${run.args.join(' ')}`;
    process.stderr.write(`${section.id}: ${name}\n`);
    const { code, isLate } = await project.run(run, (line) => {
      results.add(section, JSON.parse(line) as Sample);
    });
    results.save(sections);
    if (code === 0) continue;
    isWell = false;
    process.stderr.write(`${name} ${isLate ? 'took too long' : `ended with ${code}`}\n`);
  }
  results.derive(section);
  results.save(sections);
  process.stdout.write(`${results.printSection(section)}\n`);
  for (const miss of results.misses(section)) process.stderr.write(`missed: ${miss}\n`);
  return isWell;
}

if (!peers.every(isInstalled)) process.stderr.write('Peers are missing: npm ci --prefix bench\n');
const results = new Results(!options.short);
const project = await Project.make(options.source);
try {
  for (const section of chosenSections())
    if (!(await measure(project, section, results))) process.exitCode = 1;
} finally {
  if (options.keep) process.stderr.write(`${project.dir}\n`);
  else project.remove();
}

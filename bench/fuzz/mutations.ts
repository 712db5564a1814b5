/**
 * `npm run mutations -- [--programs 20000] [--seconds 120] [--seed n] [--always-fuzz] [code…]`: whether the checks bite. In a copy of the sources each
 * hazard code in turn is ignored by the verdict; then a trap of tests/verdict, a seed of the fuzz or a random program must
 * show it. Prints a table; exit 1 when a code can be ignored unseen.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { hazardCodes } from '../../src/model/index.ts';
import type { Catcher } from './catch.ts';

const { values, positionals } = parseArgs({
  options: {
    programs: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
    'always-fuzz': { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

/** Where blockers come from: functions whose results hold hazards. `exits.ts` only explains what others refused. */
const sources: Readonly<Record<string, readonly string[]>> = {
  'src/verdict/slice/blockers.ts': ['findBlockers'],
  'src/verdict/slice/syntax-blockers.ts': ['findSyntaxBlockers'],
  'src/verdict/slice/space-blockers.ts': ['findSpaceBlockers'],
  'src/verdict/slice/crossing.ts': ['obstacleTo'],
  'src/verdict/plan/captures.ts': ['planCaptures'],
  'src/verdict/plan/loading.ts': ['findLoadBlockers', 'findLoadEffect'],
};

const keep = `
function keepUnignored<T>(found: T): T {
  const { ignoredHazard } = globalThis as { ignoredHazard?: string };
  const isKept = (one: { hazard: { code: string } }): boolean => {
    if (one.hazard.code !== ignoredHazard) return true;
    (globalThis as { timesIgnored?: number }).timesIgnored! += 1;
    return false;
  };
  if (Array.isArray(found)) return found.filter(isKept) as T;
  const { hazard, refusals } = (found ?? {}) as { hazard?: { code: string }; refusals?: { hazard: { code: string } }[] };
  if (hazard) return isKept({ hazard }) ? found : (undefined as T);
  return refusals ? { ...found, refusals: refusals.filter(isKept) } : found;
}
`;

function mutate(text: string, names: readonly string[], file: string): string {
  let mutated = text + keep;
  for (const name of names) {
    if (!text.includes(`export function ${name}(`))
      throw new Error(`${file} has no function ${name} any more`);
    mutated = mutated.replace(`export function ${name}(`, `function ${name}Unmutated(`);
    mutated += `export function ${name}(...given: Parameters<typeof ${name}Unmutated>) {\n  return keepUnignored(${name}Unmutated(...given));\n}\n`;
  }
  return mutated;
}

function copySources(): string {
  const root = new URL('../../', import.meta.url).pathname;
  const copy = mkdtempSync(join(tmpdir(), 'doall-mutations-'));
  const parts = [
    'src',
    'transforms',
    'tests/fuzz',
    'tests/verdict',
    'bench/fuzz',
    '__testfixtures__/fuzz-seeds',
    '__testfixtures__/refused',
    'package.json',
    'tsconfig.json',
  ];
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const [file, names] of Object.entries(sources)) {
    const path = join(copy, file);
    writeFileSync(path, mutate(readFileSync(path, 'utf8'), names, file));
  }
  return copy;
}

const copy = copySources();
process.on('exit', () => {
  rmSync(copy, { recursive: true, force: true });
});
const catcher = (await import(pathToFileURL(join(copy, 'bench/fuzz/catch.ts')).href)) as Catcher;

const wanted = positionals.length === 0 ? hazardCodes : positionals;
const budget = {
  programs: Number(values.programs),
  seconds: Number(values.seconds),
  seed: Number(values.seed),
  alwaysFuzz: values['always-fuzz'],
};
let unseen = 0;
console.log('| ignored hazard | caught by | programs run |\n| --- | --- | ---: |');
for (const code of wanted) {
  const { by, programs, wasGiven } = catcher.catchMutation(code, budget);
  if (by === undefined && wasGiven) unseen += 1;
  const text = by ?? (wasGiven ? '**nothing**' : 'never given by these parts of the verdict');
  console.log(`| \`${code}\` | ${text} | ${programs} |`);
}
process.exitCode = unseen === 0 ? 0 : 1;

/**
 * `npx tsx bench/accuracy/real-loops.ts [--data ../shared/data] [--repos ../repos] [--verbose]`
 *
 * Verdicts on loops of public repositories against labels made by hand (public-loops.tsv in the data folder). `--repos` (or DOALL_REPOS) is
 * a folder with one checkout for each repository, named `owner+name`, at the commit that the labels name. Without data or
 * checkouts the script says so and succeeds.
 *
 * A loop called parallel whose label is a blocker must be explained in disputes.md, by `owner/name file:line`.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { HazardCode, LoopForm, Verdict } from '../../src/model/index.ts';
import { openProject, parseSource } from '../../src/parse/index.ts';
import { analyze, createAnalyzeContext } from '../../src/verdict/analyze.ts';
import { dataFile, hasFlag, option, printTable, readTsv } from './tools.ts';

interface Labelled {
  readonly repo: string;
  readonly file: string;
  readonly line: number;
  readonly form: LoopForm;
  readonly label: string;
  readonly also: string;
  readonly pays: string;
  readonly reason: string;
}

interface Result extends Labelled {
  readonly verdict: Verdict | undefined;
}

/** Hazards that say what a label says. Labels that name a shape (`reduction`, `independent-map`, …) block nothing. */
const families: Readonly<Record<string, readonly HazardCode[]>> = {
  'carried-dependence': [
    'carried-flow',
    'aliasing',
    'scatter-write',
    'mutated-iteration-space',
    'unknown-trip-count',
  ],
  'shared-mutation': [
    'shared-mutation',
    'item-mutation',
    'module-state',
    'scatter-write',
    'aliasing',
    'mutated-iteration-space',
  ],
  'early-exit': ['early-exit', 'unknown-trip-count'],
  'io-or-async': ['io', 'await-in-body', 'yield-in-body', 'nondeterminism', 'ambient-state'],
  'non-cloneable-capture': [
    'uncloneable-capture',
    'lossy-capture',
    'uncloneable-result',
    'lossy-result',
    'identity-loss',
    'native-handle',
  ],
  'this-capture': ['this-capture', 'uncloneable-capture', 'lossy-capture'],
  unknown: ['unknown-call', 'hidden-code'],
};

const forms: Readonly<Record<string, LoopForm>> = { do: 'do-while' };

function main(): void {
  const data = dataFile('public-loops.tsv');
  const repos = option('repos', 'DOALL_REPOS') ?? path.resolve(import.meta.dirname, '../../../repos');
  if (!data)
    return console.log(
      'real loops: skipped, no public-loops.tsv (looked in ../shared/data; give the folder with --data)',
    );
  const labelled = readTsv(data).map(labelledOf);
  const present = labelled.filter(({ repo }) => existsSync(checkout(repos, repo)));
  if (present.length === 0) {
    return console.log(`real loops: skipped, no checkouts in ${repos} (give the folder with --repos)`);
  }
  const results = verdictsOf(present, repos);
  console.log(
    `${results.length} of ${labelled.length} labelled loops have a checkout, ${results.filter((r) => r.verdict).length} were found`,
  );
  printOutcomes(results);
  const failures = checks(results).filter(printCheck);
  if (hasFlag('verbose')) results.forEach(printResult);
  if (failures.length > 0) process.exitCode = 1;
}

function labelledOf(row: Readonly<Record<string, string>>): Labelled {
  const kind = (row.kind ?? '').replace(/^\./, '');
  const form = forms[kind] ?? (kind as LoopForm);
  const { repo = '', file = '', label = '', also = '', verdict: pays = '', reason = '' } = row;
  return { repo, file, line: Number(row.line), form, label, also, pays, reason };
}

const checkout = (repos: string, repo: string): string => path.join(repos, repo.replace('/', '+'));

function verdictsOf(labelled: readonly Labelled[], repos: string): readonly Result[] {
  const byFile = new Map<string, readonly Verdict[]>();
  const contexts = new Map<string, ReturnType<typeof createAnalyzeContext>>();
  return labelled.map((loop) => {
    const root = checkout(repos, loop.repo);
    const file = path.join(root, loop.file);
    const context = contexts.get(root) ?? createAnalyzeContext({}, openProject(root));
    contexts.set(root, context);
    const verdicts = byFile.get(file) ?? analyzeFile(file, context);
    byFile.set(file, verdicts);
    const verdict = verdicts.find((v) => v.loop.start.line === loop.line && v.loop.form === loop.form);
    return { ...loop, verdict };
  });
}

function analyzeFile(file: string, context: ReturnType<typeof createAnalyzeContext>): readonly Verdict[] {
  if (!existsSync(file)) return [];
  const result = parseSource(readFileSync(file, 'utf8'), file);
  return 'unit' in result ? analyze(result.unit, context) : [];
}

function printOutcomes(results: readonly Result[]): void {
  const outcomes = ['parallel', 'blocked', 'undecided', 'not found'];
  const outcomeOf = (r: Result) => r.verdict?.outcome ?? 'not found';
  for (const column of ['pays', 'label'] as const) {
    const groups = [...new Set(results.map((r) => r[column]))].sort();
    const row = (group: string) => {
      const members = results.filter((r) => r[column] === group);
      const counts = outcomes.map((outcome) => members.filter((r) => outcomeOf(r) === outcome).length);
      const worthwhile = members.filter((r) => r.verdict?.worthwhile).length;
      return [group, ...counts.map(String), String(worthwhile), String(members.length)];
    };
    printTable(
      [column === 'pays' ? 'would pay' : 'label', ...outcomes, 'worthwhile', 'all'],
      groups.map(row),
    );
    console.log('');
  }
}

interface Check {
  readonly what: string;
  readonly value: number;
  readonly wanted: string;
  readonly isMet: boolean;
  readonly examples: readonly Result[];
}

function checks(results: readonly Result[]): readonly Check[] {
  const isParallel = (r: Result) => r.verdict?.outcome === 'parallel';
  const among = (pays: string) => results.filter((r) => r.pays === pays);
  const atLeast = (what: string, loops: readonly Result[], wanted: number): Check => {
    const value = loops.filter(isParallel).length;
    return {
      what,
      value,
      wanted: `≥ ${wanted} of ${loops.length}`,
      isMet: value >= wanted,
      examples: loops.filter((r) => !isParallel(r)),
    };
  };
  const unexplained = results.filter((r) => isParallel(r) && r.label in families && !isExplained(r));
  const noisy = results.filter((r) => r.verdict?.worthwhile && r.pays === 'no');
  const judged = results.filter((r) => r.verdict?.outcome === 'blocked' && r.label in families);
  const wrong = judged.filter((r) => !namesLabel(r));
  const share = judged.length === 0 ? 1 : 1 - wrong.length / judged.length;
  return [
    atLeast('yes, called parallel', among('yes'), 6),
    atLeast('if-big, called parallel', among('if-big'), 17),
    atLeast('refactor, called parallel', among('refactor'), 15),
    {
      what: 'parallel against a blocking label, unexplained',
      value: unexplained.length,
      wanted: '0',
      isMet: unexplained.length === 0,
      examples: unexplained,
    },
    {
      what: 'hazard family right, % of blocked',
      value: Math.round(100 * share),
      wanted: '≥ 85',
      isMet: share >= 0.85,
      examples: wrong,
    },
    {
      what: 'worthwhile against label no',
      value: noisy.length,
      wanted: '≤ 10',
      isMet: noisy.length <= 10,
      examples: noisy,
    },
  ];
}

/** Whether one of the hazards is of the family that the label, or its second column, names. */
function namesLabel({ label, also, verdict }: Result): boolean {
  const expected = [label, ...also.split(/[ ,;]+/)].flatMap((name) => families[name] ?? []);
  return verdict?.hazards.some(({ code }) => expected.includes(code)) ?? false;
}

function isExplained({ repo, file, line }: Labelled): boolean {
  const disputes = path.join(import.meta.dirname, 'disputes.md');
  return existsSync(disputes) && readFileSync(disputes, 'utf8').includes(`${repo} ${file}:${line}`);
}

/** Prints a check; gives whether it failed. */
function printCheck({ what, value, wanted, isMet, examples }: Check): boolean {
  console.log(`${isMet ? 'ok  ' : 'MISS'} ${what}: ${value} (wanted ${wanted})`);
  if (!isMet) examples.forEach(printResult);
  return !isMet;
}

function printResult({ repo, file, line, form, label, pays, verdict, reason }: Result): void {
  const hazards = verdict?.hazards.map((h) => `${h.code} ${h.subject}`).join(', ') ?? '';
  const missing = verdict?.missing.map((m) => `${m.kind} ${m.subject}`).join(', ') ?? '';
  console.log(
    `     ${repo} ${file}:${line} ${form} [${label}, ${pays}] ${verdict?.outcome ?? 'not found'}: ${hazards} ${missing}`,
  );
  if (hasFlag('verbose')) console.log(`        ${reason}`);
}

main();

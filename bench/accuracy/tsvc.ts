/**
 * `npx tsx bench/accuracy/tsvc.ts [--data ../shared/data] [--verbose]`
 *
 * The dependence analysis on TSVC's 151 loops (__testfixtures__/tsvc), against hand-made labels (tsvc.tsv in the data folder). Judged by the
 * snapshot model, in which only flow dependences block (column `snapshot_map_ok`):
 *
 *   parallel    no carried flow dependence
 *   reduction   the carried flows are all those of recognised reductions
 *   carried     any other carried flow
 *   other       leaves early, or scatters through an index array
 *
 * Exits with 1 below 97% agreement, or if a loop with a carried flow by its label is called parallel.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LoopFacts } from '../../src/model/index.ts';
import { collectFacts, findLoops } from '../../src/facts/index.ts';
import { parseSource } from '../../src/parse/index.ts';
import { dataFile, hasFlag, printTable, readTsv } from './tools.ts';

type Class = 'parallel' | 'reduction' | 'carried' | 'other';

interface Row {
  readonly name: string;
  readonly label: Class;
  readonly expected: Class;
  readonly isFlow: boolean;
}

const wanted = 0.97;
const fixtures = path.resolve(import.meta.dirname, '../../__testfixtures__/tsvc');

main();

function main(): void {
  const file = dataFile('tsvc.tsv');
  if (!file) {
    console.log('tsvc: skipped, no tsvc.tsv (looked in ../shared/data; give the folder with --data)');
    return;
  }
  const rows = readTsv(file).map(rowOf);
  const facts = factsByName();
  const results = rows.map((row) => ({ ...row, found: classify(facts.get(row.name)) }));
  printMatrix(results);
  const wrong = results.filter((r) => r.found !== r.expected);
  for (const r of wrong)
    console.log(
      `  ${r.name}: ${r.found}, expected ${r.expected}  ${hasFlag('verbose') ? explain(facts.get(r.name)) : ''}`,
    );
  const share = 1 - wrong.length / results.length;
  const unsound = results.filter((r) => r.found === 'parallel' && r.isFlow);
  console.log(
    `agreement ${results.length - wrong.length} of ${results.length} (${(100 * share).toFixed(1)}%, wanted ${100 * wanted}%)`,
  );
  console.log(`called parallel in spite of a carried flow: ${unsound.length} (wanted 0)`);
  if (share < wanted || unsound.length > 0) process.exitCode = 1;
}

/** What the label says under the snapshot model. */
function rowOf(fields: Readonly<Record<string, string>>): Row {
  const { name = '', label, residual_dep: residual, snapshot_map_ok: snapshot } = fields;
  const isFlow = residual === 'flow' && label !== 'reduction';
  const bySnapshot: Readonly<Record<string, Class>> = {
    yes: 'parallel',
    'with-reduce': 'reduction',
    'run-time': 'other',
  };
  const expected = bySnapshot[snapshot ?? ''] ?? (isFlow ? 'carried' : 'other');
  return { name, label: label as Class, expected, isFlow };
}

/** The first loop of each function, by the function's name; a helper `s151s` stands for the loop that `s151` calls. */
function factsByName(): ReadonlyMap<string, LoopFacts> {
  const found = new Map<string, LoopFacts>();
  for (const name of readdirSync(fixtures).filter((f) => f.endsWith('.js'))) {
    const file = path.join(fixtures, name);
    const result = parseSource(readFileSync(file, 'utf8'), file);
    if (!('unit' in result)) throw new Error(`${file}: ${result.skipped.message}`);
    const context = { project: undefined, pure: [] };
    for (const site of findLoops(result.unit)) {
      const enclosing = site.loop.enclosing?.name?.replace(/(\d)s$/, '$1');
      if (enclosing === undefined || site.loop.depth > 0 || found.has(enclosing)) continue;
      found.set(enclosing, collectFacts(site, context).facts);
    }
  }
  return found;
}

function classify(facts: LoopFacts | undefined): Class | undefined {
  if (!facts) return undefined;
  if (leavesEarly(facts)) return 'other';
  const reduced = new Set(facts.reductions.map((reduction) => reduction.binding));
  const carried = facts.dependences.filter((d) => d.kind === 'flow' && d.carried);
  const isReduced = carried.every(({ place: { root } }) => root.kind === 'binding' && reduced.has(root.id));
  if (!isReduced) return 'carried';
  if (scatters(facts)) return 'other';
  return reduced.size > 0 ? 'reduction' : 'parallel';
}

/** Reductions carry flows, but for the last value of a search; a `break` or the program's end is no matter of dependences. */
function leavesEarly(facts: LoopFacts): boolean {
  const text = readFileSync(facts.loop.file, 'utf8').slice(...facts.loop.body);
  return /\bbreak;|\breturn\b|process\.exit/.test(text.replace(/switch [\s\S]*/, ''));
}

/** Two iterations may store to one cell, and which one isn't known before the loop runs. */
function scatters(facts: LoopFacts): boolean {
  return facts.dependences.some(
    (d) => d.kind === 'output' && d.carried && d.test === 'unknown-subscript' && d.source === d.sink,
  );
}

function explain(facts: LoopFacts | undefined): string {
  if (!facts) return 'not found';
  const flows = facts.dependences.filter((d) => d.kind === 'flow' && d.carried);
  const name = (d: (typeof flows)[number]) =>
    `${'name' in d.place.root ? d.place.root.name : d.place.root.kind}[${d.place.path.map((k) => k.kind).join()}]`;
  const reductions = facts.reductions.map((r) => `${r.name} ${r.operator}`).join();
  return `${flows.map((d) => `${name(d)} ${d.test} ${d.certainty}`).join('; ')} reductions: ${reductions}`;
}

function printMatrix(
  results: readonly { readonly expected: Class; readonly found: Class | undefined }[],
): void {
  const classes: readonly Class[] = ['parallel', 'reduction', 'carried', 'other'];
  const count = (expected: Class, found: Class) =>
    String(results.filter((r) => r.expected === expected && r.found === found).length);
  printTable(
    ['expected \\ found', ...classes],
    classes.map((expected) => [expected, ...classes.map((found) => count(expected, found))]),
  );
}

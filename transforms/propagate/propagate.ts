/**
 * `doall apply --propagate`: a synchronous function whose loop goes to the pool becomes asynchronous, and is awaited in all its
 * callers, in every file. Works on a whole project, before the loops are rewritten one file at a time.
 */
import { readFileSync } from 'node:fs';
import type { SourceUnit } from '../../src/model/index.ts';
import { openProject, parseSource } from '../../src/parse/index.ts';
import { rewriteFile } from '../rewrite-file.ts';
import type { RewriteOptions } from '../rewrite-file.ts';
import { writeAtomically } from '../write-file.ts';
import { functionAt } from './functions.ts';
import { printPropagation } from './edit.ts';
import { planPropagation } from './plan.ts';
import type { PropagationPlan } from './plan.ts';
import { PropagationRefusal } from './refusal.ts';
import type { PropagationCode } from './refusal.ts';
import type { FunctionNode } from '../render/may-await.ts';
import type { SourceProject } from './uses.ts';

interface FunctionPlace {
  readonly file: string;
  readonly line: number;
}

export interface Propagated extends FunctionPlace {
  readonly name: string;
}

/** A function that stays synchronous: its loop is rewritten to the blocking form. */
export interface NotPropagated extends FunctionPlace {
  readonly code: PropagationCode;
  /** What stands in the way. */
  readonly because: FunctionPlace;
}

export interface Propagation {
  /** New texts by file, for files that change. */
  readonly texts: ReadonlyMap<string, string>;
  readonly propagated: readonly Propagated[];
  readonly refused: readonly NotPropagated[];
}

export interface PropagationRequest {
  /** All files of the project, those that aren't rewritten (tests) too: a caller may stand in any of them. */
  readonly files: readonly string[];
  /** Files whose loops are rewritten. */
  readonly targets: readonly string[];
  readonly options: RewriteOptions;
}

/** Reads the files; writes nothing. Function by function: one that can't be changed leaves the others alone. */
export function propagate({ files, targets, options }: PropagationRequest): Propagation {
  const units = files.map(readUnit);
  const project = openSourceProject(units);
  const plans: PropagationPlan[] = [];
  const refused: NotPropagated[] = [];
  for (const unit of project.units.filter(({ file }) => targets.includes(file))) {
    for (const node of findSynchronous(unit, options)) {
      try {
        const plan = planPropagation(unit, node, project);
        refuseUnread(plan, units);
        plans.push(requireGain(unit, node, plan, options));
      } catch (error) {
        if (!(error instanceof PropagationRefusal)) throw error;
        const { code, file, line } = error;
        refused.push({ file: unit.file, line: node.loc.start.line, code, because: { file, line } });
      }
    }
  }
  const functions = new Set(plans.flatMap((plan) => plan.functions));
  return {
    texts: new Map([...printPropagation(plans)].map(([{ file }, text]) => [file, text])),
    propagated: describe([...functions]),
    refused,
  };
}

/**
 * Replaces the changed files, each whole: all of them or none.
 * @throws what the file system says, with the files as they were
 */
export function writePropagation(texts: Propagation['texts']): void {
  const originals = [...texts.keys()].map((file) => [file, readFileSync(file, 'utf8')] as const);
  try {
    for (const [file, text] of texts) writeAtomically(file, text);
  } catch (error) {
    for (const [file, text] of originals) writeAtomically(file, text);
    throw error;
  }
}

type Read = SourceUnit | { readonly file: string; readonly text: string };

function readUnit(file: string): Read {
  const text = readFileSync(file, 'utf8');
  // What embeds code (a component, a page) may parse as something that it isn't.
  const parsed = /\.[cm]?[jt]sx?$/.test(file) ? parseSource(text, file) : undefined;
  return parsed && 'unit' in parsed ? parsed.unit : { file, text };
}

function openSourceProject(units: readonly Read[]): SourceProject {
  const project = openProject();
  return {
    units: units.filter((unit): unit is SourceUnit => 'ast' in unit),
    resolve: (specifier, fromFile) => project.resolve(specifier, fromFile)?.file,
  };
}

/** The synchronous functions whose own loops would be rewritten. */
function findSynchronous(unit: SourceUnit, options: RewriteOptions): Set<FunctionNode> {
  const { rewritten } = rewriteFile(unit.text, unit.file, options);
  const around = rewritten.map(({ line, column }) => functionAt(unit, line, column));
  return new Set(around.flatMap((node) => (node && !node.async ? [node] : [])));
}

/** A file that isn't understood and imports something may call what it mentions. */
function refuseUnread({ exports }: PropagationPlan, units: readonly Read[]): void {
  for (const unit of units) {
    if ('ast' in unit || !/\b(?:import|require|from)\b/.test(unit.text)) continue;
    if (exports.some((name) => name === 'default' || unit.text.includes(name)))
      throw new PropagationRefusal('unreadable-file', unit);
  }
}

/** With the change made, the loop must really be awaited. */
function requireGain(
  unit: SourceUnit,
  node: FunctionNode,
  plan: PropagationPlan,
  options: RewriteOptions,
): PropagationPlan {
  const text = [...printPropagation([plan])].find(([{ file }]) => file === unit.file)?.[1] ?? '';
  const { output = '' } = rewriteFile(text, unit.file, { ...options, await: true });
  const count = (code: string) =>
    code.split(/\bawait (?:\w*[mM]ap|filter|flatMap|some|every|find)\w*\(|\bof imap\(/).length;
  if (count(output) <= count(text)) throw new PropagationRefusal('nothing-gained', unit, node);
  return plan;
}

function describe(functions: PropagationPlan['functions']): Propagated[] {
  const all = functions.map(({ unit, node, name }) => ({
    file: unit.file,
    line: node.loc.start.line,
    name,
  }));
  return [...new Map(all.map((one) => [`${one.file}:${one.line}`, one])).values()];
}

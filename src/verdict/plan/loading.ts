/**
 * Purpose: modules that a worker may not load, since loading them does something.
 * Input: the code that stands in the worker module.
 * Guarantee: every module that the worker would load, directly or through others, only declares things, or is one that the option
 * `pure` names and that nothing certain is known against; it matters to none of them in which order they load; and the program changes
 * nothing that they use (changed-code.ts).
 */
import { basename } from 'node:path';
import type { TSESTree } from '@typescript-eslint/types';
import type { MissingFact, Range, SourceUnit } from '../../model/index.ts';
import { contains, overlaps, walkNodes } from '../../facts/ast.ts';
import { findEarlyRead, findImportEffect, modulesNamedIn } from '../../facts/index.ts';
import type { Blocker } from '../slice/describe.ts';
import { makeHazard } from '../slice/describe.ts';
import type { LoopView } from '../slice/loop-view.ts';
import { findChangedModule } from './changed-code.ts';

/** @param ranges the part and its helpers, imports included. */
export function findLoadEffects(view: LoopView, ranges: readonly Range[]): readonly Blocker[] {
  return judgeModules(view, ranges, findLoadEffect);
}

/** Cycles of imports, and what the program changes: all that imports lead to is looked at, so this is best asked last. */
export function findLateLoadBlockers(view: LoopView, ranges: readonly Range[]): readonly Blocker[] {
  const isOwn = ranges.some((range) => isOfFile(view, range));
  const own = isOwn ? findCycle(view, view.unit, view.unit.ast) : undefined;
  return [...(own ? [own] : []), ...judgeModules(view, ranges, findLateLoadBlocker)];
}

/** The same of one module. */
export function findLateLoadBlocker(
  view: LoopView,
  module: string,
  node: TSESTree.Node,
): Blocker | undefined {
  return findCycle(view, module, node) ?? findChangedModule(view, module, node);
}

/** One blocker a module that code within the ranges names. */
function judgeModules(
  view: LoopView,
  ranges: readonly Range[],
  judge: (view: LoopView, module: string, node: TSESTree.Node) => Blocker | undefined,
): readonly Blocker[] {
  const found = new Map<string, Blocker>();
  walkNodes(view.unit.ast, (node) => {
    if (!ranges.some((range) => contains(range, node.range)))
      return ranges.some((range) => overlaps(range, node.range));
    for (const module of modulesNamedIn(node)) {
      const blocker = found.has(module) ? undefined : judge(view, module, node);
      if (blocker) found.set(module, blocker);
    }
    return false;
  });
  return [...found.values()];
}

/** The project compiles the file in a way in which no worker module beside it would do. */
export function findFormBlocker(view: LoopView): Blocker | undefined {
  const { file } = view.unit;
  const code = view.facts.project?.moduleObstacle?.(file);
  if (code === undefined) return undefined;
  const { head: range } = view.analysis.facts.loop;
  const hazard = makeHazard(view, code, { subject: basename(file), range });
  return { range, hazard, missing: undefined, effect: undefined };
}

/** What loading a module does besides declaring things. @param module by its name, or the file of a class that crosses */
export function findLoadEffect(view: LoopView, module: string, node: TSESTree.Node): Blocker | undefined {
  const effect = findImportEffect(view.facts, module, view.unit);
  if (!effect || (!effect.isCertain && isVouchedFor(view, module, node))) return undefined;
  const { range } = node;
  const hazard = makeHazard(view, 'module-side-effects', {
    subject: module,
    range,
    certainty: effect.isCertain ? 'definite' : 'possible',
    evidence: [{ at: effect.at, role: 'effect', subject: effect.what }],
  });
  const missing: MissingFact = { kind: 'callee-pure', subject: module, line: hazard.at.line };
  return { range, hazard, missing: effect.isCertain ? undefined : missing, effect: undefined };
}

/** Whether the worker module may import what stands there from the file. */
function isOfFile({ unit, analysis }: LoopView, range: Range): boolean {
  const statement = unit.ast.body.find((one) => contains(one.range, range));
  const isImport =
    statement?.type === 'ImportDeclaration' ||
    (statement?.type === 'VariableDeclaration' && modulesNamedIn(statement).length > 0);
  return !isImport && !contains(analysis.facts.loop.range, range);
}

/** What the worker would load goes through a cycle of imports whose modules depend on which of them loads first. */
function findCycle(
  view: LoopView,
  loaded: string | SourceUnit,
  { range }: TSESTree.Node,
): Blocker | undefined {
  const early = findEarlyRead(view.facts, view.unit, loaded);
  if (!early) return undefined;
  const evidence = [{ at: early.at, role: 'read', subject: basename(early.file) }] as const;
  const hazard = makeHazard(view, 'import-cycle', { subject: basename(early.file), range, evidence });
  return { range, hazard, missing: undefined, effect: undefined };
}

/** `pure` names the module, or something that is imported from it by this declaration. */
function isVouchedFor(view: LoopView, module: string, node: TSESTree.Node): boolean {
  const names = view.names.declaredIn(node.range).map(({ name }) => name);
  return view.options.pure.some((callee) => callee === module || names.includes(callee.split('.')[0] ?? ''));
}

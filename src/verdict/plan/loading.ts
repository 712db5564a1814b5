/**
 * Purpose: modules that a worker may not load, since loading them does something.
 * Input: the code that stands in the worker module.
 * Guarantee: every module that the worker would load, directly or through others, only declares things, or is one that the option
 * `pure` names and that nothing certain is known against.
 */
import { basename } from 'node:path';
import type { TSESTree } from '@typescript-eslint/types';
import type { MissingFact, Range } from '../../model/index.ts';
import { contains, overlaps, walkNodes } from '../../facts/ast.ts';
import { findImportEffect, modulesNamedIn } from '../../facts/index.ts';
import type { Blocker } from '../slice/describe.ts';
import { makeHazard } from '../slice/describe.ts';
import type { LoopView } from '../slice/loop-view.ts';

/** @param ranges the part and its helpers, imports included. */
export function findLoadBlockers(view: LoopView, ranges: readonly Range[]): readonly Blocker[] {
  const found = new Map<string, Blocker>();
  walkNodes(view.unit.ast, (node) => {
    if (!ranges.some((range) => contains(range, node.range)))
      return ranges.some((range) => overlaps(range, node.range));
    for (const module of modulesNamedIn(node)) {
      const blocker = found.has(module) ? undefined : judgeModule(view, module, node);
      if (blocker) found.set(module, blocker);
    }
    return false;
  });
  return [...found.values()];
}

/** What loading a file of the project does besides declaring things, when a worker has to for the sake of a class. */
export function findLoadEffect(view: LoopView, file: string, node: TSESTree.Node): Blocker | undefined {
  return judgeModule(view, file, node);
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

function judgeModule(view: LoopView, module: string, node: TSESTree.Node): Blocker | undefined {
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

/** `pure` names the module, or something that is imported from it by this declaration. */
function isVouchedFor(view: LoopView, module: string, node: TSESTree.Node): boolean {
  const names = view.names.declaredIn(node.range).map(({ name }) => name);
  return view.options.pure.some((callee) => callee === module || names.includes(callee.split('.')[0] ?? ''));
}

/**
 * Purpose: built-ins and modules that the program changes, which a worker has as they were made.
 * Input: the text that goes to the worker module, and the modules that it loads there.
 * Guarantee: none of that text, and of what those modules lead to, names a built-in that is changed as far as it is seen
 * (changed-builtins.ts). What is imported at the top of the file is looked at by name (helpers.ts).
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range } from '../../model/index.ts';
import { contains } from '../../facts/ast.ts';
import { findChangedBuiltin } from '../../facts/changed-builtins.ts';
import { isChangedFrom } from '../../facts/changed-code.ts';
import { isChangedData } from '../../facts/changed-data.ts';
import { filesBehind } from '../../facts/project-files.ts';
import type { Blocker } from '../slice/describe.ts';
import { makeHazard } from '../slice/describe.ts';
import type { LoopView } from '../slice/loop-view.ts';

/** @param ranges the part and its helpers */
export function findChangedBuiltins(view: LoopView, ranges: readonly Range[]): readonly Blocker[] {
  return ranges.flatMap((range) => {
    const found = findChangedBuiltin(view.facts, view.unit, view.text(range));
    if (!found) return [];
    const start = range[0] + found.index;
    return [hidden(view, found.name, [start, Math.min(range[1], start + found.name.length)])];
  });
}

/** @param node names the module */
export function findChangedModule(
  view: LoopView,
  module: string,
  { range }: TSESTree.Node,
): Blocker | undefined {
  const { facts, unit, analysis } = view;
  const isLoadedHere = contains(analysis.facts.loop.range, range);
  if (isLoadedHere && (isChangedFrom(facts, unit, module) || isChangedData(facts, unit, module))) {
    const evidence = [{ at: view.at(range), role: 'read', subject: module }] as const;
    const hazard = makeHazard(view, 'module-state', {
      subject: module,
      range,
      certainty: 'possible',
      evidence,
    });
    return { range, hazard, missing: undefined, effect: undefined };
  }
  const target = facts.project?.resolve(module, unit.file);
  if (!target) return undefined;
  for (const { text } of filesBehind(facts, target)) {
    const found = findChangedBuiltin(facts, unit, text);
    if (found) return hidden(view, found.name, range);
  }
  return undefined;
}

function hidden(view: LoopView, name: string, range: Range): Blocker {
  const hazard = makeHazard(view, 'hidden-code', { subject: `${name} of a built-in`, range });
  return { range, hazard, missing: undefined, effect: undefined };
}

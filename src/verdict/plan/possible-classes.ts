/**
 * Purpose: further classes whose instances may be inside of what crosses: those that callers hand to a class that crosses
 * (`new Scene([new Sphere(…)])`, `scene.add(new Sphere(…))`), where nothing says what its fields hold.
 * Input: the classes that are known to cross.
 * Guarantee: says nothing of legality: naming a class lets the runtime send its instances, which it refuses otherwise. One that can't
 * cross, or that a worker can't have without doing something, is left out.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import { nodesOf } from '../../facts/nodes.ts';
import type { ClassRef } from '../../facts/index.ts';
import { runOf } from '../../facts/run.ts';
import { outerValue } from '../../facts/values/outer.ts';
import type { Range, SourceUnit } from '../../model/index.ts';
import type { LoopView } from '../slice/loop-view.ts';
import { namesOf } from '../slice/names.ts';
import { transportOf } from '../slice/transport.ts';
import type { Transport } from '../slice/transport.ts';
import { HelperCollector } from './helpers.ts';
import { findLateLoadBlocker, findLateLoadBlockers, findLoadEffect, findLoadEffects } from './loading.ts';

/** Those that the source file, or a file of the given classes, makes instances of, in the order of the text. */
export function findPossibleClasses(
  view: LoopView,
  ranges: readonly Range[],
  known: readonly ClassRef[],
): readonly ClassRef[] {
  const seen = new Set(known.map(({ node }) => node));
  const units = new Set([view.unit, ...known.map(({ unit }) => unit)]);
  return [...units]
    .flatMap((unit) => madeIn(view, unit))
    .filter((ref) => {
      if (seen.has(ref.node)) return false;
      seen.add(ref.node);
      return canCross(view, ranges, ref);
    });
}

function madeIn(view: LoopView, unit: SourceUnit): readonly ClassRef[] {
  const run = runOf(view.facts);
  const names = namesOf(unit);
  const made: ClassRef[] = [];
  for (const node of nodesOf(unit)) {
    const variable = node.type === 'NewExpression' ? names.variableOf(node.callee) : undefined;
    if (!variable) continue;
    for (const ref of outerValue(run, variable, unit).refs.values()) if (ref.kind === 'class') made.push(ref);
  }
  return made;
}

function canCross(view: LoopView, ranges: readonly Range[], ref: ClassRef): boolean {
  const transport = transportOf(view, ref);
  if (transport.kind === 'refused' || !canBeLoaded(view, ranges, ref, transport)) return false;
  return transport.change() === undefined;
}

function canBeLoaded(
  view: LoopView,
  ranges: readonly Range[],
  { node }: ClassRef,
  transport: Exclude<Transport, { kind: 'refused' }>,
): boolean {
  if (transport.kind === 'local') return canBeHelper(view, ranges, transport.variable);
  return !findLoadEffect(view, transport.file, node) && !findLateLoadBlocker(view, transport.file, node);
}

function canBeHelper(view: LoopView, ranges: readonly Range[], variable: Variable): boolean {
  const trial = new HelperCollector(view, ranges);
  return (
    trial.add(variable) &&
    trial.refusals().length === 0 &&
    findLoadEffects(view, trial.declarations()).length === 0 &&
    trial.lateRefusals().length === 0 &&
    findLateLoadBlockers(view, trial.declarations()).length === 0
  );
}

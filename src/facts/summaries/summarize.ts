/**
 * Purpose: the effects of calling a function once, as the caller sees them.
 * Input: a function of any file of the project.
 * Guarantee: a fixed point over the call graph (Kleene iteration over each cycle); what takes too long is `unknown`.
 */
import type { SourceUnit } from '../../model/index.ts';
import type { FunctionNode } from '../analysis.ts';
import { functionName } from '../ast.ts';
import { createFrame, runToFixedPoint } from '../effects/frame.ts';
import type { Frame, Step } from '../effects/frame.ts';
import { evaluateFunctionBody } from '../effects/functions.ts';
import type { Run } from '../run.ts';
import { locate } from '../scopes.ts';
import { anyType } from '../values/type.ts';
import { nothing, placeValue, unknownValue } from '../values/value.ts';
import { compactSteps, isSameSummary } from './compact.ts';
import { isOwnEffect } from './own.ts';
import type { Summary, SummaryInProgress } from './table.ts';

/** Calls nested deeper than this are not followed. */
const maxNesting = 60;
const maxAttempts = 24;
const maxRounds = 6;

export function summarize(run: Run, node: FunctionNode, unit: SourceUnit): Summary {
  const { finished, stack, attempts } = run.summaries;
  const known = finished.get(node);
  if (known) return known;
  const at = stack.findIndex((entry) => entry.node === node);
  if (at >= 0) return useApproximation(run, at);
  const tries = (attempts.get(node) ?? 0) + 1;
  attempts.set(node, tries);
  if (tries > maxAttempts) return finish(run, node, giveUp(node, unit, 'recursion is too involved'));
  if (stack.length >= maxNesting) return giveUp(node, unit, 'calls are nested too deeply');
  return iterate(run, node, unit);
}

function useApproximation(run: Run, at: number): Summary {
  const entry = run.summaries.stack[at]!;
  entry.used = true;
  run.summaries.reliesOn = Math.min(run.summaries.reliesOn, at);
  return entry.approximation;
}

function iterate(run: Run, node: FunctionNode, unit: SourceUnit): Summary {
  const { summaries } = run;
  const outer = summaries.reliesOn;
  const position = summaries.stack.length;
  const entry: SummaryInProgress = { node, approximation: emptySummary(node, unit), used: false };
  summaries.stack.push(entry);
  summaries.reliesOn = Infinity;
  let isStable = false;
  for (let round = 0; round < maxRounds && !isStable; round++) {
    entry.used = false;
    const next = evaluateOnce(run, node, unit);
    isStable = !entry.used || isSameSummary(next, entry.approximation);
    entry.approximation = next;
  }
  summaries.stack.pop();
  const relied = summaries.reliesOn;
  summaries.reliesOn = Math.min(outer, relied < position ? relied : Infinity);
  const result = isStable ? entry.approximation : giveUp(node, unit, 'recursion is too involved');
  return relied < position ? result : finish(run, node, result);
}

function finish(run: Run, node: FunctionNode, summary: Summary): Summary {
  run.summaries.finished.set(node, summary);
  return summary;
}

function evaluateOnce(run: Run, node: FunctionNode, unit: SourceUnit): Summary {
  const frame = createFrame(run, unit, node.range, true);
  frame.thisValue = placeValue({ root: { kind: 'this' }, path: [] }, anyType);
  const isDone = runToFixedPoint(frame, () => evaluateFunctionBody(frame, node));
  if (!isDone) return giveUp(node, unit, 'the function is too involved');
  return {
    ...emptySummary(node, unit),
    steps: compactSteps(frame.steps.filter((step) => !isOwnStep(frame, step))),
    stores: [...frame.stores.values()],
    returns: frame.returns,
    yields: frame.yields,
  };
}

function isOwnStep(frame: Frame, step: Step): boolean {
  return step.kind !== 'invoke' && isOwnEffect(frame, step);
}

function emptySummary(node: FunctionNode, unit: SourceUnit): Summary {
  const name = functionName(node) ?? '(anonymous)';
  return { name, at: locate(unit, node), steps: [], stores: [], returns: nothing, yields: nothing };
}

function giveUp(node: FunctionNode, unit: SourceUnit, why: string): Summary {
  const base = { range: node.range, order: 0, conditional: false, via: [] };
  return {
    ...emptySummary(node, unit),
    steps: [
      { ...base, kind: 'unknown', why },
      {
        ...base,
        kind: 'mutate',
        place: { root: { kind: 'unknown', why }, path: [{ kind: 'all' }] },
        method: why,
      },
    ],
    returns: unknownValue(why),
    yields: unknownValue(why),
  };
}

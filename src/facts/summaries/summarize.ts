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
import { TooInvolved } from '../run.ts';
import type { Run } from '../run.ts';
import { locate } from '../scopes.ts';
import { thisTypeAround } from '../values/class-types.ts';
import { nothing, placeValue, unknownValue } from '../values/value.ts';
import { compactSteps, isSameSummary, unknownSteps, widenSummary } from './compact.ts';
import { isOwnEffect } from './own.ts';
import type { Summary, SummaryTable } from './table.ts';

/** Calls nested deeper than this are not followed. */
const maxNesting = 60;
const maxRounds = 12;
/** Summaries that grow for more rounds than this are told apart by whole objects only. */
const widenAfter = 3;
/** Cycles of more functions than this are not followed. */
const maxCycle = 40;

export function summarize(run: Run, node: FunctionNode, unit: SourceUnit): Summary {
  const { summaries } = run;
  const known = summaries.finished.get(node);
  if (known) return known;
  const at = summaries.stack.indexOf(node);
  if (at >= 0) {
    summaries.reliesOn = Math.min(summaries.reliesOn, at);
    return summaries.approximations.get(node)?.summary ?? emptySummary(node, unit);
  }
  const provisional = summaries.provisional.get(node);
  if (provisional) {
    summaries.reliesOn = Math.min(summaries.reliesOn, provisional.low);
    return provisional.summary;
  }
  if (summaries.stack.length >= maxNesting) return giveUp(node, unit, 'calls are nested too deeply');
  return closeCycle(run, node, unit);
}

/**
 * Kleene iteration: the function that a cycle is entered by evaluates it again, each member once a round, until no
 * approximation changes. A function that relies on one lower in the stack leaves that to it.
 */
function closeCycle(run: Run, node: FunctionNode, unit: SourceUnit): Summary {
  const { summaries } = run;
  const { reliesOn, changed } = summaries;
  const position = summaries.stack.push(node) - 1;
  const mark = summaries.provisional.size;
  let result: Summary | undefined;
  for (let round = 0; !result && round < maxRounds; round++) {
    beginRound(summaries);
    const next = approximate(run, node, unit);
    const low = summaries.reliesOn;
    if (low < position) {
      summaries.stack.pop();
      summaries.provisional.set(node, { summary: next, low });
      summaries.reliesOn = Math.min(reliesOn, low);
      summaries.changed ||= changed;
      return next;
    }
    const members = [...summaries.provisional.keys()].slice(mark);
    if (low > position || !summaries.changed) result = finish(run, node, members, next);
    else if (members.length > maxCycle) break;
    else for (const member of members) summaries.provisional.delete(member);
  }
  result ??= abandon(run, node, unit, [...summaries.provisional.keys()].slice(mark));
  summaries.stack.pop();
  summaries.reliesOn = reliesOn;
  summaries.changed = changed;
  return result;
}

function beginRound(summaries: SummaryTable): void {
  summaries.reliesOn = Infinity;
  summaries.changed = false;
}

/** Another round for one function; widened when it has grown for long (Cousot & Cousot 1977). */
function approximate(run: Run, node: FunctionNode, unit: SourceUnit): Summary {
  const { approximations } = run.summaries;
  const { summary, rounds } = approximations.get(node) ?? { summary: emptySummary(node, unit), rounds: 0 };
  const found = evaluateOnce(run, node, unit);
  const next = rounds < widenAfter ? found : widenSummary(summary, found);
  run.summaries.changed ||= !isSameSummary(next, summary);
  approximations.set(node, { summary: next, rounds: rounds + 1 });
  return next;
}

function finish(run: Run, node: FunctionNode, members: readonly FunctionNode[], summary: Summary): Summary {
  const { finished, provisional, approximations } = run.summaries;
  for (const member of members) {
    const known = provisional.get(member);
    if (known) finished.set(member, known.summary);
    provisional.delete(member);
    approximations.delete(member);
  }
  approximations.delete(node);
  finished.set(node, summary);
  return summary;
}

/** A cycle that doesn't settle: nothing is known of any of its functions. */
function abandon(run: Run, node: FunctionNode, unit: SourceUnit, members: readonly FunctionNode[]): Summary {
  const { provisional } = run.summaries;
  for (const member of members) {
    const known = provisional.get(member);
    if (known) provisional.set(member, { summary: withUnknown(known.summary), low: 0 });
  }
  return finish(run, node, members, giveUp(node, unit, 'recursion is too involved'));
}

function evaluateOnce(run: Run, node: FunctionNode, unit: SourceUnit): Summary {
  const frame = createFrame(run, unit, node.range, true);
  frame.thisValue = placeValue({ root: { kind: 'this' }, path: [] }, thisTypeAround(run, unit, node.body));
  const isDone = evaluateSafely(run, frame, () => {
    evaluateFunctionBody(frame, node);
  });
  if (!isDone) return giveUp(node, unit, 'the function is too involved');
  return {
    ...emptySummary(node, unit),
    steps: compactSteps(frame.steps.filter((step) => !isOwnStep(frame, step))),
    stores: [...frame.stores.values()],
    returns: frame.returns,
    yields: frame.yields,
  };
}

/** False for code that takes too long, or is nested too deeply for the call stack: the caller takes it as unknown. */
export function evaluateSafely(run: Run, frame: Frame, walk: () => void): boolean {
  const [calls, nesting] = [run.applying.length, run.summaries.stack.length];
  try {
    return runToFixedPoint(frame, walk);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TooInvolved)) throw error;
    run.applying.length = calls;
    run.summaries.stack.length = nesting;
    return false;
  }
}

function isOwnStep(frame: Frame, step: Step): boolean {
  return step.kind !== 'invoke' && isOwnEffect(frame, step);
}

function emptySummary(node: FunctionNode, unit: SourceUnit): Summary {
  const name = functionName(node) ?? '(anonymous)';
  return { name, at: locate(unit, node), steps: [], stores: [], returns: nothing, yields: nothing };
}

function giveUp(node: FunctionNode, unit: SourceUnit, why: string): Summary {
  return {
    ...emptySummary(node, unit),
    steps: unknownSteps(node.range, why),
    returns: unknownValue(why),
    yields: unknownValue(why),
  };
}

function withUnknown(summary: Summary): Summary {
  const why = 'recursion is too involved';
  return {
    ...summary,
    steps: unknownSteps(summary.at.range, why),
    stores: [],
    returns: unknownValue(why),
    yields: unknownValue(why),
  };
}

/**
 * Purpose: loops whose head does more than to give the next item: `for await` waits for it, `using` disposes of it.
 * Input: the syntax of the loop's head.
 * Guarantee: without any, nothing of the program runs between two iterations but what the iteration space says.
 */
import { isUsing } from '../../facts/ast.ts';
import type { HazardCode } from '../../model/index.ts';
import type { Blocker } from './describe.ts';
import { makeHazard } from './describe.ts';
import type { LoopView } from './loop-view.ts';

export function findHeadBlockers(view: LoopView): readonly Blocker[] {
  const { node } = view.analysis.site;
  if (node.type === 'ForOfStatement' && node.await)
    return [refuseHead(view, 'await-in-body', 'the loop itself waits for each item')];
  const declared =
    node.type === 'ForOfStatement' ? node.left : node.type === 'ForStatement' ? node.init : null;
  if (!isUsing(declared)) return [];
  return [refuseHead(view, 'hidden-code', 'what the head declares is disposed of by a method')];
}

function refuseHead(view: LoopView, code: HazardCode, detail: string): Blocker {
  const { head: range } = view.analysis.facts.loop;
  const subject = view.text(range).slice(0, 40);
  return {
    range,
    hazard: makeHazard(view, code, { subject, detail, range }),
    missing: undefined,
    effect: undefined,
  };
}

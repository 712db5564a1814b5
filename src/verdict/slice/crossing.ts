/**
 * Purpose: whether a value can go from a worker to the main thread and be the same.
 * Input: an expression of the body.
 * Guarantee: what passes is new in its iteration, holds no reference to an item, a capture or anything shared, and isn't known to
 * lose anything (what isn't known either way the runtime checks, and computes again on the main thread).
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Place } from '../../model/index.ts';
import type { Blocker } from './describe.ts';
import { makeHazard, printPlace } from './describe.ts';
import type { LoopView } from './loop-view.ts';
import { transportOf } from './transport.ts';

/** Why the value of an expression can't cross; undefined when it can. */
export function obstacleTo(node: TSESTree.Node, view: LoopView): Blocker | undefined {
  const value = view.analysis.valueOf(node);
  if (value.primitive) return undefined;
  const shared = value.refersTo.find((place) => place.root.kind !== 'fresh');
  if (shared || value.unknown) return identityLoss(node, shared, view);
  return lossOf(node, view);
}

/** @param place of what the value may hold; undefined where nothing says which it is */
export function identityLoss(node: TSESTree.Node, place: Place | undefined, view: LoopView): Blocker {
  const isKnown = place !== undefined && place.root.kind !== 'unknown';
  const subject = isKnown ? printPlace(place) : shorten(view.text(node.range));
  const hazard = makeHazard(view, 'identity-loss', { subject, range: node.range, certainty: 'possible' });
  const missing = {
    kind: 'no-alias',
    subject: shorten(view.text(node.range)),
    line: hazard.at.line,
  } as const;
  return { range: node.range, hazard, missing, effect: undefined };
}

function lossOf(node: TSESTree.Node, view: LoopView): Blocker | undefined {
  const { cloneability } = view.analysis.valueOf(node);
  const subject = cloneability.kind === 'exact' ? '' : cloneability.path || shorten(view.text(node.range));
  const range = node.range;
  switch (cloneability.kind) {
    case 'exact':
    case 'unknown':
      return undefined;
    case 'lossy':
      return refuse(makeHazard(view, 'lossy-result', { subject, detail: cloneability.what, range }));
    case 'throws':
      return refuse(makeHazard(view, 'uncloneable-result', { subject, detail: cloneability.what, range }));
    case 'class': {
      const refs = view.analysis.classesIn(node);
      const losses = refs.map((ref) => transportOf(view, ref)).filter((one) => one.kind === 'refused');
      const [loss] = losses;
      if (loss) return refuse(makeHazard(view, 'lossy-result', { subject, detail: loss.why, range }));
      if (refs.length > 0) return undefined;
      const detail = `it is an instance of \`${cloneability.className}\``;
      return refuse(makeHazard(view, 'lossy-result', { subject, detail, range }));
    }
  }
}

function refuse(hazard: Blocker['hazard']): Blocker {
  return { range: hazard.range, hazard, missing: undefined, effect: undefined };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

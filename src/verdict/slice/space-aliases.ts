/**
 * Purpose: changes of what a loop goes over, or of what its bounds read, under another name.
 * Input: the loop's effects, and what its test reads.
 * Guarantee: without any, the items that are known before the loop are those that it would come to.
 */
import type { Effect, Key, Place } from '../../model/index.ts';
import { isBelow } from '../../facts/iterated.ts';
import { suspectOf } from './blockers.ts';
import type { Blocker } from './describe.ts';
import { callEvidence, makeHazard, printPlace } from './describe.ts';
import type { LoopView } from './loop-view.ts';

type Change = Effect & { readonly kind: 'write' | 'mutate' };

/** @param isWithin whether a key is that of an element which stands there already */
export function findAliasedChanges(
  view: LoopView,
  isWithin: (key: Key | undefined) => boolean,
): readonly Blocker[] {
  const { space } = view.analysis.facts.loop;
  const { effects } = view.analysis.facts;
  // Of what unknown code may change, the call itself tells.
  const changes = effects.filter(isChange).filter((effect) => !suspectOf(effect, effects));
  const isAliased = (change: Change): boolean => {
    if (space.kind === 'keys') return view.analysis.mayBeIterated(containerOf(change.place));
    return space.kind === 'elements' ? changesItems(view, change) : changesBound(view, change, isWithin);
  };
  return changes.filter(isAliased).map((effect) => refuseChange(view, effect));
}

function isChange(effect: Effect): effect is Change {
  if (effect.kind !== 'write' && effect.kind !== 'mutate') return false;
  const { root, path } = effect.place;
  return root.kind !== 'fresh' && root.kind !== 'unknown' && (effect.kind === 'mutate' || path.length > 0);
}

/** The object that is changed. */
function containerOf({ root, path }: Place): Place {
  return { root, path: path.slice(0, -1) };
}

function changesItems(view: LoopView, change: Change): boolean {
  const key = change.place.path.at(-1);
  const container = containerOf(change.place);
  // No item is the collection that it stands in.
  const isItem = container.root.kind === 'item' && container.path.length === 0;
  if (isItem || (key?.kind === 'name' && key.name !== 'length')) return false;
  return view.analysis.mayBeIterated(container);
}

function changesBound(view: LoopView, change: Change, isWithin: (key: Key | undefined) => boolean): boolean {
  const key = change.place.path.at(-1);
  const container = containerOf(change.place);
  return view.analysis.testEffects().some((effect) => {
    const read = effect.kind === 'read' ? effect.place.path.at(-1) : undefined;
    if (effect.kind !== 'read' || !read) return false;
    const holder = containerOf(effect.place);
    if ((key && !mayMeet(key, read, isWithin)) || isBelow(container, holder)) return false;
    return view.analysis.aliases.relate(container, holder) !== 'distinct';
  });
}

/** Whether a change at one key may be seen at another: a store at an index changes a length. */
function mayMeet(key: Key, read: Key, isWithin: (key: Key) => boolean): boolean {
  if (key.kind === 'name' && read.kind === 'name') return key.name === read.name;
  return read.kind !== 'name' || (read.name === 'length' && !isWithin(key));
}

function refuseChange(view: LoopView, effect: Change): Blocker {
  const subject = printPlace(effect.place);
  const hazard = makeHazard(view, 'mutated-iteration-space', {
    subject,
    range: effect.range,
    certainty: 'possible',
    evidence: callEvidence(effect),
  });
  const missing = { kind: 'no-alias', subject, line: hazard.at.line } as const;
  return { range: effect.range, hazard, missing, effect };
}

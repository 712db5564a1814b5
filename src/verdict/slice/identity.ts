/**
 * Purpose: comparisons that would notice that a task is given copies.
 * Input: the reads by identity of a loop's body and of what it calls.
 * Guarantee: without any, objects that are compared come to the task together, and so are the same or not as before: the parts of
 * an item keep their identities among each other, the constants among theirs, but not across, nor with objects of modules.
 */
import type { Effect, Place } from '../../model/index.ts';
import type { Blocker } from './describe.ts';
import { callEvidence, makeHazard, printPlace } from './describe.ts';
import type { LoopView } from './loop-view.ts';
import { idOf } from './names.ts';

type IdentityRead = Effect & { readonly kind: 'read' };
type Origin = 'item' | 'constant' | 'module';

export function findIdentityBlockers(view: LoopView): readonly Blocker[] {
  const reads = view.analysis.facts.effects.filter(isIdentityRead);
  const byRange = new Map<string, IdentityRead[]>();
  for (const read of reads) {
    const key = read.range.join();
    byRange.set(key, [...(byRange.get(key) ?? []), read]);
  }
  return [...byRange.values()].flatMap((group) => judgeGroup(view, group));
}

function isIdentityRead(effect: Effect): effect is IdentityRead {
  return effect.kind === 'read' && effect.identity === true;
}

/** What one comparison, or one call, compares. */
function judgeGroup(view: LoopView, reads: readonly IdentityRead[]): readonly Blocker[] {
  const origins = new Map<Origin, IdentityRead>();
  for (const read of reads) {
    const origin = originOf(view, read.place);
    if (origin && !origins.has(origin)) origins.set(origin, read);
  }
  const [first, ...others] = origins.values();
  if (!first || others.length === 0) return [];
  const { range } = first;
  const hazard = makeHazard(view, 'identity-loss', {
    subject: printPlace(first.place),
    range,
    detail: `it is compared with ${others.map(({ place }) => `\`${printPlace(place)}\``).join(', ')}`,
    certainty: 'possible',
    evidence: callEvidence(first),
  });
  return [{ range, hazard, missing: undefined, effect: undefined }];
}

/** What an object travels with; undefined for one that the iteration makes. */
function originOf(view: LoopView, { root }: Place): Origin | undefined {
  switch (root.kind) {
    case 'item':
      return 'item';
    case 'this':
      return 'constant';
    case 'binding': {
      const capture = view.analysis.facts.captures.find(({ id }) => id === root.id);
      if (root.id.includes('#') || (capture && capture.kind !== 'value')) return 'module';
      const variable = view.names
        .referencesIn(view.body)
        .find(({ resolved }) => resolved && idOf(resolved) === root.id)?.resolved;
      return variable && view.isItem(variable) ? 'item' : 'constant';
    }
    default:
      return undefined;
  }
}

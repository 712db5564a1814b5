/**
 * Purpose: whether an object that a loop changes may be the very one that it goes over, under another name.
 * Input: the loop, what is known of aliases, and the object's place.
 * Guarantee: false only when the place surely holds another object, or one that nothing can go over.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Place } from '../model/index.ts';
import { typeOfPlace } from './aliases.ts';
import type { LoopSite } from './analysis.ts';
import { staticKey, unwrap } from './ast.ts';
import type { AliasOracle } from './dependence/index.ts';
import { evaluateAlone } from './effects/loop-body.ts';
import type { Frame } from './effects/frame.ts';
import { externalPlace } from './external.ts';
import { isSameRoot } from './dependence/places.ts';
import { keyText } from './values/value.ts';
import type { Run } from './run.ts';

/** Gives the answer for any place; evaluates what is gone over once, when first asked. */
export function iterationOf(
  run: Run,
  site: LoopSite,
  frame: Frame,
  aliases: AliasOracle,
): (place: Place) => boolean {
  let found: readonly Place[] | undefined;
  return (place) => {
    const atoms = [...typeOfPlace(run, site.unit, frame, place)];
    const hasKeys = site.node.type === 'ForInStatement';
    if (!hasKeys && atoms.length > 0 && atoms.every(({ kind }) => kind === 'object')) return false;
    return (found ??= iteratedPlaces(run, site)).some(
      (one) => !isBelow(place, one) && aliases.relate(place, one) !== 'distinct',
    );
  };
}

/** Whether a place lies within the object at another: nothing is an element of itself. */
export function isBelow(place: Place, above: Place): boolean {
  return (
    isSameRoot(place, above) &&
    place.path.length > above.path.length &&
    above.path.every((key, at) => keyText(key) === keyText(place.path[at] ?? key))
  );
}

/** What stood before the loop; a list that the head makes has no other name. */
function iteratedPlaces(run: Run, site: LoopSite): readonly Place[] {
  const iterable = iterableOf(site.node);
  const frame = iterable && evaluateAlone(run, site, iterable);
  const refs = iterable ? [...(frame?.values.get(iterable)?.refs.values() ?? [])] : [];
  return refs.flatMap((ref) => (ref.kind === 'place' ? [externalPlace(ref.place, site.unit)] : []));
}

const live = new Set(['entries', 'keys', 'values']);

/** The collection that a loop goes over, also through an iterator of it. */
function iterableOf(node: TSESTree.Node): TSESTree.Node | undefined {
  if (node.type === 'ForOfStatement') return collectionOf(unwrap(node.right));
  if (node.type === 'ForInStatement') return node.right;
  if (node.type !== 'CallExpression') return undefined;
  const callee = unwrap(node.callee);
  const isFrom =
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Array';
  const [first] = node.arguments;
  if (isFrom) return first && collectionOf(unwrap(first));
  return callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
}

function collectionOf(node: TSESTree.Node): TSESTree.Node {
  if (node.type !== 'CallExpression' || node.arguments.length > 0) return node;
  const callee = unwrap(node.callee);
  const name = callee.type === 'MemberExpression' ? staticKey(callee.property, callee.computed) : undefined;
  return callee.type === 'MemberExpression' && live.has(name ?? '') ? unwrap(callee.object) : node;
}

/**
 * Purpose: loops that can't be split at all, whatever their bodies do.
 * Input: the iteration space, the loop's head, and the blockers of the body.
 * Guarantee: without any, the items are known before the loop and nothing in the body changes which they are.
 */
import type { Effect, Hazard, HazardCode, Key, Place, Range } from '../../model/index.ts';
import { contains, staticKey, walkNodes } from '../../facts/ast.ts';
import { isUnknownEffect, suspectOf } from './blockers.ts';
import type { Blocker } from './describe.ts';
import { certaintyOfProxy, classifyIterable } from './iterable.ts';
import { idOf } from './names.ts';
import { callEvidence, makeHazard, printPlace, rootName } from './describe.ts';
import type { LoopView } from './loop-view.ts';
import { findElementGetters } from './element-getters.ts';
import { findHeadBlockers } from './head-blockers.ts';
import { findUsesOfOwnName } from './own-name.ts';
import { findAliasedChanges } from './space-aliases.ts';

export function findSpaceBlockers(view: LoopView, blockers: readonly Blocker[]): readonly Blocker[] {
  const { space, head, form } = view.analysis.facts.loop;
  if (space.kind === 'open') {
    return [refuse(view, 'unknown-trip-count', form, head)];
  }
  const waits = blockers.filter(
    ({ hazard }) => hazard.code === 'await-in-body' || hazard.code === 'yield-in-body',
  );
  return [
    ...findHeadBlockers(view),
    ...waits,
    ...findNamelessWrites(view),
    ...findUsesOfOwnName(view),
    ...findItemWrites(view),
    ...findTestEffects(view),
    ...findSpaceChanges(view),
    ...findAliasedChanges(view, (key) => isAtOwnIndex(view, key)),
    ...findLostKeys(view),
    ...findElementGetters(view),
    ...findPullEffects(view),
    ...findPatternBlockers(view, blockers),
  ];
}

/** Code that may assign variables without naming them: `eval`, and `arguments[0] = …` in a function that isn't strict. */
function findNamelessWrites(view: LoopView): readonly Blocker[] {
  const found: Blocker[] = [];
  walkNodes(view.analysis.site.body, (node) => {
    const isEval =
      node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'eval';
    const isArgument =
      node.type === 'MemberExpression' &&
      node.object.type === 'Identifier' &&
      node.object.name === 'arguments' &&
      /^(?:Assignment|Update)/.test(node.parent.type);
    if (isEval || isArgument)
      found.push(refuse(view, 'hidden-code', view.text(node.range).slice(0, 40), node.range));
    return true;
  });
  return found;
}

/** The index of a counted loop belongs to its head; an item that the remainder assigns could not be handed to it. */
function findItemWrites(view: LoopView): readonly Blocker[] {
  const { loop } = view.analysis.facts;
  const isCounted = loop.space.kind === 'counted';
  const writes = view.names
    .referencesIn(view.body)
    .filter((reference) => reference.isWrite() && reference.resolved && view.isItem(reference.resolved));
  const outer = findOuterItems(view);
  return [
    ...outer,
    ...(isCounted
      ? writes.map(({ identifier }) =>
          refuse(view, 'mutated-iteration-space', identifier.name, identifier.range),
        )
      : []),
  ];
}

/** Loop variables that live on after the loop: `var i`, `for (i = 0; …)`. */
function findOuterItems(view: LoopView): readonly Blocker[] {
  const { node, callback } = view.analysis.site;
  if (callback) return [];
  const items = new Set(
    view.names
      .referencesIn(node.range)
      .flatMap(({ resolved }) => (resolved && view.isItem(resolved) ? [resolved] : [])),
  );
  return [...items].flatMap((variable) => {
    const outside = variable.references.find(({ identifier }) => !contains(node.range, identifier.range));
    const isVar = variable.defs.some((def) => def.type === 'Variable' && def.parent.kind === 'var');
    const closure = isVar
      ? variable.references.find(({ from }) => contains(view.body, from.variableScope.block.range))
      : undefined;
    const use = outside ?? closure;
    return use ? [refuse(view, 'shared-mutation', variable.name, use.identifier.range)] : [];
  });
}

/** A bound that does something besides giving a number: the loop asks for it in every round, a range once. */
function findTestEffects(view: LoopView): readonly Blocker[] {
  if (view.analysis.facts.loop.space.kind !== 'counted') return [];
  const isQuiet = ({ kind }: Effect): boolean => kind === 'read' || kind === 'throw';
  const found = view.analysis.testEffects().find((effect) => !isQuiet(effect) && !isOfNewObject(effect));
  return found ? [refuse(view, 'unknown-trip-count', view.text(found.range).slice(0, 40), found.range)] : [];
}

function isOfNewObject(effect: Effect): boolean {
  return 'place' in effect && effect.place.root.kind === 'fresh';
}

/** Writes to what the loop iterates over, or to what its bounds read. */
function findSpaceChanges(view: LoopView): readonly Blocker[] {
  const { facts } = view.analysis;
  const places = placesOfSpace(view);
  return facts.effects.flatMap((effect) => {
    const suspect = suspectOf(effect, facts.effects);
    if (isUnknownEffect(effect)) return suspect ? [] : unknownChange(view, effect, places);
    if (effect.kind !== 'write' && effect.kind !== 'mutate') return [];
    const place = places.find((one) => changes(view, effect.place, one, effect.kind === 'mutate'));
    if (!place) return [];
    if (suspect) return unknownChange(view, suspect, [place]);
    return [
      {
        range: effect.range,
        hazard: makeHazard(view, 'mutated-iteration-space', {
          subject: printPlace(place),
          range: effect.range,
          evidence: callEvidence(effect),
        }),
        missing: undefined,
        effect,
      },
    ];
  });
}

/** `for…in` leaves out what is deleted before its turn, also from an object that the keys are inherited from. */
function findLostKeys(view: LoopView): readonly Blocker[] {
  const { facts } = view.analysis;
  if (facts.loop.space.kind !== 'keys') return [];
  const lost = facts.effects.find((effect) => effect.kind === 'write' && effect.operator === 'delete');
  return lost ? [refuse(view, 'mutated-iteration-space', view.text(lost.range), lost.range)] : [];
}

/** A generator that does something of its own between items, or looks at what the loop changes. */
function findPullEffects(view: LoopView): readonly Blocker[] {
  const { node } = view.analysis.site;
  if (node.type !== 'ForOfStatement' && node.type !== 'ForInStatement') return [];
  const proxy = certaintyOfProxy(view, node.right);
  if (proxy) return [refuse(view, 'hidden-code', 'a Proxy', node.right.range, proxy)];
  if (node.type === 'ForInStatement') return [];
  const iterable = classifyIterable(view, node.right);
  if (iterable.kind === 'effects') return [pullBlocker(view, iterable.effect, iterable.range)];
  if (iterable.kind !== 'generator') return [];
  const writes = view.analysis.facts.effects.filter(({ kind }) => kind === 'write' || kind === 'mutate');
  const change = writes.find(
    (effect) => 'place' in effect && isLookedAt(effect.place, iterable.reads, view, node.right.range),
  );
  if (!change || !('place' in change)) return [];
  return [refuse(view, 'mutated-iteration-space', printPlace(change.place), change.range)];
}

/** What taking an item apart does besides: defaults that call something. The task and the remainder both do it. */
export function findPatternBlockers(view: LoopView, blockers: readonly Blocker[]): readonly Blocker[] {
  const { node, callback } = view.analysis.site;
  const patterns = callback ? callback.params : node.type === 'ForOfStatement' ? [node.left] : [];
  return blockers.filter(({ range }) => patterns.some((pattern) => contains(pattern.range, range)));
}

function pullBlocker(view: LoopView, effect: Effect, range: Range): Blocker {
  if (effect.kind === 'io') return refuse(view, 'io', effect.callee, range);
  if (effect.kind === 'nondeterminism') return refuse(view, 'nondeterminism', effect.source, range);
  return refuse(view, 'mutated-iteration-space', view.text(range).slice(0, 40), range);
}

/** Whether a generator may read a place: one of its arguments, or an outer variable that it uses. */
function isLookedAt(written: Place, reads: readonly Place[], view: LoopView, range: Range): boolean {
  const { root } = written;
  if (root.kind === 'fresh') return false;
  if (root.kind !== 'binding') return true;
  const isArgument = view.names
    .referencesIn(range)
    .some(({ resolved }) => resolved && idOf(resolved) === root.id);
  return isArgument || reads.some((read) => read.root.kind === 'binding' && read.root.id === root.id);
}

function placesOfSpace(view: LoopView): readonly Place[] {
  const { space } = view.analysis.facts.loop;
  const ranges: readonly Range[] =
    space.kind === 'counted'
      ? [space.from.range, space.to.range].flatMap((range) => (range ? [range] : []))
      : space.kind === 'elements'
        ? [space.iterable]
        : space.kind === 'keys'
          ? [space.of]
          : [];
  const named = ranges.flatMap((range) => [...variablesIn(view, range), ...fieldsIn(view, range)]);
  return space.kind === 'counted' ? [...named, ...placesOfTest(view)] : named;
}

/** What the test reads, in functions that it calls too; of a length, the array. */
function placesOfTest(view: LoopView): readonly Place[] {
  return view.analysis.testEffects().flatMap((effect) => {
    if (effect.kind !== 'read') return [];
    const { root, path } = effect.place;
    // Variables in the test itself are known by its text; the counter is one of them.
    if (path.length === 0 && effect.via.length === 0) return [];
    const last = path.at(-1);
    const isLength = last?.kind === 'name' && last.name === 'length';
    return [isLength ? { root, path: path.slice(0, -1) } : effect.place];
  });
}

function variablesIn(view: LoopView, range: Range): readonly Place[] {
  return view.names.referencesIn(range).flatMap(({ resolved }) => {
    if (!resolved) return [];
    return [{ root: { kind: 'binding' as const, id: idOf(resolved), name: resolved.name }, path: [] }];
  });
}

/** `this.items`, with a key as far as it is a name. */
function fieldsIn(view: LoopView, range: Range): readonly Place[] {
  const found: Place[] = [];
  walkNodes(view.analysis.site.node, (node) => {
    if (!contains(range, node.range)) return node.range[0] < range[1] && range[0] < node.range[1];
    if (node.type !== 'ThisExpression') return true;
    const { parent } = node;
    const name = parent.type === 'MemberExpression' ? staticKey(parent.property, parent.computed) : undefined;
    found.push({ root: { kind: 'this' }, path: name === undefined ? [] : [{ kind: 'name', name }] });
    return true;
  });
  return found;
}

/** Whether a write changes which items there are: any element for the elements of an array, the length for a counted loop. */
function changes(view: LoopView, written: Place, space: Place, isMutation: boolean): boolean {
  const below = pathBelow(written, space);
  if (!below) return false;
  if (below.length === 0) return true;
  return isMutation || (below.length === 1 && !isAtOwnIndex(view, below[0]));
}

/** What is left of a path below a place; empty when the place itself is written, undefined when another one is. */
function pathBelow(written: Place, place: Place): Place['path'] | undefined {
  const [a, b] = [written.root, place.root];
  const isSame =
    a.kind === 'binding' ? b.kind === 'binding' && a.id === b.id : a.kind === 'this' && b.kind === 'this';
  const isOther = place.path.some((key, at) => {
    const other = written.path[at];
    return key.kind === 'name' && other?.kind === 'name' && key.name !== other.name;
  });
  return isSame && !isOther ? written.path.slice(place.path.length) : undefined;
}

/** `xs[i] = …` within the length of `xs`. */
function isAtOwnIndex(view: LoopView, key: Key | undefined): boolean {
  const { space } = view.analysis.facts.loop;
  if (space.kind !== 'counted' || space.inclusive || key?.kind !== 'index') return false;
  const [term, ...others] = key.subscript.terms;
  const isIndex = term?.coefficient === 1 && term.factors.length === 1 && term.factors[0] === space.index;
  return isIndex && others.length === 0 && space.step > 0 && (space.from.value ?? -1) >= 0;
}

/** Whether a loop that runs any code that isn't known is refused for its items. */
export function isRefusedByUnknownCode(view: LoopView): boolean {
  return openToChange(view, placesOfSpace(view)) !== undefined;
}

/** What unknown code could reach: the array that is iterated, or a variable that is assigned elsewhere. */
function openToChange(view: LoopView, places: readonly Place[]): Place | undefined {
  const { space } = view.analysis.facts.loop;
  const bounds = space.kind === 'counted' ? [space.from, space.to] : [];
  const isPlain =
    space.kind === 'counted' && bounds.every(({ range }) => !range || /^[\w$]+$/.test(view.text(range)));
  return isPlain ? places.find((one) => isReassigned(one, view)) : places[0];
}

function unknownChange(view: LoopView, effect: Effect, places: readonly Place[]): readonly Blocker[] {
  const place = openToChange(view, places);
  if (!place) return [];
  const callee = effect.kind === 'call' ? effect.callee : view.text(effect.range);
  const hazard = makeHazard(view, 'mutated-iteration-space', {
    subject: rootName(place),
    range: effect.range,
    certainty: 'possible',
    evidence: [{ at: view.at(effect.range), role: 'call', subject: callee }],
  });
  const missing = { kind: 'callee-pure', subject: callee, line: hazard.at.line } as const;
  return [{ range: effect.range, hazard, missing, effect }];
}

function isReassigned({ root }: Place, view: LoopView): boolean {
  const variable = view.names
    .referencesIn(view.analysis.site.node.range)
    .find(({ resolved }) => resolved && root.kind === 'binding' && idOf(resolved) === root.id)?.resolved;
  return variable?.references.some((reference) => reference.isWrite() && !reference.init) ?? true;
}

function refuse(
  view: LoopView,
  code: HazardCode,
  subject: string,
  range: Range,
  certainty: Hazard['certainty'] = 'definite',
): Blocker {
  const hazard = makeHazard(view, code, { subject, range, certainty });
  return { range, hazard, missing: undefined, effect: undefined };
}

/**
 * Purpose: which locals a statement may change, by assignment or by changing what they hold.
 * Input: a statement and its effects.
 * Guarantee: over-approximates: a statement that changes any new object is taken to change those of all locals in it, and of all
 * locals that were made from them.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Effect, Range } from '../../model/index.ts';
import { contains } from '../../facts/ast.ts';
import type { LoopView } from './loop-view.ts';
import { outermostLoopAround } from './pieces.ts';

/** Locals of the body that the statement assigns. */
export function localsAssignedBy(node: TSESTree.Node, view: LoopView): ReadonlySet<Variable> {
  const written = view.names
    .referencesIn(node.range)
    .flatMap((reference) => (reference.isWrite() && reference.resolved ? [reference.resolved] : []));
  return new Set(written.filter((variable) => view.isLocal(variable)));
}

/** Whether it assigns locals that aren't its own. */
export function assignsLocals(node: TSESTree.Node, view: LoopView): boolean {
  return [...localsAssignedBy(node, view)].some(
    (variable) => !variable.identifiers.some(({ range }) => contains(node.range, range)),
  );
}

const changed = new WeakMap<LoopView, Map<TSESTree.Node, ReadonlySet<Variable>>>();

/** Locals whose objects the statement may change, or hand to something that is changed later. */
export function localsChangedBy(node: TSESTree.Node, view: LoopView): ReadonlySet<Variable> {
  const ofView = changed.get(view) ?? new Map<TSESTree.Node, ReadonlySet<Variable>>();
  changed.set(view, ofView);
  const locals = ofView.get(node) ?? findChanged(node, view);
  ofView.set(node, locals);
  return locals;
}

/** Locals that the statement declares or assigns, and those that it names and whose objects it may change. */
export function localsDefinedBy(node: TSESTree.Node, view: LoopView): ReadonlySet<Variable> {
  const changedHere = localsChangedBy(node, view);
  const named = localsIn(view, node.range).filter((variable) => changedHere.has(variable));
  return new Set([...view.names.declaredIn(node.range), ...localsAssignedBy(node, view), ...named]);
}

/** Whether what a value may hold is changed by any of the statements after it is computed, be it in a later round of a loop. */
export function isChangedAfter(
  node: TSESTree.Node,
  statements: readonly TSESTree.Node[],
  view: LoopView,
): boolean {
  if (view.analysis.valueOf(node).primitive) return false;
  const held = relatedTo(new Set(localsIn(view, node.range)), view);
  return [...held].some((variable) => {
    if (holdsPrimitive(variable, view)) return false;
    const from = outermostLoopAround(node, view, variable.scope.block.range).range[0];
    return statements.some((one) => one.range[0] >= from && localsChangedBy(one, view).has(variable));
  });
}

function findChanged(node: TSESTree.Node, view: LoopView): ReadonlySet<Variable> {
  if (!changesObjects(view.effectsIn(node.range))) return new Set();
  const mentioned = localsIn(view, node.range).filter((variable) => !holdsPrimitive(variable, view));
  const related = [...relatedTo(new Set(mentioned), view)];
  return new Set(related.filter((variable) => !holdsPrimitive(variable, view)));
}

/** Whether an object may be changed that is no variable: a field, an element, an array's length. */
export function changesObjects(effects: readonly Effect[]): boolean {
  return effects.some((effect) => {
    if (effect.kind === 'call' || effect.kind === 'hidden' || effect.kind === 'unknown') return true;
    if (effect.kind === 'mutate') return true;
    return effect.kind === 'write' && (effect.place.path.length > 0 || effect.place.root.kind !== 'binding');
  });
}

/** Locals that share a declaration or assignment with the given ones, and so may hold parts of the same objects. */
function relatedTo(variables: ReadonlySet<Variable>, view: LoopView): ReadonlySet<Variable> {
  const related = new Set(variables);
  for (let size = 0; size !== related.size;) {
    size = related.size;
    for (const members of assignmentsIn(view)) {
      if (members.some((member) => related.has(member))) members.forEach((member) => related.add(member));
    }
  }
  return related;
}

/** The locals that may hold parts of the same objects as this one: itself only when it can hold an object. */
function relatedLocals(variable: Variable, view: LoopView): ReadonlySet<Variable> {
  const related = [...relatedTo(new Set([variable]), view)];
  return new Set(related.filter((other) => !holdsPrimitive(other, view)));
}

/** Whether a variable may hold a part of the same object as one that crosses already: two copies would no longer be one. */
export function isShared(variable: Variable, crossing: ReadonlySet<Variable>, view: LoopView): boolean {
  const related = relatedLocals(variable, view);
  return related.has(variable) && [...crossing].some((other) => other !== variable && related.has(other));
}

const assignmentCache = new WeakMap<LoopView, readonly (readonly Variable[])[]>();

/** The locals in the innermost statements or declarators around each write of a local. */
function assignmentsIn(view: LoopView): readonly (readonly Variable[])[] {
  const known = assignmentCache.get(view);
  if (known) return known;
  const members = view.names
    .referencesIn(view.body)
    .filter((reference) => reference.isWrite())
    .map((reference) => assignmentAround(reference.identifier).range)
    .map((range) => localsIn(view, range));
  assignmentCache.set(view, members);
  return members;
}

const holders = new Set(['VariableDeclarator', 'AssignmentExpression', 'UpdateExpression', 'ForOfStatement']);

function assignmentAround(node: TSESTree.Node): TSESTree.Node {
  let at = node;
  while (at.parent && !holders.has(at.type)) at = at.parent;
  return at.type === 'ForOfStatement' ? at.right : at;
}

function holdsPrimitive(variable: Variable, view: LoopView): boolean {
  const use = variable.references.find((reference) => reference.isRead());
  return use !== undefined && view.analysis.valueOf(use.identifier).primitive;
}

function localsIn(view: LoopView, range: Range): readonly Variable[] {
  const named = view.names.referencesIn(range).flatMap(({ resolved }) => resolved ?? []);
  return [...new Set(named)].filter((variable) => view.isLocal(variable));
}

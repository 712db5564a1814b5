/**
 * Purpose: arrays of which each iteration reads and writes its own element alone: `total[i] += …`, `product[i][j] = …`.
 * Input: a counted loop and what can't leave the main thread.
 * Guarantee: the arrays are the function's own and different ones, hold primitives or rows of primitives, and no iteration sees what
 * another one wrote in them: each can work on a copy of its element. (Array privatisation: Tu & Padua 1993, §3.)
 */
import type { Reference, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Effect } from '../../../model/index.ts';
import { unwrap } from '../../../facts/ast.ts';
import type { Blocker } from '../../slice/describe.ts';
import type { LoopView } from '../../slice/loop-view.ts';
import { idOf } from '../../slice/names.ts';
import { isDeadOnThrow } from '../../slice/visibility.ts';

type Member = TSESTree.MemberExpression;

export interface OwnElement {
  readonly variable: Variable;
  /** A primitive, one that a typed array may change when it is stored, or an array of primitives that stays the same object. */
  readonly kind: 'slot' | 'bytes' | 'row';
  /** All of `total[i]` in the body, in source order. */
  readonly uses: readonly Member[];
}

const kinds = { primitives: 'slot', bytes: 'bytes', rows: 'row' } as const;

/** The arrays that the loop changes, when every change is to the iteration's own element. */
export function findOwnElements(
  view: LoopView,
  blockers: readonly Blocker[],
): readonly OwnElement[] | undefined {
  const index = ownIndex(view);
  if (index === undefined) return undefined;
  const written = new Set(blockers.flatMap(({ effect }) => writtenBinding(effect) ?? []));
  const elements = [...written].map((id) => elementOf(view, id, index));
  const found = elements.filter((element) => element !== undefined);
  return found.length > 0 && found.length === elements.length ? found : undefined;
}

/** The loop's counter, when the body leaves it alone. */
function ownIndex(view: LoopView): string | undefined {
  const { space, items } = view.analysis.facts.loop;
  const [item, ...others] = items;
  if (space.kind !== 'counted' || !item || others.length > 0) return undefined;
  const isChanged = view.names
    .referencesIn(view.body)
    .some((reference) => reference.isWrite() && reference.resolved && idOf(reference.resolved) === item.id);
  return isChanged ? undefined : item.id;
}

function writtenBinding(effect: Effect | undefined): string | undefined {
  if (effect?.kind !== 'write' && effect?.kind !== 'mutate') return undefined;
  return effect.place.root.kind === 'binding' ? effect.place.root.id : undefined;
}

function elementOf(view: LoopView, id: string, index: string): OwnElement | undefined {
  const references = view.names
    .referencesIn(view.body)
    .filter(({ resolved }) => resolved && idOf(resolved) === id);
  const variable = references[0]?.resolved;
  const uses = references.map((reference) => ownUse(reference, view, index));
  const known = uses.filter((use) => use !== undefined);
  if (!variable || view.isLocal(variable) || known.length < uses.length) return undefined;
  if (!view.analysis.facts.effects.every((effect) => isOwn(effect, id, index))) return undefined;
  const content = view.analysis.contentOfLists(id);
  const depth = content === 'rows' ? 2 : 1;
  // A hidden array is none of the others that the loop changes.
  const isHidden = view.analysis.hiddenDepth(id) >= depth;
  if (!content || !isHidden || !isDeadOnThrow(variable, view, depth)) return undefined;
  return { variable, kind: kinds[content], uses: known };
}

/** `total[i]` around an identifier, where `i` is the counter. */
function ownUse({ identifier }: Reference, view: LoopView, index: string): Member | undefined {
  const member = identifier.parent;
  if (member.type !== 'MemberExpression' || member.object !== identifier) return undefined;
  const key = member.computed && !member.optional ? unwrap(member.property) : undefined;
  const counter = key && view.names.variableOf(key);
  return counter && idOf(counter) === index ? member : undefined;
}

/** Methods that can leave an array with fewer elements, which a copy of what is left would not tell. */
const shrinking = /^(?:pop|shift|splice)$/;

/** Whether an effect on the array is one on its own element, or at most in it. */
function isOwn(effect: Effect, id: string, index: string): boolean {
  if (effect.kind !== 'read' && effect.kind !== 'write' && effect.kind !== 'mutate') return true;
  const { root, path } = effect.place;
  if (root.kind !== 'binding' || root.id !== id) return true;
  const [key] = path;
  // The name itself is read where it stands in the body, which `ownUse` has seen; not by a function that is called.
  if (!key) return effect.kind === 'read' && effect.via.length === 0;
  if (key.kind !== 'index' || !isCounter(key.subscript, index)) return false;
  if (effect.kind === 'read') return effect.identity !== true || path.length > 1;
  const last = path.at(-1);
  const isLength = last?.kind === 'name' && last.name === 'length';
  const isShrinking = effect.kind === 'mutate' ? shrinking.test(effect.method) : effect.operator === 'delete';
  return !isLength && !isShrinking;
}

function isCounter(
  { terms }: { readonly terms: readonly { coefficient: number; factors: readonly string[] }[] },
  index: string,
): boolean {
  const [term, ...more] = terms;
  const [factor, ...others] = term?.factors ?? [];
  return more.length === 0 && others.length === 0 && term?.coefficient === 1 && factor === index;
}

/** Whether a blocker is a change of an own element, or a flow from one such change to a later read of the same iteration. */
export function isOfOwnElement({ effect, flow }: Blocker, elements: readonly OwnElement[]): boolean {
  const isOne = (id: string | undefined): boolean => elements.some(({ variable }) => idOf(variable) === id);
  if (!flow) return isOne(writtenBinding(effect));
  const [written, read] = [flow.written.root, flow.read.root];
  if (flow.isCarried || written.kind !== 'binding' || read.kind !== 'binding') return false;
  return written.id === read.id && isOne(written.id);
}

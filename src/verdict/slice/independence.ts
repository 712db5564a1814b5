/**
 * Purpose: whether a piece of the body computes the same in a worker as it would in its place.
 * Input: the blockers, and the local variables that only the ordered remainder knows.
 * Guarantee: independent code is free of effects and reads only the item, constants and values of independent code.
 */
import type { Reference, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Effect, Range } from '../../model/index.ts';
import { contains } from '../../facts/ast.ts';
import type { Blocker } from './describe.ts';
import { jumpsOutOf } from './jumps.ts';
import type { LoopView } from './loop-view.ts';

export class Independence {
  readonly #view: LoopView;
  readonly #blockers: readonly Blocker[];
  /** Locals that the remainder assigns: only it knows their value. */
  readonly #forced = new Map<Variable, readonly Blocker[]>();
  /** Locals whose objects the remainder may change, from an offset on. */
  readonly #tainted = new Map<Variable, { readonly from: number; readonly why: readonly Blocker[] }>();
  /** From here on an iteration only goes on if the remainder says so. */
  #cut: { readonly at: number; readonly why: readonly Blocker[] } | undefined;

  constructor(view: LoopView, blockers: readonly Blocker[]) {
    this.#view = view;
    this.#blockers = blockers;
  }

  /** Whether it has no obstacle in it, wherever its jumps lead. @param exempt effects that the plan replaces. */
  isFree(node: TSESTree.Node, exempt: ReadonlySet<Effect>): boolean {
    return this.#own(node, exempt).next().done === true;
  }

  isIndependent(node: TSESTree.Node): boolean {
    return !this.#isAfterCut(node.range) && this.#own(node).next().done === true && !this.#leaves(node);
  }

  /** Why a node isn't independent: its own blockers, and those of the locals that it reads. */
  reasonsOf(node: TSESTree.Node): readonly Blocker[] {
    const reasons = [...this.#own(node)].flat();
    return [...(this.#isAfterCut(node.range) ? (this.#cut?.why ?? []) : []), ...reasons];
  }

  /** Says that a local belongs to the remainder, all statements that write it included; true when that is new. */
  force(variable: Variable, why: readonly Blocker[]): boolean {
    if (this.#forced.has(variable)) return false;
    this.#forced.set(variable, why);
    return true;
  }

  /** Says that the remainder may change what a local holds, from an offset on; true when that is new. */
  taint(variable: Variable, from: number, why: readonly Blocker[]): boolean {
    const known = this.#tainted.get(variable);
    if (known && known.from <= from) return false;
    this.#tainted.set(variable, { from, why });
    return true;
  }

  /** Says that code from `at` on runs only if the remainder goes on; true when that is new. */
  cutAt(at: number, why: readonly Blocker[]): boolean {
    if (this.#cut && this.#cut.at <= at) return false;
    this.#cut = { at, why };
    return true;
  }

  *#own(node: TSESTree.Node, exempt?: ReadonlySet<Effect>): Generator<readonly Blocker[]> {
    for (const blocker of this.#blockers) {
      const isExempt = blocker.effect !== undefined && exempt?.has(blocker.effect) === true;
      if (!isExempt && contains(node.range, blocker.range)) yield [blocker];
    }
    for (const reference of this.#view.names.referencesIn(node.range)) {
      const why = this.#whyNot(reference);
      if (why) yield why;
    }
  }

  #whyNot(reference: Reference): readonly Blocker[] | undefined {
    const variable = reference.resolved;
    if (!variable) return undefined;
    const tainted = this.#tainted.get(variable);
    const isLater = tainted !== undefined && tainted.from <= this.#latestRead(reference);
    return this.#forced.get(variable) ?? (isLater && reference.isRead() ? tainted.why : undefined);
  }

  /** A function inside the body may run at any time after it is made. */
  #latestRead(reference: Reference): number {
    const { block } = reference.from.variableScope;
    const isInner = contains(this.#view.body, block.range) && block !== this.#view.analysis.site.callback;
    return isInner ? Infinity : reference.identifier.range[0];
  }

  #isAfterCut(range: Range): boolean {
    return this.#cut !== undefined && range[1] > this.#cut.at;
  }

  #leaves(node: TSESTree.Node): boolean {
    return jumpsOutOf(node).length > 0;
  }
}

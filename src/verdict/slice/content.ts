/**
 * Purpose: which pieces of the body the task has anything to do in.
 * Input: a slice.
 * Guarantee: what the task's results need is kept; what only the remainder needs, and repeats, is left out.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { contains } from '../../facts/ast.ts';
import type { Piece } from './classify.ts';
import { isJump, targetOf } from './jumps.ts';
import type { LoopView } from './loop-view.ts';
import type { Slice } from './cut.ts';
import { collect, headsOf } from './pieces.ts';
import { localsDefinedBy } from './touches.ts';

type Node = TSESTree.Node;

/** Whether the remainder has anything to do in a piece. */
export function staysInRest(piece: Piece, slice: Slice): boolean {
  if (piece.mode === 'part') return slice.repeated.has(piece.node);
  if (piece.mode === 'branch') return piece.children.some((child) => staysInRest(child, slice));
  return true;
}

export class PartContent {
  /** Statements of the part that the task runs. */
  readonly kept: ReadonlySet<Node>;
  readonly #view: LoopView;
  readonly #slice: Slice;

  constructor(view: LoopView, slice: Slice) {
    this.#view = view;
    this.#slice = slice;
    this.kept = keptStatements(view, slice);
  }

  /** Whether the task has anything to do in a piece, its head included. */
  has(piece: Piece): boolean {
    return this.#slice.hoists.some((hoist) => hoist.piece === piece) || this.hasInside(piece);
  }

  /** Whether a branch is needed in the task, or a piece is more than values taken out of it. */
  hasInside(piece: Piece): boolean {
    if (piece.mode === 'part') return this.kept.has(piece.node);
    if (piece.mode === 'jump') return this.#isFollowed(piece.node);
    return piece.children.some((child) => this.has(child));
  }

  /** Whether a jump skips anything of the part. */
  #isFollowed(node: Node): boolean {
    const target = isJump(node) ? targetOf(node) : undefined;
    const isInner = target !== undefined && contains(this.#view.body, target.range);
    const start = isInner ? target.range[0] : node.range[1];
    const isAfter = ({ range }: Node): boolean => range[0] >= start;
    return this.#slice.hoists.some(({ node: at }) => isAfter(at)) || [...this.kept].some(isAfter);
  }
}

/** All but those repeated by the remainder which the task has no use for; what may throw has one. */
function keptStatements(view: LoopView, slice: Slice): ReadonlySet<Node> {
  const parts = collect(slice.pieces, ({ mode }) => mode === 'part').map(({ node }) => node);
  const kept = new Set(parts.filter((node) => !slice.repeated.has(node) || slice.guards.includes(node)));
  const heads = collect(slice.pieces, ({ mode }) => mode === 'branch').flatMap(({ node }) => headsOf(node));
  const fixed = [...slice.hoists.map(({ node }) => node.range), ...heads];
  for (let size = -1; size !== kept.size;) {
    size = kept.size;
    const ranges = [...fixed, ...[...kept].map(({ range }) => range)];
    const used = new Set(
      ranges.flatMap((range) => view.names.referencesIn(range).map(({ resolved }) => resolved)),
    );
    for (const node of parts) {
      if ([...localsDefinedBy(node, view)].some((variable) => used.has(variable))) kept.add(node);
    }
  }
  return kept;
}

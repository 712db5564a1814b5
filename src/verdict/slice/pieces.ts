/** The tree of pieces that a body is classified into: walking it, and the heads of compound statements in it. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range } from '../../model/index.ts';
import { contains, isLoopStatement } from '../../facts/ast.ts';
import type { Piece } from './classify.ts';
import type { LoopView } from './loop-view.ts';

type Node = TSESTree.Node;

/** What the remainder alone evaluates, and a head whose operands are evaluated once, before anything inside. */
export function isHoistableHead({ mode, node }: Piece): boolean {
  return mode === 'branch' ? node.type === 'IfStatement' : mode !== 'part';
}

/** The ranges of a compound statement that aren't its inner statements. */
export function headsOf(node: Node): readonly Range[] {
  switch (node.type) {
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return [node.test.range];
    case 'ForStatement':
      return [node.init, node.test, node.update].flatMap((head) => (head ? [head.range] : []));
    case 'ForOfStatement':
    case 'ForInStatement':
      return [node.left.range, node.right.range];
    default:
      return [];
  }
}

/** Pieces that satisfy a condition, at any depth, in source order. */
export function collect(pieces: readonly Piece[], accepts: (piece: Piece) => boolean): readonly Piece[] {
  return pieces.flatMap((piece) => [...(accepts(piece) ? [piece] : []), ...collect(piece.children, accepts)]);
}

/** The branches around a piece, outermost first. */
export function ancestorsOf(piece: Piece, pieces: readonly Piece[]): readonly Piece[] {
  const around = pieces.find((other) => other !== piece && contains(other.node.range, piece.node.range));
  return around ? [around, ...ancestorsOf(piece, around.children)] : [];
}

/** The outermost loop of the body, or of a block in it, that a node stands in; or the node itself. */
export function outermostLoopAround(node: Node, view: LoopView, block: Range = view.body): Node {
  let outermost = node;
  for (
    let at = node.parent;
    at && contains(view.body, at.range) && contains(block, at.range);
    at = at.parent
  ) {
    if (isLoopStatement(at)) outermost = at;
  }
  return outermost;
}

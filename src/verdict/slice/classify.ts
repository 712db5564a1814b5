/**
 * Purpose: which statements of the body go to the workers, which stay, and which are needed on both sides.
 * Input: the body's statements and what is independent in them.
 * Guarantee: a `part` is independent as a whole; a `branch` has an independent head, so that both sides take the same way.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { isLoopStatement } from '../../facts/ast.ts';
import { isRepeatable } from './iterable.ts';
import type { Independence } from './independence.ts';
import { endsIteration, isJump, jumpsOutOf } from './jumps.ts';
import type { LoopView } from './loop-view.ts';
import { outermostLoopAround } from './pieces.ts';
import { localsAssignedBy, localsChangedBy } from './touches.ts';
import { workOf } from './work.ts';

type Node = TSESTree.Node;

export interface Piece {
  readonly node: Node;
  /**
   * `part`: all of it is independent. `rest`: stays, with the heavy expressions taken out of it. `jump`: a jump that both sides
   * make (a worker returns instead). `branch`: a compound statement whose head both sides evaluate.
   */
  readonly mode: 'part' | 'rest' | 'jump' | 'branch';
  /** The pieces inside a branch, by its statements. */
  readonly children: readonly Piece[];
}

/** Classifies until nothing changes: what the remainder writes is unknown to the part, and that may demote more. */
export function classify(view: LoopView, independence: Independence): readonly Piece[] {
  for (;;) {
    const pieces = view.statements.map((statement) => classifyNode(statement, view, independence));
    if (!markTaints(pieces, view, independence)) return pieces;
  }
}

function classifyNode(node: Node, view: LoopView, independence: Independence): Piece {
  if (independence.isIndependent(node)) return { node, mode: 'part', children: [] };
  if (isJump(node) || node.type === 'ThrowStatement') return { node, mode: 'jump', children: [] };
  const inner = innerStatements(node, view, independence);
  if (inner === undefined) return { node, mode: 'rest', children: [] };
  const children = inner.map((child) => classifyNode(child, view, independence));
  const isBroken = isLoopStatement(node) && children.some(hasDependentJump);
  return isBroken ? { node, mode: 'rest', children: [] } : { node, mode: 'branch', children };
}

/** The statements inside a compound statement whose head is independent; undefined for one that must stay whole. */
function innerStatements(
  node: Node,
  view: LoopView,
  independence: Independence,
): readonly Node[] | undefined {
  const isFree = (...heads: readonly (Node | null)[]): boolean =>
    heads.every((head) => head === null || independence.isIndependent(head));
  // What a loop's head evaluates in every round is evaluated on both sides.
  const isCheap = (...heads: readonly (Node | null)[]): boolean =>
    heads.every((head) => head === null || workOf(head, view.names) !== 'heavy');
  switch (node.type) {
    case 'BlockStatement':
      return node.body;
    case 'IfStatement':
      return isFree(node.test) ? [node.consequent, ...(node.alternate ? [node.alternate] : [])] : undefined;
    case 'ForStatement':
      return isFree(node.init, node.test, node.update) && isCheap(node.test, node.update)
        ? [node.body]
        : undefined;
    // Both sides walk through the items: an iterator would be used up by the first of them.
    case 'ForOfStatement':
      return isFree(node.left, node.right) && isDeclaration(node.left) && isRepeatable(view, node.right)
        ? [node.body]
        : undefined;
    case 'ForInStatement':
      return isFree(node.left, node.right) && isDeclaration(node.left) ? [node.body] : undefined;
    case 'WhileStatement':
    case 'DoWhileStatement':
      return isFree(node.test) && isCheap(node.test) ? [node.body] : undefined;
    default:
      return undefined;
  }
}

function isDeclaration(node: Node): boolean {
  return node.type === 'VariableDeclaration' && node.kind !== 'var';
}

/** A jump in the remainder's own code: the part would not know of it. */
function hasDependentJump(piece: Piece): boolean {
  if (piece.mode === 'rest') return jumpsOutOf(piece.node).length > 0;
  return piece.children.some(hasDependentJump);
}

/** Taints what the remainder writes, and cuts where it decides whether an iteration goes on; true when anything is new. */
function markTaints(pieces: readonly Piece[], view: LoopView, independence: Independence): boolean {
  let isNew = false;
  for (const { node, mode } of [...leavesOf(pieces, 'rest'), ...leavesOf(pieces, 'jump')]) {
    const why = independence.reasonsOf(node);
    for (const variable of localsAssignedBy(node, view)) {
      if (independence.force(variable, why)) isNew = true;
    }
    for (const variable of localsChangedBy(node, view)) {
      if (independence.taint(variable, outermostLoopAround(node, view).range[0], why)) isNew = true;
    }
    if (mode === 'rest' && stopsIteration(node, view) && independence.cutAt(node.range[1], why)) isNew = true;
  }
  return isNew;
}

function stopsIteration(node: Node, view: LoopView): boolean {
  return jumpsOutOf(node).some((jump) => endsIteration(jump, view.analysis.site));
}

/** The pieces of a mode, at any depth, in source order. */
export function leavesOf(pieces: readonly Piece[], mode: Piece['mode']): readonly Piece[] {
  return pieces.flatMap((piece) => [
    ...(piece.mode === mode ? [piece] : []),
    ...leavesOf(piece.children, mode),
  ]);
}

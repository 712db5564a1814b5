/** A cut of a loop's body into the part that moves and the remainder, as the planners read it. */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Range } from '../../model/index.ts';
import type { Piece } from './classify.ts';
import type { Blocker } from './describe.ts';
import type { Independence } from './independence.ts';

type Node = TSESTree.Node;

/** A value that the part computes where the remainder would have. */
export interface Hoist {
  /** The statement of the remainder, or the branch whose head uses it. */
  readonly piece: Piece;
  /** What is computed. */
  readonly node: Node;
  /** Where the remainder uses the value: the expression itself, or all uses of a variable in the statement. */
  readonly uses: readonly Range[];
  /** Loops inside the body, outermost first, that compute it once for each of their rounds. */
  readonly loops: readonly Node[];
  /** Not computed in every iteration (round). */
  readonly isConditional: boolean;
  /** It stands in a block of its own. */
  readonly isNested: boolean;
  /** An earlier one that has the same value. */
  readonly same: Hoist | undefined;
}

export interface Slice {
  readonly pieces: readonly Piece[];
  readonly hoists: readonly Hoist[];
  /** Variables of the part whose final value the remainder uses by name. */
  readonly crossing: readonly Variable[];
  /** Statements of the part that the remainder repeats, since they are cheap and their values can't or needn't be sent. */
  readonly repeated: ReadonlySet<Node>;
  /** Those among them that the task runs all the same: they throw, and tell TypeScript of what comes behind. */
  readonly guards: readonly Node[];
  readonly independence: Independence;
  /** Values that would have been taken out if they could cross. */
  readonly obstacles: readonly Blocker[];
}

/** What the slicer is told not to do, after a first try did not work out. */
export interface Limits {
  /** Nothing that starts at or after this offset is moved. */
  readonly end: number;
  /** Cheap statements are repeated rather than sent. */
  readonly repeatsCheap: boolean;
}

export const noLimits: Limits = { end: Infinity, repeatsCheap: false };

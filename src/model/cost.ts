/** What an iteration costs, and whether a rewrite would pay. A fact of its own, apart from legality. */
export interface Cost {
  /** Estimated elementary operations (about 1 ns each) of one iteration; unknown trip counts are guessed, `certain` says so. */
  readonly perIteration: number;
  /** The share of them, from 0 to 1, that a rewrite moves to workers; undefined where there is no plan. */
  readonly movedShare?: number | undefined;
  /** Number of iterations where known. */
  readonly trips: number | undefined;
  readonly certain: boolean;
  /** What makes it heavy: `nested loop`, `recursion`, `calls levenshtein`. */
  readonly because: readonly string[];
  /** Milliseconds from a CPU profile, where one was given. */
  readonly measuredMs: number | undefined;
}

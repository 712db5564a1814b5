/** The product: what doall says of one loop. Plain data, no AST nodes, no prose. */
import type { Cost } from './cost.ts';
import type { Hazard } from './hazard.ts';
import type { Loop } from './loop.ts';
import type { RewritePlan } from './plan.ts';

/** `undecided`: nothing speaks against it, but `missing` facts could not be proven. */
export type Outcome = 'parallel' | 'blocked' | 'undecided';

/** A fact that would settle an undecided loop. */
export interface MissingFact {
  readonly kind: 'callee-pure' | 'is-array' | 'cloneable' | 'no-alias' | 'class-importable';
  /** `score (imported from './score')` */
  readonly subject: string;
  readonly line: number;
}

export interface Verdict {
  readonly loop: Loop;
  readonly outcome: Outcome;
  readonly hazards: readonly Hazard[];
  readonly missing: readonly MissingFact[];
  /** Set when `parallel`. */
  readonly plan: RewritePlan | undefined;
  readonly cost: Cost;
  /** Legality and profit are separate: said of parallel loops, judged by the options' `minWork`. */
  readonly worthwhile: boolean;
}

/** What a person may switch. Every assumption of the promise has a switch. */
export interface AnalyzeOptions {
  /** Least estimated work (operations ≈ ns) of the whole loop for `worthwhile`; unknown trips count as 1,000. */
  readonly minWork: number;
  /** Callees to take as pure, by name: `score`, `lodash.isEqual`. */
  readonly pure: readonly string[];
  /** Reading files in tasks is allowed while nothing in the loop writes any. */
  readonly allowFileReads: boolean;
  /** Results may depend on `Math.random`/clock only on the main thread: such parts stay in the remainder. */
  readonly maxFileBytes: number;
}

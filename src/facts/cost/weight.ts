/** Weights: operations with what makes them heavy, and how they add up. */

/** What running a piece of code once weighs, in elementary operations of about 1 ns. */
export interface Weight {
  readonly operations: number;
  /** Nothing in it was guessed: every callee and every trip count is known. */
  readonly certain: boolean;
  /** What makes it heavy, with the operations that each accounts for. */
  readonly causes: readonly Cause[];
}

export interface Cause {
  /** `nested loop`, `recursion`, `calls levenshtein`, `crypto.pbkdf2Sync`. */
  readonly text: string;
  readonly operations: number;
}

const noCauses: readonly Cause[] = [];

export const nothingToDo: Weight = { operations: 0, certain: true, causes: noCauses };

export function weightOf(operations: number, certain = true): Weight {
  return { operations, certain, causes: noCauses };
}

export function addWeights(weights: readonly Weight[]): Weight {
  const [only = nothingToDo] = weights;
  if (weights.length <= 1) return only;
  return {
    operations: Math.min(ceiling, sum(weights)),
    certain: weights.every((weight) => weight.certain),
    causes: causesOf(weights),
  };
}

/** Nearly always those of one part: the others have none. */
function causesOf(weights: readonly Weight[]): readonly Cause[] {
  const heavy = weights.filter(({ causes }) => causes.length > 0);
  const [only] = heavy;
  return heavy.length <= 1 ? (only?.causes ?? noCauses) : strongest(heavy.flatMap(({ causes }) => causes));
}

/** Either of them runs: the heavier counts. */
export function worstOf(weights: readonly Weight[]): Weight {
  const worst = weights.reduce((a, b) => (b.operations > a.operations ? b : a), nothingToDo);
  return { ...worst, certain: weights.every((weight) => weight.certain) };
}

/** The same, `times` over. */
export function repeatWeight(weight: Weight, times: number, certain: boolean, cause?: string): Weight {
  const operations = Math.min(ceiling, weight.operations * times);
  const inner = weight.causes.map(({ text, operations }) => ({ text, operations: operations * times }));
  const causes = cause === undefined ? inner : [{ text: cause, operations }, ...inner];
  return { operations, certain: certain && weight.certain, causes: strongest(causes) };
}

/** The causes that account for at least a tenth of the whole, heaviest first, at most three. */
export function becauseOf(weight: Weight): readonly string[] {
  return weight.causes
    .filter((cause) => cause.operations * 10 >= weight.operations)
    .map((cause) => cause.text);
}

/** About 17 minutes: no estimate is more than that, however deep the guesses are nested. */
const ceiling = 1e12;
const causesKept = 3;

/** What isn't exceeded by anything. */
export const mostWeight: Weight = { operations: ceiling, certain: true, causes: [] };

function sum(weights: readonly Weight[]): number {
  return weights.reduce((total, weight) => total + weight.operations, 0);
}

function strongest(causes: readonly Cause[]): readonly Cause[] {
  if (causes.length <= 1) return causes;
  const byText = new Map<string, Cause>();
  for (const cause of causes) {
    const known = byText.get(cause.text);
    if (known === undefined || known.operations < cause.operations) byText.set(cause.text, cause);
  }
  return [...byText.values()].sort((a, b) => b.operations - a.operations).slice(0, causesKept);
}

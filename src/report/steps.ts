/** The six steps, and at which of them an obstacle stops the work. */
import type { Hazard, HazardCode, MissingFact, Verdict } from '../model/index.ts';

export type Step = 1 | 2 | 3 | 4 | 5 | 6;

export const steps: readonly Step[] = [1, 2, 3, 4, 5, 6];

export const stepTitles: Record<Step, string> = {
  1: 'Find the part to parallelise: the loop',
  2: 'What varies with each iteration: the items',
  3: 'What does not vary: the constants, read only',
  4: 'Turn the body into a function of one item and the constants: the task',
  5: 'Bake the constants in: they travel once per worker, not once per item',
  6: "Replace the loop by the pool's map",
};

/** The step at which each hazard stops the work; codes that are not listed stop at 4, the task. */
const hazardSteps: Partial<Record<HazardCode, Step>> = {
  'unknown-trip-count': 2,
  'mutated-iteration-space': 2,
  'carried-flow': 3,
  'scatter-write': 3,
  'shared-mutation': 3,
  'module-state': 3,
  'ambient-state': 3,
  'this-capture': 3,
  aliasing: 3,
  'uncloneable-capture': 5,
  'lossy-capture': 5,
  'native-handle': 5,
  'oversized-clone': 5,
  'uncloneable-result': 6,
  'lossy-result': 6,
  'identity-loss': 6,
  'module-side-effects': 6,
  'import-cycle': 6,
  'two-module-forms': 6,
  'no-iterators': 6,
};

const missingSteps: Record<MissingFact['kind'], Step> = {
  'is-array': 2,
  'no-alias': 3,
  'callee-pure': 4,
  cloneable: 5,
  'class-importable': 5,
};

/** The first step that a hazard or a missing fact stops at; undefined for a parallel loop. */
export function stoppingStep(verdict: Verdict): Step | undefined {
  if (verdict.outcome === 'parallel') return undefined;
  const stops = [
    ...verdict.hazards.map(stepOfHazard),
    ...verdict.missing.map(({ kind }) => stepOfMissing(kind)),
  ];
  return stops.sort()[0] ?? 4;
}

export function stepOfHazard({ code }: Hazard): Step {
  return hazardSteps[code] ?? 4;
}

export function stepOfMissing(kind: MissingFact['kind']): Step {
  return missingSteps[kind];
}

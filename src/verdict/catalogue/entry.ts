/** What one hazard code says to a person. The texts are templates; `template.ts` lists their slots. */

/** The rules that report hazards, without the prefix `doall/`. */
export const hazardRules = [
  'no-carried-dependence',
  'no-shared-mutation',
  'no-early-exit',
  'no-io-in-task',
  'no-nondeterminism',
  'no-ambient-state',
  'no-hidden-state',
  'no-worker-side-effects',
  'no-this-capture',
  'no-uncloneable-capture',
  'no-lossy-clone',
  'no-native-handle',
] as const;

export type HazardRule = (typeof hazardRules)[number];

export interface HazardEntry {
  /** A heading: `Value carried between iterations`. */
  readonly title: string;
  /** The one rule that reports it. */
  readonly rule: HazardRule;
  /** What is the case, one sentence. */
  readonly definite: string;
  /** The same when it could not be ruled out; left out where `definite` fits both. */
  readonly possible?: string;
  /** What would go wrong in a worker, one or two sentences. */
  readonly why: string;
  /** What to do next, in the imperative. */
  readonly remedy: string;
  /** What stands in `{{detail}}` when the hazard has none. */
  readonly unsaid?: string;
}

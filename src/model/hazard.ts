/** Why a loop can't be (or isn't proven) parallel. Prose for each code stands in the hazard catalogue, nowhere else. */
import type { Location, Range } from './location.ts';

export const hazardCodes = [
  // dependence
  'carried-flow',
  'aliasing',
  'scatter-write',
  // control
  'early-exit',
  'unknown-trip-count',
  'mutated-iteration-space',
  'await-in-body',
  'yield-in-body',
  // effects
  'shared-mutation',
  'item-mutation',
  'module-state',
  'io',
  'nondeterminism',
  'ambient-state',
  'hidden-code',
  'unknown-call',
  'this-capture',
  // transfer
  'uncloneable-capture',
  'uncloneable-result',
  'lossy-capture',
  'lossy-result',
  'identity-loss',
  'native-handle',
  'oversized-clone',
  // module
  'module-side-effects',
  'import-cycle',
  'two-module-forms',
  'no-iterators',
] as const;

export type HazardCode = (typeof hazardCodes)[number];

/** Another place that belongs to the story: the write that a read depends on, the call on the way to an effect. */
export interface Evidence {
  readonly at: Location;
  /** Key into the catalogue's evidence phrases. */
  readonly role: 'write' | 'read' | 'call' | 'declaration' | 'effect';
  readonly subject: string;
}

export interface Hazard {
  readonly code: HazardCode;
  readonly certainty: 'definite' | 'possible';
  /** The variable, property path or callee in question: `acc`, `scene.camera`, `Math.random`. */
  readonly subject: string;
  /** A detail that the catalogue's phrase has a slot for: what is lost, which device, which missing fact. */
  readonly detail: string;
  readonly range: Range;
  readonly at: Location;
  readonly evidence: readonly Evidence[];
}

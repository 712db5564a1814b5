/** Places and hazards as data with names in them. */
import type {
  Effect,
  Evidence,
  Hazard,
  HazardCode,
  Key,
  MissingFact,
  Place,
  Range,
} from '../../model/index.ts';
import type { LoopView } from './loop-view.ts';

/** A reason why code can't go to a worker: any code whose range contains `range`. */
export interface Blocker {
  readonly range: Range;
  readonly hazard: Hazard;
  /** The fact that would settle it, where only that stands between. */
  readonly missing: MissingFact | undefined;
  /** The effect that it comes from, where it comes from one. */
  readonly effect: Effect | undefined;
  /** The flow dependence that it comes from, where it comes from one. */
  readonly flow?: Flow;
}

export interface Flow {
  readonly written: Place;
  readonly read: Place;
  readonly isCarried: boolean;
}

interface HazardParts {
  readonly subject: string;
  readonly range: Range;
  readonly detail?: string;
  readonly certainty?: Hazard['certainty'];
  readonly evidence?: readonly Evidence[];
}

export function makeHazard(view: LoopView, code: HazardCode, parts: HazardParts): Hazard {
  const { subject, range, detail = '', certainty = 'definite', evidence = [] } = parts;
  return { code, certainty, subject, detail, range, at: view.at(range), evidence };
}

/** The variable or object that a place starts from: `rows`, `this`, `process`. */
export function rootName(place: Place): string {
  const { root } = place;
  switch (root.kind) {
    case 'binding':
    case 'item':
    case 'global':
      return root.name;
    case 'this':
      return 'this';
    case 'param':
      return `argument ${root.index + 1}`;
    case 'fresh':
      return 'a new object';
    case 'unknown':
      return root.why;
  }
}

/** `rows[…].cells` */
export function printPlace(place: Place): string {
  return rootName(place) + place.path.map(printKey).join('');
}

function printKey(key: Key): string {
  return key.kind === 'name' ? `.${key.name}` : key.kind === 'all' ? '' : '[…]';
}

/** The calls on the way to an effect. */
export function callEvidence(effect: Effect): readonly Evidence[] {
  return effect.via.map(({ callee, at }) => ({ at, role: 'call', subject: callee }));
}

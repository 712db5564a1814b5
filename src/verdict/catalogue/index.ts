/**
 * The hazard catalogue: the one home of prose about loops. ESLint messages, SARIF rules, rule docs and `explain` are made
 * from it.
 */
import type { Evidence, Hazard, HazardCode } from '../../model/index.ts';
import { hazardCodes } from '../../model/index.ts';
import { controlEntries } from './control.ts';
import { dependenceEntries } from './dependence.ts';
import { effectEntries } from './effects.ts';
import type { HazardEntry, HazardRule } from './entry.ts';
import { moduleEntries } from './modules.ts';
import type { Slots } from './template.ts';
import { fill, slotsOf } from './template.ts';
import { transferEntries } from './transfer.ts';

export { hazardRules } from './entry.ts';
export type { HazardEntry, HazardRule } from './entry.ts';
export { describeMissing } from './facts.ts';
export { describeOpportunity } from './opportunity.ts';

/** The entry of every hazard code. */
export const catalogue: Readonly<Record<HazardCode, HazardEntry>> = {
  ...dependenceEntries,
  ...controlEntries,
  ...effectEntries,
  ...transferEntries,
  ...moduleEntries,
};

const evidencePhrases: Record<Evidence['role'], string> = {
  write: '`{{subject}}` is written here',
  read: '`{{subject}}` is read here',
  call: '`{{subject}}` is called here',
  declaration: '`{{subject}}` is declared here',
  effect: '`{{subject}}` takes effect here',
};

/** What a person is told of one hazard; `related` has a phrase for each piece of evidence, in its order. */
export interface HazardDescription {
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly remedy: string;
  readonly related: readonly string[];
}

/** Everything the catalogue says of this hazard, with its subject and detail filled in. */
export function describeHazard(hazard: Hazard): HazardDescription {
  const entry = catalogue[hazard.code];
  const slots = hazardSlots(hazard);
  return {
    title: entry.title,
    message: fill(messageTemplate(entry, hazard.certainty), slots),
    why: fill(entry.why, slots),
    remedy: fill(entry.remedy, slots),
    related: hazard.evidence.map((evidence) => describeEvidence(evidence)),
  };
}

/** `` `acc` is written here `` */
export function describeEvidence(evidence: Evidence): string {
  return fill(evidencePhrases[evidence.role], { subject: evidence.subject });
}

/** The values of the slots in the templates of this hazard's entry. */
export function hazardSlots({ code, subject, detail }: Hazard): Slots {
  // The same path in two iterations is no other name: the entry's own words say it better.
  return slotsOf(subject, detail === subject ? '' : detail, catalogue[code].unsaid);
}

/** The sentence that says what is the case, its slots not filled. */
export function messageTemplate(entry: HazardEntry, certainty: Hazard['certainty']): string {
  return certainty === 'possible' ? (entry.possible ?? entry.definite) : entry.definite;
}

/** The one rule that reports hazards of this code, without the prefix `doall/`. */
export function ruleOf(code: HazardCode): HazardRule {
  return catalogue[code].rule;
}

/** The hazard codes that a rule reports, in the order of the model. */
export function codesOf(rule: HazardRule): HazardCode[] {
  return hazardCodes.filter((code) => ruleOf(code) === rule);
}

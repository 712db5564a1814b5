/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/): one rule for each hazard code and one for loops that can be
 * rewritten; both ends of a dependence stand in `relatedLocations`; paths are relative to the root.
 */
import type { Hazard, HazardCode, Location, Verdict } from '../model/index.ts';
import { hazardCodes } from '../model/index.ts';
import {
  catalogue,
  describeHazard,
  describeMissing,
  describeOpportunity,
  ruleOf,
} from '../verdict/catalogue/index.ts';
import { displayPath, type Report } from './report.ts';
import { sentence } from './style.ts';

/** Rule ids that are no hazard codes. */
const opportunityRule = 'parallel-loop';
const undecidedRule = 'missing-fact';
const slot = /\{\{\w+\}\}/g;

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: 'note';
  readonly message: { readonly text: string };
  readonly locations: readonly object[];
  readonly relatedLocations?: readonly object[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** The report as one SARIF log with one run. `version` is doall's own. */
export function formatSarif(report: Report, version: string): string {
  const results = report.verdicts.flatMap((verdict) => resultsOf(verdict, report.root));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'doall', semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.skipped.map((skipped) => ({
              level: 'warning',
              message: { text: `${skipped.reason}: ${skipped.message}` },
              locations: [{ physicalLocation: { artifactLocation: artifact(skipped.file, report.root) } }],
            })),
          },
        ],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const rules = [
  ruleObject(
    opportunityRule,
    'Loop whose iterations are independent',
    'The loop can be rewritten to a worker-pool map that behaves exactly as before.',
    'prefer-pool-map',
  ),
  ruleObject(
    undecidedRule,
    'Loop that a missing fact keeps from being parallel',
    'Nothing speaks against the loop, but a fact could not be proven.',
    'prefer-pool-map',
  ),
  ...hazardCodes.map((code) => {
    const { title, why } = catalogue[code];
    return ruleObject(code, title, why.replace(slot, 'it'), ruleOf(code));
  }),
];

function ruleObject(
  id: HazardCode | typeof opportunityRule | typeof undecidedRule,
  title: string,
  text: string,
  eslintRule: string,
): object {
  return {
    id,
    name: id.replace(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text },
    defaultConfiguration: { level: 'note' },
    properties: { eslintRule: `doall/${eslintRule}`, tags: ['performance', 'parallelism'] },
  };
}

function resultsOf(verdict: Verdict, root: string): SarifResult[] {
  const { loop } = verdict;
  const head: Location = { file: loop.file, ...loop.start, range: loop.head };
  if (verdict.outcome === 'parallel') {
    return [
      result(
        opportunityRule,
        sentence(describeOpportunity(verdict)),
        physical(head, root, loop.endLine),
        [],
        verdict,
      ),
    ];
  }
  const loopLocation = related({ at: head, text: 'the loop' }, root, 0);
  const missing = verdict.missing.map((fact) => {
    const { message, remedy } = describeMissing(fact);
    return result(
      undecidedRule,
      `${sentence(message)} ${remedy}`,
      physical({ ...head, line: fact.line, column: 1 }, root),
      [loopLocation],
      verdict,
    );
  });
  return [...verdict.hazards.map((hazard) => hazardResult(hazard, verdict, head, root)), ...missing];
}

function hazardResult(hazard: Hazard, verdict: Verdict, head: Location, root: string): SarifResult {
  const { message, remedy, related: phrases } = describeHazard(hazard);
  const evidence = hazard.evidence.map(({ at }, i) => ({ at, text: phrases[i] ?? '' }));
  const locations = [...evidence, { at: head, text: 'the loop' }].map((place, i) => related(place, root, i));
  return result(
    hazard.code,
    `${message} ${remedy}`,
    physical(hazard.at, root),
    locations,
    verdict,
    hazard.certainty,
  );
}

function result(
  ruleId: string,
  text: string,
  location: object,
  relatedLocations: readonly object[],
  verdict: Verdict,
  certainty?: Hazard['certainty'],
): SarifResult {
  return {
    ruleId,
    ruleIndex: rules.findIndex((rule) => 'id' in rule && rule.id === ruleId),
    level: 'note',
    message: { text },
    locations: [location],
    ...(relatedLocations.length > 0 ? { relatedLocations } : {}),
    properties: { outcome: verdict.outcome, form: verdict.loop.form, ...(certainty ? { certainty } : {}) },
  };
}

function related({ at, text }: { at: Location; text: string }, root: string, id: number): object {
  return { id, message: { text }, ...physical(at, root) };
}

function physical({ file, line, column }: Location, root: string, endLine?: number): object {
  const region = { startLine: line, startColumn: column, ...(endLine === undefined ? {} : { endLine }) };
  return { physicalLocation: { artifactLocation: artifact(file, root), region } };
}

function artifact(file: string, root: string): object {
  return {
    uri: displayPath(root, file).split('/').map(encodeURIComponent).join('/'),
    uriBaseId: '%SRCROOT%',
  };
}

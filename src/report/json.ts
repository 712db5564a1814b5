/** The machine-readable report. Its shape is a promise: `version` goes up when a field changes its meaning. */
import type {
  Evidence,
  Hazard,
  HazardCode,
  LoopForm,
  MissingFact,
  Outcome,
  PlanKind,
  SkipReason,
  Verdict,
} from '../model/index.ts';
import { describeEvidence, describeHazard, describeMissing } from '../verdict/catalogue/index.ts';
import { displayPath, type Report } from './report.ts';

export interface JsonReport {
  readonly version: 1;
  readonly files: number;
  readonly skipped: readonly {
    readonly file: string;
    readonly reason: SkipReason;
    readonly message: string;
  }[];
  readonly loops: readonly JsonLoop[];
}

export interface JsonLoop {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly form: LoopForm;
  readonly outcome: Outcome;
  /** Null unless `outcome` is `parallel`. */
  readonly plan: PlanKind | null;
  readonly worthwhile: boolean;
  readonly varying: readonly string[];
  readonly constants: readonly string[];
  readonly results: readonly string[];
  readonly hazards: readonly JsonHazard[];
  /** What would settle an undecided loop. */
  readonly missing: readonly JsonMissing[];
  readonly cost: {
    readonly perIteration: number;
    readonly trips: number | null;
    readonly measuredMs: number | null;
  };
}

export interface JsonHazard {
  readonly code: HazardCode;
  readonly certainty: Hazard['certainty'];
  readonly subject: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
  /** `file` stands there only when it is another file than the loop's. */
  readonly related: readonly {
    readonly file?: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

export interface JsonMissing extends MissingFact {
  readonly message: string;
  readonly remedy: string;
}

/** The report as one JSON object, two spaces a level, with a final line break. */
export function formatJson(report: Report): string {
  return `${JSON.stringify(toJson(report), undefined, 2)}\n`;
}

/** The report as plain data, as `doall scan --format json` prints it. */
export function toJson(report: Report): JsonReport {
  return {
    version: 1,
    files: report.files,
    skipped: report.skipped.map(({ file, reason, message }) => ({
      file: displayPath(report.root, file),
      reason,
      message,
    })),
    loops: report.verdicts.map((verdict) => loopToJson(verdict, report.root)),
  };
}

function loopToJson(verdict: Verdict, root: string): JsonLoop {
  const { loop, plan, cost } = verdict;
  return {
    file: displayPath(root, loop.file),
    line: loop.start.line,
    column: loop.start.column,
    endLine: loop.endLine,
    form: loop.form,
    outcome: verdict.outcome,
    plan: plan?.kind ?? null,
    worthwhile: verdict.worthwhile,
    varying: plan?.summary.varying ?? loop.items.map(({ name }) => name),
    constants: plan?.summary.constants ?? [],
    results: plan?.summary.results ?? [],
    hazards: verdict.hazards.map((hazard) => hazardToJson(hazard, root)),
    missing: verdict.missing.map((fact) => ({ ...fact, ...describeMissing(fact) })),
    cost: { perIteration: cost.perIteration, trips: cost.trips ?? null, measuredMs: cost.measuredMs ?? null },
  };
}

function hazardToJson(hazard: Hazard, root: string): JsonHazard {
  const { message, remedy } = describeHazard(hazard);
  return {
    code: hazard.code,
    certainty: hazard.certainty,
    subject: hazard.subject,
    line: hazard.at.line,
    column: hazard.at.column,
    message,
    remedy,
    related: hazard.evidence.map((evidence) => relatedToJson(evidence, hazard, root)),
  };
}

function relatedToJson(evidence: Evidence, hazard: Hazard, root: string): JsonHazard['related'][number] {
  const { file, line, column } = evidence.at;
  const place = { line, column, message: describeEvidence(evidence) };
  return file === hazard.at.file ? place : { file: displayPath(root, file), ...place };
}

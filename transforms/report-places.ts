/** What became of each loop or pool, for people and for programs. */
import { appendFileSync } from 'node:fs';
import type { API, Options } from 'jscodeshift';

/** Of `heavy` loops: those of at least `minWork`, the others being left for that alone. `none`: of those that would be rewritten. */
export type Reasons = 'all' | 'heavy' | 'none';

export interface Place {
  readonly line: number;
  readonly column: number;
  /** A loop's form, or `pool`. */
  readonly form: string;
}

export interface RewrittenPlace extends Place {
  /** A loop's plan, or how a pool is closed. */
  readonly plan: string;
  /** The name of the task in the worker module, or of the pool. */
  readonly task: string;
}

export interface SkippedPlace extends Place {
  /** A hazard code, `missing-fact`, or a code of the transform's own. */
  readonly code: string;
  readonly subject: string;
}

export interface FileReport {
  readonly rewritten: readonly RewrittenPlace[];
  readonly skipped: readonly SkippedPlace[];
  /** Why the whole file was passed over. */
  readonly unreadable: string | undefined;
}

/**
 * Counts for `api.stats`; a line for each place left when `--verbose` is 1 or more, always for a bug of ours or a file in the
 * way; one line of JSON in `--report-file`.
 */
export function reportPlaces(file: string, result: FileReport, api: API, options: Options): void {
  const { rewritten, skipped, unreadable } = result;
  for (const { plan } of rewritten) api.stats(`rewritten as ${plan}`);
  const isVerbose = Number(options.verbose ?? 0) >= 1;
  for (const { line, column, form, code, subject } of skipped) {
    api.stats(`left: ${code}`);
    if (isVerbose || alwaysReported.has(code)) {
      api.report(`${file}:${String(line)}:${String(column)} ${form} left as it is: ${code} (${subject})`);
    }
  }
  if (unreadable !== undefined && isVerbose) api.report(unreadable);
  const reportFile: unknown = options['report-file'] ?? options.reportFile;
  if (typeof reportFile === 'string') {
    appendFileSync(reportFile, `${JSON.stringify({ file, rewritten, skipped, unreadable })}\n`);
  }
}

/** Of which loops that are left the reasons are told; jscodeshift shows its counts for `--dry` alone. */
export function reasonsToldIn(options: Options): Reasons {
  const reasons: unknown = options.reasons;
  if (reasons === 'all' || reasons === 'heavy' || reasons === 'none') return reasons;
  const reportFile: unknown = options['report-file'] ?? options.reportFile;
  const namesEach = Number(options.verbose ?? 0) >= 1 || typeof reportFile === 'string';
  return namesEach ? 'all' : options.dry === true ? 'heavy' : 'none';
}

const alwaysReported = new Set(['foreign-file', 'output-does-not-parse', 'free-variable']);

/** What became of each loop, for people and for programs. */
import { appendFileSync } from 'node:fs';
import type { API, Options } from 'jscodeshift';
import type { RewriteResult } from './rewrite-file.ts';

/**
 * Counts for `api.stats`; a line for each loop left when `--verbose` is 1 or more, always for a bug of ours or a file in the
 * way; one line of JSON in `--report-file`.
 */
export function reportLoops(file: string, result: RewriteResult, api: API, options: Options): void {
  const { rewritten, skipped, unreadable } = result;
  for (const { plan } of rewritten) api.stats(`rewritten as ${plan}`);
  const isVerbose = Number(options.verbose ?? 0) >= 1;
  for (const { line, column, form, code, subject } of skipped) {
    api.stats(`left: ${code}`);
    if (isVerbose || alwaysReported.has(code)) {
      api.report(
        `${file}:${String(line)}:${String(column)} ${form} loop left as it is: ${code} (${subject})`,
      );
    }
  }
  if (unreadable !== undefined && isVerbose) api.report(unreadable);
  const reportFile: unknown = options['report-file'] ?? options.reportFile;
  if (typeof reportFile === 'string') {
    appendFileSync(reportFile, `${JSON.stringify({ file, rewritten, skipped, unreadable })}\n`);
  }
}

const alwaysReported = new Set(['foreign-file', 'output-does-not-parse', 'free-variable']);

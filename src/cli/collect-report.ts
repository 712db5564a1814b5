/** Paths → a report of the loops in their files. */
import { availableParallelism } from 'node:os';
import type { SkippedFile, Verdict } from '../model/index.ts';
import { rankByTime, selectWorthALook, type Report } from '../report/index.ts';
import type { FileResult } from './analyze-file.ts';
import { analyzeFiles } from './analyze-files.ts';
import { discoverFiles, type Discovery } from './discover.ts';
import { nameOf, readText } from './files.ts';
import { toAnalyzeOptions, type AnalysisArguments, type FileArguments } from './options.ts';
import { checkProfile } from './profile.ts';
import { startProgress } from './progress.ts';

export interface ReportArguments extends AnalysisArguments, FileArguments {
  readonly paths: readonly string[];
  /** Show every loop, not only those worth a look. */
  readonly all: boolean;
  /** A CPU profile that says which loops matter. */
  readonly profile: string | undefined;
}

export interface CollectedReport {
  readonly report: Report;
  /** Of every heavy loop; of all, where all are shown. */
  readonly verdicts: readonly Verdict[];
  /** Whether something that a person named could not be done, or doall itself failed on a file. */
  readonly hasFailed: boolean;
}

/** Analyses every file under the paths; names on stderr the files that could not be, one line each. */
export async function collectReport(args: ReportArguments): Promise<CollectedReport> {
  const root = process.cwd();
  const options = toAnalyzeOptions(args);
  const discovery = discoverFiles(args);
  const profile = args.profile === undefined ? undefined : checkProfile(args.profile, discovery.files);
  const progress = startProgress(discovery.files.length);
  const hooks = { cpus: args.cpus, onProgress: progress.update };
  const request = { root, options, all: args.all, profile: args.profile };
  const results = await analyzeFiles(discovery.files, request, hooks);
  progress.clear();
  const verdicts = rankByTime(results.flatMap((result) => result.verdicts));
  const skipped = [...discovery.failed, ...results.flatMap((result) => result.skipped ?? [])];
  printSkipped(skipped, results);
  return {
    verdicts,
    hasFailed: hasFailed(skipped, results, discovery),
    report: {
      root,
      files: results.filter((result) => !result.skipped && result.crash === undefined).length,
      loops: results.reduce((sum, { loops }) => sum + loops, 0),
      skipped,
      verdicts: args.all ? verdicts : selectWorthALook(verdicts, options.minWork),
      profile: profile && { totalMs: profile.totalMs, threads: availableParallelism() },
      sourceOf: readText,
    },
  };
}

/** A file that was found in a folder may be skipped; one that was named may not. */
function hasFailed(
  skipped: readonly SkippedFile[],
  results: readonly FileResult[],
  discovery: Discovery,
): boolean {
  const isNamed = ({ file }: SkippedFile): boolean =>
    discovery.named.has(file) || discovery.failed.some((each) => each.file === file);
  return skipped.some(isNamed) || results.some(({ crash }) => crash !== undefined);
}

function printSkipped(skipped: readonly SkippedFile[], results: readonly FileResult[]): void {
  const lines = skipped.map(({ file, reason, message }) => `${nameOf(file)}: ${message} [${reason}]`);
  const crashes = results.flatMap(({ file, crash }) =>
    crash === undefined
      ? []
      : [
          `${nameOf(file)}: a bug in doall: ${crash}; please report it, with the file; DOALL_DEBUG=1 shows more`,
        ],
  );
  for (const line of [...lines, ...crashes]) process.stderr.write(`${line}\n`);
}

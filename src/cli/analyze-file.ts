/** One file → its verdicts, or the reason why not. */
import type { AnalyzeOptions, SkippedFile, Verdict } from '../model/index.ts';
import { openProject, readCpuProfile, readSource } from '../parse/index.ts';
import { analyze, analyzeHeavy, createAnalyzeContext } from '../verdict/index.ts';

export interface AnalysisRequest {
  /** Bounds the search for imported files. */
  readonly root: string;
  readonly options: AnalyzeOptions;
  /** Judge the light loops too, of which no report speaks unless it is asked to. */
  readonly all: boolean;
  /** File of a CPU profile. */
  readonly profile?: string | undefined;
}

export interface FileResult {
  readonly file: string;
  readonly verdicts: readonly Verdict[];
  /** How many loops were found. */
  readonly loops: number;
  readonly skipped: SkippedFile | undefined;
  /** A failure of doall's own: message of the error. */
  readonly crash: string | undefined;
}

export type FileAnalyzer = (file: string) => FileResult;

/**
 * An analyzer that shares parsed imports and function summaries between the files of one run; it never throws.
 * @throws {Error} when the profile can't be read
 */
export function createFileAnalyzer({ root, options, all, profile }: AnalysisRequest): FileAnalyzer {
  const measured = profile === undefined ? undefined : readCpuProfile(profile);
  const context = createAnalyzeContext(options, openProject(root), measured);
  return (file) => {
    try {
      const result = readSource(file, { maxFileBytes: options.maxFileBytes });
      if ('skipped' in result) return { ...nothing(file), skipped: result.skipped };
      const { verdicts, light } = all
        ? { verdicts: analyze(result.unit, context), light: [] }
        : analyzeHeavy(result.unit, context);
      return { ...nothing(file), verdicts, loops: verdicts.length + light.length };
    } catch (error) {
      if (process.env.DOALL_DEBUG)
        process.stderr.write(`${file}: ${error instanceof Error ? error.stack : String(error)}\n`);
      return crashed(file, error instanceof Error ? error.message : String(error));
    }
  };
}

/** The result for a file that doall itself failed on. */
export function crashed(file: string, message: string): FileResult {
  return { ...nothing(file), crash: message };
}

function nothing(file: string): FileResult {
  return { file, verdicts: [], loops: 0, skipped: undefined, crash: undefined };
}

/** Options that several commands have in common. */
import { resolve } from 'node:path';
import type { Argv } from 'yargs';
import type { AnalyzeOptions } from '../model/index.ts';
import { defaultOptions } from '../verdict/options.ts';
import { UserError } from './errors.ts';

/** What decides whether a loop is rewritten. */
export interface JudgementArguments {
  readonly minWork: number;
  readonly pure: readonly string[];
}

export interface AnalysisArguments extends JudgementArguments {
  readonly fileReads: boolean;
  readonly maxFileBytes: number;
}

export function addJudgementOptions<T>(argv: Argv<T>): Argv<T & JudgementArguments> {
  return argv
    .option('min-work', {
      type: 'number',
      default: defaultOptions.minWork,
      requiresArg: true,
      describe:
        'Least estimated work of a whole loop for a rewrite to pay, in operations of about 1 ns; 0: any',
    })
    .option('pure', {
      type: 'string',
      array: true,
      requiresArg: true,
      default: [...defaultOptions.pure],
      describe: 'A function to take as free of effects, by name: --pure score --pure lodash.isEqual',
    }) as unknown as Argv<T & JudgementArguments>;
}

/** Adds all options that the analysis has. */
export function addAnalysisOptions<T>(argv: Argv<T>): Argv<T & AnalysisArguments> {
  return addJudgementOptions(argv)
    .option('file-reads', {
      type: 'boolean',
      default: defaultOptions.allowFileReads,
      describe: 'Let tasks read files while nothing in the loop writes any; --no-file-reads forbids it',
    })
    .option('max-file-bytes', {
      type: 'number',
      default: defaultOptions.maxFileBytes,
      requiresArg: true,
      describe: 'Larger files are skipped',
    }) as unknown as Argv<T & AnalysisArguments>;
}

/** `--profile`, for yargs' `option`. */
export const profileOption = {
  type: 'string',
  requiresArg: true,
  coerce: (file: string) => resolve(file),
  describe: 'A .cpuprofile (node --cpu-prof): only loops that took time in it are worth a rewrite',
} as const;

export interface FileArguments {
  readonly gitignore: boolean;
  readonly exclude: readonly string[];
  readonly cpus: number | undefined;
}

/** Adds the options that say which files are worked on. */
export function addFileOptions<T>(argv: Argv<T>): Argv<T & FileArguments> {
  return argv
    .option('exclude', {
      type: 'string',
      array: true,
      requiresArg: true,
      default: [],
      describe: 'Leave out what matches this pattern, written as in a .gitignore',
    })
    .option('gitignore', {
      type: 'boolean',
      default: true,
      describe: 'Leave out what git ignores; --no-gitignore takes it too',
    })
    .option('cpus', {
      type: 'number',
      requiresArg: true,
      describe: 'Most processes to use at once; all cores unless said',
    });
}

/** The arguments as the analysis takes them. */
export function toAnalyzeOptions(args: AnalysisArguments): AnalyzeOptions {
  return {
    minWork: args.minWork,
    pure: args.pure,
    allowFileReads: args.fileReads,
    maxFileBytes: args.maxFileBytes,
  };
}

/**
 * For yargs' `check`.
 * @throws {UserError} naming the first option that holds no sensible number
 */
export function checkNumbers(args: Readonly<Record<string, unknown>>): true {
  for (const name of ['min-work', 'max-file-bytes', 'cpus']) {
    const value = args[name];
    if (value === undefined) continue;
    const least = name === 'cpus' ? 1 : 0;
    if (typeof value !== 'number' || !(value >= least))
      throw new UserError(`--${name} needs a number of at least ${least}`);
  }
  return true;
}

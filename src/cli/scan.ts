/** `doall scan`: which loops can run in parallel, and what keeps the others from it. */
import { writeFileSync } from 'node:fs';
import type { CommandModule } from 'yargs';
import {
  formatGithub,
  formatHtml,
  formatJson,
  formatSarif,
  formatText,
  isFinding,
  levels,
  plainStyle,
  type Level,
  type Report,
  type Style,
} from '../report/index.ts';
import { UserError } from './errors.ts';
import {
  addAnalysisOptions,
  addFileOptions,
  checkNumbers,
  profileOption,
  type AnalysisArguments,
  type FileArguments,
} from './options.ts';
import { findPackage } from './package-info.ts';
import { terminalStyle } from './terminal.ts';

const formats = ['text', 'json', 'sarif', 'html', 'github'] as const;
type Format = (typeof formats)[number];

interface ScanArguments extends AnalysisArguments, FileArguments {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly out: string | undefined;
  readonly all: boolean;
  readonly level: Level;
  readonly profile: string | undefined;
}

export const scanCommand: CommandModule<object, ScanArguments> = {
  command: 'scan [paths..]',
  describe: 'List the loops that can run in parallel, and say what keeps others from it',
  builder: (argv) =>
    addFileOptions(
      addAnalysisOptions(
        argv
          .usage(
            'doall scan [paths..]\n\nReads the JavaScript and TypeScript files under the paths and lists the loops worth a look:\nthose that can run in parallel and would pay, and heavy ones that one or two obstacles keep\nfrom it. Nothing is changed.',
          )
          .positional('paths', { type: 'string', array: true, default: ['.'], describe: 'Files and folders' })
          .option('format', {
            choices: formats,
            default: 'text' as const,
            describe: 'How to print the report',
          })
          .option('out', { type: 'string', requiresArg: true, describe: 'Write the report to this file' })
          .option('all', { type: 'boolean', default: false, describe: 'List every loop' })
          .option('profile', profileOption)
          .option('level', {
            choices: levels,
            default: 'parallel' as const,
            describe: 'What makes the exit code 1: parallel loops that would pay, near misses too, or none',
          }),
      ),
    )
      .check(checkNumbers)
      .example('doall scan src', 'Loops worth a look under src')
      .example('doall scan src --profile app.cpuprofile', 'Those that took time, the most first')
      .example('doall scan --format sarif --out doall.sarif --level none', 'A report for code scanning')
      .epilogue(
        'Exit code: 0 nothing to report, 1 findings at the level asked for, 2 a named path could not\nbe read or doall failed. Files that are skipped are named on stderr, with the reason.',
      ),
  handler: async (args) => {
    process.exitCode = await scan(args);
  },
};

async function scan(args: ScanArguments): Promise<number> {
  // The parser takes a while to load: --help and mistakes in usage needn't wait for it.
  const { collectReport } = await import('./collect-report.ts');
  const { report, verdicts, hasFailed } = await collectReport(args);
  writeReport(report, args);
  if (hasFailed) return 2;
  return verdicts.some((verdict) => isFinding(verdict, args.level, args.minWork)) ? 1 : 0;
}

function writeReport(report: Report, { format, out }: ScanArguments): void {
  const text = formatReport(report, format, out === undefined ? terminalStyle() : plainStyle);
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(out, text);
  } catch (error) {
    throw new UserError(`can't write ${out} (${String(error)}); name another file with --out`);
  }
}

function formatReport(report: Report, format: Format, style: Style): string {
  switch (format) {
    case 'text':
      return formatText(report, style);
    case 'json':
      return formatJson(report);
    case 'sarif':
      return formatSarif(report, findPackage().version);
    case 'html':
      return formatHtml(report);
    case 'github':
      return formatGithub(report);
  }
}

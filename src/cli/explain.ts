/** `doall explain`: the six steps for one loop. */
import { resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import type { Verdict } from '../model/index.ts';
import { formatExplanation, type Report } from '../report/index.ts';
import { UserError } from './errors.ts';
import { nameOf, readText } from './files.ts';
import {
  addAnalysisOptions,
  checkNumbers,
  profileOption,
  toAnalyzeOptions,
  type AnalysisArguments,
} from './options.ts';
import { terminalStyle } from './terminal.ts';

interface ExplainArguments extends AnalysisArguments {
  readonly place: string;
  readonly profile: string | undefined;
}

interface Place {
  readonly file: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
}

export const explainCommand: CommandModule<object, ExplainArguments> = {
  command: 'explain <place>',
  describe: 'Show the six steps from one loop to a pool map, or the step that it stops at',
  builder: (argv) =>
    addAnalysisOptions(
      argv
        .usage(
          'doall explain <file:line[:column]>\n\nShows how the loop at that place becomes a pool map: the loop, what varies, what does not, the task,\nthe constants, the call; or the step at which it stops, the lines that stop it, and what to do.',
        )
        .positional('place', {
          type: 'string',
          demandOption: true,
          describe: 'file:line or file:line:column; a line inside a loop means the innermost one',
        })
        .option('profile', profileOption),
    )
      .check(checkNumbers)
      .example('doall explain src/render.ts:12', 'The loop that starts on line 12, or holds it')
      .epilogue('Exit code: 0 the loop was explained, 2 there is no such file or loop.'),
  handler: explain,
};

async function explain(args: ExplainArguments): Promise<void> {
  const { createFileAnalyzer } = await import('./analyze-file.ts');
  const place = parsePlace(args.place);
  const { profile } = args;
  const { checkProfile } = await import('./profile.ts');
  if (profile !== undefined) checkProfile(profile, [place.file]);
  const analyzeFile = createFileAnalyzer({
    root: process.cwd(),
    options: toAnalyzeOptions(args),
    all: true,
    profile,
  });
  const { verdicts, skipped, crash } = analyzeFile(place.file);
  const name = nameOf(place.file);
  if (skipped) throw new UserError(`${name}: ${skipped.message} [${skipped.reason}]`);
  if (crash !== undefined) throw new Error(`${crash} (in ${name})`);
  const verdict = findVerdict(verdicts, place);
  if (!verdict)
    throw new UserError(
      `${name}${place.line === undefined ? '' : `:${place.line}`}: ${describeLoops(verdicts)}`,
    );
  const report: Report = {
    root: process.cwd(),
    files: 1,
    loops: verdicts.length,
    skipped: [],
    verdicts,
    sourceOf: readText,
  };
  process.stdout.write(formatExplanation(verdict, readText(place.file) ?? '', report, terminalStyle()));
}

/** `src/a.ts:12:3`; a drive letter's colon is no separator, as no number follows it. */
function parsePlace(text: string): Place {
  const [, file = text, line, column] = /^(.+?)(?::(\d+))?(?::(\d+))?$/.exec(text) ?? [];
  return {
    file: resolve(file),
    line: line === undefined ? undefined : Number(line),
    column: column === undefined ? undefined : Number(column),
  };
}

/** The loop that starts on the line (nearest to the column), else the innermost one around it; a file's only loop needs no line. */
function findVerdict(verdicts: readonly Verdict[], { line, column }: Place): Verdict | undefined {
  if (line === undefined) return verdicts.length === 1 ? verdicts[0] : undefined;
  const distance = ({ loop }: Verdict): number => Math.abs(loop.start.column - (column ?? 0));
  const [starting] = verdicts
    .filter(({ loop }) => loop.start.line === line)
    .sort((a, b) => distance(a) - distance(b));
  const around = verdicts.filter(({ loop }) => loop.start.line <= line && line <= loop.endLine);
  return starting ?? around.sort((a, b) => b.loop.start.line - a.loop.start.line)[0];
}

function describeLoops(verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return 'there is no loop in this file';
  const lines = [...new Set(verdicts.map(({ loop }) => loop.start.line))];
  const shown = lines.slice(0, 20).join(', ') + (lines.length > 20 ? ', …' : '');
  return `there is no loop here; name one of these lines: ${shown}`;
}

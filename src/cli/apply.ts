/** `doall apply`: rewrites the loops that can run in parallel, by the transform and jscodeshift's Runner. */
import { accessSync, constants, existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { defaultOptions } from '../verdict/options.ts';
import { addApplyOptions, type ApplyArguments } from './apply-options.ts';
import { formatSummary, toApplyReport, type ApplyReport } from './apply-report.ts';
import { discoverFiles, type Discovery } from './discover.ts';
import { UserError } from './errors.ts';
import { nameOf } from './files.ts';
import { requireCommitted } from './git.ts';
import { findPackage } from './package-info.ts';
import { startProgress } from './progress.ts';
import { propagateAsync, type PreparedPropagation } from './propagate.ts';
import { runTransform, type TransformRun } from './run-transform.ts';
import { terminalStyle } from './terminal.ts';

/**
 * Tests are what a person checks a rewrite with: they stay as they are, and a worker module beside them could be taken for a
 * test by their runner.
 */
const testFiles = ['test/', 'tests/', '__tests__/', 'spec/', '*.test.*', '*.spec.*', '*_test.*', '*_spec.*'];

/** Loading jscodeshift and the parser takes over a second: a process must have this many files to itself. */
const untypedFilesPerProcess = 50;

/** With types, each process builds the program of the whole project. */
const typedFilesPerProcess = 400;

/** As a shell gives it for a program that Ctrl-C ended. */
const interruptedCode = 130;

export const applyCommand: CommandModule<object, ApplyArguments> = {
  command: 'apply [paths..]',
  describe: 'Rewrite the loops that can run in parallel and would pay',
  builder: addApplyOptions,
  handler: async (args) => {
    process.exitCode = await apply(args);
  },
};

async function apply(args: ApplyArguments): Promise<number> {
  const transform = findTransform(args.transform);
  if (args.report !== undefined) requireWritable(args.report);
  const exclude = args.tests ? args.exclude : [...args.exclude, ...testFiles];
  const discovery = discoverFiles({ ...args, exclude });
  if (!args.dry && !args.force) requireCommitted(discovery.files);
  const tooLarge = discovery.files.filter((file) => statSync(file).size > defaultOptions.maxFileBytes);
  const files = discovery.files.filter((file) => !tooLarge.includes(file));
  // The parser takes a while to load: it is asked for only where there is a profile to read.
  const { checkProfile } = await import('./profile.ts');
  if (args.profile !== undefined) checkProfile(args.profile, files);
  const propagation = args.propagate ? propagateAsync(files, args) : undefined;
  const run = await rewriteFiles({ files, transform, propagation }, args);
  if (run === 'interrupted') return interruptedCode;
  const report = toApplyReport(run, { failed: discovery.failed, tooLarge, dry: args.dry, propagation });
  if (run.printed !== '') process.stdout.write(run.printed);
  if (args.report !== undefined) writeReport(args.report, report);
  // Code that is printed is left alone on stdout.
  const stream = args.print ? process.stderr : process.stdout;
  if (!args.silent) stream.write(formatSummary(report, args.verbose, terminalStyle(stream)));
  return printFailures(report, discovery) ? 2 : 0;
}

/** @throws {UserError} when there is no such file */
function findTransform(name: string): string {
  if (/[\\/.]/.test(name)) {
    if (existsSync(name)) return resolve(name);
    throw new UserError(
      `${name} does not exist; name a transform of doall, such as loop-to-pool-map, or a file`,
    );
  }
  const built = join(findPackage().folder, 'dist/transforms', `${name}.cjs`);
  if (existsSync(built)) return built;
  throw new UserError(
    `${built} is missing: check the name; in doall's own repository, run npm run build first`,
  );
}

interface RewriteRequest {
  readonly files: readonly string[];
  readonly transform: string;
  readonly propagation: PreparedPropagation | undefined;
}

/** Writes the callers that wait and runs the transform; a first Ctrl-C ends it between two files, or after all of the callers. */
async function rewriteFiles(
  { files, transform, propagation }: RewriteRequest,
  args: ApplyArguments,
): Promise<TransformRun | 'interrupted'> {
  const abort = new AbortController();
  const interrupt = (): void => {
    abort.abort();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  propagation?.write();
  const run = await transformFiles(files, transform, args, abort.signal);
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  if (!abort.signal.aborted) return run;
  process.stderr.write(
    'doall: interrupted; each file is as it was or rewritten whole. Run the same command again to go on.\n',
  );
  return 'interrupted';
}

async function transformFiles(
  files: readonly string[],
  transform: string,
  args: ApplyArguments,
  signal: AbortSignal,
): Promise<TransformRun> {
  const progress = startProgress(files.length);
  const options = {
    dry: args.dry,
    print: args.print,
    await: args.await || args.propagate,
    runtime: args.runtime,
    types: args.types,
    using: args.using,
    ...(args.vendor ? { vendor: resolve(args.vendorDir) } : {}),
    'min-work': args.minWork,
    pure: args.pure,
    profile: args.profile,
    // A summary of counts needn't know what keeps loops that do too little anyway.
    reasons: args.verbose || args.report !== undefined ? 'all' : 'heavy',
  };
  const filesPerProcess = args.types ? typedFilesPerProcess : untypedFilesPerProcess;
  const hooks = { cpus: args.cpus, filesPerProcess, onProgress: progress.update, signal };
  const run = await runTransform({ transform, files, options }, hooks);
  progress.clear();
  return run;
}

/** Before anything is rewritten: what became of the loops would be lost otherwise. */
function requireWritable(file: string): void {
  const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (isFolder) throw reportFailed(file, 'it is a folder');
  try {
    accessSync(existsSync(file) ? file : dirname(resolve(file)), constants.W_OK);
  } catch (error) {
    throw reportFailed(file, error);
  }
}

function writeReport(file: string, report: ApplyReport): void {
  try {
    writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
  } catch (error) {
    throw reportFailed(file, error);
  }
}

function reportFailed(file: string, reason: unknown): UserError {
  return new UserError(`can't write ${file} (${String(reason)}); name another file with --report`);
}

/** Names what went wrong on stderr, `--silent` or not; whether something that was asked for could not be done. */
function printFailures(report: ApplyReport, { named, failed }: Discovery): boolean {
  const wanted = new Set([...named, ...failed.map(({ file }) => file)].map(nameOf));
  for (const { file, message } of report.unreadable) process.stderr.write(`${file}: ${message}\n`);
  for (const error of report.errors) process.stderr.write(`doall: ${error}\n`);
  return report.errors.length > 0 || report.unreadable.some(({ file }) => wanted.has(file));
}

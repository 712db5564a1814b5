/** The options of `doall apply`. */
import type { Argv } from 'yargs';
import { UserError } from './errors.ts';
import {
  addFileOptions,
  addJudgementOptions,
  checkNumbers,
  profileOption,
  type FileArguments,
  type JudgementArguments,
} from './options.ts';

export interface ApplyArguments extends FileArguments, JudgementArguments {
  readonly paths: readonly string[];
  readonly tests: boolean;
  readonly dry: boolean;
  readonly print: boolean;
  readonly await: boolean;
  readonly propagate: boolean;
  readonly runtime: string;
  readonly profile: string | undefined;
  readonly vendor: boolean;
  readonly vendorDir: string;
  readonly types: boolean;
  readonly transform: string;
  readonly using: boolean;
  readonly force: boolean;
  readonly report: string | undefined;
  readonly verbose: boolean;
  readonly silent: boolean;
}

export function addApplyOptions(argv: Argv): Argv<ApplyArguments> {
  const all = addRuntimeOptions(addRewriteOptions(addRunOptions(describeApply(argv))));
  return addFileOptions(addJudgementOptions(all))
    .check(checkNumbers)
    .check(checkTransform)
    .check(checkVendor) as unknown as Argv<ApplyArguments>;
}

/** Which transform of doall has an option to itself. */
const owners: Readonly<Record<string, string>> = {
  await: 'loop-to-pool-map',
  propagate: 'loop-to-pool-map',
  using: 'add-pool-disposal',
};

/** @throws {UserError} for an option of another transform, which would do nothing, or half of what it says */
function checkTransform(args: Readonly<Record<string, unknown>>): true {
  const transform = String(args.transform);
  const isOurs = !/[\\/.]/.test(transform);
  for (const [name, owner] of Object.entries(owners)) {
    if (args[name] !== true || transform === owner) continue;
    // A transform of somebody else may know an option of this name; callers are changed by doall itself.
    if (!isOurs && name !== 'propagate') continue;
    throw new UserError(
      `--${name} is for --transform ${owner}, not for ${transform}: name that transform, or leave --${name} out`,
    );
  }
  return true;
}

const vendorDir = 'vendor/doall';

/** @throws {UserError} for a folder that nothing would be put into */
function checkVendor(args: Readonly<Record<string, unknown>>): true {
  if (args.vendor === true || args.vendorDir === vendorDir) return true;
  throw new UserError(
    '--vendor-dir says where --vendor puts the runtime: add --vendor, or leave --vendor-dir out',
  );
}

function describeApply(argv: Argv): Argv {
  return argv
    .usage(
      'doall apply [paths..]\n\nRewrites loops to a worker-pool map, each in its file; the tasks go to a worker module beside it.\nWhatever is not proven to behave exactly as before stays as it is. Files are replaced whole, so an\ninterrupted run leaves each one either old or new; a second run changes nothing.',
    )
    .example('doall apply --dry --print src', 'Shows what would be written')
    .example('doall apply src', 'Rewrites the files under src')
    .example('doall apply src --profile app.cpuprofile', 'Those loops that took time in the profile')
    .example('doall apply src --transform add-pool-disposal', 'Closes the pools that are left open')
    .epilogue('Exit code: 0 done, 2 a named path could not be read or a file could not be rewritten.');
}

/** What is run, and what is said of it. */
function addRunOptions(argv: Argv) {
  return argv
    .positional('paths', { type: 'string', array: true, default: ['.'], describe: 'Files and folders' })
    .option('tests', { type: 'boolean', default: false, describe: 'Rewrite test files too' })
    .option('dry', { type: 'boolean', default: false, describe: 'Write nothing' })
    .option('print', { type: 'boolean', default: false, describe: 'Print the rewritten code' })
    .option('force', {
      type: 'boolean',
      default: false,
      describe: 'Rewrite files with uncommitted changes too',
    })
    .option('report', {
      type: 'string',
      requiresArg: true,
      describe: 'Write what became of each loop to this file, as JSON',
    })
    .option('verbose', {
      type: 'boolean',
      default: false,
      describe: 'Name each loop that is left, with the reason',
    })
    .option('silent', { type: 'boolean', default: false, describe: 'Print nothing but failures' });
}

/** What is written. */
function addRewriteOptions(argv: Argv) {
  return argv
    .option('await', {
      type: 'boolean',
      default: false,
      describe: 'Write await map(…) where that is possible: other callbacks may then run in between',
    })
    .option('propagate', {
      type: 'boolean',
      default: false,
      describe:
        '--await, and make synchronous functions asynchronous where every caller in the project can await them',
    })
    .option('types', {
      type: 'boolean',
      default: false,
      describe:
        "Ask TypeScript, by the project's tsconfig.json, for what the text doesn't say: slower, finds more",
    })
    .option('transform', {
      type: 'string',
      default: 'loop-to-pool-map',
      requiresArg: true,
      describe:
        'Name of a transform of doall (docs/transforms.md has all), or path of another jscodeshift transform (CommonJS)',
    })
    .option('using', {
      type: 'boolean',
      default: false,
      describe: 'add-pool-disposal: write `await using` where the library has the method for it',
    });
}

/** Where the runtime comes from. */
function addRuntimeOptions(argv: Argv) {
  return argv
    .option('runtime', {
      type: 'string',
      default: 'doall/runtime',
      requiresArg: true,
      describe: 'What rewritten code imports the runtime from',
    })
    .option('vendor', {
      type: 'boolean',
      default: false,
      describe: 'Copy the runtime into the project and import it from there: production installs nothing',
    })
    .option('vendor-dir', {
      type: 'string',
      default: vendorDir,
      requiresArg: true,
      describe: 'Where --vendor puts it',
    })
    .option('profile', profileOption);
}

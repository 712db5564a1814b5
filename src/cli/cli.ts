/** The command line: one command a file, joined here. */
import yargs, { type Argv } from 'yargs';
import { applyCommand } from './apply.ts';
import { UserError } from './errors.ts';
import { explainCommand } from './explain.ts';
import { findPackage } from './package-info.ts';
import { scanCommand } from './scan.ts';
import { verifyCommand } from './verify.ts';

/** The parser for these arguments; `parseAsync()` runs the command. Wrong usage is thrown as a UserError. */
export function createCli(args: readonly string[]): Argv {
  return yargs([...args])
    .scriptName('doall')
    .usage(
      'doall <command>\n\nFinds loops whose iterations are independent, says why others are not, and rewrites the eligible\nones to a worker-pool map that behaves exactly as before.',
    )
    .command(scanCommand)
    .command(explainCommand)
    .command(applyCommand)
    .command(verifyCommand)
    .demandCommand(1, 'name a command: scan, explain, apply or verify')
    .strict()
    .recommendCommands()
    .version(findPackage().version)
    .help()
    .alias({ h: 'help', v: 'version' })
    .locale('en')
    .wrap(100)
    .parserConfiguration({ 'greedy-arrays': false, 'populate--': true })
    .epilogue('doall <command> --help says more. Documentation: docs/cli.md')
    .exitProcess(false)
    .fail((message, error) => {
      // yargs gives an Error for what a handler threw, a message for wrong usage.
      if (error instanceof Error) throw error;
      throw new UserError(`${message.replaceAll('\n', ' ')} (doall --help says more)`);
    });
}

/** `doall verify`: does a program print the same with and without the pool? */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { CommandModule } from 'yargs';
import { UserError } from './errors.ts';

interface VerifyArguments {
  readonly command?: string;
  readonly args?: readonly string[];
  readonly '--'?: readonly string[];
  readonly timeout: number;
}

interface Run {
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  /** Exit code, or the signal's name. */
  readonly end: string;
  readonly seconds: number;
}

export const verifyCommand: CommandModule<object, VerifyArguments> = {
  command: 'verify [command] [args..]',
  describe: 'Run a rewritten program without and with the pool and compare what it prints',
  builder: (argv) =>
    argv
      .usage(
        "doall verify <file> [args..]\ndoall verify -- <command> [args..]\n\nRuns a program twice: once with DOALL=off (everything on the main thread, in order) and once with\nDOALL_VERIFY=1 (on the pool, every call also computed in order and compared), and compares what it\nwrote to stdout, byte for byte, and how it ended. It says nothing of files that the program writes,\nof stderr, or of inputs that it wasn't given.",
      )
      .positional('command', {
        type: 'string',
        describe: 'A JavaScript file for node, or with -- any command',
      })
      .positional('args', { type: 'string', array: true, describe: "The program's arguments" })
      .option('timeout', {
        type: 'number',
        default: 600,
        requiresArg: true,
        describe: 'Seconds that each run may take',
      })
      .example('doall verify dist/main.js', 'Runs node dist/main.js both ways')
      .example('doall verify -- npm test', 'Runs npm test both ways')
      .epilogue('Exit code: 0 both runs are the same, 1 they differ, 2 the program could not be run.'),
  handler: (args) => {
    process.exitCode = verify(args);
  },
};

function verify(args: VerifyArguments): number {
  const command = commandOf(args);
  const sequential = runProgram(command, { DOALL: 'off', DOALL_VERIFY: undefined }, args.timeout);
  const pooled = runProgram(command, { DOALL: undefined, DOALL_VERIFY: '1' }, args.timeout);
  const differences = findDifferences(sequential, pooled);
  for (const difference of differences) process.stdout.write(`different: ${difference}\n`);
  if (differences.length > 0) return 1;
  const times = `${sequential.seconds.toFixed(2)} s in order, ${pooled.seconds.toFixed(2)} s checked on the pool`;
  process.stdout.write(
    `same: ${sequential.stdout.length} bytes of stdout, ended with ${sequential.end} (${times})\n`,
  );
  return 0;
}

function commandOf({ command, args = [], '--': rest = [] }: VerifyArguments): readonly string[] {
  if (command === undefined && rest.length > 0) return rest;
  if (command === undefined)
    throw new UserError('name a program: doall verify dist/main.js, or doall verify -- npm test');
  if (!existsSync(command))
    throw new UserError(`${command} does not exist; to run a command, put -- before it`);
  return [process.execPath, command, ...args, ...rest];
}

function runProgram([file = '', ...args]: readonly string[], env: NodeJS.ProcessEnv, timeout: number): Run {
  const started = performance.now();
  const { stdout, stderr, status, signal, error } = spawnSync(file, args, {
    env: { ...process.env, ...env },
    stdio: ['inherit', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
    timeout: timeout * 1000,
  });
  if (error) throw new UserError(`${file} could not be run to its end (${error.message})`);
  return {
    stdout,
    stderr,
    end: signal ?? `exit code ${status}`,
    seconds: (performance.now() - started) / 1000,
  };
}

function findDifferences(sequential: Run, pooled: Run): string[] {
  const found: string[] = [];
  if (sequential.end !== pooled.end) {
    found.push(`ended with ${sequential.end} in order, with ${pooled.end} on the pool`);
    found.push(`last of stderr: ${pooled.stderr.toString('utf8').trim().split('\n').slice(-5).join(' | ')}`);
  }
  if (!sequential.stdout.equals(pooled.stdout))
    found.push(`stdout, ${describeFirstDifference(sequential.stdout, pooled.stdout)}`);
  return found;
}

/** The first line in which the outputs differ. */
function describeFirstDifference(a: Buffer, b: Buffer): string {
  const [left, right] = [a.toString('utf8').split('\n'), b.toString('utf8').split('\n')];
  const line = left.findIndex((text, i) => text !== right[i]);
  const at = line === -1 ? left.length : line;
  const show = (text: string | undefined): string =>
    text === undefined ? 'nothing' : JSON.stringify(text.slice(0, 100));
  return `line ${at + 1}: ${show(left[at])} in order, ${show(right[at])} on the pool`;
}

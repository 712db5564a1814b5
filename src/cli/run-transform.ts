/** Runs a built transform over many files, in as many processes as pay, and checks that every file was accounted for. */
import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformChildArgument } from './child-arguments.ts';
import type { FileStatus, FromTransform, TransformRequest } from './transform-child.ts';

export interface TransformRun {
  /** What happened to each file: its status, and for an error the message. */
  readonly statuses: readonly { readonly status: FileStatus; readonly text: string }[];
  /** What the transform said of each file's loops. */
  readonly loops: readonly FileLoops[];
  /** The printed code of `--print`. */
  readonly printed: string;
  /** Why files are unaccounted for: the transform didn't load, a process died, the counters don't add up. */
  readonly failures: readonly string[];
}

/** A line of the transform's `--report-file`. */
export interface FileLoops {
  readonly file: string;
  readonly rewritten: readonly (ReportedLoop & { readonly plan: string; readonly task: string })[];
  readonly skipped: readonly (ReportedLoop & { readonly code: string; readonly subject: string })[];
  readonly unreadable?: string;
}

interface ReportedLoop {
  readonly line: number;
  readonly column: number;
  readonly form: string;
}

export interface TransformHooks {
  readonly cpus: number | undefined;
  /** A process must have this many files to itself to be worth its start. */
  readonly filesPerProcess: number;
  readonly onProgress: (done: number) => void;
  /** Ends all processes at once when aborted; files are replaced whole, so each is then either old or new. */
  readonly signal: AbortSignal;
}

/** Every file is transformed once; none is run when there are no files. */
export async function runTransform(request: TransformRequest, hooks: TransformHooks): Promise<TransformRun> {
  const messages: FromTransform[] = [];
  let done = 0;
  const listen = (message: FromTransform): void => {
    messages.push(message);
    if (message.kind === 'status') hooks.onProgress((done += 1));
  };
  const folder = mkdtempSync(join(tmpdir(), 'doall-'));
  try {
    const shares = divide(request.files, hooks).map((files, i) => ({
      ...request,
      files,
      options: { ...request.options, 'report-file': join(folder, `${i}.jsonl`) },
    }));
    const failures = await Promise.all(shares.map((share) => runShare(share, listen, hooks.signal)));
    return {
      statuses: messages.filter((message) => message.kind === 'status'),
      loops: shares.flatMap(({ options }) => readLines(options['report-file'])),
      printed: messages.map((message) => (message.kind === 'print' ? message.text : '')).join(''),
      failures: failures.flatMap((failure) => failure ?? []),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Deals the files out, so that neighbours, which are often alike, go to different processes. */
function divide(files: readonly string[], { cpus, filesPerProcess }: TransformHooks): string[][] {
  const processes = Math.min(cpus ?? availableParallelism(), Math.ceil(files.length / filesPerProcess));
  return Array.from({ length: processes }, (_, i) => files.filter((_file, at) => at % processes === i));
}

function readLines(file: string): FileLoops[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as FileLoops);
}

/** Resolves with what went wrong, if anything. */
function runShare(
  request: TransformRequest,
  listen: (message: FromTransform) => void,
  signal: AbortSignal,
): Promise<string | undefined> {
  const child = fork(process.argv[1] ?? '', [transformChildArgument], {
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    // What a transform prints must not mix with a report on stdout.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  const outcome = watchChild(child, request.files.length, listen);
  child.send(request);
  return outcome.finally(() => {
    signal.removeEventListener('abort', stop);
  });
}

function watchChild(
  child: ChildProcess,
  expected: number,
  listen: (message: FromTransform) => void,
): Promise<string | undefined> {
  let failure: string | undefined =
    'the process that ran the transform died; run it again with --cpus 1 to see where';
  let seen = 0;
  child.on('message', (message: FromTransform) => {
    listen(message);
    if (message.kind === 'status') seen += 1;
    if (message.kind === 'failed') failure = `the transform could not be run: ${message.message}`;
    if (message.kind === 'done') {
      const isComplete = message.counted === expected && seen === expected;
      failure = isComplete
        ? undefined
        : `${expected} files were given to jscodeshift, ${message.counted} accounted for`;
    }
    if (message.kind === 'failed' || message.kind === 'done') child.disconnect();
  });
  return new Promise((resolve) => {
    child.on('exit', () => {
      resolve(failure);
    });
  });
}

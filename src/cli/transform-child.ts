/** A process that runs a transform over its share of the files, in band, by jscodeshift's Runner. */
import { createRequire } from 'node:module';
import { run } from 'jscodeshift/src/Runner.js';

/** What jscodeshift says of a file: written, unchanged, nothing to do, failed. */
export type FileStatus = 'ok' | 'nochange' | 'skip' | 'error';

export interface TransformRequest {
  /** Absolute path of the built transform. */
  readonly transform: string;
  readonly files: readonly string[];
  /** Options as the transform gets them. */
  readonly options: Readonly<Record<string, unknown>>;
}

export type FromTransform =
  | { readonly kind: 'status'; readonly status: FileStatus; readonly text: string }
  | { readonly kind: 'report'; readonly text: string }
  | { readonly kind: 'print'; readonly text: string }
  /** The Runner's own counters: they must add up to the number of files. */
  | { readonly kind: 'done'; readonly counted: number }
  | { readonly kind: 'failed'; readonly message: string };

type Transform = (...given: readonly unknown[]) => unknown;

const statusOf: Record<string, FileStatus> = { OKK: 'ok', NOC: 'nochange', SKIP: 'skip', ERR: 'error' };

/** Told to stop: no further file is begun, and none that is done is written any more. */
let isStopping = false;

export function runTransformChild(): void {
  for (const event of ['disconnect', 'SIGINT', 'SIGTERM']) process.on(event, stop);
  process.on('message', (request: TransformRequest) => {
    void runTransform(request);
  });
}

/** Ends the process once what is being written is there: a draft whose opening is under way couldn't be removed on exit. */
function stop(): void {
  isStopping = true;
  const isWriting = process.getActiveResourcesInfo().some((resource) => resource.startsWith('FSReq'));
  if (isWriting) setImmediate(stop);
  else process.exit();
}

async function runTransform({ transform, files, options }: TransformRequest): Promise<void> {
  captureOutput();
  try {
    makeStoppable(transform);
    const result = await run(transform, files, {
      ...options,
      babel: false,
      runInBand: true,
      silent: true,
      verbose: 2,
    });
    const counted = Array.isArray(result) ? 0 : result.ok + result.nochange + result.skip + result.error;
    send({ kind: 'done', counted });
  } catch (error) {
    send({
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

/**
 * The Runner begins all files at once and can't be told to stop. The module that it is about to load takes one file a
 * turn of the event loop, so that files are written as they get done and signals are heard, and once stopped waits for ever
 * instead of giving the Runner something to write.
 */
function makeStoppable(path: string): void {
  const require = createRequire(path);
  const loaded = require(path) as Transform | { default: Transform; parser?: unknown };
  const [transform, parser] =
    typeof loaded === 'function' ? [loaded, undefined] : [loaded.default, loaded.parser];
  let turn = Promise.resolve();
  const stoppable: Transform = async (...given) => {
    await (turn = turn.then(() => new Promise((done) => setImmediate(done))));
    const result = isStopping ? undefined : await transform(...given);
    return isStopping ? new Promise(() => undefined) : result;
  };
  const module = require.cache[require.resolve(path)];
  if (module !== undefined) module.exports = { default: stoppable, parser };
}

/** The Runner speaks only through stdout, one line a call (without colours, as the parent sets NO_COLOR). */
function captureOutput(): void {
  process.stdout.write = (chunk: string | Uint8Array): boolean => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    const [, label, rest] = /^ (OKK|NOC|SKIP|ERR|REP) ([^]*)$/.exec(text) ?? [];
    if (label === undefined || rest === undefined) send({ kind: 'print', text });
    else if (label === 'REP') send({ kind: 'report', text: rest.trimEnd() });
    else send({ kind: 'status', status: statusOf[label] ?? 'error', text: rest.trimEnd() });
    return true;
  };
}

function send(message: FromTransform): void {
  process.send?.(message);
}

/** A process that runs a transform over its share of the files, in band, by jscodeshift's Runner. */
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

const statusOf: Record<string, FileStatus> = { OKK: 'ok', NOC: 'nochange', SKIP: 'skip', ERR: 'error' };

export function runTransformChild(): void {
  // Handled between two files; exiting this way lets a half-written draft be removed.
  for (const event of ['disconnect', 'SIGINT', 'SIGTERM']) process.on(event, () => process.exit());
  process.on('message', (request: TransformRequest) => {
    void runTransform(request);
  });
}

async function runTransform({ transform, files, options }: TransformRequest): Promise<void> {
  captureOutput();
  try {
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

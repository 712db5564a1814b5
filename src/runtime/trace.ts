// DOALL_TRACE=file.json: chunks per thread on a timeline, in the Trace Event Format that Chrome and Perfetto read.
import { builtin } from './builtin.ts';
import { traceFile } from './env.ts';

/** A chunk that ran: where, when (milliseconds on the clock that all threads share) and how long. */
export interface Span {
  readonly name: string;
  /** 0 for the calling thread, else 1 + the worker's index. */
  readonly thread: number;
  readonly began: number;
  readonly took: number;
  readonly start: number;
  readonly items: number;
}

const spans: Span[] = [];

/** Notes a chunk; the file is written when the process exits. */
export function traceChunk(span: Span): void {
  if (!traceFile) return;
  if (spans.length === 0) process.on('exit', writeTrace);
  spans.push(span);
}

function writeTrace(): void {
  const pid = process.pid;
  const events = spans.map(({ name, thread, began, took, start, items }) => ({
    ph: 'X',
    pid,
    tid: thread,
    name,
    ts: began * 1000,
    dur: took * 1000,
    args: { start, items },
  }));
  const names = [...new Set(spans.map(({ thread }) => thread))].map((tid) => ({
    ph: 'M',
    pid,
    tid,
    name: 'thread_name',
    args: { name: tid === 0 ? 'calling thread' : `worker ${tid}` },
  }));
  try {
    builtin('fs').writeFileSync(traceFile as string, JSON.stringify({ traceEvents: [...names, ...events] }));
  } catch (error) {
    // Thrown here, it would change the exit code of the program.
    process.stderr.write(`DOALL_TRACE: ${String(error)}\n`);
  }
}

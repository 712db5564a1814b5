// The environment variables, and the number of threads that follows from them. They are read when the program starts:
// reading `process.env` at each call would cost more than a small call does.
import { builtin } from './builtin.ts';
import { checkCount } from './errors.ts';

/** Most threads that a pool may have. */
export const MOST_THREADS = 1024;

const { env } = process;

/** Whether this thread may block: a page in a browser may not (see browser/env.ts). */
export const canBlock: boolean = true;

/** Whether everything runs inline, on the calling thread: `DOALL=off` asks for it, or nothing could be sent. */
export const isOff = env.DOALL === 'off' || !hasSerializer();

/** Bun has the class, but none can be made of it yet. */
function hasSerializer(): boolean {
  try {
    const { Serializer } = builtin('v8');
    return new Serializer() instanceof Serializer;
  } catch {
    return false;
  }
}

/** Whether `DOALL_VERIFY=1` asks for every call to run both ways. */
export const isVerifying = env.DOALL_VERIFY === '1';

/** Whether `DOALL_FORCE=1` asks for workers however small the work. */
export const isForcing = env.DOALL_FORCE === '1';

/** Whether `DOALL_STRICT=1` asks for an error where something can't be sent to a worker. */
export const isStrict = env.DOALL_STRICT === '1';

/** The file that `DOALL_TRACE` asks for. */
export const traceFile = env.DOALL_TRACE;

const threadsVariable = env.DOALL_THREADS;

/**
 * The number of threads a call may use, the calling thread included: the option, else `DOALL_THREADS`, else the
 * number of cores.
 * @throws {RangeError} when the option or the variable is not an integer from 1 to 1024
 */
export function threadCount(option: number | undefined): number {
  if (option !== undefined) return checkCount(option, 'options.threads', MOST_THREADS);
  if (threadsVariable) return checkCount(Number(threadsVariable), 'DOALL_THREADS', MOST_THREADS);
  return builtin('os').availableParallelism();
}

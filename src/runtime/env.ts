// The environment variables, and the number of threads that follows from them. They are read when the program starts:
// reading `process.env` at each call would cost more than a small call does.
import { builtin } from './builtin.ts';

/** Most threads that a pool may have. */
export const MOST_THREADS = 1024;

/** Whether this thread may block: a page in a browser may not (see browser/env.ts). */
export const canBlock: boolean = true;

/** Whether everything runs inline, on the calling thread: `DOALL=off` asks for it, or nothing could be sent. */
export const isOff = process.env.DOALL === 'off' || !hasSerializer();

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
export const isVerifying = process.env.DOALL_VERIFY === '1';

/** Whether `DOALL_FORCE=1` asks for workers however small the work. */
export const isForcing = process.env.DOALL_FORCE === '1';

/** Whether `DOALL_STRICT=1` asks for an error where something can't be sent to a worker. */
export const isStrict = process.env.DOALL_STRICT === '1';

/** The file that `DOALL_TRACE` asks for. */
export const traceFile = process.env.DOALL_TRACE;

const threadsVariable = process.env.DOALL_THREADS;

/**
 * The number of threads a call may use, the calling thread included: the option, else `DOALL_THREADS`, else the
 * number of cores.
 * @throws {RangeError} when the option or the variable is not an integer from 1 to 1024
 */
export function threadCount(option: number | undefined): number {
  if (option !== undefined) return checkedCount(option, 'options.threads');
  if (threadsVariable) return checkedCount(Number(threadsVariable), 'DOALL_THREADS');
  return builtin('os').availableParallelism();
}

function checkedCount(count: number, name: string): number {
  if (Number.isInteger(count) && count >= 1 && count <= MOST_THREADS) return count;
  throw new RangeError(`${name} must be an integer from 1 to ${MOST_THREADS}, got ${count}`);
}

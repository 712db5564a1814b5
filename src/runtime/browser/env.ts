// In a browser there is no environment: nothing is switched by variables.
import { checkCount } from '../errors.ts';
import { web } from './web.ts';

/** Most threads that a pool may have. */
export const MOST_THREADS = 64;
export const isOff = false;
export const isVerifying = false;
export const isForcing = false;
export const isStrict = false;
/** A page must not block; the blocking forms run inline. */
export const canBlock = false;
export const traceFile = undefined;

/** The number of threads a call may use. */
export function threadCount(option: number | undefined): number {
  if (option === undefined) return Math.min(MOST_THREADS, web.navigator?.hardwareConcurrency ?? 1);
  return checkCount(option, 'options.threads', MOST_THREADS);
}

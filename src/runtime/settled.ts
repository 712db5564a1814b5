// Outcomes: what the streaming forms give with `settled`, so that an error is thrown where the consumer asks for it.
import type { Outcome } from './types.ts';

/**
 * The value of an outcome.
 * @throws the error of the task, if it threw
 */
export function settledValue<Result>(outcome: Outcome<Result>): Result {
  if (outcome.ok) return outcome.value;
  throw outcome.error;
}

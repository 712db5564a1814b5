// Outcomes: what the streaming forms give with `settled`, so that an error is thrown where the consumer asks for it.

/** The result of a task, or the error it threw. */
export type Outcome<Result> =
  { readonly ok: true; readonly value: Result } | { readonly ok: false; readonly error: unknown };

/**
 * The value of an outcome.
 * @throws the error of the task, if it threw
 */
export function settledValue<Result>(outcome: Outcome<Result>): Result {
  if (outcome.ok) return outcome.value;
  throw outcome.error;
}

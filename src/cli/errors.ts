/** Failures as people see them: one clear line that says what to do next; exit code 2. */

/** A failure that the message explains fully: wrong arguments, a missing path, a dirty working tree. */
export class UserError extends Error {
  override name = 'UserError';
}

/** Prints what went wrong on stderr and gives the exit code. The stack is shown when DOALL_DEBUG is set. */
export function reportFailure(error: unknown): number {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (process.env.DOALL_DEBUG && stack) {
    process.stderr.write(`${stack}\n`);
  } else if (error instanceof UserError) {
    process.stderr.write(`doall: ${message}\n`);
  } else {
    process.stderr.write(
      `doall: this is a bug in doall: ${message}\n` +
        `Run the same command with DOALL_DEBUG=1, and report what it prints, with the file in question, as an issue.\n`,
    );
  }
  return 2;
}

/** Reads pass and fail counts out of what test runners and compilers print. */

export interface Counts {
  readonly status: number | null;
  /** What is compared and shown: the runners' own closing counts, without times. */
  readonly text: string;
}

/** The closing lines of node:test, jest, vitest, ava and jasmine; for tsc, its errors. */
const closingLines = [
  /^Asserts:.*$/gm,
  /^# (?:tests|pass|fail|skipped) \d+$/gm,
  /^Tests: .*$/gm,
  /^ +Tests +.*$/gm,
  /^ *\d+ tests? (?:passed|failed).*$/gm,
  /^\d+ specs?, .*$/gm,
  /^.*error TS\d+: .*$/gm,
];

/** ANSI colour sequences. */
const colour = /\u001B\[[0-9;]*m/g;

/** Gives the counts found in `output`, one line; falls back to the last line. */
export function describeChecks(output: string): { text: string } {
  const plain = output.replaceAll(colour, '');
  const lines = closingLines
    .flatMap((pattern) => plain.match(pattern) ?? [])
    .map((line) => line.trim().replace(/^# /, ''));
  return { text: lines.length > 0 ? lines.join(', ') : (plain.trim().split('\n').at(-1) ?? '') };
}

/** True when the same checks gave the same counts and the same exit status. */
export function sameCounts(before: Counts | undefined, after: Counts | undefined): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    before.status === after.status &&
    before.text === after.text
  );
}

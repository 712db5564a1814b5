/** Reads pass and fail counts out of what test runners and compilers print. */

export interface Counts {
  readonly status: number | null;
  /** What is compared and shown: the runners' own closing counts, without times. */
  readonly text: string;
  /** Processor time of the check and all that it started, in seconds. */
  readonly seconds?: number | undefined;
}

/** The closing lines of node:test, jest, vitest, ava, mocha and jasmine; for tsc, its errors. */
const closingLines = [
  /^# (?:tests|pass|fail|skipped) \d+$/gm,
  /^Tests: .*$/gm,
  /^ +Tests +.*$/gm,
  /^ *\d+ tests? (?:passed|failed).*$/gm,
  /^\d+ specs?, .*$/gm,
  /^ *\d+ (?:passing|failing|pending)/gm,
  /^.*error TS\d+: .*$/gm,
];

/** tap prints its counts ever anew while it runs: the last ones count. */
const running = /^Asserts:.*$(?![^]*^Asserts:)/m;

/** ANSI colour sequences. */
const colour = /\u001B\[[0-9;]*m/g;

/** What npm says of a repository's own settings, on each call of npx. */
const warning = /^npm warn .*\n?/gm;

/** What the shell's `times` prints last: user and system time of the processes that the shell waited for. */
const shellTimes = /\n(\d+)m([\d.]+)s (\d+)m([\d.]+)s\n(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/;

/** Gives the counts found in `output`, one line; falls back to the last line. */
export function describeChecks(output: string): Omit<Counts, 'status'> {
  const plain = output.replaceAll(colour, '');
  const times = shellTimes.exec(plain);
  const printed = plain.slice(0, times?.index).replaceAll(warning, '');
  const lines = [running, ...closingLines]
    .flatMap((pattern) => printed.match(pattern) ?? [])
    .map((line) =>
      line
        .trim()
        .replace(/^# /, '')
        .replace(/ \(\d+\)$/, ''),
    );
  return {
    text: lines.length > 0 ? lines.join(', ') : (printed.trim().split('\n').at(-1) ?? ''),
    seconds: times ? sumTimes(times.slice(5)) : undefined,
  };
}

/** Minutes and seconds by turns. */
function sumTimes(parts: readonly string[]): number {
  return parts.reduce((sum, part, k) => sum + Number(part) * (k % 2 === 0 ? 60 : 1), 0);
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

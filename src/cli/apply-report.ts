/** What became of each file and loop of a rewrite: as data, and as a table for people. */
import type { HazardCode, SkippedFile } from '../model/index.ts';
import { count, wrap, type Style } from '../report/index.ts';
import { catalogue } from '../verdict/catalogue/index.ts';
import { nameOf } from './files.ts';
import type { Propagation } from './propagate.ts';
import type { TransformRun } from './run-transform.ts';

interface LoopPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly form: string;
}

/** `doall apply --report`: `version` goes up when a field changes its meaning. */
export interface ApplyReport {
  readonly version: 1;
  /** Nothing was written. */
  readonly dry: boolean;
  readonly files: { readonly rewritten: number; readonly unchanged: number };
  readonly rewritten: readonly (LoopPlace & { readonly plan: string; readonly task: string })[];
  /** `code` is a hazard code, or one of the transform's own reasons. */
  readonly skipped: readonly (LoopPlace & {
    readonly code: string;
    readonly subject: string;
    readonly reason: string;
  })[];
  /** Functions that `--propagate` made asynchronous, and those that it couldn't: `because` is the place in the way. */
  readonly propagated: Propagation['propagated'];
  readonly synchronous: Propagation['refused'];
  readonly unreadable: readonly { readonly file: string; readonly message: string }[];
  /** Failures of doall's own. */
  readonly errors: readonly string[];
}

export interface Surroundings {
  readonly failed: readonly SkippedFile[];
  /** Files that were not given to the transform, for their size. */
  readonly tooLarge: readonly string[];
  readonly dry: boolean;
  readonly propagation: Propagation | undefined;
}

export function toApplyReport(
  run: TransformRun,
  { failed, tooLarge, dry, propagation }: Surroundings,
): ApplyReport {
  const rewritten = run.statuses.filter(({ status }) => status === 'ok').length;
  const errors = run.statuses.filter(({ status }) => status === 'error').map(({ text }) => shorten(text));
  return {
    version: 1,
    dry,
    files: { rewritten, unchanged: run.statuses.length - rewritten - errors.length },
    rewritten: run.loops.flatMap(({ file, rewritten: loops }) =>
      loops.map((loop) => ({ file: nameOf(file), ...loop })),
    ),
    skipped: run.loops.flatMap(({ file, skipped: loops }) =>
      loops.map((loop) => ({ file: nameOf(file), ...loop, reason: reasonOf(loop.code) })),
    ),
    propagated: propagation?.propagated ?? [],
    synchronous: propagation?.refused ?? [],
    unreadable: [
      ...failed.map(({ file, message }) => ({ file: nameOf(file), message })),
      ...tooLarge.map((file) => ({
        file: nameOf(file),
        message: 'is too large to be source code; left as it is',
      })),
      ...run.loops.flatMap(({ file, unreadable }) =>
        unreadable === undefined ? [] : [{ file: nameOf(file), message: unreadable }],
      ),
    ],
    errors: [...run.failures.map(shorten), ...errors],
  };
}

/** jscodeshift gives the stack too, which is for whoever looks into it. */
function shorten(text: string): string {
  return process.env.DOALL_DEBUG ? text : (text.split('\n', 1)[0] ?? text);
}

/** The catalogue's heading for a hazard code; the transform's own codes speak for themselves. */
function reasonOf(code: string): string {
  return code in catalogue ? catalogue[code as HazardCode].title : code.replaceAll('-', ' ');
}

/** The summary table; `verbose` names each loop that was left. */
export function formatSummary(report: ApplyReport, verbose: boolean, style: Style): string {
  const { rewritten, skipped, files, dry } = report;
  const noun = [...rewritten, ...skipped].some(({ form }) => form === 'pool') ? 'pool' : 'loop';
  const done = dry ? 'would be rewritten' : 'rewritten';
  const lines = [
    style.bold(`${count(files.rewritten, 'file')} ${done}, ${files.unchanged} left as they are`),
    ...table(
      `${count(rewritten.length, noun)} ${done}`,
      rewritten.map(({ plan }) => plan),
      () => '',
    ),
    ...table(
      `${count(skipped.length, noun)} left`,
      skipped.map(({ code }) => code),
      reasonOf,
    ),
  ];
  const functions = [
    ...report.propagated.map(({ file, line, name }) => `${file}:${line} ${name} is asynchronous now`),
    ...report.synchronous.map(
      ({ file, line, code, because }) =>
        `${file}:${line} stays synchronous: ${code.replaceAll('-', ' ')} at ${because.file}:${because.line}`,
    ),
  ];
  const list = skipped.map(({ file, line, column, form, code, subject, reason }) =>
    wrap(`${file}:${line}:${column} ${form}: ${reason}: ${subject} [${code}]`, style.width, 2),
  );
  const more = noun === 'loop' ? '; doall explain file:line says more' : '';
  const hint = skipped.length > 0 ? [style.dim(`(--verbose names each ${noun} that is left${more})`)] : [];
  return `${[...lines, ...functions, ...(verbose ? list : hint)].join('\n')}\n`;
}

/** A heading, and below it how often each code occurs, most frequent first. */
function table(heading: string, codes: readonly string[], explain: (code: string) => string): string[] {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const rows = [...counts].sort((a, b) => b[1] - a[1]);
  const width = Math.max(0, ...rows.map(([code]) => code.length));
  return [
    heading,
    ...rows.map(([code, times]) =>
      `  ${code.padEnd(width)} ${String(times).padStart(5)}  ${explain(code)}`.trimEnd(),
    ),
  ];
}

/** Runs a generated program as it is and rewritten, and compares what can be seen of both. */
import { rewriteFile } from '../../transforms/rewrite-file.ts';
import { Realm, type Output } from './realm.ts';
import { show } from './show.ts';
import { createSnapshotRuntime } from './snapshot-runtime.ts';

/** A program: a module that prints, or that exports `run` for the harness to call. */
export interface Program {
  readonly text: string;
  readonly file: string;
  /** The lines, counted from 1, between which its own loop stands; loops outside are those of its helpers. */
  readonly loop: { readonly first: number; readonly last: number };
}

export interface Comparison {
  /** Whether the program's own loop was rewritten, not only loops of its helpers. */
  readonly rewritten: boolean;
  readonly same: boolean;
  readonly before: string;
  readonly after: string;
  /** The rewritten program and its worker module. */
  readonly output: string | undefined;
  readonly worker: string | undefined;
  /** How many items really crossed. */
  readonly crossings: number;
}

/** The steps of a comparison, in order. */
export type Phase = 'runs as it is' | 'is rewritten' | 'runs rewritten';

interface RunResult {
  readonly items: unknown;
  readonly outcome: unknown;
}

/** What a program printed, and what two calls of its `run` left behind: module state that drifts shows in the second. */
function transcript(load: (output: Output) => Record<string, unknown>): string {
  const lines: string[] = [];
  const output = { log: (...values: unknown[]) => lines.push(values.map(String).join(' ')) };
  try {
    const exports = load(output);
    const run = exports['run'] as (() => RunResult) | undefined;
    for (let time = 0; run !== undefined && time < 2; time += 1) {
      const { items, outcome } = run();
      output.log(show(items, outcome), show(undefined, items));
    }
  } catch (error) {
    output.log('uncaught', error);
  }
  return lines.join('\n');
}

const silent: Output = { log: () => undefined };
const unused = (): unknown => ({});

/** Loads the rewritten program; workers have modules of their own, and what they print goes nowhere. */
function loadRewritten(
  program: Program,
  output: string,
  worker: { file: string; text: string },
  console: Output,
): { readonly exports: Record<string, unknown>; readonly crossings: () => number } {
  const texts = new Map([
    [program.file, output],
    [worker.file, worker.text],
  ]);
  const runtime = createSnapshotRuntime(() => {
    const inner = createSnapshotRuntime();
    return new Realm(texts, silent, () => inner.exports).load(worker.file);
  });
  const realm = new Realm(texts, console, () => runtime.exports);
  return { exports: realm.load(program.file), crossings: runtime.crossings };
}

/**
 * Throws only when the rewriter itself does.
 * @param enter called before each step
 */
export function compareProgram(
  given: Program | string,
  enter: (phase: Phase) => void = () => undefined,
): Comparison {
  const program = typeof given === 'string' ? wholeFile(given) : given;
  const { text, file, loop } = program;
  enter('runs as it is');
  const before = transcript((console) => new Realm(new Map([[file, text]]), console, unused).load(file));
  enter('is rewritten');
  const { output, worker, rewritten } = rewriteFile(text, file, { minWork: 0 });
  if (output === undefined || worker === undefined) {
    const nothing = { output, worker: worker?.text, crossings: 0 };
    return { rewritten: false, same: true, before, after: before, ...nothing };
  }
  enter('runs rewritten');
  let crossings = (): number => 0;
  const after = transcript((console) => {
    const loaded = loadRewritten(program, output, worker, console);
    crossings = loaded.crossings;
    return loaded.exports;
  });
  return {
    rewritten: rewritten.some(({ line }) => line >= loop.first && line <= loop.last),
    same: before === after,
    before,
    after,
    output,
    worker: worker.text,
    crossings: crossings(),
  };
}

function wholeFile(text: string): Program {
  return { text, file: '/fuzz/program.cjs', loop: { first: 1, last: text.split('\n').length } };
}

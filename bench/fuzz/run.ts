/** Fuzzing in this process: draws programs, compares, shrinks the first difference. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { compareProgram, type Phase } from '../../tests/fuzz/compare.ts';
import { moduleFolder } from '../../tests/fuzz/generate/modules.ts';
import { generateProgram } from '../../tests/fuzz/generate/program.ts';
import { Tape } from '../../tests/fuzz/tape.ts';

export interface FuzzSettings {
  readonly programs: number;
  readonly seed: number;
  readonly seconds: number;
}

export interface FuzzReport {
  readonly ran: number;
  readonly rewritten: number;
  readonly crossed: number;
  /** The smallest program that behaves differently, with both transcripts. */
  readonly difference: string | undefined;
}

/** What is under way: whoever watches sees where something hangs. */
export interface Progress {
  readonly number: number;
  readonly phase: Phase;
  readonly text: string;
}

export const tapes = fc.array(fc.nat(2 ** 20), { minLength: 40, maxLength: 400, size: 'max' });

/** A difference is made smaller for this long at most. */
const shrinkSeconds = 60;

/** @param report called before each step of each program; the event loop turns between programs, so that a message gets out */
export async function fuzz(
  { programs, seed, seconds }: FuzzSettings,
  report: (progress: Progress) => void = () => undefined,
): Promise<FuzzReport> {
  // The folder of the programs is their project: what else stands in the working directory is none of theirs.
  process.chdir(moduleFolder());
  let [ran, rewritten, crossed] = [0, 0, 0];
  let shrinkUntil = Infinity;
  const property = fc.asyncProperty(tapes, async (choices) => {
    if (Date.now() > shrinkUntil) return true;
    await nextTurn();
    const program = generateProgram(new Tape(choices));
    const comparison = compareProgram(program, (phase) => {
      report({ number: ran, phase, text: program.text });
    });
    ran += 1;
    if (comparison.rewritten) rewritten += 1;
    if (comparison.crossings > 0) crossed += 1;
    if (!comparison.same) shrinkUntil = Math.min(shrinkUntil, Date.now() + shrinkSeconds * 1000);
    return comparison.same;
  });
  const details = await fc.check(property, {
    numRuns: programs,
    seed,
    interruptAfterTimeLimit: seconds * 1000,
    endOnFailure: false,
  });
  const counterexample = details.failed ? details.counterexample : null;
  if (counterexample === null) return { ran, rewritten, crossed, difference: undefined };
  const where = `seed ${seed}, path ${details.counterexamplePath ?? ''}`;
  return { ran, rewritten, crossed, difference: describe(where, counterexample[0], details.errorInstance) };
}

function describe(where: string, choices: readonly number[], error: unknown): string {
  const program = generateProgram(new Tape(choices));
  const head = `\nA difference (${where}):\n${program.text}`;
  if (error instanceof Error && !/Property failed/.test(error.message))
    return `${head}\n${error.stack ?? error.message}`;
  const { before, after, output, worker } = compareProgram(program);
  return `${head}\n-- rewritten\n${output ?? ''}\n-- worker\n${worker ?? ''}\n-- before\n${before}\n-- after\n${after}`;
}

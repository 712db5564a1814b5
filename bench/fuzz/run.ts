/** Fuzzing in this process: draws programs, compares, shrinks the first difference. */
import fc from 'fast-check';
import { compareProgram } from '../../tests/fuzz/compare.ts';
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

export const tapes = fc.array(fc.nat(2 ** 20), { minLength: 40, maxLength: 400, size: 'max' });

export function fuzz({ programs, seed, seconds }: FuzzSettings): FuzzReport {
  let [ran, rewritten, crossed] = [0, 0, 0];
  const property = fc.property(tapes, (choices) => {
    const comparison = compareProgram(generateProgram(new Tape(choices)));
    ran += 1;
    if (comparison.rewritten) rewritten += 1;
    if (comparison.crossings > 0) crossed += 1;
    return comparison.same;
  });
  const details = fc.check(property, {
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

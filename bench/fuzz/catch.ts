/** What notices that the verdict ignores a hazard; runs in the mutated copy of the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { compareProgram, type Program } from '../../tests/fuzz/compare.ts';
import { moduleFolder } from '../../tests/fuzz/generate/modules.ts';
import { generateProgram } from '../../tests/fuzz/generate/program.ts';
import { Tape } from '../../tests/fuzz/tape.ts';
import { judgeLoop } from '../../tests/verdict/support.ts';
import { traps } from '../../tests/verdict/traps.ts';
import { rewriteFile } from '../../transforms/rewrite-file.ts';
import { tapes } from './run.ts';

interface Budget {
  readonly programs: number;
  readonly seconds: number;
  readonly seed: number;
  /** Random programs also where a fixture shows it already. */
  readonly alwaysFuzz: boolean;
}

interface Catch {
  /** The check that fails, or undefined when none does. */
  readonly by: string | undefined;
  /** Random programs that ran until then. */
  readonly programs: number;
  /** Whether the verdict ever gave the hazard while it was looked for. */
  readonly wasGiven: boolean;
}

export interface Catcher {
  catchMutation(code: string, budget: Budget): Catch;
}

/** What the mutated sources look at: the code to ignore, and how often it was. */
const mutable = globalThis as { ignoredHazard?: string | undefined; timesIgnored?: number };

/** Fixtures first: they take seconds, random programs minutes. */
export function catchMutation(code: string, budget: Budget): Catch {
  mutable.ignoredHazard = code;
  mutable.timesIgnored = 0;
  const fixture = findSeed() ?? findRefused() ?? findTrap(code);
  const { by, programs } =
    fixture === undefined || budget.alwaysFuzz ? findByFuzz(budget) : { by: undefined, programs: 0 };
  const wasGiven = mutable.timesIgnored > 0;
  mutable.ignoredHazard = undefined;
  return { by: [by, fixture].filter((one) => one !== undefined).join(', ') || undefined, programs, wasGiven };
}

const batch = 50;

function findByFuzz({ programs, seconds, seed }: Budget): Pick<Catch, 'by' | 'programs'> {
  const end = Date.now() + seconds * 1000;
  let ran = 0;
  process.chdir(moduleFolder());
  while (ran < programs && Date.now() < end) {
    for (const choices of fc.sample(tapes, { numRuns: batch, seed: seed + ran })) {
      ran += 1;
      if (differs(generateProgram(new Tape(choices)))) return { by: 'fuzz', programs: ran };
    }
  }
  return { by: undefined, programs: ran };
}

/** A planner that meets what it was never given may throw: that shows nothing. */
function differs(program: Program | string): boolean {
  try {
    return !compareProgram(program).same;
  } catch {
    return false;
  }
}

function findSeed(): string | undefined {
  const folder = new URL('../../__testfixtures__/fuzz-seeds/', import.meta.url).pathname;
  const found = readdirSync(folder).find((name) => differs(readFileSync(folder + name, 'utf8')));
  return found && `seed ${found}`;
}

/** A fixture that must be left alone, and isn't. */
function findRefused(): string | undefined {
  const folder = new URL('../../__testfixtures__/refused/', import.meta.url).pathname;
  const inputs = readdirSync(folder).filter((name) => name.includes('.input.'));
  const found = inputs.find((name) => {
    const text = readFileSync(folder + name, 'utf8');
    return rewriteFile(text, folder + name, { minWork: 0 }).output !== undefined;
  });
  return found && `refused/${found}`;
}

const heavy = `function heavy(x) { let t = 0; for (let i = 0; i < 50; i++) t = (t * 31 + x * i) % 1009; return t; }\n`;

/** A trap that prints something else, or whose verdict named the hazard and gets another one now. */
function findTrap(code: string): string | undefined {
  const printing = traps.find((trap) => differs(heavy + trap.code));
  if (printing) return `trap '${printing.name}'`;
  const judged = traps.find(({ expected, code: text }) => {
    if (!expected.includes(code)) return false;
    return judgeLoop(heavy + text, '/test/program.cjs').hazards.every((hazard) => hazard.code !== code);
  });
  return judged && `verdict of trap '${judged.name}'`;
}

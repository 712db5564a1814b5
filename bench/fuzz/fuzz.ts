/**
 * `npm run fuzz -- [--programs 200000] [--seed n] [--seconds n]`: random loop programs, each rewritten (every legal loop, worthwhile
 * or not) and run both ways under the runtime's snapshot meaning. Prints the seed, the share rewritten, and the smallest
 * program of each kind of difference. Exit 1 on any difference.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { compareProgram } from '../../tests/fuzz/compare.ts';
import { generateProgram } from '../../tests/fuzz/generate/program.ts';
import { Tape } from '../../tests/fuzz/tape.ts';

const { values } = parseArgs({
  options: {
    programs: { type: 'string', default: '2000' },
    seed: { type: 'string' },
    seconds: { type: 'string', default: '3000' },
  },
});
const programs = Number(values.programs);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const tapes = fc.array(fc.nat(2 ** 20), { minLength: 40, maxLength: 400, size: 'max' });

let [ran, rewritten, crossed] = [0, 0, 0];
const property = fc.property(tapes, (choices) => {
  const comparison = compareProgram(generateProgram(new Tape(choices)));
  ran += 1;
  if (comparison.rewritten) rewritten += 1;
  if (comparison.crossings > 0) crossed += 1;
  return comparison.same;
});

console.log(`fuzz: seed ${seed}, ${programs} programs`);
const details = fc.check(property, {
  numRuns: programs,
  seed,
  interruptAfterTimeLimit: Number(values.seconds) * 1000,
  endOnFailure: false,
});
const percent = (part: number): string => `${((100 * part) / Math.max(ran, 1)).toFixed(1)} %`;
console.log(
  `${ran} programs ran, ${percent(rewritten)} rewritten, ${percent(crossed)} with items that really crossed`,
);

if (details.failed && details.counterexample !== null) {
  const text = generateProgram(new Tape(details.counterexample[0]));
  console.log(`\nA difference (seed ${seed}, path ${details.counterexamplePath ?? ''}):\n${text}`);
  if (details.errorInstance instanceof Error) console.log(details.errorInstance.stack);
  else {
    const { before, after, output, worker } = compareProgram(text);
    console.log(
      `-- rewritten\n${output ?? ''}\n-- worker\n${worker ?? ''}\n-- before\n${before}\n-- after\n${after}`,
    );
  }
  process.exitCode = 1;
} else console.log('no difference');

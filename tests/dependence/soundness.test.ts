/**
 * The oracle: random loops are run, and every flow dependence that really happens must have been reported. How often the analysis
 * is exact (says that nothing is carried when nothing was) is printed, since a test that reports everything would be sound as well.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Access, Dependence } from '../../src/model/index.ts';
import type { Program } from './programs.ts';
import type { World } from './run.ts';
import { nothingKnown, testDependences } from '../../src/facts/dependence/index.ts';
import { walkBody } from '../../src/facts/dependence/walk-body.ts';
import { inputOf, separate } from './harness.ts';
import { print, program } from './programs.ts';
import { flowsOf } from './run.ts';

const runs = Number(process.env.DOALL_FUZZ_RUNS ?? 300);

const worlds: readonly Readonly<Record<string, number>>[] = [
  { n: 7, w: 3, k: 0, s: 0 },
  { n: 5, w: 4, k: 2, s: -1 },
  { n: 2, w: 1, k: -3, s: 5 },
  { n: 9, w: 0, k: 1, s: 1 },
  { n: 6, w: -2, k: 4, s: 2 },
];

const counts = { programs: 0, free: 0, foundFree: 0 };

test.each([false, true])('no flow dependence is missed (arrays aliased: %s)', (aliased) => {
  fc.assert(
    fc.property(program, (generated) => checkProgram(generated, aliased)),
    { numRuns: runs },
  );
  const share = Math.round((100 * counts.foundFree) / Math.max(1, counts.free));
  console.log(`${counts.programs} loops, ${counts.free} without carried flow, ${share}% of these proven`);
});

function checkProgram(generated: Program, aliased: boolean): void {
  const copy = JSON.parse(JSON.stringify(generated)) as Program;
  const printed = print(copy);
  const input = inputOf(printed.text, { aliases: aliased ? nothingKnown : separate });
  const text = (id: Access['id']) => input.accesses[id]?.range.join() ?? '';
  const inductions = [...walkBody(input).inductions].map((id) => id.split('@')[0]);
  const flows = testDependences(input).filter((d) => d.kind === 'flow');
  const reported = new Set(
    flows.map((d: Dependence) => `${text(d.source)} -> ${text(d.sink)} ${d.carried ? 'carried' : 'here'}`),
  );
  const seen = new Set(
    worlds.flatMap((parameters) => [...flowsOf(copy, printed, { parameters, aliased } satisfies World)]),
  );
  const isInduction = (flow: string) => {
    const [start, end] = (flow.split(' ')[0] ?? '').split(',').map(Number);
    return flow.endsWith('carried') && inductions.includes(printed.text.slice(start, end));
  };
  const missed = [...seen].filter((flow) => !reported.has(flow) && !isInduction(flow));
  expect(missed.map((flow) => `${flow} in\n${printed.text}`)).toEqual([]);
  counts.programs += 1;
  if ([...seen].some((flow) => flow.endsWith('carried') && !isInduction(flow))) return;
  counts.free += 1;
  if (flows.every((d) => !d.carried)) counts.foundFree += 1;
}

// Properties as tests: a counterexample is printed with the seed that finds it again.
import fc from 'fast-check';
import { test as single } from 'vitest';

/** A test that must pass for all values of the arbitraries. */
export function test<Values extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof Values]: fc.Arbitrary<Values[K]> },
  name: string,
  check: (...values: Values) => void,
): void {
  single(name, () => {
    fc.assert(fc.property<Values>(...arbitraries, check), { numRuns: 250 });
  });
}

export { fc };

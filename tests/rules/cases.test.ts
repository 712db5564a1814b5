/** Every rule is tested on enough code: at least 12 valid and 12 invalid cases, the latter with messages and positions. */
import { readdirSync } from 'node:fs';
import { RuleTester } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../rules/index.ts';

const least = 12;

interface Counts {
  valid: number;
  invalid: number;
}

const counts = new Map<string, Counts>();

/** Only counts: the cases themselves are run by their own files. */
class CountingTester extends RuleTester {
  override run(name: string, _: unknown, cases: Parameters<RuleTester['run']>[2]): void {
    const known = counts.get(name) ?? { valid: 0, invalid: 0 };
    const placed = cases.invalid.filter(
      ({ errors }) => Array.isArray(errors) && errors.every((error) => isPlaced(error)),
    );
    counts.set(name, {
      valid: known.valid + cases.valid.length,
      invalid: known.invalid + placed.length,
    });
  }
}

function isPlaced(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'line' in error &&
    ('message' in error || 'messageId' in error)
  );
}

beforeAll(async () => {
  const own = RuleTester.prototype.run;
  RuleTester.prototype.run = CountingTester.prototype.run;
  try {
    const files = readdirSync(import.meta.dirname).filter((file) =>
      /^(?:no|prefer|require|keep|sent)-.*\.test\.ts$/.test(file),
    );
    await Promise.all(files.map((file) => import(`./${file}`)));
  } finally {
    RuleTester.prototype.run = own;
  }
}, 120_000);

describe('cases', () => {
  it.each(Object.keys(plugin.rules))('%s has enough', (name) => {
    const { valid, invalid } = counts.get(name) ?? { valid: 0, invalid: 0 };
    expect(valid, 'valid').toBeGreaterThanOrEqual(least);
    expect(invalid, 'invalid, with a message and a line for each error').toBeGreaterThanOrEqual(least);
  });
});

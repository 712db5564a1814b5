/** Weights of small bodies: what is known, what is guessed, what is said to be heavy. */
import { parse } from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/types';
import { describe, expect, it } from 'vitest';
import {
  type Weigher,
  estimateCost,
  guessedCall,
  guessedRecursion,
  guessedTrips,
  isWorthwhile,
  weightOf,
} from '../../src/facts/cost/index.ts';
import { defined } from '../builtins/defined.ts';

const minWork = 5_000_000;

function cost(body: string, weigher: Weigher = {}, trips?: number) {
  return estimateCost({ body: defined(parse(`{ ${body} }`, { range: true }).body[0]), trips, weigher });
}

function nameOf(node: TSESTree.Node): string | undefined {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' ? node.callee.name : undefined;
}

const knowing = (name: string, operations: number): Weigher => ({
  call: (node) => (nameOf(node) === name ? weightOf(operations) : undefined),
});

describe('an iteration', () => {
  it('of a few flops is cheap, known, and not worth a worker', () => {
    const found = cost('out[i] = xs[i] * 2 + 1');
    expect(found).toMatchObject({ certain: true, because: [] });
    expect(found.perIteration).toBeLessThan(20);
    expect(isWorthwhile(found, minWork)).toBe(false);
  });

  it('counts the trips of nested loops that have literal bounds, up or down', () => {
    const once = cost('for (let j = 0; j < 1; j++) sum += j').perIteration;
    const up = cost('for (let j = 0; j < 640; j++) sum += j');
    const down = cost('for (let j = 640; j > 0; j -= 1) sum += j');
    expect(up.certain).toBe(true);
    expect(up.because).toEqual(['nested loop of 640']);
    expect(up.perIteration).toBeGreaterThan(once * 300);
    expect(Math.abs(up.perIteration - down.perIteration)).toBeLessThan(up.perIteration / 2);
  });

  it('takes constants from the caller', () => {
    const constant = (node: TSESTree.Expression) =>
      node.type === 'Identifier' && node.name === 'size' ? 8 : undefined;
    expect(cost('for (let j = 0; j < size; j++) f()', { constant, ...knowing('f', 1) })).toMatchObject({
      certain: true,
      because: ['nested loop of 8', 'calls f'],
    });
  });

  it('guesses the trips of other nested loops, and says so', () => {
    const found = cost('for (const y of ys) sum += y');
    expect(found).toMatchObject({ certain: false, because: ['nested loop'] });
    expect(found.perIteration).toBeGreaterThan(guessedTrips);
    expect(isWorthwhile(found, minWork)).toBe(false);
  });

  it('is worthwhile with two nested loops of unknown length', () => {
    expect(isWorthwhile(cost('for (const y of ys) for (const z of zs) sum += y * z'), minWork)).toBe(true);
  });

  it('takes the heavier branch', () => {
    const light = cost('if (a) f(); else g()', knowing('g', 1)).perIteration;
    expect(cost('if (a) f(); else g()', knowing('g', 10_000)).perIteration).toBeGreaterThan(10_000);
    expect(light).toBeLessThan(100);
  });

  it('names the callee that makes it heavy', () => {
    expect(cost('total += levenshtein(a, b) + 1', knowing('levenshtein', 50_000)).because).toEqual([
      'calls levenshtein',
    ]);
  });

  it('leaves out errors and functions that are only made', () => {
    expect(cost('if (bad) throw new Error(describe(x))').perIteration).toBeLessThan(guessedCall);
    expect(cost('const later = () => { for (;;) work() }').perIteration).toBeLessThan(50);
  });

  it('runs callbacks that built-ins call, not those for later', () => {
    const weigher = knowing('score', 1000);
    expect(cost('ys.map((y) => score(y))', weigher).perIteration).toBeGreaterThan(1000 * (guessedTrips - 1));
    expect(cost('[1, 2, 3].map((y) => score(y))', weigher).perIteration).toBeLessThan(4000);
    expect(cost('setTimeout(() => score(1))', weigher).perIteration).toBeLessThan(1000);
    expect(cost('ys.sort((a, b) => score(a) - score(b))', weigher).perIteration).toBeGreaterThan(
      2000 * guessedTrips,
    );
    expect(cost('ys.map(score)', { callback: () => weightOf(1000) }).perIteration).toBeGreaterThan(
      1000 * (guessedTrips - 1),
    );
  });

  it('runs functions that are called where they are made', () => {
    expect(cost('(() => { for (const y of ys) f(y) })()').because).toContain('nested loop');
  });

  it('knows expensive built-ins', () => {
    const found = cost('keys.push(crypto.pbkdf2Sync(p, s, 1e5, 32, "sha256"))', {
      profile: () => undefined,
    });
    expect(found.perIteration).toBeLessThan(1000);
    expect(cost('out.push(JSON.stringify(x))').perIteration).toBeGreaterThan(guessedTrips);
  });

  it('stays finite for deep nests and long chains', () => {
    const nest = `${'for (const x of xs) '.repeat(12)} f(x)`;
    expect(cost(nest).perIteration).toBeLessThanOrEqual(1e12);
    let chain = parse('x').body[0] as unknown;
    for (let i = 0; i < 100_000; i++)
      chain = { type: 'BinaryExpression', left: chain, right: { type: 'Identifier', name: 'a' } };
    expect(
      estimateCost({ body: chain as TSESTree.Node, trips: 1, weigher: {} }).perIteration,
    ).toBeGreaterThan(100);
  });

  it('treats recursion as a guess that weighs', () => {
    expect(cost('visit(node)', { call: () => weightOf(guessedRecursion, false) }).certain).toBe(false);
  });
});

describe('worth', () => {
  const base = { perIteration: 1000, certain: true, because: [], measuredMs: undefined };
  it('multiplies by the trips, or by a thousand', () => {
    expect(isWorthwhile({ ...base, trips: undefined }, 1_000_000)).toBe(true);
    expect(isWorthwhile({ ...base, trips: 999 }, 1_000_000)).toBe(false);
  });
  it('never is there for one iteration', () => {
    expect(isWorthwhile({ ...base, perIteration: 1e12, trips: 1 }, 1)).toBe(false);
  });
  it('believes a measurement more than an estimate', () => {
    expect(isWorthwhile({ ...base, trips: 1_000_000, measuredMs: 0.1 }, minWork)).toBe(false);
    expect(isWorthwhile({ ...base, trips: 300, measuredMs: 900 }, minWork)).toBe(true);
  });
  it('leaves short loops alone that add up, and tiny bodies', () => {
    expect(isWorthwhile({ ...base, trips: 10, measuredMs: 900 }, minWork)).toBe(false);
    expect(isWorthwhile({ ...base, perIteration: 5, trips: 1e9, measuredMs: 900 }, minWork)).toBe(false);
    expect(isWorthwhile({ ...base, perIteration: 5, trips: 10 }, 0)).toBe(true);
  });

  it('counts only what moves to workers', () => {
    const heavy = { ...base, perIteration: 1e5, trips: 100 };
    expect(isWorthwhile({ ...heavy, movedShare: 0.6 }, minWork)).toBe(true);
    expect(isWorthwhile({ ...heavy, movedShare: 0.4 }, minWork)).toBe(false);
    expect(isWorthwhile({ ...heavy, trips: 1e6, movedShare: 0.12 }, minWork)).toBe(false);
    expect(isWorthwhile({ ...heavy, trips: 1e6, movedShare: 0.12 }, 0)).toBe(true);
  });
});

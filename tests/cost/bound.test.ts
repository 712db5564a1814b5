/** The bound that tells most loops to be light: never below the estimate that it stands for. */
import { describe, expect, test } from 'vitest';
import { costBoundOf, costOf, findLoops } from '../../src/facts/index.ts';
import { parseSource } from '../../src/parse/parse-source.ts';
import { projectOf } from '../facts/facts-of.ts';

const helper = `export function heavy(n) { for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) n ^= i * j; return n; }`;

function costsOf(text: string) {
  const result = parseSource(text, '/p/main.js');
  if (!('unit' in result)) throw new Error('does not parse');
  const context = { project: projectOf({ 'helper.js': helper }), pure: [] };
  return findLoops(result.unit).map((site) => ({
    bound: costBoundOf(context, site),
    exact: costOf(context, site),
  }));
}

describe('the bound is no less than the estimate', () => {
  test.each([
    'for (const x of xs) total += x;',
    'for (const x of xs) for (let i = 0; i < 1000; i++) total += x * i;',
    'for (const x of xs) out.push(x.split(",").map((y) => y.trim()).sort());',
    `import { heavy } from './helper.js'; for (const x of xs) out.push(heavy(x));`,
    `import { heavy } from './helper.js'; const run = heavy; for (const x of xs) out.push([x].map(run));`,
    `const { heavy } = require('./helper.js'); xs.forEach((x) => heavy(x));`,
    'function f(n) { return n < 2 ? n : f(n - 1) + f(n - 2); } for (const x of xs) out.push(f(x));',
    `const table = new Map(); for (const x of xs) table.forEach((v) => v.replace(/a/g, String(x)));`,
  ])('%s', (text) => {
    for (const { bound, exact } of costsOf(text)) {
      expect(bound.perIteration).toBeGreaterThanOrEqual(exact.perIteration);
      expect(bound.trips).toBe(exact.trips);
      expect(bound.certain || !exact.certain).toBe(true);
    }
  });
});

test('a light loop is known to be light', () => {
  const [only] = costsOf('for (const x of xs) { const y = x * 2; out.push(y + Math.sqrt(y)); }');
  expect(only?.bound.perIteration).toBeLessThan(5000);
});

/** Projects that compile a file in a way in which no worker module beside it would do: its loops aren't parallel. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Verdict } from '../../src/model/index.ts';
import { openProject, parseSource } from '../../src/parse/index.ts';
import { analyze, createAnalyzeContext, findOpportunities } from '../../src/verdict/index.ts';
import { describeHazard } from '../../src/verdict/catalogue/index.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const loop = `export function roots(xs: number[]): number[] {
  const out: number[] = [];
  for (const x of xs) {
    let sum = 0;
    for (let i = 0; i < 10000; i++) sum += Math.sqrt(x * i);
    out.push(sum);
  }
  return out;
}
`;

/** The verdict of the outer loop in a project of these files, and how many loops the lint step finds parallel. */
function judgeIn(files: Readonly<Record<string, string>>): { verdict: Verdict | undefined; found: number } {
  const folder = mkdtempSync(join(tmpdir(), 'doall-form-'));
  folders.push(folder);
  const all = { 'package.json': '{}', ...files, 'src/a.ts': loop };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const parsed = parseSource(loop, join(folder, 'src/a.ts'));
  if ('skipped' in parsed) throw new Error(parsed.skipped.message);
  const context = createAnalyzeContext({}, openProject(folder));
  const [verdict] = analyze(parsed.unit, context);
  return { verdict, found: findOpportunities(parsed.unit, context, () => true).length };
}

const modules = '{ "compilerOptions": { "module": "esnext" } }';

test.each<[string, Record<string, string>, string]>([
  [
    'ES modules for a bundler, CommonJS for jest by a configuration of its own',
    {
      'jest.config.js':
        "module.exports = { preset: 'ts-jest', globals: { 'ts-jest': { tsconfig: './tsconfig.jest.json' } } };",
      'tsconfig.jest.json': '{ "compilerOptions": { "module": "CommonJS" } }',
      'tsconfig.json': modules,
    },
    'two-module-forms',
  ],
  [
    'ES modules for the package, CommonJS as ts-jest makes it by itself',
    { 'package.json': '{ "jest": { "preset": "ts-jest" } }', 'tsconfig.json': modules },
    'two-module-forms',
  ],
  [
    'ES5, where for-of goes over arrays alone',
    { 'tsconfig.json': '{ "compilerOptions": { "target": "es5", "module": "commonjs" } }' },
    'no-iterators',
  ],
])('%s', (_name, files, code) => {
  const { verdict, found } = judgeIn(files);
  expect(verdict).toMatchObject({
    outcome: 'blocked',
    plan: undefined,
    hazards: [{ code, subject: 'a.ts' }],
  });
  expect(describeHazard(verdict?.hazards[0] as Verdict['hazards'][number]).message).toContain('`a.ts`');
  expect(found).toBe(0);
});

test.each<[string, Record<string, string>]>([
  ['no tsconfig.json', {}],
  ['ES modules alone', { 'tsconfig.json': modules }],
  [
    'ES modules, also for ts-jest',
    {
      'package.json': '{ "jest": { "transform": { "ts$": ["ts-jest", { "useESM": true }] } } }',
      'tsconfig.json': modules,
    },
  ],
  [
    'ES5 with iterators',
    { 'tsconfig.json': '{ "compilerOptions": { "target": "es5", "downlevelIteration": true } }' },
  ],
])('%s: nothing in the way', (_name, files) => {
  const { verdict, found } = judgeIn(files);
  expect(verdict?.outcome).toBe('parallel');
  expect(found).toBeGreaterThan(0);
});

/** Who asks for a part of the verdicts gets what judging all loops gives: the parallel and worthwhile ones, the heavy ones. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProject, parseSource } from '../../src/parse/index.ts';
import { findLoops, mayHoldLoop } from '../../src/facts/index.ts';
import {
  analyze,
  analyzeHeavy,
  createAnalyzeContext,
  findOpportunities,
  wholeWork,
} from '../../src/verdict/index.ts';

const root = join(import.meta.dirname, '../../__testfixtures__');
const folders = ['loop-to-pool-map', 'refused', 'traps'];
/** With 0 every parallel loop of more than one iteration counts; with more, some are told to move too little. */
const minWorks = [0, 1, 100_000];

test.each(folders.flatMap((folder) => minWorks.map((minWork) => ({ folder, minWork }))))(
  '$folder, loops of at least $minWork operations',
  ({ folder, minWork }) => {
    const context = () => createAnalyzeContext({ minWork }, openProject(join(root, folder)));
    const [one, other] = [context(), context()];
    for (const file of filesOf(folder)) {
      const parsed = parseSource(readFileSync(file, 'utf8'), file);
      if ('skipped' in parsed) continue;
      const all = analyze(parsed.unit, one).filter(({ worthwhile }) => worthwhile);
      const found = findOpportunities(parsed.unit, other, () => true);
      expect(found, file).toEqual(all);
    }
  },
);

test.each(folders)('%s: heavy loops are judged, the others named', (folder) => {
  const context = () => createAnalyzeContext({ minWork: 100_000 }, openProject(join(root, folder)));
  const [one, other] = [context(), context()];
  for (const file of filesOf(folder)) {
    const parsed = parseSource(readFileSync(file, 'utf8'), file);
    if ('skipped' in parsed) continue;
    const all = analyze(parsed.unit, one);
    const isHeavy = ({ cost }: (typeof all)[number]): boolean => wholeWork(cost) >= 100_000;
    const { verdicts, light } = analyzeHeavy(parsed.unit, other);
    expect(verdicts, file).toEqual(all.filter(isHeavy));
    expect(
      light.map(({ range }) => range),
      file,
    ).toEqual(all.filter((verdict) => !isHeavy(verdict)).map(({ loop }) => loop.range));
  }
});

test.each([
  'for (;;) {}',
  'for/* each */(const x of xs) {}',
  'async () => { for await (const x of xs) {} }',
  'while(next()) {}',
  'do { step(); } while (next());',
  'xs.map(f)',
  'xs.map (f)',
  'xs?.map?.(f)',
  'xs.filter!(f)',
  'xs.reduce<number>(f, 0)',
  "xs['some'](f)",
  '(xs.find)(f)',
  'xs.every/* one */(f)',
  'Array.from(xs, f)',
  'xs.m\\u0061p(f)',
])('%s may be a loop', (text) => {
  const parsed = parseSource(text, '/project/a.ts');
  expect('unit' in parsed && findLoops(parsed.unit)).toHaveLength(1);
});

test.each([
  "import { map } from './map.js'; // for all the files",
  'const map = new Map([[1, 2]]); const find = { every: 1 };',
])('%s holds none', (text) => {
  expect(mayHoldLoop(text)).toBe(false);
});

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.output|\.worker)\.[cm]?[jt]sx?$/.test(file))
    .map((file) => join(root, folder, file));
}

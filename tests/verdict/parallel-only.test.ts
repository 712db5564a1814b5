/** What the lint step asks for, the parallel and worthwhile loops alone, gives what judging all loops gives. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProject, parseSource } from '../../src/parse/index.ts';
import { analyze, createAnalyzeContext, findOpportunities } from '../../src/verdict/index.ts';

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

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.output|\.worker)\.[cm]?[jt]sx?$/.test(file))
    .map((file) => join(root, folder, file));
}

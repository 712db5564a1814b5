/** What the lint step asks for, the parallel loops alone, gives what judging all loops gives. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProject, parseSource } from '../../src/parse/index.ts';
import { analyze, createAnalyzeContext, findParallel } from '../../src/verdict/index.ts';

const root = join(import.meta.dirname, '../../__testfixtures__');
const folders = ['loop-to-pool-map', 'refused', 'traps'];

test.each(folders)('%s', (folder) => {
  const context = () => createAnalyzeContext({}, openProject(join(root, folder)));
  const [one, other] = [context(), context()];
  for (const file of filesOf(folder)) {
    const parsed = parseSource(readFileSync(file, 'utf8'), file);
    if ('skipped' in parsed) continue;
    const all = analyze(parsed.unit, one).filter(({ outcome }) => outcome === 'parallel');
    const found = findParallel(parsed.unit, other, () => true);
    expect(found, file).toEqual(all);
  }
});

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.output|\.worker)\.[cm]?[jt]sx?$/.test(file))
    .map((file) => join(root, folder, file));
}

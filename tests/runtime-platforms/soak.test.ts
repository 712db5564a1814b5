// The short form of the soaks (`npm run soak`): faults, workers that die at random, more threads than cores, many calls,
// much data. Each program checks itself.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { join } from 'node:path';
import { Project, root } from '../../bench/runtime/project.ts';
import { soaks } from '../../bench/runtime/soaks.ts';

let project: Project;
beforeAll(async () => {
  project = await Project.make(join(root, 'src/runtime'));
});
afterAll(() => {
  project.remove();
});

const runs = soaks.flatMap(({ id, runs }) =>
  runs(true).map((run) => [`${id}: ${run.args.join(' ')}`, run] as const),
);

describe('soak', () => {
  test.each(runs)('%s', async (_, run) => {
    const lines: string[] = [];
    const ending = await project.run({ ...run, limit: 50 }, (line) => lines.push(line));
    expect({ ...ending, lines }).toStrictEqual({ code: 0, isLate: false, lines });
    expect(lines.length).toBeGreaterThan(0);
  });
});

import { check } from 'prettier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rewriteFile } from '../../transforms/rewrite-file.ts';
import { install } from '../runtime/support/install.ts';
import type { Project } from '../runtime/support/install.ts';
import { listFixtures, readGolden, rewriteFixture, toGolden, writeGolden } from './fixture-files.ts';
import type { Fixture } from './fixture-files.ts';
import { lostComments } from './kept-comments.ts';
import { layOut, runAll } from './run-fixtures.ts';
import type { Program, Transcript } from './run-fixtures.ts';
import { typeErrors } from './type-check.ts';

const isUpdate = process.env.UPDATE === '1';
const rewrites = listFixtures('loop-to-pool-map');
const refusals = listFixtures('refused');

const rewritten = new Map(
  [...rewrites, ...refusals].map((fixture) => [fixture, toGolden(rewriteFixture(fixture))]),
);

describe.each([
  ['loop-to-pool-map', rewrites],
  ['refused', refusals],
])('%s', (_folder, fixtures) => {
  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
    const golden = rewritten.get(fixture);
    if (isUpdate && golden) writeGolden(fixture, golden);
    expect(golden).toEqual(readGolden(fixture));
  });
});

test('refused loops are left as they are', () => {
  const changed = refusals.filter((fixture) => rewritten.get(fixture)?.output !== undefined);
  expect(changed.map(({ name }) => name)).toEqual([]);
});

test('every other case is rewritten', () => {
  const unchanged = rewrites.filter((fixture) => rewritten.get(fixture)?.output === undefined);
  expect(unchanged.map(({ name }) => name)).toEqual([]);
});

test('a second run changes nothing', () => {
  const changed = rewrites.filter((fixture) => {
    const output = rewritten.get(fixture)?.output;
    const file = `${fixture.folder}/${fixture.name}${fixture.extension}`;
    return output !== undefined && rewriteFile(output, file).output !== undefined;
  });
  expect(changed.map(({ name }) => name)).toEqual([]);
});

test('a run that says nothing of the loops that are left writes the same', () => {
  const different = rewrites.filter((fixture) => {
    const { output, worker } = rewriteFixture(fixture, { reasons: 'none' });
    const golden = rewritten.get(fixture);
    return output !== golden?.output || worker?.text !== golden?.worker;
  });
  expect(different.map(({ name }) => name)).toEqual([]);
});

test('no comment is lost', () => {
  const lost = rewrites.flatMap((fixture) => {
    const { output = fixture.input, worker = '' } = rewritten.get(fixture) ?? {};
    return lostComments(`${fixture.name}${fixture.extension}`, fixture.input, [output, worker]);
  });
  expect(lost).toEqual([]);
});

test('tsc --strict accepts what is written', () => {
  expect(typeErrors(rewrites, (fixture) => rewritten.get(fixture))).toEqual([]);
}, 120_000);

test('Prettier has nothing to change in what comes from a file that it formatted', async () => {
  const changed: string[] = [];
  for (const fixture of rewrites) {
    const options = {
      filepath: `x${fixture.extension}`,
      singleQuote: true,
      printWidth: 110,
      endOfLine: 'auto',
    } as const;
    if (!(await check(fixture.input, options))) continue;
    const { output = '', worker = '' } = rewritten.get(fixture) ?? {};
    if (!(await check(output, options))) changed.push(`${fixture.name}.output`);
    if (!(await check(worker, options))) changed.push(`${fixture.name}.output.worker`);
  }
  expect(changed).toEqual([]);
});

describe('the rewritten program does what the original does', () => {
  let project: Project;
  let original: Map<string, Transcript>;
  const runs = new Map<string, Map<string, Transcript>>();

  beforeAll(async () => {
    project = await install();
    layOut(project, 'original', rewrites.map(toOriginal));
    layOut(project, 'rewritten', rewrites.map(toRewritten));
    original = await runAll(project, 'original', rewrites, {});
    runs.set('as it comes', await runAll(project, 'rewritten', rewrites, { DOALL_THREADS: '2' }));
    const forced = { DOALL_THREADS: '2', DOALL_FORCE: '1' };
    runs.set('on the pool', await runAll(project, 'rewritten', rewrites, forced));
  }, 120_000);

  afterAll(() => {
    project.remove();
  });

  test.each(rewrites.map(({ name }) => name))('%s', (name) => {
    const { output, error } = original.get(name) as Transcript;
    expect(output + (error ?? '')).not.toBe('');
    for (const [how, transcripts] of runs) {
      expect({ how, ...transcripts.get(name) }).toEqual({ how, output, error, warnings: [] });
    }
  });
});

function toOriginal(fixture: Fixture): Program {
  return { fixture, source: fixture.input, worker: undefined };
}

function toRewritten(fixture: Fixture): Program {
  const golden = rewritten.get(fixture);
  return { fixture, source: golden?.output ?? fixture.input, worker: golden?.worker };
}

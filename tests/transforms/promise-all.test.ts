/** Fixtures of promise-all-to-pool-map: texts, refusals, types, and what the programs print. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rewriteFile } from '../../transforms/rewrite-file.ts';
import { install } from '../runtime/support/install.ts';
import type { Project } from '../runtime/support/install.ts';
import type { Fixture } from './fixture-files.ts';
import { listFixtures, readGolden, toGolden, writeGolden } from './fixture-files.ts';
import { layOut, runAll } from './run-fixtures.ts';
import { typeErrors } from './type-check.ts';

const cases = listFixtures('promise-all-to-pool-map');
const refusals = listFixtures('promise-all-to-pool-map/refused');

function rewrite({ name, folder, extension }: Fixture, text: string) {
  return rewriteFile(text, join(folder, name + extension), { promised: true });
}

const goldens = new Map(
  [...cases, ...refusals].map((fixture) => [fixture, toGolden(rewrite(fixture, fixture.input))]),
);

describe.each([
  ['rewritten', cases],
  ['refused', refusals],
])('%s', (_what, fixtures) => {
  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
    const golden = goldens.get(fixture);
    if (process.env.UPDATE === '1' && golden) writeGolden(fixture, golden);
    expect(golden).toEqual(readGolden(fixture));
  });
});

test('every case is rewritten, no refusal is, and a second run changes nothing', () => {
  const outputOf = (fixture: Fixture) => goldens.get(fixture)?.output;
  expect(cases.filter((fixture) => outputOf(fixture) === undefined)).toEqual([]);
  expect(refusals.filter((fixture) => outputOf(fixture) !== undefined)).toEqual([]);
  const again = cases.filter((fixture) => rewrite(fixture, outputOf(fixture) ?? '').output !== undefined);
  expect(again).toEqual([]);
});

test('loop-to-pool-map leaves all of them', () => {
  const rewritten = [...cases, ...refusals].filter(({ name, folder, extension, input }) => {
    return rewriteFile(input, join(folder, name + extension)).output !== undefined;
  });
  expect(rewritten).toEqual([]);
});

test('tsc --strict accepts what is written', () => {
  expect(typeErrors(cases, (fixture) => goldens.get(fixture))).toEqual([]);
}, 120_000);

describe('the programs print the same', () => {
  let project: Project;

  beforeAll(async () => {
    project = await install();
  }, 120_000);

  afterAll(() => {
    project.remove();
  });

  test('inline and on the pool', async () => {
    layOut(
      project,
      'original',
      cases.map((fixture) => ({ fixture, source: fixture.input, worker: undefined })),
    );
    layOut(
      project,
      'rewritten',
      cases.map((fixture) => {
        const golden = goldens.get(fixture);
        return { fixture, source: golden?.output ?? '', worker: golden?.worker };
      }),
    );
    const original = await runAll(project, 'original', cases, {});
    const env = { DOALL_THREADS: '2', DOALL_FORCE: '1' };
    expect(await runAll(project, 'rewritten', cases, env)).toEqual(original);
    expect([...original.values()].every(({ output }) => output !== '')).toBe(true);
  }, 120_000);
});

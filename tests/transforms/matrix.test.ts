/** Every {form} × {plan} that can exist has a fixture in each module syntax: what the goldens of the fixtures say. */
import { describe, expect, test } from 'vitest';
import { listFixtures, readGolden } from './fixture-files.ts';
import type { Fixture } from './fixture-files.ts';

/** while and do-while have no iteration space that could be split; other cells would be another form's. */
const cells: Readonly<Record<string, readonly string[]>> = {
  for: ['map', 'filter', 'flatMap', 'search', 'fission', 'rows'],
  'for-of': ['map', 'filter', 'flatMap', 'search', 'fission'],
  'for-in': ['map', 'filter', 'flatMap', 'search'],
  map: ['map'],
  filter: ['filter'],
  flatMap: ['flatMap'],
  some: ['search'],
  every: ['search'],
  find: ['search'],
  findIndex: ['search'],
  from: ['map'],
  forEach: ['fission'],
};

/** In TypeScript a test may narrow the type of what is kept, which a filter would lose. */
const impossible = ['for-of filter TS', 'for-in filter TS'];

type Syntax = 'ESM' | 'CJS' | 'TS';

function syntaxOf({ extension, input }: Fixture): Syntax {
  if (/^\.[cm]?tsx?$/.test(extension)) return 'TS';
  return extension === '.cjs' || /\brequire\(|\bexports\./.test(input) ? 'CJS' : 'ESM';
}

/** `for-of map ESM` for each rewritten loop of each fixture. */
const present = new Set(
  listFixtures('loop-to-pool-map').flatMap((fixture) =>
    [...readGolden(fixture).verdict.matchAll(/^line \d+ (\S+): (\w+), task /gm)].map(
      ([, form = '', plan = '']) => `${form} ${plan} ${syntaxOf(fixture)}`,
    ),
  ),
);

describe.each(['ESM', 'CJS', 'TS'] as const)('%s', (syntax) => {
  test.each(Object.entries(cells).flatMap(([form, plans]) => plans.map((plan) => [form, plan] as const)))(
    '%s → %s',
    (form, plan) => {
      const cell = `${form} ${plan} ${syntax}`;
      expect(present.has(cell)).toBe(!impossible.includes(cell));
    },
  );
});

test('no fixture shows a cell that is not listed', () => {
  const listed = Object.entries(cells).flatMap(([form, plans]) => plans.map((plan) => `${form} ${plan}`));
  const found = new Set([...present].map((cell) => cell.replace(/ \w+$/, '')));
  expect([...found].filter((cell) => !listed.includes(cell))).toEqual([]);
});

/** Which test decides what, on small loops; the soundness of all of them together is in soundness.test.ts. */
import { describe, expect, test } from 'vitest';
import type { HarnessOptions } from './harness.ts';
import { nothingKnown, testDependences } from '../../src/facts/dependence/index.ts';
import { inputOf } from './harness.ts';

/** `a[i] -> a[i - 1] 1 definite strong-siv` for each carried flow of a loop over arrays a, b, c, t, rows g, and numbers n, m, w. */
function carriedFlows(
  body: string,
  head = 'let i = 0; i < n; i++',
  options: HarnessOptions = {},
  before = '',
): readonly string[] {
  const text = `function f(a, b, c, t, g, o, n, m, w, k) { ${before}for (${head}) { ${body} } }`;
  const input = inputOf(text, options);
  const textOf = (id: number) => text.slice(...(input.accesses[id]?.range ?? []));
  const flows = testDependences(input).filter((d) => d.kind === 'flow' && d.carried);
  return flows.map(
    (d) => `${textOf(d.source)} -> ${textOf(d.sink)} ${d.distance ?? '?'} ${d.certainty} ${d.test}`,
  );
}

describe('subscripts', () => {
  test.each([
    ['the same cell each time', 'a[0] = a[0] + b[i];', ['a[0] -> a[0] 1 definite ziv']],
    ['different constant cells', 'a[0] = a[1] + b[i];', []],
    ['distance 1', 'a[i] = a[i - 1];', ['a[i] -> a[i - 1] 1 definite strong-siv']],
    ['distance 3', 'a[i + 2] = a[i - 1];', ['a[i + 2] -> a[i - 1] 3 definite strong-siv']],
    ['reads ahead only', 'a[i] = a[i + 1];', []],
    ['under a condition', 'if (b[i]) a[i] = a[i - 1];', ['a[i] -> a[i - 1] 1 possible strong-siv']],
    ['one cell of all', 'a[i] = a[0];', ['a[i] -> a[0] ? possible weak-zero-siv']],
    ['a cell before all', 'a[i] = a[-1];', []],
    ['from the far end', 'a[i] = a[n - i - 1];', ['a[i] -> a[n - i - 1] ? possible weak-crossing-siv']],
    ['even and odd cells', 'a[2 * i] = a[2 * i + 1];', []],
    ['a global variable', 'total = total + a[i];', ['total -> total 1 definite scalar']],
    ['an unknown offset', 'a[i] = a[i + k];', ['a[i] -> a[i + k] ? possible strong-siv']],
    ['an index array', 'a[b[i]] = a[i];', ['a[b[i]] -> a[i] ? possible unknown-subscript']],
    ['names of properties', 'o.x = o.y;', []],
    ['one property', 'o.x = o.x + 1;', ['o.x -> o.x 1 definite name']],
    ['a number as a name', 'a[i] = a.length;', ['a[i] -> a.length ? possible name']],
    ['strings as keys', 'o[k] = o.x;', ['o[k] -> o.x ? possible name']],
  ])('%s', (_, body, expected) => {
    expect(carriedFlows(body)).toEqual(expected);
  });

  test('a step of 2 meets only every second cell', () => {
    expect(carriedFlows('a[i] = a[i - 1];', 'let i = 0; i < n; i += 2')).toEqual([]);
    expect(carriedFlows('a[i] = a[i - 4];', 'let i = 0; i < n; i += 2')).toEqual([
      'a[i] -> a[i - 4] 2 definite strong-siv',
    ]);
  });

  test('downwards, the next cell is the one written before', () => {
    const down = 'let i = n; i > 0; i--';
    expect(carriedFlows('a[i] = a[i + 1];', down)).toEqual(['a[i] -> a[i + 1] 1 definite strong-siv']);
    expect(carriedFlows('a[i] = a[i - 1];', down)).toEqual([]);
  });

  test('bounds rule out what lies beyond them', () => {
    expect(carriedFlows('a[i] = a[i - 9];', 'let i = 0; i < 8; i++')).toEqual([]);
    expect(carriedFlows('a[i] = a[i - 7];', 'let i = 0; i < 8; i++')).toHaveLength(1);
    expect(carriedFlows('a[i + n] = a[i];')).toEqual([]);
    expect(carriedFlows('a[i + n] = a[i];', 'let i = 0; i <= n; i++')).toHaveLength(1);
  });

  test('a crossing beyond the bounds', () => {
    expect(carriedFlows('a[i] = a[7 - i];', 'let i = 0; i < 4; i++')).toEqual([]);
    expect(carriedFlows('a[i] = a[7 - i];', 'let i = 0; i < 8; i++')).toEqual([
      'a[i] -> a[7 - i] ? possible weak-crossing-siv',
    ]);
  });

  test('a block that another block is read from, by the bounds of both loops', () => {
    const inner = (read: string) => `for (let j = 0; j < 4; j++) a[4 * i + j] = a[${read}];`;
    expect(carriedFlows(inner('4 * i + j + 4'), 'let i = 0; i < 9; i++')).toEqual([]);
    expect(carriedFlows(inner('4 * i + j - 1'), 'let i = 0; i < 9; i++')).toEqual([
      'a[4 * i + j] -> a[4 * i + j - 1] ? possible banerjee',
    ]);
  });

  test('a cursor that moves in some iterations', () => {
    const ofArrays = (body: string) => carriedFlows(body).filter((flow) => !flow.startsWith('k'));
    expect(ofArrays('if (b[i]) { a[k] = b[i]; k += 1; }')).toEqual([]);
    expect(ofArrays('if (b[i]) { a[k] = a[i]; k += 1; }')).toEqual([
      'a[k] -> a[i] ? possible unknown-subscript',
    ]);
  });

  test('a step that the test makes progress with is not 0', () => {
    expect(carriedFlows('a[i] = a[i] + 1;', 'let i = 0; i < n; i += m')).toEqual([]);
    expect(carriedFlows('a[i * m] = a[i * m] + 1;')).toHaveLength(1);
  });
});

describe('linearised subscripts', () => {
  const nest = (inner: string, limit = 'w') =>
    `for (let x = 0; x < ${limit}; x++) for (let c4 = 0; c4 < 4; c4++) { ${inner} }`;

  test('rows of a flat image are disjoint', () => {
    expect(carriedFlows(nest('t[(i * w + x) * 4 + c4] = t[(i * w + x) * 4 + c4] + 1;'))).toEqual([]);
  });

  test('but not when the rows are longer than the stride', () => {
    expect(carriedFlows(nest('t[(i * w + x) * 4 + c4] = t[(i * w + x) * 4 + c4] + 1;', 'm'))).toHaveLength(1);
    expect(carriedFlows(nest('t[(i * w + x) * 3 + c4] = t[(i * w + x) * 3 + c4] + 1;'))).toHaveLength(1);
  });

  test('a loop that never runs moves no cursor', () => {
    const body = 'for (let x = 0; x < w; x++) k++; t[k] = t[k] + 1;';
    expect(carriedFlows(body)).toHaveLength(1);
    expect(carriedFlows(body, undefined, {}, 'if (w < 0) ')).toHaveLength(1);
    expect(carriedFlows(`k++; ${body}`)).toEqual([]);
    expect(carriedFlows('for (let x = 0; x < 3; x++) k++; t[k] = t[k] + 1;')).toEqual([]);
    expect(carriedFlows('for (let x = 0; x < 3; x++) { if (b[x]) break; k++; } t[k] = t[k] + 1;')).toContain(
      't[k] -> t[k] ? possible unknown-subscript',
    );
  });

  test('a running cursor is as good as the product', () => {
    const input = 'for (let x = 0; x < w; x++) { t[k] = t[k] + 1; k++; }';
    expect(carriedFlows(input)).toEqual([]);
  });
});

describe('arrays of arrays', () => {
  test('rows that may be one object', () => {
    const aliases = { ...nothingKnown, relate: () => 'distinct' as const, mayBeView: () => false };
    const column = 'for (let j = 1; j < m; j++) g[j][i] = g[j - 1][i];';
    const row = 'for (let j = 1; j < m; j++) g[i][j] = g[i][j + 1];';
    expect(carriedFlows(column, undefined, { aliases })).toEqual([]);
    expect(carriedFlows(column, undefined, { aliases: { ...aliases, mayBeView: () => true } })).toHaveLength(
      1,
    );
    expect(carriedFlows(row, undefined, { aliases })).toHaveLength(1);
    expect(carriedFlows(row)).toEqual([]);
  });

  test('triangles', () => {
    expect(carriedFlows('for (let j = 0; j < i; j++) g[i][j] = g[j][i];')).toEqual([]);
    expect(carriedFlows('for (let j = 0; j <= i; j++) g[i][j] = g[j][i - 1];')).toHaveLength(1);
  });

  test('storing a row meets reads of its cells', () => {
    expect(carriedFlows('g[i] = b; c[i] = g[i - 1][0];')).toEqual([
      'g[i] -> g[i - 1] 1 definite strong-siv',
      'g[i] -> g[i - 1][0] 1 definite strong-siv',
    ]);
  });
});

describe('values of the same iteration', () => {
  test('a scratch array that is filled first', () => {
    const fill = 'for (let j = 0; j < m; j++) t[j] = b[i + j];';
    const use = (limit: string) => `for (let j = 0; j < ${limit}; j++) c[i] = t[j];`;
    expect(carriedFlows(fill + use('m'))).toEqual([]);
    expect(carriedFlows(fill + use('w'))).toHaveLength(1);
  });

  test('a fill that may stop early, or skip a cell', () => {
    const use = 'for (let j = 0; j < m; j++) c[i] = t[j];';
    expect(carriedFlows(`for (let j = 0; j < m; j++) { if (b[j]) break; t[j] = 1; } ${use}`)).toHaveLength(1);
    expect(carriedFlows(`for (let j = 0; j < m; j++) { if (b[j]) t[j] = 1; } ${use}`)).toHaveLength(1);
    expect(carriedFlows(`for (let j = 0; j < m; j++) { if (b[j]) continue; t[j] = 1; } ${use}`)).toHaveLength(
      1,
    );
  });

  test('only the first cell comes from an earlier iteration', () => {
    const recurrence = 'for (let j = 1; j < m; j++) t[j] = t[j - 1];';
    expect(carriedFlows(`${recurrence} t[0] = b[i];`)).toEqual(['t[0] -> t[j - 1] ? possible banerjee']);
    expect(carriedFlows(`t[0] = b[i]; ${recurrence}`)).toHaveLength(1);
  });

  test('a recurrence that starts at a cell which is never written', () => {
    expect(carriedFlows('for (let j = 1; j < m; j++) t[j] = t[j - 1] + b[i];')).toEqual([]);
    expect(carriedFlows('for (let j = 0; j < m; j++) t[j] = t[j - 1] + b[i];')).toEqual([]);
    expect(carriedFlows('for (let j = 1; j < m; j++) t[j - 1] = t[j] + b[i];')).toHaveLength(1);
  });
});

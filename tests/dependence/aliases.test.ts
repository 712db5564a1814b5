/** What declarations and uses tell about aliases. */
import { describe, expect, test } from 'vitest';
import { nothingKnown, testDependences } from '../../src/facts/dependence/index.ts';
import { refineAliases } from '../../src/facts/dependence/refine-aliases.ts';
import { inputOf } from './harness.ts';

/** Whether a loop that writes `x[i]` and reads `y[i - 1]` may carry a flow between the two. */
function mayCarry(text: string): boolean {
  const input = inputOf(text, { aliases: nothingKnown });
  const dependences = testDependences({ ...input, aliases: refineAliases(input) });
  return dependences.some((d) => d.kind === 'flow' && d.carried);
}

const loop = 'for (let i = 1; i < n; i++) { x[i] = y[i - 1]; }';

describe('two variables', () => {
  test.each([
    ['two parameters', `function f(x, y, n) { ${loop} }`, true],
    ['a new array and a parameter', `function f(y, n) { const x = []; ${loop} return x; }`, false],
    ['two new arrays', `function f(n) { const x = new Array(n * 2), y = []; ${loop} }`, false],
    ['an array of the module and a parameter', `const x = []; function f(y, n) { ${loop} } f(x, 3);`, true],
    ['a view of a buffer', `function f(y, n) { const x = new Uint8Array(y.buffer); ${loop} }`, true],
    [
      'an array of unknown size',
      `function f(y, n) { const x = new Float64Array(n); const z = y; ${loop} }`,
      true,
    ],
    ['a second name', `function f(n) { const x = []; const y = x; ${loop} }`, true],
    ['a leak', `function f(g, n) { const x = []; const y = g(x); ${loop} }`, true],
    ['a call after the loop', `function f(g, n) { const x = []; const y = g(); ${loop} g(x); }`, false],
    [
      'a call after the loop, in a loop',
      `function f(g, n) { const x = []; for (const y of g()) { ${loop.replace('for', 'for')} g(x); } }`,
      true,
    ],
    ['assigned again', `function f(y, n) { let x = []; x = y; ${loop} }`, true],
    ['assigned just before', `function f(y, n) { let x = y; x = []; ${loop} }`, false],
  ])('%s', (_, text, expected) => {
    expect(mayCarry(text.includes('for (const y') ? nested(text) : text)).toBe(expected);
  });

  /** The harness takes the first loop: here the inner one is meant, so the outer one becomes a callback. */
  function nested(text: string): string {
    return text.replace('for (const y of g()) {', 'while (n--) { const y = g();');
  }
});

describe('rows', () => {
  const rows = 'for (let i = 1; i < n; i++) { x[i][0] = x[i - 1][1]; x[i][1] = 2; }';
  const apart = 'for (let i = 1; i < n; i++) { x[i][0] = x[i][1] + 1; }';
  const across = 'for (let i = 1; i < n; i++) { for (let j = 0; j < n; j++) x[i][j] = x[i][j + 1]; }';

  test.each([
    [
      'made one by one',
      `function f(n) { const x = Array.from({ length: n }, () => [0, 1]); ${across} }`,
      false,
    ],
    [
      'one by one, by fill and map',
      `function f(n) { const x = new Array(n * 1).fill(0).map(() => []); ${across} }`,
      false,
    ],
    ['one for all', `function f(n) { const x = new Array(n * 1).fill([]); ${across} }`, true],
    [
      'one by one, then shared',
      `function f(n) { const x = Array.from({ length: n }, () => []); x[0] = x[1]; ${across} }`,
      true,
    ],
    [
      'swapped',
      `function f(n) { const x = Array.from({ length: n }, () => []); [x[0], x[1]] = [x[1], x[1]]; ${across} }`,
      true,
    ],
    ['pushed', `function f(n) { const x = []; x.push([]); x.push([]); ${across} }`, false],
    ['pushed twice', `function f(n, r) { const x = []; x.push(r); x.push(r); ${across} }`, true],
    ['a parameter', `function f(x, n) { ${across} }`, true],
    ['different columns of rows that may be views', `function f(x, n) { ${apart} }`, true],
    ['different columns of arrays', `function f(n) { const x = [[0, 1], [2, 3]]; ${apart} }`, false],
    ['the row before', `function f(n) { const x = Array.from({ length: n }, () => []); ${rows} }`, true],
  ])('%s', (_, text, expected) => {
    expect(mayCarry(text)).toBe(expected);
  });
});

describe('views of one buffer', () => {
  const cells = 'for (let i = 0; i < n; i++) { x[i] = y[i] + 1; }';
  const carries = (text: string, isView: boolean): boolean => {
    const input = inputOf(text, { aliases: { ...nothingKnown, mayBeView: () => isView } });
    return testDependences(input).some((d) => d.kind === 'flow' && d.carried);
  };

  test('equal subscripts of two objects may be different cells, unless one of them is no view', () => {
    expect(carries(`function f(x, y, n) { ${cells} }`, true)).toBe(true);
    expect(carries(`function f(x, y, n) { ${cells} }`, false)).toBe(false);
  });
  test('of one object they are the same cell', () => {
    expect(carries(`function f(x, n) { ${cells.replace('y[i]', 'x[i]')} }`, true)).toBe(false);
  });
  test('nor do equal subscripts of two fields of one object name one cell', () => {
    const text = `function f(o, n) { ${cells.replace('x[i]', 'o.x[i]').replace('y[i]', 'o.y[i]')} }`;
    expect(carries(text, true)).toBe(true);
    expect(carries(text, false)).toBe(false);
  });
  test('a property is no cell', () => {
    const text = `function f(x, y, n) { ${cells.replace('y[i]', 'y.k')} }`;
    expect(carries(text, true)).toBe(false);
  });
});

describe('a subarray', () => {
  const carries = (text: string): boolean => {
    const input = inputOf(text, { aliases: { ...nothingKnown, isTypedArray: () => true } });
    return testDependences(input).some((d) => d.kind === 'flow' && d.carried);
  };

  test.each([
    ['written ahead of the reads', 'const y = x.subarray(1); for (let i = 0; i < n; i++) y[i] = x[i];', true],
    ['read ahead of the writes', 'const y = x.subarray(1); for (let i = 0; i < n; i++) x[i] = y[i];', false],
    ['the other half', 'const y = x.subarray(8); for (let i = 0; i < 8; i++) y[i] = x[i];', false],
    ['one more than the half', 'const y = x.subarray(8); for (let i = 0; i < 9; i++) y[i] = x[i];', true],
    [
      'a view of a view',
      'const z = x.subarray(2), y = z.subarray(3); for (let i = 0; i < n; i++) y[i] = x[i + 5];',
      false,
    ],
    ['of unknown start', 'const y = x.subarray(n); for (let i = 0; i < n; i++) y[i] = x[i + n];', true],
    ['with an end', 'const y = x.subarray(1, 9); for (let i = 0; i < n; i++) x[i] = y[i];', true],
    ['that changes', 'let y = x.subarray(1); y = x; for (let i = 0; i < n; i++) x[i] = y[i + 1];', true],
  ])('%s', (_, body, expected) => {
    expect(carries(`function f(n) { const x = new Float64Array(n); ${body} }`)).toBe(expected);
  });
});

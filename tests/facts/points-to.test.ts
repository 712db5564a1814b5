/** Objects told apart by where the function around the loop allocates them, however deep they stand. */
import { expect, test } from 'vitest';
import { walkNodes } from '../../src/facts/ast.ts';
import { analysisHere, projectOf } from './facts-of.ts';

const matrix = `function matrix(n, m) {
  const rows = [];
  for (let i = 0; i < n; i++) { const row = []; for (let j = 0; j < m; j++) row.push(0); rows.push(row); }
  return rows;
}`;

/** Whether elements written in `made` may be those read in `given`. */
function hasFlow(make: string, before = '', code = ''): boolean {
  const text = `${matrix} ${code}
export function f(given, n, unknown) {
  const made = ${make};
  ${before}
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) made[i][j] = given[i][j] + 1; // here
  return made;
}`;
  const { facts } = analysisHere(text, { file: '/project/test.js', project: projectOf({}) });
  const nameOf = (id: number) => {
    const { root } = facts.accesses[id]?.place ?? { root: undefined };
    return root && 'name' in root ? root.name : '';
  };
  return facts.dependences.some(
    ({ kind, source, sink }) => kind === 'flow' && nameOf(source) === 'made' && nameOf(sink) === 'given',
  );
}

test.each([
  ['rows that a function makes', 'matrix(n, n)', ''],
  ['rows of literals', '[]', 'for (let i = 0; i < n; i++) made.push(new Array(n).fill(0));'],
  ['rows made by a callback', 'Array.from({ length: n }, () => [])', ''],
])('%s are no rows of a parameter', (_, make, before) => {
  expect(hasFlow(make, before)).toBe(false);
});

test.each([
  ['are put into it', '[]', 'for (const row of given) made.push(row);', ''],
  ['are put into it at one place', 'matrix(n, n)', 'made[2] = given[1];', ''],
  ['are put into it through another name', 'matrix(n, n)', 'const other = made; other[0] = given[0];', ''],
  ['are copied into it', 'given.slice()', '', ''],
  [
    'are put into it by a function',
    'matrix(n, n)',
    'keep(made, given);',
    'function keep(a, b) { a[0] = b[0]; }',
  ],
  ['get its rows', 'matrix(n, n)', 'given[0] = made[0];', ''],
  ['get its rows from unknown code', 'matrix(n, n)', 'unknown(made, given);', ''],
  ['get its rows through a closure', 'matrix(n, n)', 'unknown(() => made, given);', ''],
  ['are put into it by a callback', 'matrix(n, n)', 'given.forEach((row, i) => { made[i] = row; });', ''],
  ['come from a cache', 'cached(n)', '', 'const kept = []; function cached(n) { return kept; }'],
])('rows of a parameter that %s may be the same', (_, make, before, code) => {
  expect(hasFlow(make, before, code)).toBe(true);
});

/** Whether an element of an element of `rows`, filled as given, is known to be a primitive. */
function isPrimitive(fill: string): boolean {
  const text = `/** @param {Array<number>} xs */
export function f(xs, other, unknown) {
  const rows = [];
  for (let i = 0; i < xs.length; i++) rows.push([xs[i], 1]);
  ${fill}
  const out = [];
  for (let i = 0; i < xs.length; i++) out.push(rows[i][0]); // here
  return out;
}`;
  const analysis = analysisHere(text, { file: '/project/test.js', project: projectOf({}) });
  const [start] = analysis.site.body.range;
  const at = text.indexOf('rows[i][0]', start);
  let found = false;
  walkNodes(analysis.site.body, (node) => {
    if (node.type === 'MemberExpression' && node.range[0] === at && node.range[1] === at + 10)
      found = analysis.valueOf(node).primitive;
    return true;
  });
  return found;
}

test('elements of arrays that hold nothing but numbers are no objects', () => {
  expect(isPrimitive('')).toBe(true);
  expect(isPrimitive('rows.sort((a, b) => a[0] - b[0]);')).toBe(true);
});

test.each([
  'rows[0][0] = other;',
  'rows.push(other);',
  'unknown(rows);',
  'rows.forEach((row) => { row[0] = other; });',
  'const alias = rows[0]; alias[0] = { ...other };',
])('but may be after `%s`', (fill) => {
  expect(isPrimitive(fill)).toBe(false);
});

/** Objects that calls make, and methods reached by `super`. */
import { expect, test } from 'vitest';
import type { Place } from '../../src/model/index.ts';
import { analysisHere, effectsHere, projectOf } from './facts-of.ts';

const file = '/project/test.js';

/** What is known of two variables of the loop's body. */
function relation(text: string, a: string, b: string, files: Readonly<Record<string, string>> = {}): string {
  const { aliases, facts } = analysisHere(text, { file, project: projectOf(files) });
  const place = (name: string): Place => {
    const id = facts.bindings.find((binding) => binding.name === name)?.id ?? name;
    return { root: { kind: 'binding', id, name }, path: [] };
  };
  return aliases.relate(place(a), place(b));
}

const use = (init: string) =>
  `function f(given, n) { const made = ${init}; g(made); for (let i = 0; i < n; i++) made[i] = given[i]; // here\n }`;

test('what a function of the project makes is no parameter of its caller', () => {
  const zeros = 'function zeros(n) { const r = []; for (let i = 0; i < n; i++) r.push(0); return r; }';
  expect(relation(`${zeros}\n${use('zeros(n)')}`, 'made', 'given')).toBe('distinct');
  const files = { utils: `export ${zeros}` };
  expect(relation(`import * as u from './utils'; ${use('u.zeros(n)')}`, 'made', 'given', files)).toBe(
    'distinct',
  );
});

test.each([
  ['gives its argument back', 'const id = (o) => o;', 'id(given)'],
  ['may give its argument back', 'const id = (o) => o.ok ? o : [];', 'id(given)'],
  ['keeps what it makes', 'let kept; function make() { kept = []; return kept; }', 'make()'],
  [
    'hands what it makes to unknown code',
    'function make() { const r = []; mystery(r); return r; }',
    'make()',
  ],
])('a function that %s', (_, code, init) => {
  expect(relation(`${code} ${use(init)}`, 'made', 'given')).toBe('may');
});

test('an array of the module may be what a parameter is given', () => {
  const code = `const table = [1, 2];
function f(given) { for (let i = 0; i < 2; i++) table[i] = given[i]; // here\n }
f(table);`;
  expect(relation(code, 'table', 'given')).toBe('may');
});

test('methods of a base class in another file', () => {
  const project = projectOf({
    heap: 'export class Heap { items = []; insert(x) { x.seen = true; this.items.push(x); } }',
  });
  const code = `import { Heap } from './heap';
class Queue extends Heap { insert(x) { super.insert(x); } }
for (const x of xs) { const q = new Queue(); q.insert(x); } // here`;
  const effects = effectsHere(code, { project, file });
  expect(effects.some((effect) => effect.startsWith('write item x.seen ='))).toBe(true);
  expect(effects.filter((effect) => /^(?:call|unknown|hidden)/.test(effect))).toEqual([]);
});

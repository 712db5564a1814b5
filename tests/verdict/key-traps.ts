/** Loops over the names of an object that are more than `Object.keys` tells, or change on the way: each is read as `Trap` says. */
import type { Trap } from './traps.ts';

const keys = (name: string, expected: string, before: string, body: string): Trap => ({
  name: `for-in ${name}`,
  expected,
  code: `
function work() {
const seen = [];
${before}
for (const key in counts) { // @loop
const h = heavy(key.length + 1);
${body}
seen.push(key + h); }
return seen;
}
console.log(work().join());
`,
});

const own = 'const counts = { b: 1, 10: 2, a: 3, 2: 4 };';
const heir =
  'const base = { a: 1, b: 2, c: 3 }; const counts = Object.create(base, { own: { value: 1, enumerable: true } });';
const withAlias = `${own} const other = [counts][0];`;

export const keyTraps: readonly Trap[] = [
  keys('of an object', 'parallel map', own, ''),
  keys('of a prototype', 'parallel map', heir, ''),
  keys('of nothing', 'parallel map', 'const counts = null;', ''),
  keys('of a text', 'parallel map', "const counts = 'text';", ''),
  keys('of an array with holes and a name', 'parallel map', 'const counts = [1, , 3]; counts.x = 1;', ''),
  keys('deleted before their turn', 'blocked mutated-iteration-space', own, 'delete counts.a;'),
  keys('deleted under another name', 'blocked mutated-iteration-space', withAlias, 'delete other.a;'),
  keys('deleted from the prototype', 'blocked mutated-iteration-space', heir, 'delete base.b;'),
  keys('added on the way', 'blocked mutated-iteration-space', own, 'counts[key + h] = h;'),
  keys('added under another name', 'undecided mutated-iteration-space', withAlias, 'other[key + h] = h;'),
  keys('stored anew', 'blocked mutated-iteration-space', own, 'counts[key] = h;'),
  keys(
    'hidden on the way',
    'blocked mutated-iteration-space',
    own,
    "Object.defineProperty(counts, 'a', { enumerable: false });",
  ),
  keys(
    'of a list that is shortened',
    'blocked mutated-iteration-space',
    'const counts = [4, 3, 2, 1];',
    'counts.length = 2;',
  ),
  keys(
    'of a list that is shifted',
    'blocked mutated-iteration-space',
    'const counts = [4, 3, 2, 1];',
    'counts.shift();',
  ),
  keys(
    'deleted by a function',
    'blocked mutated-iteration-space',
    `${own} const drop = (object) => { delete object.a; };`,
    'drop(counts);',
  ),
  keys(
    'of another prototype',
    'blocked mutated-iteration-space',
    heir,
    'Object.setPrototypeOf(counts, { z: 1 });',
  ),
];

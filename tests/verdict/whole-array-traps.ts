/** Callbacks that look at the whole array, their third parameter: each is read as `Trap` says. */
import type { Trap } from './traps.ts';

const program = (list: string, call: string, after = ''): string => `
let list = ${list};
list = list.concat([]);
const result = ${call} // @loop
console.log(result, list, Object.keys(result));
${after}
`;

export const wholeArrayTraps: readonly Trap[] = [
  {
    name: 'each value once',
    expected: 'parallel filter',
    code: program(
      '[3, 1, 3, NaN, NaN, -0, 0]',
      'list.filter((x, i, all) => all.indexOf(x) === i && heavy(x) > -1);',
    ),
  },
  {
    name: 'each object once, the very ones',
    expected: 'parallel filter',
    code: `const one = { n: 1 }, two = { n: 1 };${program(
      '[one, two, one, two]',
      'list.filter((x, i, all) => all.indexOf(x) === i && heavy(x.n) > -1);',
      'console.log(result[0] === one, result[1] === two);',
    )}`,
  },
  {
    name: 'array with holes, beside its neighbours',
    expected: 'parallel filter',
    code: program(
      '[5, , 6, undefined, 7, , 8]',
      'list.filter((x, i, all) => all[i - 1] === undefined || heavy(i) < 0);',
    ),
  },
  {
    name: 'array with holes that every element is asked of',
    expected: 'parallel search',
    code: program('[, 5, , 6]', '[list.every((x, i, all) => x in all === false && heavy(x) > 1)];'),
  },
  {
    name: 'array with holes, the position of one',
    expected: 'parallel search',
    code: program('[1, , 6]', '[list.findIndex((x, i, all) => x === all[9] && heavy(i) > 0)];'),
  },
  {
    name: 'index that has the name of the array',
    expected: 'parallel filter',
    code: program('[4, 4, 2]', 'list.filter((x, list, all) => all.indexOf(x) === list && heavy(x) > -1);'),
  },
  {
    name: 'element that is taken apart and assigned',
    expected: 'parallel filter',
    code: program(
      '[[1, 2], [3, 4]]',
      'list.filter(([a, b], i, all) => { a += all.length; return heavy(a) > b; });',
    ),
  },
  {
    name: 'parameter for the array that is assigned',
    expected: 'parallel filter',
    code: program(
      '[1, 2, 3]',
      'list.filter((x, i, all) => { all = [x]; return all.indexOf(heavy(x)) < i; });',
    ),
  },
  {
    name: 'array that its callback changes',
    expected: 'blocked shared-mutation',
    code: program('[3, 1, 3]', 'list.filter((x, i, all) => { all[i + 1] = heavy(x); return x > 2; });'),
  },
  {
    name: 'array that its callback empties',
    expected: 'blocked shared-mutation',
    code: program('[3, 1, 3]', 'list.filter((x, i, all) => { all.pop(); return heavy(x) > 2; });'),
  },
  {
    name: 'element compared with another constant',
    expected: 'blocked identity-loss',
    code: `const one = { n: 1 };${program('[one, { n: 2 }]', 'list.filter((x, i, all) => x !== one && heavy(all.length) > -1);')}`,
  },
  {
    name: 'what may be no array',
    expected: 'undecided callee-pure',
    code: `
const give = (list) => list.filter((x, i, all) => all.indexOf(x) === i && heavy(x) > -1); // @loop
console.log(give([3, 1, 3]), give({ filter: (f) => f(1, 0, [1]) }));
`,
  },
];

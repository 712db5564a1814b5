/** Objects that are read whole: converted to a primitive, or down to what other names lead to. Read as `Trap` says. */
import type { Trap } from './traps.ts';

/** A loop that reads an object as a whole and then writes a part of it. */
const loop = (setup: string, read: string, write: string): string => `
${setup}
const out = [];
for (let j = 0; j < 4; j++) { // @loop
  const b = heavy(${read} + j);
  ${write}
  out.push(b);
}
console.log(out.join());
`;

const deepReads: readonly (readonly [name: string, setup: string, read: string, write: string])[] = [
  ['an object in it', 'const s = { z: 1 }, a = { q: s };', 'JSON.stringify(a).length', "s['z' + j] = b;"],
  ['a clone of what holds it', 'const s = { z: 1 }, a = { q: s };', 'structuredClone(a).q.z', 's.z = b;'],
  [
    'a description of what holds it',
    "const { inspect } = require('node:util'); const s = { z: 1 }, a = { q: s };",
    'inspect(a).length',
    "s['z' + j] = b;",
  ],
  ['a flat list', 'const s = [1], a = [s];', 'a.flat()[0]', 's[0] = b;'],
  ['a list flat to any depth', 'const s = [1], a = [[s]];', 'a.flat(2)[0]', 's[0] = b;'],
  [
    'an object taken from it',
    'const a = { q: { z: 1 } }; const s = a.q;',
    'JSON.stringify(a).length',
    "s['z' + j] = b;",
  ],
  ['an element taken from it', 'const a = [[1]]; const [s] = a;', 'JSON.stringify(a).length', 's[j] = b;'],
  [
    'an object put in later',
    'const s = { z: 1 }, a = [1]; a.q = s;',
    'structuredClone(a).length + require("node:util").inspect(a).length',
    "s['z' + j] = b;",
  ],
  [
    'an object in a list that a function reads',
    'const s = { z: 1 }; function size(o) { return JSON.stringify(o).length; }',
    'size([s])',
    "s['z' + j] = b;",
  ],
];

const apart: readonly (readonly [name: string, setup: string, read: string, write: string])[] = [
  [
    'another object',
    'const s = { z: 1 }, a = { q: { z: 1 } };',
    'JSON.stringify(a).length',
    "s['z' + j] = b;",
  ],
  ['numbers', 'const s = [1], a = [1, 2];', 'JSON.stringify(a).length', 's[0] = b;'],
  ['other lists', 'const s = [1], a = [[1], [2]];', 'a.flat()[0]', 's[0] = b;'],
];

export const conversionTraps: readonly Trap[] = [
  ...deepReads.map(([name, setup, read, write]): Trap => ({
    name: `whole object read, with ${name} written`,
    expected: 'blocked shared-mutation',
    code: loop(setup, read, write),
  })),
  ...apart.map(([name, setup, read, write]): Trap => ({
    name: `whole object read, apart from ${name}`,
    expected: 'parallel fission',
    code: loop(setup, read, write),
  })),
];

/** Top-level functions and state that generated programs call: pure ones, and one of each kind of trap. */
import type { Tape } from '../tape.ts';

export interface Helper {
  readonly name: string;
  readonly text: string;
}

/** Functions of numbers. Impure ones look as innocent as the pure. */
const helpers: readonly [Helper, ...Helper[]] = [
  {
    name: 'heavy',
    text: `function heavy(x) {\n  let total = 0;\n  for (let n = 0; n < 7; n++) total = (total * 31 + x * n) % 1009;\n  return total;\n}`,
  },
  { name: 'square', text: `const square = (x) => x * x;` },
  {
    name: 'collatz',
    text: `function collatz(x) {\n  return !(x > 1 && x < 500) ? 1 : 1 + collatz(x % 2 === 0 ? x / 2 : 3 * Math.floor(x) + 1);\n}`,
  },
  {
    name: 'memo',
    text: `const cache = new Map();\nfunction memo(x) {\n  if (!cache.has(x)) cache.set(x, x + cache.size);\n  return cache.get(x);\n}`,
  },
  {
    name: 'ticket',
    text: `let tickets = 0;\nfunction ticket(x) {\n  tickets += 1;\n  return x + tickets;\n}`,
  },
  { name: 'scaled', text: `let scale = 3;\nfunction scaled(x) {\n  return x * scale;\n}\nscale = 5;` },
  { name: 'logged', text: `function logged(x) {\n  console.log('logged', x);\n  return x + 1;\n}` },
  {
    name: 'picky',
    text: `function picky(x) {\n  if (x % 11 === 7) throw new RangeError('picky ' + x);\n  return x;\n}`,
  },
  {
    name: 'counter',
    text: `const counter = (() => {\n  let calls = 0;\n  return (x) => x * 2 + (calls++);\n})();`,
  },
  {
    name: 'sticky',
    text: `const digits = /\\d/g;\nfunction sticky(x) {\n  return digits.test('7a7' + x) ? 1 : 2;\n}`,
  },
  {
    name: 'fromTable',
    text: `const table = [3, 1, 4, 1, 5, 9, 2, 6];\nfunction fromTable(x) {\n  return table[Math.abs(Math.floor(x)) % table.length];\n}`,
  },
  {
    name: 'rotating',
    text: `const ring = [2, 7, 1, 8];\nfunction rotating(x) {\n  ring.push(ring.shift());\n  return x + ring[0];\n}`,
  },
  {
    name: 'scratch',
    text: `const buffer = [0, 0];\nfunction scratch(x) {\n  buffer[0] = x;\n  buffer[1] += 1;\n  return buffer[0] + buffer[1];\n}`,
  },
  {
    name: 'scratchFull',
    text: `const area = [0];\nfunction scratchFull(x) {\n  area[0] = x * 2;\n  return area[0] + 1;\n}`,
  },
  {
    name: 'defaulted',
    text: `function defaulted(x, { by = 2, plus = heavy(by) } = {}) {\n  return x * by + plus;\n}`,
  },
  {
    name: 'viaObject',
    text: `const tools = { offset: 4, shift(x) { return x + this.offset; } };\nfunction viaObject(x) {\n  return tools.shift(x);\n}`,
  },
];

const byName = new Map(helpers.map((helper) => [helper.name, helper]));
const dependencies: Readonly<Record<string, readonly string[]>> = { defaulted: ['heavy'] };

/** Picks two to five helpers; `heavy` is always there. */
export function pickHelpers(tape: Tape): Helper[] {
  const names = new Set<string>(['heavy']);
  const count = 1 + tape.pick(4);
  for (let n = 0; n < count; n += 1) {
    // Pure helpers come first in the list and are drawn twice as often.
    const helper = tape.chance(50) ? tape.choose(helpers) : (helpers[tape.pick(4) % 3] ?? helpers[0]);
    for (const needed of dependencies[helper.name] ?? []) names.add(needed);
    names.add(helper.name);
  }
  return [...names].flatMap((name) => byName.get(name) ?? []);
}

/** Functions that take an item object: readers, mutators, and ones that hand back what they got. */
export const itemHelpers = `function weigh(item) {
  let total = item.v;
  for (const tag of item.tags) total += tag * 3;
  return total;
}
function touch(item) {
  item.v += 1;
  return item.v;
}
function same(item) {
  return item;
}
function wrap(item) {
  return { inner: item.tags, weight: weigh(item) };
}
function summary(item) {
  return { id: item.id, label: item.s + '!', list: [item.v, item.v * 2] };
}
class Vector {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  get length() {
    return Math.hypot(this.x, this.y);
  }
  plus(other) {
    return new Vector(this.x + other.x, this.y + other.y);
  }
  grow() {
    this.x += 1;
    return this.x;
  }
}`;

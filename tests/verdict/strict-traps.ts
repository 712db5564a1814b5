/** Loops in strict functions and classes of a file that isn't strict as a whole, as its worker module isn't: each is read as `Trap` says. */
import type { Trap } from './traps.ts';

const strict = (name: string, expected: string, body: string, before = ''): Trap => ({
  name: `strict function ${name}`,
  expected,
  code: `
function work() {
'use strict';
${before}
return [1, 2, 3].map((x) => { // @loop
const h = heavy(x);
${body} });
}
try { console.log(work().join()); } catch (error) { console.log(error.name, error.message); }
`,
});

export const strictTraps: readonly Trap[] = [
  strict('that computes', 'parallel map', 'return h;'),
  strict(
    'that fills an array of its own',
    'parallel map',
    'const row = []; row[0] = h; row[1] = x; return row;',
  ),
  strict(
    'that fills an object of its own',
    'parallel map',
    'const one = { total: 0 }; one.total += h; return one.total;',
  ),
  strict(
    'that writes to what is frozen',
    'blocked ambient-state',
    'const one = Object.freeze({ h }); one.h = 5; return one.h;',
  ),
  strict('that writes to a text', 'blocked ambient-state', "let text = 'h' + h; text.mark = 1; return text;"),
  strict(
    'that writes to what has a getter',
    'blocked ambient-state',
    'const one = { get h() { return h; } }; one.h = 1; return one.h;',
  ),
  strict(
    'that deletes what stays',
    'blocked ambient-state',
    'const all = Object.freeze([h]); delete all[0]; return all[0];',
  ),
  strict(
    'that changes a parameter',
    'blocked ambient-state',
    'const set = (one) => { one.h = 5; return one.h; }; return set(Object.freeze({ h }));',
  ),
  strict(
    'that has a pattern write',
    'blocked ambient-state',
    'const one = Object.freeze({ h }); [one.h] = [1]; return one.h;',
  ),
  strict(
    'with `this` of a plain call',
    'blocked ambient-state',
    'return h + (function () { return typeof this; })();',
  ),
  {
    name: 'class of a file that is not strict',
    expected: 'blocked ambient-state',
    code: `
class Table {
  static run(list) {
    return [1, 2, 3].map((x) => { // @loop
      const one = Object.freeze({ h: heavy(x) }); one.h = 5; return one.h; });
  }
}
try { console.log(Table.run().join()); } catch (error) { console.log(error.name, error.message); }
`,
  },
  {
    name: 'callback with a directive of its own',
    expected: 'parallel map',
    code: `
function work() {
  return [1, 2, 3].map(function (x) { // @loop
    'use strict';
    const one = Object.freeze({ h: heavy(x) }); one.h = 5; return one.h; });
}
try { console.log(work().join()); } catch (error) { console.log(error.name, error.message); }
`,
  },
  {
    name: 'function that is not strict',
    expected: 'parallel map',
    code: `
function work() {
  return [1, 2, 3].map((x) => { // @loop
    const one = Object.freeze({ h: heavy(x) }); one.h = 5; return one.h; });
}
console.log(work().join());
`,
  },
];

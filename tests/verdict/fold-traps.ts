/** `reduce` where the accumulator leads to more than a careless split would see: each is read as `Trap` says. */
import type { Trap } from './traps.ts';

const fold = (name: string, expected: string, call: string, before = '', outside = ''): Trap => ({
  name: `reduce ${name}`,
  expected,
  code: `${outside}
function work() {
const xs = [3, 1, 4, 1, 5];
${before}
return ${call}; // @loop
}
try { console.log(JSON.stringify(work())); } catch (error) { console.log(String(error)); }
`,
});

const config = 'const config = { n: 1 };';
const objects = 'const items = xs.map((v) => ({ v })); items.push(items[0]);';

export const foldTraps: readonly Trap[] = [
  fold('of a sum', 'parallel fission', 'xs.reduce((sum, x) => sum + heavy(x), 0)'),
  fold('that keeps its order', 'parallel fission', "xs.reduce((text, x) => heavy(x) + ',' + text, '')"),
  fold(
    'with an index and holes',
    'parallel fission',
    'ys.reduce((s, y, i) => s * 3 + heavy(y + i), 1)',
    'const ys = [1, , 3];',
  ),
  fold('of nothing', 'parallel fission', 'ys.reduce((s, y) => s + heavy(y), 7)', 'const ys = [1]; ys.pop();'),
  fold(
    'that skips items',
    'parallel fission',
    'xs.reduce((s, x) => { if (x < 2) return s; return s + heavy(x); }, 0)',
  ),
  fold(
    'whose part is not always reached',
    'blocked carried-flow',
    'xs.reduce((s, x) => s > 900 ? s : s + heavy(x), 0)',
  ),
  fold(
    'whose remainder fails first',
    'parallel fission',
    'xs.reduce((s, x) => { const h = check(x); if (s === null) throw new RangeError(`s${x}`); return x === 1 ? null : s + h; }, 0)',
    '',
    'function check(x) { if (x === 5) throw new TypeError(`x${x}`); return heavy(x); }',
  ),
  {
    name: 'forEach that returns what it computes',
    expected: 'parallel fission',
    code: `
const out = [];
[3, 1, 4].forEach((x) => { if (x < 2) return out.push(0); return out.push(heavy(x)); }); // @loop
console.log(out.join());
`,
  },
  fold('without a first value', 'blocked carried-flow', 'xs.reduce((sum, x) => sum + heavy(x))'),
  fold(
    'whose part needs the accumulator',
    'blocked carried-flow',
    'xs.reduce((sum, x) => heavy(sum + x), 0)',
  ),
  fold(
    'that assigns the accumulator',
    'blocked carried-flow',
    'xs.reduce((s, x) => { s += heavy(x); return s; }, 0)',
  ),
  fold(
    'whose first value does something',
    'blocked carried-flow',
    'xs.reduce((s, x) => s + heavy(x * k), (k = 2))',
    'let k = 1;',
  ),
  fold(
    'that changes what it began with',
    'blocked carried-flow',
    'xs.reduce((c, x) => { c.n++; return { n: heavy(x + config.n) }; }, config)',
    config,
  ),
  fold(
    'that hands on what it began with',
    'blocked carried-flow',
    'xs.reduce((c, x) => { c.n += heavy(x + config.n); return c; }, config)',
    config,
  ),
  fold(
    'that returns an object of the outside',
    'blocked carried-flow',
    'xs.reduce((c, x) => { c.n = (c.n ?? 0) + heavy(x + config.n); return config; }, {})',
    config,
  ),
  fold(
    'that returns and changes items',
    'blocked carried-flow',
    'items.reduce((best, item) => { best.v += 1; return heavy(item.v) > 300 ? item : best; }, {})',
    objects,
  ),
  fold(
    'whose accumulator is kept elsewhere',
    'blocked carried-flow',
    'xs.reduce((c, x) => { config.last = c; c.n = heavy(x + (config.last.n ?? 0)); return c; }, {})',
    config,
  ),
  fold(
    'of something else than an array',
    'undecided is-array',
    'bag.reduce((s, x) => s + heavy(x), 0)',
    'const bag = make(); function make() { return Math.random() < 2 ? { reduce: (f, s) => f(f(s, 1), 2) } : xs; }',
  ),
];

/** What a worker module imports is loaded once more in every worker: only modules that do nothing then. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Verdict } from '../../src/model/index.ts';
import { openProject, parseSource } from '../../src/parse/index.ts';
import { analyze, createAnalyzeContext } from '../../src/verdict/index.ts';
import { judgeBeside } from './beside.ts';
import { outcomeOf } from './support.ts';

const root = mkdtempSync(join(tmpdir(), 'doall-loading-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const score = `
export function score(x) {
  let t = 0;
  for (let i = 0; i < 1000; i++) t += Math.sqrt(x * i);
  return t;
}
`;

const commonScore = score.replace('export function', 'exports.score = function');

const counting = 'class Counting { constructor() { this.size = 1; } grow(n) { this.size = n; } }';

const ownClass = `export class Own {
  v() { return this.add(1); }
  add(x) { let t = x; for (let i = 0; i < 1e4; i++) t += Math.sqrt(i); return t; }
  static bonus() { return 1; }
}`;

const files: Readonly<Record<string, string>> = {
  'loud.mjs': `console.log('loaded');${score}`,
  'clean.mjs': `import { sqrt } from './quiet.mjs'; const table = [1, 2].map((x) => x * 2);${score}`,
  'quiet.mjs': 'export const sqrt = (x) => x;',
  'behind.mjs': `import { sqrt } from './through.mjs';${score}`,
  'through.mjs': "export * from './loud.mjs';",
  'circle.mjs': `import { other } from './circle2.mjs'; start(); ${score}`,
  'circle2.mjs': `import { score } from './circle.mjs'; export const other = 1; export { score };`,
  'ring/main.mjs': `import { scale } from './b.mjs'; export var base = 3;
    export const heavy = (n) => { let h = n; for (let i = 0; i < 1000; i++) h += Math.sqrt(h); return h + scale(); };`,
  'ring/b.mjs': `import { base } from './main.mjs'; const K = base * 2; export function scale() { return K; }`,
  'ring/late.mjs': `import { base } from './main.mjs'; export const score = (x) => { let t = base; while (t < x) t += 1; return t; };`,
  'ring/called.mjs': `import { base } from './main.mjs'; const read = () => base; const first = read(); ${score}`,
  'ring/class.mjs': `import { Base } from './main.mjs'; class Score extends Base {} ${score}`,
  'ring/field.mjs': `import { base } from './main.mjs'; class Score { start = base; } const table = new Map(); ${score}`,
  'ring/static.mjs': `import { base } from './main.mjs'; class Score { static start = base; } ${score}`,
  'ring/hands-on.mjs': `import { base } from './main.mjs'; export { base }; ${score}`,
  'ring/behind.mjs': `import { K } from './early.mjs'; export const score = (x) => { let t = K; while (t < x) t += 1; return t; };`,
  'ring/early.mjs': `import { score } from './behind.mjs'; export const K = typeof score;`,
  'ring/main.cjs': `exports.base = 3; require('./part.cjs'); require('./lazy.cjs');`,
  'ring/part.cjs': `const lib = require('./main.cjs'); exports.all = () => lib; ${commonScore}`,
  'ring/lazy.cjs': `exports.all = () => require('./main.cjs'); ${commonScore}`,
  'state.mjs': `
let scale = 1;
export let limit = 1;
export const table = [1];
export const setScale = (x) => { scale = x; limit = x; table[0] = x; };
export const score = (x) => { let t = 0; for (let i = 0; i < 1e4; i++) t += x * scale; return t; };
`,
  'live.mjs': `export let factor = 2; let inner = 3; let dflt = 4; export let { part } = { part: 5 }; export const fixed = 6;
export function set(x) { factor = x; inner = x; dflt = x; part = x; K = class { f(y) { return y; } }; }
export class K { f(x) { return x + 1; } }
export { inner as renamed }; export { dflt as default };`,
  'count.mjs': `export let count = 1; export const bump = () => { count++; };`,
  'hands-on.mjs': `import { factor } from './live.mjs'; export { factor }; export { factor as other, fixed } from './live.mjs'; export * as ns from './live.mjs';`,
  'all.mjs': `export * from './quiet.mjs'; export * from './live.mjs';`,
  'data.json': '{ "a": 1 }',
  'a.cjs': 'module.exports = { scale: 3, f: (x) => x + 1, deep: { list: [1] } };',
  'own-exports.cjs': 'exports.size = 1; exports.grow = (n) => { exports.size = n; };',
  'own-this.cjs': 'module.exports = { size: 1, grow(n) { this.size = n; } };',
  'own-getter.cjs': 'let size = 1; module.exports = { get size() { return size; }, grow(n) { size = n; } };',
  'object.mjs': 'export default { scale: 3, list: [1] };',
  'json-user.cjs': "const d = require('./data.json'); d.a = 9;",
  'json-reader.cjs': "const d = require('./data.json'); module.exports = d.a + 1;",
  'mid.mjs': `import { factor } from './all.mjs'; export const score = (x) => { let t = 0; for (let i = 0; i < 1e4; i++) t += Math.sqrt(x * i); return t * factor; };`,
  'mid-space.mjs': `import * as S from './live.mjs'; export const score = (x) => { const { factor } = S; let t = 0; for (let i = 0; i < 1e4; i++) t += Math.sqrt(x * i); return t * factor; };`,
  'shapes.ts': `console.log('loaded'); export interface Shape { x: number } export interface Scale { x: number } export const Scale = 1;`,
  'by-type.ts': `import { Shape } from './shapes.ts'; export const only: Shape = { x: 1 };${score}`,
  'by-both.ts': `import { Scale } from './shapes.ts'; export const only: Scale = { x: 1 };${score}`,
  'by-value.ts': `import { Shape, Scale } from './shapes.ts'; export const only: Shape = { x: Scale };${score}`,
  'server.mjs': `import { createServer } from 'node:http'; createServer().listen(8080);${score}`,
  'strict.mjs': `const list = new Intl.ListFormat('en'); if (!list.format) throw new Error('old'); ${score}`,
  'loud.cjs': `console.log('loaded');${commonScore}`,
  'clean.cjs': `'use strict';${commonScore}`,
  'behind.cjs': `const { score } = require('./loud.cjs'); exports.score = score;`,
  'node_modules/free/package.json':
    '{ "name": "free", "type": "module", "sideEffects": false, "main": "index.js" }',
  'node_modules/free/index.js': `mystery();${score}`,
  'node_modules/seen/package.json': '{ "name": "seen", "type": "module", "main": "index.js" }',
  'node_modules/seen/index.js': score,
  'node_modules/opaque/package.json': '{ "name": "opaque", "type": "module", "main": "index.js" }',
  'node_modules/opaque/index.js': `mystery();${score}`,
};
const burning =
  'export const burn = (x) => { let t = 0; for (let i = 0; i < 1000; i++) t += Math.sqrt(x * i); return t; };';
const classes = (head: string): string => `${burning}
  ${head} class K { constructor(x) { this.x = x; } v() { return burn(this.x) + this.add() + K.bonus(); }
    add() { return 1; } static bonus() { return 1; } }`;
const changing: Readonly<Record<string, string>> = {
  'k.mjs': classes('export'),
  'k-default.mjs': classes('export default'),
  'k-late.mjs': `${classes('export')} export const late = () => { K.prototype.add = () => 5000; };`,
  'k-at-once.mjs': `${classes('export')} K.prototype.more = () => 1;`,
  'k-through.mjs': "export { K } from './k.mjs';",
  'k-user.mjs':
    "import { K } from './k.mjs'; export const score = (x) => new K(x).v(); export const make = () => new K(1);",
  'k.cjs': classes('').replace('export const burn', 'const burn') + 'exports.K = K;',
  'patch.mjs': "import { K } from './k.mjs'; K.prototype.add = () => 5000;",
  'instance.mjs': `${counting} export default new Counting();`,
  'instance-through.mjs': "export { default as settings } from './instance.mjs';",
  'instance.cjs': `${counting} module.exports = new Counting();`,
  'instances.cjs': `${counting} exports.one = new Counting();`,
  'list.mjs': 'export default [1, 2];',
  'object-grows.mjs': 'export default { list: [1], grow(x) { this.list.push(x); } };',
  'own/main.mjs': `${ownClass}`,
  'own/patch.mjs':
    "import { Own } from './main.mjs'; export const late = () => { Own.prototype.add = () => 5000; };",
  'own/whole.mjs':
    "import * as lib from './main.mjs'; export const late = () => { lib.Own.bonus = () => 5000; };",
  'own/through.mjs':
    "import { Own as K } from './all.mjs'; export const late = () => { K.prototype.add = () => 5000; };",
  'own/all.mjs': "export * from './main.mjs';",
  'own/other.mjs':
    "import { Own } from './main.mjs'; export const late = () => { Own.label = 'own'; return new Own(); };",
  'patch-behind.mjs': "import './patch.mjs';",
  'mixin.mjs': 'export const mix = (target) => { target.prototype.add = () => 5000; };',
};
for (const [name, text] of Object.entries({ ...files, ...changing })) {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

function judgeFile(text: string, name: string, pure: readonly string[] = []): Verdict {
  const result = parseSource(text, join(root, name));
  if ('skipped' in result) throw new Error(result.skipped.message);
  const verdict = analyze(result.unit, createAnalyzeContext({ pure }, openProject(root))).at(-1);
  if (!verdict) throw new Error('no loop');
  return verdict;
}

const loop = 'const out = [];\nfor (const x of [1, 2, 3]) out.push(score(x));\n';
const importing = (module: string, pure?: readonly string[]): string =>
  outcomeOf(judgeFile(`import { score } from '${module}';\n${loop}`, 'main.mjs', pure));
const requiring = (module: string): string =>
  outcomeOf(judgeFile(`const { score } = require('${module}');\n${loop}`, 'main.cjs'));

test('a module that only declares is imported', () => {
  expect(importing('./clean.mjs')).toBe('parallel map');
  expect(requiring('./clean.cjs')).toBe('parallel map');
});

test('a module that could have thrown has not: the program runs', () => {
  expect(importing('./strict.mjs')).toBe('parallel map');
});

test.each(['./loud.mjs', './behind.mjs', './server.mjs'])('%s does something when loaded', (module) => {
  expect(importing(module)).toBe(`blocked | module-side-effects ${module}`);
});

test.each(['./loud.cjs', './behind.cjs'])('%s does something when required', (module) => {
  expect(requiring(module)).toBe(`blocked | module-side-effects ${module}`);
});

test('an import of what is nothing but a type is left out by whoever compiles the file', () => {
  const typed = (module: string): string =>
    outcomeOf(judgeFile(`import { score } from '${module}';\n${loop}`, 'main.ts'));
  expect(typed('./by-type.ts')).toBe('parallel map');
  expect(typed('./by-both.ts')).toContain('module-side-effects');
  expect(typed('./by-value.ts')).toContain('module-side-effects');
});

test('the effect is named where it stands', () => {
  const { hazards } = judgeFile(`import { score } from './behind.mjs';\n${loop}`, 'main.mjs');
  const [hazard] = hazards;
  expect(hazard?.certainty).toBe('definite');
  expect(hazard?.evidence[0]?.at.file).toBe(join(root, 'loud.mjs'));
});

test('a callback that is imported by name', () => {
  const named = (module: string): string =>
    outcomeOf(judgeFile(`import { score } from '${module}';\nconst out = [1, 2].map(score);\n`, 'main.mjs'));
  expect(named('./clean.mjs')).toBe('parallel map');
  expect(named('./loud.mjs')).toContain('module-side-effects');
});

test('files that import each other', () => {
  expect(importing('./circle.mjs')).toContain('./circle.mjs');
  expect(importing('./circle2.mjs')).toContain('./circle2.mjs');
});

test('packages: by their own word, by their source, or by the option', () => {
  expect(importing('free')).toBe('parallel map');
  expect(importing('seen')).toBe('parallel map');
  expect(importing('opaque')).toBe('undecided | callee-pure opaque');
  expect(importing('opaque', ['opaque'])).toBe('parallel map');
  expect(importing('not-installed', ['score'])).toBe('parallel map');
});

test('a module that a helper loads when it is called', () => {
  const helper = `function score(x) { const { score: inner } = require('./loud.cjs'); return inner(x); }\n${loop}`;
  expect(outcomeOf(judgeFile(helper, 'main.cjs'))).toContain('module-side-effects ./loud.cjs');
});

test('state of a module that a worker would have a copy of', () => {
  const setting = 'setScale(5);';
  expect(importing('./state.mjs')).toContain('module-state scale');
  const direct = `import { limit, table } from './state.mjs';\n${setting}`;
  const rest = 'let n = 0; function heavy(x) { let t = 0; while (t < x) t += 1; return t; }';
  const summing = (value: string): string =>
    outcomeOf(judgeFile(`${direct}\n${rest}\nfor (const x of [1]) n += heavy(${value});`, 'main.mjs'));
  expect(summing('x + limit')).toContain('module-state');
  expect(summing('x + table[0]')).toContain('module-state');
});

test.each(['./mid.mjs', './mid-space.mjs'])('%s reads what a third module assigns', (module) => {
  expect(importing(module)).toContain('module-state');
});

/** A loop that reads a value of another module beside its heavy work. */
function reading(imports: string, value: string): string {
  const rest = 'function heavy(x) { let t = 0; while (t < x) t += Math.sqrt(x + t) + 1; return t; }';
  const text = `${imports}\n${rest}\nconst out = [1, 2, 3].map((x) => heavy(x) * ${value});`;
  return outcomeOf(judgeFile(text, imports.includes('require(') ? 'main.cjs' : 'main.mjs'));
}

test.each([
  ["import { part } from './live.mjs'", 'part'],
  ["import { renamed } from './live.mjs'", 'renamed'],
  ["import live from './live.mjs'", 'live'],
  ["import { factor } from './hands-on.mjs'", 'factor'],
  ["import { other } from './hands-on.mjs'", 'other'],
  ["import { ns } from './hands-on.mjs'", 'ns.factor'],
  ["import { factor } from './all.mjs'", 'factor'],
  ["import * as S from './live.mjs'", 'S.renamed'],
  ["import * as S from './count.mjs'", 'S.count'],
  ["import { count } from './count.mjs'", 'count'],
  ["import * as S from './count.mjs'; const use = () => { const { count } = S; return count; }", 'use()'],
])('%s is a variable that its module assigns: %s', (imports, value) => {
  expect(reading(imports, value)).toContain('module-state');
});

test('an object that a module exports is changed by its own method', () => {
  const imports = "const M = require('./own-this.cjs'); M.grow(3);";
  expect(reading(imports, 'M.size')).toContain('module-side-effects');
});

test.each([
  "use(S, 'factor')",
  'factorOf(S)',
  'S[key]',
  'Reflect.get(S, key)',
  'Object.values(S).length',
  'JSON.stringify(S).length',
  'JSON.stringify({ ...S }).length',
  '((ns) => Object.keys(ns).length)(S)',
])('a variable of a module, read through its namespace: %s', (value) => {
  const imports = `import * as S from './live.mjs'; const key = 'renamed';
    const use = (ns, name) => ns[name]; const factorOf = ({ factor }) => factor;`;
  expect(reading(imports, value)).toContain('module-state');
});

test('a namespace whose names are constant or code may be handed on', () => {
  const imports =
    "import * as S from './live.mjs'; const fixedOf = (ns) => ns.fixed; const same = (ns) => ns === S;";
  expect(reading(imports, 'fixedOf(S)')).toBe('parallel map');
  expect(reading(imports, 'same(S)')).toBe('parallel map');
});

test.each(['./live.mjs', './all.mjs'])('a class that %s may replace is no known code', (module) => {
  expect(reading(`import { K } from '${module}'`, 'new K().f(x)')).toContain('undecided | callee-pure K');
});

test.each([
  ["import { fixed } from './hands-on.mjs'", 'fixed'],
  ["import * as S from './all.mjs'", 'S.fixed'],
  ["import * as S from './live.mjs'; const { factor } = S", 'factor'],
])('%s: the loop has the value that a worker has', (imports, value) => {
  expect(reading(imports, value)).toContain('parallel map');
});

const json = "import data from './data.json' with { type: 'json' };";
const common = "const A = require('./a.cjs');";

test.each([
  [`${json} data.a = 77;`, 'data.a'],
  [`${json} Object.assign(data, { a: 77 });`, 'data.a'],
  ["const data = require('./data.json'); data.a++;", 'data.a'],
  [`${common} A.scale = 50;`, 'A.scale'],
  [`${common} A.f = (x) => x + 2;`, 'A.f(x)'],
])('the file changes what it imports: %s', (imports, value) => {
  expect(reading(imports, value)).not.toContain('parallel');
});

test('what the file only reads is imported', () => {
  expect(reading(json, 'data.a')).toBe('parallel map');
  expect(reading("const data = require('./data.json');", 'data.a')).toBe('parallel map');
  expect(reading(common, 'A.f(x)')).toBe('parallel map');
});

test.each([
  [`${common} const B = A; B.scale = 5;`, 'A.scale'],
  [`${common} const set = (o) => { o.scale = 5; }; set(A);`, 'A.scale'],
  [`${common} delete A.scale;`, 'A.scale'],
  [`${common} A.scale++;`, 'A.scale'],
  [`${common} [A.scale] = [5];`, 'A.scale'],
  [`${common} Object.assign(A, given);`, 'A.scale'],
  [`${common} A.deep.list.push(5);`, 'A.deep.list.length'],
  [`${common} const { deep: { list } } = A; list.push(5);`, 'A.deep.list.length'],
  ["require('./a.cjs').scale = 5; const { scale } = require('./a.cjs');", 'scale'],
  ["const M = require('./own-exports.cjs'); M.grow(3);", 'M.size'],
  [
    "const { grow } = require('./own-exports.cjs'); grow(3); const { size } = require('./own-exports.cjs');",
    'size',
  ],
  ["const M = require('./own-getter.cjs'); M.grow(3);", 'M.size'],
  ["import A from './object.mjs'; A.scale = 5;", 'A.scale'],
  ["import A from './instance.mjs'; A.grow(5);", 'A.size'],
  ["import { settings as A } from './instance-through.mjs'; A.grow(5);", 'A.size'],
  ["import A from './list.mjs'; A.push(5);", 'A.length'],
  ["import A from './instance.cjs'; A.grow(5);", 'A.size'],
  ["const A = require('./instance.cjs'); A.grow(5);", 'A.size'],
  ["const A = require('./instances.cjs').one; A.grow(5);", 'A.size'],
  ["const { one: A } = require('./instances.cjs'); A.grow(5);", 'A.size'],
  ["const M = require('./instances.cjs'); M.one.grow(5);", 'M.one.size'],
  ["import A from './object.mjs'; const grow = (list) => { list.push(3); }; grow(A.list);", 'A.list.length'],
  ["import A from './object-grows.mjs'; A.grow(3);", 'A.list.length'],
  ["import A from './object.mjs'; A.list.push(5);", 'A.list.length'],
  ["import A from './object.mjs'; const set = (o) => { o.scale = 5; }; set(A);", 'A.scale'],
  ["const data = require('./data.json'); require('./json-user.cjs');", 'data.a'],
])('an object that a module exports is changed: %s', (imports, value) => {
  expect(reading(imports, value)).toContain('module-state');
});

test.each([
  [`${common} const B = A; B.f(1);`, 'A.scale'],
  [`${common} const set = (o) => { o.other = 5; }; set(A);`, 'A.scale'],
  [
    `${common} const own = { scale: 1 }; own.scale = 5; class K { constructor() { this.scale = 5; } }`,
    'A.scale',
  ],
  ["const data = require('./data.json'); require('./json-reader.cjs');", 'data.a'],
])('an object that a module exports stays: %s', (imports, value) => {
  expect(reading(imports, value)).toBe('parallel map');
});

const early = 'blocked | import-cycle';

const inFunction = (code: string): string => `function run() {\n${code}return out;\n}`;

/** A loop of ring/main, which the module imports in turn. */
function inRing(module: string): string {
  const isCommon = module.endsWith('.cjs');
  const load = isCommon
    ? `exports.base = 3; const { score } = require('${module}');`
    : `import { score } from '${module}';`;
  const own = isCommon ? '' : 'export var base = 3; export class Base {}';
  return outcomeOf(
    judgeFile(`${load}\n${own}\n${inFunction(loop)}`, `ring/main${isCommon ? '.cjs' : '.mjs'}`),
  );
}

test('a module that imports the file in turn may use it when it is called', () => {
  for (const module of ['./late.mjs', './field.mjs', './hands-on.mjs'])
    expect(inRing(module)).toBe('parallel map');
});

test.each(['./called.mjs', './class.mjs', './static.mjs'])(
  '%s uses the file that imports it while it loads',
  (module) => {
    expect(inRing(module)).toBe(`${early} ${module.slice(2)}`);
  },
);

test('a cycle that a worker enters elsewhere, without the file or through its own functions', () => {
  expect(inRing('./behind.mjs')).toBe(`${early} early.mjs`);
  const own = `${files['ring/main.mjs'] ?? ''}\n${inFunction(loop.replace('score', 'heavy'))}`;
  expect(outcomeOf(judgeFile(own, 'ring/main.mjs'))).toBe(`${early} b.mjs`);
});

test('required modules take what is there; what a function requires is there by then', () => {
  expect(inRing('./part.cjs')).toBe(`${early} part.cjs`);
  expect(inRing('./lazy.cjs')).not.toContain('import-cycle');
});

const making = 'const out = [1, 2, 3].map((x) => new K(x).v());';
const changed = (code: string, loop = making): string =>
  outcomeOf(judgeFile(`${code}\n${loop}`, code.includes('require(') ? 'main.cjs' : 'main.mjs'));
const k = "import { K } from './k.mjs';";

test.each([
  `${k} K.prototype.add = () => 5000;`,
  `${k} K.bonus = () => 5000;`,
  `${k} const P = K.prototype; P.add = () => 5000;`,
  `${k} const L = K; Object.assign(L.prototype, { add: () => 5000 });`,
  `${k} const { prototype: P } = K; Object.defineProperty(P, 'add', { value: () => 5000 });`,
  `${k} import * as NS from './k-through.mjs'; NS.K.prototype.add = () => 5000;`,
  `${k} import './patch.mjs';`,
  `${k} import './patch-behind.mjs';`,
  `${k} import { mix } from './mixin.mjs'; mix(K);`,
  "import { K, late } from './k-late.mjs'; late();",
  "import { K } from './k-through.mjs'; import './patch.mjs';",
  "import K from './k-default.mjs'; K.bonus = () => 5000;",
  "const { K } = require('./k.cjs'); K.prototype.add = () => 5000;",
  "const { K } = require('./k.cjs'); require('./k.cjs').K.bonus = () => 5000;",
])('%s: in a worker, the class is as its module declares it', (code) => {
  expect(changed(code)).toBe('blocked | module-state K');
});

/** Of a file that imports what changes a class of the file itself. */
const ownChanged = (module: string): string => {
  const run = 'export function run() { late(); return [1, 2, 3].map((x) => new Own().v() + x); }';
  const code = `import { late } from './${module}'; ${ownClass} ${run}`;
  return outcomeOf(judgeFile(code, 'own/main.mjs'));
};

test.each(['patch.mjs', 'whole.mjs', 'through.mjs'])(
  '%s changes a class of the file that imports it',
  (module) => {
    expect(ownChanged(module)).toBe('blocked | module-state Own');
  },
);

test('a file that only uses a class of the file that imports it', () => {
  expect(ownChanged('other.mjs')).toBe('parallel map');
});

test('a class that an imported function uses is changed', () => {
  const using = `import { score } from './k-user.mjs'; ${k} K.bonus = () => 5000;`;
  expect(changed(using, loop)).toContain('module-state score');
  const made = "import { make } from './k-user.mjs'; const one = make();";
  const sending = 'const out = [1, 2, 3].map((x) => one.v() + x);';
  const alone = { 'k.mjs': changing['k.mjs'] ?? '', 'k-user.mjs': changing['k-user.mjs'] ?? '' };
  expect(judgeBeside(alone, `${made} ${sending}`)).toBe('parallel map');
  expect(changed(`${made} import './patch.mjs';`, sending)).toContain('undecided');
});

test.each([
  k,
  `${k} K.prototype.add.call(new K(1));`,
  `${k} class Own {} Own.prototype.add = () => 5000;`,
  `${k} import { score } from './clean.mjs'; score.label = 'score';`,
  "const { K } = require('./k.cjs'); const { score } = require('./clean.cjs'); score.label = 'score';",
])('%s: the class stays as it is', (code) => {
  expect(changed(code)).toBe('parallel map');
});

/** A whole random program around one loop; returns to the harness everything that the loop could have changed. */
import type { Tape } from '../tape.ts';
import type { Program } from '../compare.ts';
import type { Context } from './expressions.ts';
import { itemPieces, pureHelpers, trapHelpers } from './helpers.ts';
import { loopText, sources, type Source } from './loops.ts';
import { dialects, importLine, moduleFolder, type Dialect } from './modules.ts';
import { collectPieces } from './pieces.ts';
import { Scope } from './scope.ts';
import { state, stateNumbers } from './state.ts';

const helpers = [...itemPieces, ...pureHelpers, ...trapHelpers];
const kept = [
  'out',
  'result',
  'k',
  'weights',
  'config',
  'origin',
  ...state
    .map(({ name }) => name)
    .filter((name) => !['lazy', 'ahead', 'nested', 'recall', 'peekOwn', 'steps', 'guarded'].includes(name)),
];

/** Where the loop stands. */
type Placement = (body: string, returned: string) => string;

const inFunction: Placement = (body, returned) =>
  `function main(items, k, weights, config, origin) {\n${body}\nreturn ${returned};\n}`;

const placements: readonly [Placement, ...Placement[]] = [
  inFunction,
  inFunction,
  (body, returned) =>
    `const main = (items, k, weights, config, origin) => {\n${body}\nreturn ${returned};\n};`,
  (body, returned) =>
    `function main(items, k, weights, config, origin) {\nconst inside = () => {\n${body}\nreturn ${returned};\n};\nreturn inside();\n}`,
  (body, returned) =>
    `async function mainLater(items, k, weights, config, origin, done) {\ntry {\n${body}\ndone(${returned});\n} catch (error) {\ndone(error);\n}\n}\nfunction main(items, k, weights, config, origin) {\nlet outcome;\nmainLater(items, k, weights, config, origin, (value) => { outcome = value; });\nreturn outcome;\n}`,
  (body, returned) =>
    `function* mainSteps(items, k, weights, config, origin) {\nyield 1;\n${body}\nyield ${returned};\n}\nfunction main(items, k, weights, config, origin) {\nreturn [...mainSteps(items, k, weights, config, origin)];\n}`,
  (body, returned) =>
    `function main(items, k, weights, config, origin) {\nconst results = [];\nfor (let round = 0; round < 2; round++) {\nresults.push((() => {\n${body}\nreturn ${returned};\n})());\n}\nreturn results;\n}`,
];

/** A method of an object with state of its own. */
const inMethod: Placement = (body, returned) =>
  `class Job {
  constructor(k, weights) {
    this.k = k;
    this.weights = weights;
    this.total = 0;
    this.kept = [];
  }
  get doubled() {
    return this.k * 2;
  }
  scale(x) {
    return heavy(x) * this.k;
  }
  tick() {
    return (this.total += 1);
  }
  run(items, k, weights, config, origin) {\n${body}\nreturn ${returned};\n}
}
function main(items, k, weights, config, origin) {
  const job = new Job(k, weights);
  return [job.run(items, k, weights, config, origin), job];
}`;

/** The loop with what it names of the state, as the body of a function. */
function bodyText(tape: Tape, loop: string): { readonly text: string; readonly returned: string } {
  const used = collectPieces(loop, state);
  const names = new Set(used.map(({ name }) => name));
  const declared = used.map(({ text }) => `  ${text}`);
  const [early, late] = tape.chance(50) ? ['const out = [];', ''] : ['', 'const out = [];'];
  const setup = loop.includes('configured(') ? 'setFactor(k);' : '';
  const collect = loop.includes('(collect)') ? 'function collect(x) { out.push(heavy(x)); return x; }' : '';
  const lines = [early, ...declared, 'let result;', setup, collect, late, loop];
  const returned = kept.filter(
    (name) => /^(?:out|result|k|weights|config|origin)$/.test(name) || names.has(name),
  );
  return {
    text: lines.filter((line) => line !== '').join('\n'),
    returned: `{ ${returned.join(', ')} }`,
  };
}

function readableState(tape: Tape, scope: Scope): void {
  for (const name of ['k', ...stateNumbers])
    if (name === 'k' || tape.chance(9)) scope.declare('number', name);
  scope.declare('numbers', 'weights');
  if (tape.chance(20)) scope.declare('numbers', 'cells');
  if (tape.chance(20)) scope.declare('rows', 'grid');
  if (tape.chance(20)) scope.declare('vector', 'origin');
  if (tape.chance(20)) scope.declare('map', 'lookupMap');
  if (tape.chance(15)) scope.declare('bytes', 'floats');
}

/** One to four helper functions; one in three draws is a trap. */
function pickFunctions(tape: Tape): string[] {
  const names = ['heavy'];
  const count = tape.pick(4);
  for (let n = 0; n < count; n += 1) {
    const from = tape.chance(35) ? trapHelpers : pureHelpers;
    names.push(from[tape.pick(from.length)]?.name ?? 'heavy');
  }
  if (tape.chance(15)) names.push('addK');
  if (tape.chance(8)) names.push('recall');
  if (tape.chance(6)) names.push('bumpTotal', 'peekCell');
  return names;
}

function runText(make: string): string {
  return `function run() {
  const items = ${make};
  let outcome;
  try {
    outcome = main(items, 4, [2, 3, 5], { k: 2 }, new Vector(1, 2));
  } catch (error) {
    outcome = error;
  }
  return { items, outcome };
}`;
}

/** One program. Same tape, same program. */
export function generateProgram(tape: Tape): Program {
  // The other dialects cost twice as much, and differ in how they are read and written alone.
  const dialect = tape.chance(20) ? tape.choose<Dialect>([dialects.mjs, dialects.ts]) : dialects.cjs;
  const source = tape.choose<Source>(sources);
  const isMethod = tape.chance(12);
  const functions = isMethod ? [...pickFunctions(tape), 'this.scale'] : pickFunctions(tape);
  const context: Context = { tape, functions, depth: 0, self: isMethod ? 'this.' : '' };
  const scope = new Scope();
  readableState(tape, scope);
  if (isMethod) scope.declare('number', 'this.k');
  const { text, returned } = bodyText(tape, loopText(context, scope, source));
  const main = (isMethod ? inMethod : tape.choose(placements))(text, returned);
  return assemble(tape, dialect, main, runText(source.make));
}

/** Puts helpers beside the loop or into modules of their own. */
function assemble(tape: Tape, dialect: Dialect, main: string, run: string): Program {
  const pieces = collectPieces(`${main}\n${run}`, helpers);
  const isImported = tape.chance(50);
  const local = isImported ? [] : pieces;
  const imports = isImported
    ? pieces
        .filter(({ name }) => new RegExp(`\\b${name}\\b`).test(`${main}\n${run}`))
        .map((one) => importLine(one, dialect, `${main}\n${run}`))
    : [];
  const noise = tape.chance(25) ? "console.log('loaded');" : '';
  const exported = tape.chance(20) ? ['run', 'main'] : ['run'];
  const head = [
    ...(dialect.syntax === 'esm' ? [] : ["'use strict';"]),
    ...imports,
    ...local.map(({ text }) => text),
  ];
  const before = head.join('\n');
  const typed = dialect.isTyped ? annotate(main) : main;
  const first = before.split('\n').length + 1;
  const text = [before, typed, run, noise, dialect.exportLine(exported), ''].join('\n');
  return {
    text,
    file: `${moduleFolder()}/program${dialect.extension}`,
    loop: { first, last: first + typed.split('\n').length },
  };
}

/** TypeScript says what the parameters are, as far as that is always true. */
function annotate(main: string): string {
  return main.replaceAll(
    '(items, k, weights, config, origin) ',
    '(items: any, k: number, weights: number[], config: { k: number }, origin: Vector) ',
  );
}

/** Loops in shapes that a rewrite takes or refuses as a whole: heads that run code, filters by push, chains, lists of the module. */
import { condition, numberExpression, storedExpression, type Context } from './expressions.ts';
import { withLocals, type Scope } from './scope.ts';
import { block } from './statements.ts';

type Shape = (context: Context, scope: Scope) => string;

export function shapedLoop(context: Context, scope: Scope): string {
  return withLocals(scope, context.tape.choose(shapes)(context, scope.child()));
}

/** Bounds, starts and steps that are calls or getters, and variables declared beside the counter. */
const headed: Shape = (context, scope) => {
  const { tape } = context;
  scope.declare('number', 'i');
  const [declared, bound] = tape.choose<readonly [string, string]>([
    ['let i = 0', 'limited()'],
    ['let i = begin()', 'k'],
    ['let i = 0', 'gauge.level + 3'],
    ['let i = 0, n = limited()', 'n'],
    ['let i = 0, n = begin() + 4, m = n - 1', 'm'],
    ['let i = 0', 'Math.min(weights.length, k)'],
    ['let i = 0, n = weights.length', 'n'],
    // The body may add to it, and what is large enough doesn't change by one.
    ['let i = total % 20', 'total + 3 && i < 30'],
  ]);
  if (declared.includes('n =')) scope.declare('number', 'n');
  const control = { loop: true, inner: 0 };
  return `for (${declared}; i < ${bound}; i++) {\n${block(context, scope, control, 1 + tape.pick(3))}\n}`;
};

/** `if (P) out.push(x)`, and what only looks like it. */
const filtered: Shape = (context, scope) => {
  const { tape } = context;
  const list = tape.choose(['items', 'weights', 'grid', 'vectors', '[...items]', 'own']);
  const test = condition(context, scope);
  const kept = tape.choose(['x', 'x', 'x', '[x]', storedExpression(context, scope)]);
  const more = tape.chance(15)
    ? tape.choose(['out.push(1);', 'total += 1;', 'if (weights.length < 6) weights.push(3);', 'x = 1;'])
    : '';
  const test2 = tape.choose([test, `heavy(x) % 2 === 0`, `${test} && x`, `x?.v > 2 || ${test}`]);
  return `for (${tape.choose(['const', 'let'])} x of ${list}) {\nif (${test2}) { out.push(${kept});${more} }\n}`;
};

/** Array methods one upon another, the outer ones on what the inner ones made. */
const chained: Shape = (context, scope) => {
  const { tape } = context;
  const inside = scope.child();
  inside.declare('number', 'y');
  const links = [
    (): string => `.map((y) => ${numberExpression(context, inside)})`,
    (): string => `.filter((y) => ${condition(context, inside)})`,
    (): string => `.map((y, at) => heavy(at) + y)`,
    (): string => `.sort((a, b) => b - a)`,
    (): string => `.slice(1)`,
    (): string => `.map((y) => { out.push(y); return heavy(y); })`,
    (): string => `.flatMap((y) => [y, heavy(y)])`,
    (): string => `.reverse()`,
    (): string => `.concat(weights)`,
  ] as const;
  const first = tape.choose([
    'weights',
    'own',
    'cells',
    '[...own]',
    'Array.from({ length: 4 }, (_, n) => n)',
  ]);
  const chain = Array.from({ length: 1 + tape.pick(3) }, () => tape.choose(links)()).join('');
  const last = tape.choose(['', '.some((y) => heavy(y) > 9)', '.reduce((a, y) => a + y, 0)', '.join()']);
  return `result = ${first}${chain}${last};`;
};

/** Counters that are declared before their loops, which may be read after them or by a function. */
const countersOutside: Shape = (context, scope) => {
  const { tape } = context;
  for (const name of ['i', 'j']) scope.declare('number', name);
  const value = (): string => numberExpression(context, scope);
  const store = tape.choose([
    `ownRows[i][j] = ${value()};`,
    `ownRows[i][j] += heavy(ownRows[i][0]);`,
    `out.push(${value()});`,
    `cells[i * 2 + j] = ${value()};`,
    `total += ${value()};`,
  ]);
  const jump = tape.chance(20)
    ? `if (${condition(context, scope)}) ${tape.choose(['break', 'continue'])};\n`
    : '';
  const after = tape.choose(['', '', 'out.push(i);', 'out.push(j);', 'out.push((() => i + j)());']);
  const declared = tape.choose(['let i, j;', 'var i, j;', 'let i = 0, j = 0;']);
  return `${declared}\nfor (i = 0; i < 6; i++) {\nfor (j = 0; j < 2; j++) {\n${jump}${store}\n}\n}\n${after}`;
};

/** Loops within loops without braces, whose code may throw in the middle, where somebody may see what was stored until then. */
const bare: Shape = (context, scope) => {
  const { tape } = context;
  for (const name of ['i', 'j']) scope.declare('number', name);
  const value = tape.choose(['picky(i * 4 + j)', 'heavy(items[i].v)', numberExpression(context, scope)]);
  const store = tape.choose([
    `cells[i * 2 + j] = ${value};`,
    `grid[i % 3][j] = ${value};`,
    `ownRows[i][j] = ${value};`,
    `out.push(${value});`,
    `own[i] += ${value};`,
    `total += ${value};`,
  ]);
  const loop = `for (let i = 0; i < 4; i++)\nfor (let j = 0; j < 2; j++)\n${store}`;
  return tape.chance(50) ? loop : `try {\n${loop}\n} catch (error) {\nout.push('caught');\n}`;
};

/** Pushes into a list of the module, which the loop may go over as well. */
const moduleList: Shape = (context, scope) => {
  const { tape } = context;
  scope.declare('number', 'x');
  const list = tape.choose(['journal', 'journalOf()', 'weights', 'own', 'journal.slice()']);
  const value = numberExpression(context, scope);
  const push = tape.choose([
    `if (journal.length < 9) journal.push(${value});`,
    `if (journal.length < 9) journal.push(heavy(x));`,
    `note(${value});`,
    `journal[0] = ${value};`,
  ]);
  return `for (const x of ${list}) {\nconst $got = ${value};\n${push}\nout.push($got);\n}`;
};

/** A store through another name of what the loop goes over or reads. */
const twoNames: Shape = (context, scope) => {
  const { tape } = context;
  scope.declare('number', 'i');
  const list = tape.choose(['weights', 'own', 'items', 'cells']);
  const at = tape.choose(['i', 'i + 1', '0', '(i + 3) % 4']);
  const value = numberExpression(context, scope);
  const store = tape.choose([`$other[${at}] = ${value};`, `$other.length = 3;`, `$other.push?.(1);`]);
  const guard = tape.chance(50) ? 'if (i < 3) ' : '';
  return `const $other = ${tape.choose([list, list, `[...${list}]`, `k > 9 ? ${list} : cells`])};
for (let i = 0; i < ${list}.length && i < 9; i++) {\nout.push(heavy(i) + Number(${list}[i]));\n${guard}${store}\n}`;
};

/** One of several functions, of which one takes far longer than the others. */
const uneven: Shape = (context, scope) => {
  const { tape } = context;
  scope.declare('number', 'x');
  const long = `Array.from({ length: 40 }, (_, n) => heavy(n + x)).reduce((a, n) => a + n)`;
  const short = numberExpression(context, scope);
  const test = tape.choose(['x === 0', 'x > 2', condition(context, scope)]);
  return `for (const x of [0, 1, 2, 3, 4, 5]) {\nconst $got = ${test} ? ${long} : ${short};\n${tape.choose(['out.push($got);', 'total += $got;', 'cells[x] = $got;'])}\n}`;
};

const shapes: readonly [Shape, ...Shape[]] = [
  filtered,
  headed,
  chained,
  countersOutside,
  bare,
  moduleList,
  twoNames,
  uneven,
];

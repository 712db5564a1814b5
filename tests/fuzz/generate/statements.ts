/** Random statements of a loop's body. */
import {
  condition,
  numberExpression,
  pickName,
  storedExpression,
  stringExpression,
  type Context,
} from './expressions.ts';
import { protocol } from './protocols.ts';
import type { Scope } from './scope.ts';
import { slotStore } from './slots.ts';
import { hiddenState } from './traps.ts';
import { unseen } from './unseen.ts';

/** What control flow the body's form allows. */
export interface Control {
  /** `continue` / `break` are legal here (a loop statement), or only `return;` (a callback). */
  readonly loop: boolean;
  readonly inner: number;
  /** The label of the loop, where it has one. */
  readonly label?: string | undefined;
}

type Maker = (context: Context, scope: Scope, control: Control) => string;

const declare: Maker = (context, scope) => {
  const value = numberExpression(context, scope);
  const keyword = context.tape.choose(['const', 'let', 'const', 'var']);
  const name = scope.fresh('number', 't');
  return `${keyword} ${name} = ${value};`;
};

const reassign: Maker = (context, scope, control) => {
  const name = scope.fresh('number', 'm');
  const first = `let ${name} = ${numberExpression(context, scope)};`;
  return `${first}\nif (${condition(context, scope)}) ${name} = ${numberExpression(context, scope)};\n${push(context, scope, control)}`;
};

const declareArray: Maker = (context, scope) => {
  const value = numberExpression(context, scope);
  const name = scope.fresh('numbers', 'list');
  return `const ${name} = [${value}, 2];\n${name}.push(${numberExpression(context, scope)});`;
};

const declareFunction: Maker = (context, scope) => {
  const name = scope.fresh('function', 'step');
  const result = numberExpression(context, scope);
  return `const ${name} = (n) => n + ${result};\nout.push(${name}(${numberExpression(context, scope)}));`;
};

const destructure: Maker = (context, scope, control) => {
  const item = scope.all('item').at(-1);
  if (item === undefined) return declare(context, scope, control);
  const value = scope.fresh('number', 'v');
  const tags = scope.fresh('numbers', 'tags');
  return context.tape.choose([
    `const { v: ${value} = 1, tags: ${tags} } = ${item};`,
    `const { v: ${value}, ...${tags}rest } = ${item};\nconst ${tags} = [...(${tags}rest.tags ?? [])];`,
    `let ${value}, ${tags};\n({ v: ${value}, tags: ${tags} = [1] } = ${item});`,
  ]);
};

const push: Maker = (context, scope) => `out.push(${storedExpression(context, scope)});`;

const accumulate: Maker = (context, scope) => {
  const number = (): string => numberExpression(context, scope);
  return context.tape.choose<() => string>([
    () => `total += ${number()};`,
    () => `text += ${stringExpression(context, scope)};`,
    () => `total = ${number()} - total;`,
    () => `if (${number()} > best) best = ${number()};`,
    () => bestOf(context, scope),
    () => `best = Math.max(best, ${number()});`,
    () => `seen.add(${number()});`,
    () =>
      `if (!seen.has(${number()})) { seen.add(${number()}); ${push(context, scope, { loop: true, inner: 2 })} }`,
    () => `groups.set(${number()} % 3, ${storedExpression(context, scope)});`,
    () => `counts[${number()} % 4] = (counts[${number()} % 4] ?? 0) + 1;`,
    () => `bins[Math.abs(${number()} | 0) % 4] += ${number()};`,
    () => `cursor = ${number()};`,
    () => `(groups.get(${number()} % 2) ?? groups.set(${number()} % 2, []).get(0))?.push?.(${number()});`,
  ])();
};

/** The best so far and its item, first or last wins. */
function bestOf(context: Context, scope: Scope): string {
  const name = scope.fresh('number', 'score');
  const value = numberExpression(context, scope.child());
  const test = context.tape.choose(['>', '>=', '<', '!==']);
  const kept = pickName(context, scope, 'item') ?? pickName(context, scope, 'vector') ?? name;
  return `const ${name} = ${value};\nif (${name} ${test} best) {\nbest = ${name};\nbestItem = ${kept};\n}`;
}

const store: Maker = (context, scope) => {
  const index = scope.all('number').find((name) => name === 'i');
  const value = numberExpression(context, scope);
  if (index === undefined) return `cells[${numberExpression(context, scope)} % 6 | 0] = ${value};`;
  return context.tape.choose([
    `cells[i] = ${value};`,
    `cells[i] = cells[i] + ${value};`,
    `cells[i + 1] = ${value};`,
    `cells[i] = (cells[i - 1] ?? 0) + ${value};`,
    `cells[i] = (cells[i + 1] ?? 0) + ${value};`,
    `cells[2 * i] = ${value} + (cells[2 * i + 1] ?? 0);`,
    `cells[5 - i] = ${value} + (cells[i] ?? 0);`,
    `alias[i] = ${value};`,
    `grid[i % grid.length][0] = ${value};`,
    `row[0] = ${value} + grid[i % 3][0];`,
    `twins[i % 3][0] += ${value};`,
    `bytes[i % bytes.length] = ${value};`,
    `floats[i % 8] = ${value} + view[0];`,
    `for (let c = 0; c < 2; c++) floats[(i % 4) * 2 + c] = ${value} + c;`,
    `for (let c = 0; c < 3; c++) floats[(i % 3) * 2 + c] = ${value} + floats[(i % 3) * 2];`,
  ]);
};

const mutateItem: Maker = (context, scope, control) => {
  const item = scope.all('item').at(-1);
  const value = numberExpression(context, scope);
  if (item !== undefined) {
    return context.tape.choose([
      `${item}.v = ${value};`,
      `${item}.tags.push(${value});`,
      `delete ${item}.s;`,
      `${item}.extra ??= ${value};`,
      `Object.assign(${item}, { v: ${value} });`,
      `${item}.tags.sort((a, b) => b - a);`,
    ]);
  }
  const vector = scope.all('vector').at(-1);
  return vector === undefined ? push(context, scope, control) : `${vector}.x = ${value};`;
};

const log: Maker = (context, scope) => `console.log('at', ${numberExpression(context, scope)});`;

const guard: Maker = (context, scope, control) => {
  const test = condition(context, scope);
  const { label } = control;
  if (!control.loop) return `if (${test}) return;`;
  if (label !== undefined) return `if (${test}) ${context.tape.choose(['continue', 'break'])} ${label};`;
  return `if (${test}) ${context.tape.choose(['continue;', 'break;', 'continue;', 'return { out, text: "early" };'])}`;
};

const within = (control: Control): Control => ({ ...control, inner: control.inner + 1 });

const branch: Maker = (context, scope, control) => {
  const yes = block(context, scope.child(), within(control), 1 + context.tape.pick(2));
  const no = context.tape.chance(40)
    ? ` else {\n${block(context, scope.child(), within(control), 1)}\n}`
    : '';
  return `if (${condition(context, scope)}) {\n${yes}\n}${no}`;
};

const choice: Maker = (context, scope, control) => {
  const inner = { ...within(control), loop: false };
  const cases = [0, 1].map((n) => {
    const body = block(context, scope.child(), control.loop ? { loop: true, inner: 3 } : inner, 1);
    return `case ${n}: {\n${body}\n${context.tape.chance(60) ? 'break;' : ''}\n}`;
  });
  return `switch (Math.abs(${numberExpression(context, scope)} | 0) % 3) {\n${cases.join('\n')}\ndefault:\nout.push('d');\n}`;
};

const innerLoop: Maker = (context, scope, control) => {
  const inside = scope.child();
  const { tape } = context;
  const index = inside.fresh('number', 'j');
  const head = tape.choose([
    `for (let ${index} = 0; ${index} < 3; ${index}++)`,
    `for (const ${index} of [1, 4, 2])`,
    `for (let ${index} = 2; ${index} > 0; ${index} -= 1)`,
    `for (const ${index} of numbersOf(3))`,
  ]);
  const { label } = control;
  return `${head} {\n${block(context, inside, { loop: true, inner: control.inner + 1, label }, 1 + tape.pick(2))}\n}`;
};

const attempt: Maker = (context, scope, control) => {
  const body = block(context, scope.child(), within(control), 1 + context.tape.pick(2));
  const caught = context.tape.choose([
    `catch (error) {\nout.push(error.message);\n}`,
    `catch {\ntotal += 1;\n}`,
    `finally {\nout.push('finally');\n}`,
    `catch (error) {\nif (error instanceof RangeError) out.push(error.message.length);\nelse throw error;\n} finally {\ntotal += 1;\n}`,
  ]);
  return `try {\n${body}\n} ${caught}`;
};

const fail: Maker = (context, scope) => {
  const kind = context.tape.choose([
    "new TypeError('stop ' + ",
    'new Odd(',
    "Object.assign(new Error('x'), { code: [",
  ]);
  const value = numberExpression(context, scope);
  return `if (${condition(context, scope)}) throw ${kind}${value}${kind.endsWith('[') ? '] }' : ''});`;
};

const capture: Maker = (context, scope) => `later.push(() => ${numberExpression(context, scope)});`;

/** Likelier makers stand more than once; the first is what an exhausted tape gives. */
const makers: readonly [Maker, ...Maker[]] = [
  push,
  declare,
  declare,
  push,
  accumulate,
  accumulate,
  declareArray,
  declare,
  store,
  destructure,
  declareFunction,
  reassign,
  log,
  branch,
  innerLoop,
  guard,
  attempt,
  choice,
  fail,
  mutateItem,
  capture,
  hiddenState,
  hiddenState,
  slotStore,
  slotStore,
  protocol,
  protocol,
  unseen,
  unseen,
];

const nesting: readonly Maker[] = [branch, innerLoop, attempt, choice];

/** `count` random statements, one a line. */
export function block(context: Context, scope: Scope, control: Control, count: number): string {
  const lines: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const maker = context.tape.choose(makers);
    lines.push((nesting.includes(maker) && control.inner > 1 ? push : maker)(context, scope, control));
  }
  return lines.join('\n');
}

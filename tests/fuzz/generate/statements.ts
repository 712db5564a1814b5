/** Random statements of a loop's body. */
import {
  condition,
  numberExpression,
  storedExpression,
  stringExpression,
  type Context,
} from './expressions.ts';
import type { Scope } from './scope.ts';

/** What control flow the body's form allows. */
export interface Control {
  /** `continue` / `break` are legal here (a loop statement), or only `return;` (a callback). */
  readonly loop: boolean;
  readonly inner: number;
}

type Maker = (context: Context, scope: Scope, control: Control) => string;

const declare: Maker = (context, scope) => {
  const value = numberExpression(context, scope);
  const { tape } = context;
  const keyword = tape.choose(['const', 'let', 'const', 'var']);
  const name = scope.fresh('number', 't');
  return `${keyword} ${name} = ${value};`;
};

const declareArray: Maker = (context, scope) => {
  const value = numberExpression(context, scope);
  const name = scope.fresh('numbers', 'list');
  return `const ${name} = [${value}, 2];\n${name}.push(${numberExpression(context, scope)});`;
};

const destructure: Maker = (context, scope) => {
  const item = scope.all('item').at(-1);
  if (item === undefined) return declare(context, scope, { loop: true, inner: 0 });
  const value = scope.fresh('number', 'v');
  const tags = scope.fresh('numbers', 'tags');
  return `const { v: ${value} = 1, tags: ${tags} } = ${item};`;
};

const push: Maker = (context, scope) => `out.push(${storedExpression(context, scope)});`;

const accumulate: Maker = (context, scope) => {
  const { tape } = context;
  return tape.choose<() => string>([
    () => `total += ${numberExpression(context, scope)};`,
    () => `text += ${stringExpression(context, scope)};`,
    () => `total = ${numberExpression(context, scope)} - total;`,
    () => `if (${numberExpression(context, scope)} > best) best = ${numberExpression(context, scope)};`,
    () => `best = Math.max(best, ${numberExpression(context, scope)});`,
    () => `seen.add(${numberExpression(context, scope)});`,
    () => `groups.set(${numberExpression(context, scope)} % 3, ${storedExpression(context, scope)});`,
    () =>
      `counts[${numberExpression(context, scope)} % 4] = (counts[${numberExpression(context, scope)} % 4] ?? 0) + 1;`,
    () => `cursor = ${numberExpression(context, scope)};`,
  ])();
};

const store: Maker = (context, scope) => {
  const { tape } = context;
  const index = scope.all('number').find((name) => name === 'i');
  const value = numberExpression(context, scope);
  if (index === undefined) return `cells[${numberExpression(context, scope)} % 6 | 0] = ${value};`;
  return tape.choose<() => string>([
    () => `cells[i] = ${value};`,
    () => `cells[i] = cells[i] + ${value};`,
    () => `cells[i + 1] = ${value};`,
    () => `cells[i] = (cells[i - 1] ?? 0) + ${value};`,
    () => `cells[i] = (cells[i + 1] ?? 0) + ${value};`,
    () => `alias[i] = ${value};`,
    () => `grid[i % grid.length][0] = ${value};`,
    () => `bytes[i % bytes.length] = ${value};`,
  ])();
};

const mutateItem: Maker = (context, scope) => {
  const item = scope.all('item').at(-1);
  if (item === undefined) return push(context, scope, { loop: true, inner: 0 });
  const value = numberExpression(context, scope);
  return context.tape.choose([
    `${item}.v = ${value};`,
    `${item}.tags.push(${value});`,
    `delete ${item}.s;`,
    `${item}.extra ??= ${value};`,
  ]);
};

const log: Maker = (context, scope) => `console.log('at', ${numberExpression(context, scope)});`;

const guard: Maker = (context, scope, control) => {
  const test = condition(context, scope);
  const leave = control.loop ? context.tape.choose(['continue;', 'break;', 'continue;']) : 'return;';
  return `if (${test}) ${leave}`;
};

const branch: Maker = (context, scope, control) => {
  const yes = block(
    context,
    scope.child(),
    { ...control, inner: control.inner + 1 },
    1 + context.tape.pick(2),
  );
  const no = context.tape.chance(40)
    ? ` else {\n${block(context, scope.child(), { ...control, inner: control.inner + 1 }, 1)}\n}`
    : '';
  return `if (${condition(context, scope)}) {\n${yes}\n}${no}`;
};

const innerLoop: Maker = (context, scope, control) => {
  const inside = scope.child();
  const { tape } = context;
  const index = inside.fresh('number', 'j');
  const head = tape.choose([
    `for (let ${index} = 0; ${index} < 3; ${index}++)`,
    `for (const ${index} of [1, 4, 2])`,
    `for (let ${index} = 2; ${index} > 0; ${index} -= 1)`,
  ]);
  return `${head} {\n${block(context, inside, { loop: true, inner: control.inner + 1 }, 1 + tape.pick(2))}\n}`;
};

const attempt: Maker = (context, scope, control) =>
  `try {\n${block(context, scope.child(), { ...control, inner: control.inner + 1 }, 1)}\n} catch (error) {\n  out.push(error.message);\n}`;

const fail: Maker = (context, scope) =>
  `if (${condition(context, scope)}) throw new TypeError('stop ' + ${numberExpression(context, scope)});`;

const capture: Maker = (context, scope) => `later.push(() => ${numberExpression(context, scope)});`;

const mutateSource: Maker = (context, scope) =>
  context.tape.choose<() => string>([
    () => `if (items.length < 9) items.push(items[0]);`,
    () => `weights[0] = ${numberExpression(context, scope)};`,
    () => `weights.push(${numberExpression(context, scope)});`,
    () => `config.k += 1;`,
    () => `k = Math.min(k + 1, 9);`,
    () => `grid[0] = grid[1];`,
  ])();

const bump: Maker = (context) =>
  context.tape.choose(['cells[next++] = 1;', 'next += 2;', 'out[next] = next;', 'out.length', 'total++;']);

/** Likelier makers stand more than once; the first is what an exhausted tape gives. */
const makers: readonly [Maker, ...Maker[]] = [
  push,
  declare,
  declare,
  push,
  accumulate,
  accumulate,
  declareArray,
  store,
  store,
  destructure,
  log,
  branch,
  innerLoop,
  guard,
  attempt,
  fail,
  mutateItem,
  capture,
  mutateSource,
  bump,
];

/** `count` random statements, one a line. */
export function block(context: Context, scope: Scope, control: Control, count: number): string {
  const lines: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const maker = context.tape.choose(makers);
    const nested = maker === branch || maker === innerLoop || maker === attempt;
    lines.push((nested && control.inner > 1 ? push : maker)(context, scope, control));
  }
  return lines.join('\n');
}

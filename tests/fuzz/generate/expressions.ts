/** Random expressions by kind of value. */
import type { Tape } from '../tape.ts';
import type { Kind, Scope } from './scope.ts';

export interface Context {
  readonly tape: Tape;
  /** Names of the helper functions of numbers. */
  readonly functions: readonly string[];
  /** The variable that holds the current item when items are objects. */
  readonly depth: number;
}

const deeper = (context: Context): Context => ({ ...context, depth: context.depth + 1 });

function pickName(context: Context, scope: Scope, kind: Kind): string | undefined {
  const names = scope.all(kind);
  // Counted from the back: the nearest declarations are the likeliest.
  return names.length === 0 ? undefined : names[names.length - 1 - context.tape.pick(names.length)];
}

export function numberExpression(context: Context, scope: Scope): string {
  const { tape } = context;
  const leaf = pickName(context, scope, 'number') ?? '1';
  if (context.depth > 2) return leaf;
  const inner = (): string => numberExpression(deeper(context), scope);
  const call = (): string =>
    `${context.functions[tape.pick(context.functions.length)] ?? 'heavy'}(${inner()})`;
  const item = pickName(context, scope, 'item');
  const numbers = pickName(context, scope, 'numbers');
  const rows = pickName(context, scope, 'rows');
  const vector = pickName(context, scope, 'vector');
  const options: [() => string, ...(() => string)[]] = [
    call,
    () => leaf,
    () => `(${inner()} ${tape.choose(['+', '-', '*', '%'])} ${inner()})`,
    call,
    () =>
      item === undefined
        ? String(tape.pick(9))
        : tape.choose([
            `${item}.v`,
            `weigh(${item})`,
            `${item}.tags.length`,
            `touch(${item})`,
            `${item}.s.length`,
          ]),
    () => (numbers === undefined ? leaf : `(${numbers}[Math.abs(${inner()}) % ${numbers}.length | 0] ?? 1)`),
    () => `(${inner()} > ${inner()} ? ${inner()} : ${inner()})`,
    () =>
      numbers === undefined
        ? leaf
        : tape.choose([
            `${numbers}.length`,
            `${numbers}.reduce((a, n) => a + n, 0)`,
            `Math.max(...${numbers}, 0)`,
            `${numbers}.slice(1).map((n) => n + 1).length`,
          ]),
    () => (rows === undefined ? leaf : `(${rows}[Math.abs(${inner()}) % ${rows}.length | 0]?.[0] ?? 2)`),
    () =>
      vector === undefined
        ? leaf
        : tape.choose([`${vector}.x`, `${vector}.length`, `${vector}.plus(${vector}).y`, `${vector}.grow()`]),
    () => `Math.${tape.choose(['floor', 'abs', 'trunc', 'sqrt'])}(${inner()})`,
    () => `[${inner()}, ${inner()}].map((n) => n * 2)[${tape.pick(2)}]`,
  ];
  return tape.choose(options)();
}

export function stringExpression(context: Context, scope: Scope): string {
  const { tape } = context;
  const name = pickName(context, scope, 'string');
  return tape.choose<() => string>([
    () => `\`<\${${numberExpression(deeper(context), scope)}}>\``,
    () => name ?? `'s'`,
    () => `String(${numberExpression(deeper(context), scope)})`,
    () => `(${name ?? `'s'`} + ${numberExpression(deeper(context), scope)})`,
  ])();
}

export function condition(context: Context, scope: Scope): string {
  const inner = (): string => numberExpression(deeper(context), scope);
  return context.tape.choose<() => string>([
    () => `${inner()} > ${inner()}`,
    () => `${inner()} % 3 === 1`,
    () => `${inner()} < 40 && ${inner()} !== 5`,
    () => `!(${inner()} >= 9)`,
  ])();
}

/** Any value that a loop may store: numbers, fresh objects, the item itself, things that refer to the item. */
export function storedExpression(context: Context, scope: Scope): string {
  const { tape } = context;
  const number = (): string => numberExpression(deeper(context), scope);
  const item = pickName(context, scope, 'item');
  const numbers = pickName(context, scope, 'numbers');
  const options: [() => string, ...(() => string)[]] = [
    number,
    () => stringExpression(context, scope),
    () => `{ value: ${number()}, twice: [${number()}] }`,
    () =>
      item === undefined
        ? number()
        : tape.choose([
            item,
            `{ item: ${item}, score: ${number()} }`,
            `summary(${item})`,
            `wrap(${item})`,
            `same(${item})`,
            `${item}.tags`,
            `[...${item}.tags, ${number()}]`,
          ]),
    () => (numbers === undefined ? number() : numbers),
    () => `new Vector(${number()}, 2)`,
    () =>
      tape.choose([
        '-0',
        'NaN',
        'undefined',
        'null',
        '10n',
        `new Map([[1, ${number()}]])`,
        `new Error('e' + ${number()})`,
        `/a/g`,
        `new Date(${tape.pick(9)})`,
        `Symbol.iterator`,
      ]),
    () => `() => ${number()}`,
  ];
  return tape.choose(options)();
}

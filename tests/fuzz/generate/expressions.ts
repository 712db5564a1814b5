/** Random expressions by kind of value. */
import type { Tape } from '../tape.ts';
import type { Kind, Scope } from './scope.ts';

export interface Context {
  readonly tape: Tape;
  /** Names of the helper functions of numbers. */
  readonly functions: readonly string[];
  readonly depth: number;
  /** `this.` where the loop stands in a method of a class with state, else nothing. */
  readonly self: string;
}

type Options = [() => string, ...(() => string)[]];

const deeper = (context: Context): Context => ({ ...context, depth: context.depth + 1 });

export function pickName(context: Context, scope: Scope, kind: Kind): string | undefined {
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
  const options: Options = [
    call,
    () => leaf,
    () => `(${inner()} ${tape.choose(['+', '-', '*', '%'])} ${inner()})`,
    call,
    call,
    () => `(${inner()} > ${inner()} ? ${inner()} : ${inner()})`,
    () => `Math.${tape.choose(['floor', 'abs', 'trunc', 'sqrt'])}(${inner()})`,
    () => `[${inner()}, ${inner()}].map((n) => n * 2)[${tape.pick(2)}]`,
    () => `((n) => n + ${inner()})(${inner()})`,
    ...[readItem, readNumbers, readRows, readVector, readMap, readBytes].flatMap((read) => {
      const option = read(context, scope, inner);
      return option === undefined ? [] : [option];
    }),
  ];
  return tape.choose(options)();
}

type Read = (context: Context, scope: Scope, inner: () => string) => (() => string) | undefined;

const readItem: Read = (context, scope) => {
  const item = pickName(context, scope, 'item');
  if (item === undefined) return undefined;
  return () =>
    context.tape.choose([
      `${item}.v`,
      `weigh(${item})`,
      `${item}.tags.length`,
      `heavy(${item}.v)`,
      `touch(${item})`,
      `${item}.s.length`,
      `lazily(${item})`,
      `stamp(${item})`,
      `(({ v, tags: [t = 2] }) => v + t)(${item})`,
      `(${item}?.missing?.v ?? 3)`,
      `Object.keys(${item}).length`,
    ]);
};

const readNumbers: Read = (context, scope, inner) => {
  const numbers = pickName(context, scope, 'numbers');
  if (numbers === undefined) return undefined;
  return () =>
    context.tape.choose<() => string>([
      () => `(${numbers}[Math.abs(${inner()}) % ${numbers}.length | 0] ?? 1)`,
      () => `${numbers}.length`,
      () => `${numbers}.reduce((a, n) => a + n, 0)`,
      () => `Math.max(...${numbers}, 0)`,
      () => `${numbers}.slice(1).map((n) => n + 1).length`,
      () => `[...${numbers}].sort((a, b) => b - a)[0]`,
      () => `${numbers}.filter((n) => n > ${inner()}).length`,
      () => `${numbers}.findIndex((n) => heavy(n) > ${inner()})`,
      () => `(([first = 1, ...rest]) => first + rest.length)(${numbers})`,
    ])();
};

const readRows: Read = (context, scope, inner) => {
  const rows = pickName(context, scope, 'rows');
  if (rows === undefined) return undefined;
  return () => `(${rows}[Math.abs(${inner()}) % ${rows}.length | 0]?.[0] ?? 2)`;
};

const readVector: Read = (context, scope) => {
  const vector = pickName(context, scope, 'vector');
  if (vector === undefined) return undefined;
  return () =>
    context.tape.choose([
      `${vector}.x`,
      `${vector}.length`,
      `${vector}.plus(${vector}).y`,
      `heavy(${vector}.x)`,
      `${vector}.scaledBy(2).length`,
      `${vector}.grow()`,
      `(${vector} instanceof Vector3 ? 1 : 2)`,
      `String(${vector}).length`,
      `${vector}.constructor.name.length`,
    ]);
};

const readMap: Read = (context, scope, inner) => {
  const map = pickName(context, scope, 'map');
  if (map === undefined) return undefined;
  return () =>
    context.tape.choose<() => string>([
      () => `(${map}.get(${inner()}) ?? 5)`,
      () => `${map}.size`,
      () => `[...${map}.values()].length`,
    ])();
};

const readBytes: Read = (context, scope, inner) => {
  const bytes = pickName(context, scope, 'bytes');
  if (bytes === undefined) return undefined;
  return () => `${bytes}[Math.abs(${inner()}) % ${bytes}.length | 0]`;
};

export function stringExpression(context: Context, scope: Scope): string {
  const { tape } = context;
  const name = pickName(context, scope, 'string');
  const number = (): string => numberExpression(deeper(context), scope);
  return tape.choose<() => string>([
    () => `\`<\${${number()}}>\``,
    () => name ?? `'s'`,
    () => `String(${number()})`,
    () => `(${name ?? `'s'`} + ${number()})`,
    () => `${name ?? `'ab'`}.toUpperCase().padEnd(3, '-')`,
    () => `[${number()}, ${number()}].join('/')`,
    () => `JSON.stringify({ a: ${number()} })`,
  ])();
}

export function condition(context: Context, scope: Scope): string {
  const inner = (): string => numberExpression(deeper(context), scope);
  return context.tape.choose<() => string>([
    () => `${inner()} > ${inner()}`,
    () => `${inner()} % 3 === 1`,
    () => `${inner()} < 40 && ${inner()} !== 5`,
    () => `!(${inner()} >= 9)`,
    () => `${inner()} % 2`,
    () => `pattern.test(${stringExpression(context, scope)})`,
  ])();
}

/** Any value that a loop may store: numbers, fresh objects, the item itself, things that refer to the item. */
export function storedExpression(context: Context, scope: Scope): string {
  const { tape } = context;
  const number = (): string => numberExpression(deeper(context), scope);
  const item = pickName(context, scope, 'item');
  const numbers = pickName(context, scope, 'numbers');
  const vector = pickName(context, scope, 'vector');
  const options: Options = [
    number,
    () => stringExpression(context, scope),
    () => `{ value: ${number()}, twice: [${number()}] }`,
    () => (item === undefined ? number() : storedItem(context, item, number)),
    () => numbers ?? number(),
    () =>
      tape.choose([`new Vector(${number()}, 2)`, `Vector.of(${number()})`, `new Vector3(${number()}, 1)`]),
    () =>
      vector === undefined
        ? number()
        : tape.choose([
            vector,
            `${vector}.plus(${vector})`,
            `{ at: ${vector}, n: ${number()} }`,
            `${vector}.scaledBy(3)`,
          ]),
    () => storedOddity(context, number),
    () => `() => ${number()}`,
    () => `((shared) => [shared, shared])({ n: ${number()} })`,
    () => `[${number()}, , ${number()}]`,
  ];
  return tape.choose(options)();
}

function storedItem({ tape }: Context, item: string, number: () => string): string {
  return tape.choose<() => string>([
    () => item,
    () => `{ item: ${item}, score: ${number()} }`,
    () => `summary(${item})`,
    () => `wrap(${item})`,
    () => `same(${item})`,
    () => `${item}.tags`,
    () => `[...${item}.tags, ${number()}]`,
    () => `{ ...${item}, v: ${number()} }`,
    () => `structuredClone(${item})`,
    () => `[${item}, weigh(${item})]`,
    () => `Object.assign({}, ${item}, { w: weigh(${item}) })`,
  ])();
}

function storedOddity({ tape }: Context, number: () => string): string {
  return tape.choose<() => string>([
    () => '-0',
    () => 'NaN',
    () => 'undefined',
    () => 'null',
    () => '10n',
    () => `new Map([[1, ${number()}]])`,
    () => `new Set([${number()}, ${number()}])`,
    () => `new Error('e' + ${number()})`,
    () => `new Odd(${number()})`,
    () => `/a/g`,
    () => `new Date(${tape.pick(9)})`,
    () => `Symbol.iterator`,
    () => `Object.freeze({ n: ${number()} })`,
    () => `Float64Array.of(${number()}, 1).subarray(1)`,
    () => `Object.create(null, { n: { value: ${number()} } })`,
    () => `Stack.of(${number()}, 2)`,
    () => `new Tally(${number()})`,
    () => `new Secret(${number()})`,
    () => `Object.assign([${number()}], { extra: 1 })`,
  ])();
}

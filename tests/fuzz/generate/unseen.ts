/** One statement changes what another reads, and neither says so: whole objects that are read, stores by unusual syntax, links, views. */
import { condition, numberExpression, type Context } from './expressions.ts';
import { withLocals, type Scope } from './scope.ts';

export function unseen(context: Context, scope: Scope): string {
  const { tape } = context;
  const number = (): string => numberExpression(context, scope);
  const read = (): string => `out.push(heavy(${tape.choose(reads)}) + ${number()});`;
  const write = (): string => tape.choose(writes)(number());
  const text = tape.choose<() => string>([
    () => `${write()}\n${read()}`,
    read,
    write,
    () => `${read()}\n${write()}`,
    () => `if (${condition(context, scope)}) { ${write()} }\n${read()}`,
  ])();
  return withLocals(scope, text);
}

/** Numbers that are made of all that an object, or what it leads to, holds. */
const reads: readonly [string, ...string[]] = [
  'cells[0]',
  'String(cells).length',
  "(cells + '').length",
  "(cells == '1,2,3' ? 1 : 2)",
  'cells.toString().length',
  'Math.max(...cells)',
  'cells.at(-1)',
  'new Set(cells).size',
  'Array.from(cells)[0]',
  '[...cells, 1].length',
  'cells.entries().next().value?.[1]',
  'boxed.list[0]',
  'JSON.stringify(boxed).length',
  'structuredClone(boxed).list[0]',
  'grid.flat().length',
  '`${grid}`.length',
  'grid.at(1)[0]',
  'grid.map(([first]) => first)[0]',
  'JSON.stringify(holder).length',
  'structuredClone(holder).inner.n',
  'Object.values(inner)[0]',
  '({ ...inner }).n',
  'Object.fromEntries(Object.entries(inner)).n',
  "Reflect.get(inner, 'n')",
  '(({ n }) => n)(inner)',
  'heir.n',
  'Object.keys(heir).length',
  'proxied.n',
  'Number(clock)',
  'clock - 1',
  'clock.getTime()',
  'wholeBytes[9]',
  'floats[1]',
  'floats.join().length',
  'records[0].next.n',
  'records[1].next.next?.n',
  '(heavy.by ?? 1)',
  'Object.keys(heavy).length',
  '(Vector.unit ?? 1)',
];

const writes: readonly [(value: string) => string, ...((value: string) => string)[]] = [
  (value) => `cells[0] = ${value};`,
  (value) => `({ first: cells[0] } = { first: ${value} });`,
  (value) => `for (cells[1] of [1, ${value}]) total += 1;`,
  (value) => `cells.fill(${value}, 0, 1);`,
  (value) => `cells.splice(0, 1, ${value});`,
  () => `cells.copyWithin(0, 1);`,
  () => `cells.reverse();`,
  () => `cells.length = 2;`,
  () => `[cells[0], cells[1]] = [cells[1], cells[0]];`,
  (value) => `boxed.list[0] = ${value};`,
  (value) => `const { list: $same } = boxed;\n$same[0] = ${value};`,
  (value) => `grid.at(0)[0] = ${value};`,
  (value) => `const [$line] = grid;\n$line[0] = ${value};`,
  (value) => `grid.forEach((line) => { line[0] = ${value}; });`,
  (value) => `for (const line of grid) line.splice(0, 1, ${value});`,
  (value) => `inner.n = ${value};`,
  () => `holder.inner.n++;`,
  (value) => `[inner.n] = [${value}];`,
  () => `for (inner.n in { 3: 1, 4: 1 });`,
  (value) => `Object.assign(inner, { n: ${value} });`,
  (value) => `Reflect.set(holder.inner, 'n', ${value});`,
  (value) =>
    `Object.defineProperty(inner, 'n', { value: ${value}, writable: true, enumerable: true, configurable: true });`,
  (value) => `const { ...$loose } = inner;\n$loose.n = ${value};`,
  (value) => `base.n = ${value};`,
  (value) => `Object.setPrototypeOf(heir, { n: ${value} });`,
  (value) => `Object.getPrototypeOf(heir).n = ${value};`,
  (value) => `heir.m = ${value};`,
  (value) => `proxied.n = ${value};`,
  (value) => `clock.setTime(${value});`,
  (value) => `wholeBytes[9] = ${value};`,
  (value) => `floats[1] = ${value};`,
  (value) => `view.set([${value}], 0);`,
  (value) => `records[2].n = ${value};`,
  (value) => `records[0].next.n = ${value};`,
  () => `records[0].next = records[1];`,
  (value) => `heavy.by = ${value};`,
  (value) => `Vector.unit = ${value};`,
];

/** Stores by slot: an iteration's own slot or row, one found through an index map, one that two iterations share, views of one buffer. */
import { numberExpression, type Context } from './expressions.ts';
import { withLocals, type Scope } from './scope.ts';

type Options = [() => string, ...(() => string)[]];

export function slotStore(context: Context, scope: Scope): string {
  const { tape } = context;
  const number = (): string => numberExpression(context, scope);
  const at = scope.all('number').find((name) => name === 'i') ?? tape.choose(['next++', '(next += 2)']);
  const kind = tape.choose<Kind>([slots, rows, ownRows, buffers, memos]);
  return withLocals(scope, tape.choose(kind(at, number, scope))());
}

type Kind = (at: string, number: () => string, scope: Scope) => Options;

const slots: Kind = (at, number) => [
  () => `slots[${at}] = ${number()};`,
  () => `slots[order[${at} % 6]] = ${number()};`,
  () => `slots[repeats[${at} % 6]] = ${number()};`,
  () => `slots[order[${at} % 6]] = (slots[order[1]] ?? 0) + ${number()};`,
  () => `slots[repeats[${at} % 6]] = (slots[repeats[${at} % 6]] ?? 1) + ${number()};`,
  () => `slots[${at}] = [${number()}, ${number()}];\nout.push(heavy(slots[slots.length - 1][0]));`,
  () => `slots[${at}] ??= ${number()};`,
  () => `const $made = { n: ${number()} };\nslots[${at}] = $made;\n$made.n += 1;`,
  () =>
    `const $filled = new Array(2);\nfor (let c = 0; c < 2; c++) $filled[c] = heavy(c) + ${number()};\nslots[${at}] = $filled;`,
  () => `order[${at} % 6] = order[0];\nslots[order[2]] = ${number()};`,
];

const rows: Kind = (at, number) => [
  () => `rows[${at} % 6][0] = ${number()};`,
  () => `const $line = rows[${at} % 6];\n$line[0] = ${number()};\n$line[1] += $line[0];`,
  () => `twinRows[${at} % 6][0] = twinRows[${at} % 6][1] + ${number()};`,
  () => `const $line = twinRows[${at} % 6];\n$line[1] = heavy($line[0]) + 1;\n$line[0] = ${number()};`,
  () =>
    `const $line = rows[order[${at} % 6]];\nfor (let c = 0; c < $line.length; c++) $line[c] = heavy($line[c]) + ${number()};`,
  () => `const $line = rows[repeats[${at} % 6]];\n$line[0] = heavy($line[0]) + ${number()};`,
  () => `rows[${at} % 6] = rows[(${at}) % 5 + 1].map((n) => heavy(n) + ${number()});`,
  () => `rows[${at} % 6] = [${number()}, 1];`,
  () => `rows[${at} % 6].push(${number()});\nout.push(rows[0].length);`,
  () => `[rows[0], rows[1]] = [rows[1], rows[0]];\nout.push(heavy(rows[0][0]));`,
  () => `records[${at} % 3].n = heavy(records[${at} % 3].n) + ${number()};`,
  () => `records[${at} % 3].next.n = ${number()};\nout.push(heavy(records[0].n));`,
];

/** The item itself, or what it holds, as the place of the store. */
const ownRows: Kind = (at, number, scope) => {
  const item = scope.all('item').at(-1);
  const line = scope.all('numbers').find((name) => name === 'x');
  const [first, ...rest] = [
    // Never beyond the first items: a loop over them must end.
    () => `items[${at === 'i' ? at : `${at} % 4`}] = ${number()};`,
    () => `items[order[${at} % 6]] = items[0];`,
    ...(item === undefined
      ? []
      : [
          () => `${item}.v = heavy(${item}.v) + ${number()};`,
          () => `${item}.tags[0] = weigh(${item}) + ${number()};`,
          () => `${item}.w = weigh(${item});\n${item}.v = ${item}.w + ${number()};`,
          () => `items[0].v = ${number()};\nout.push(weigh(${item}));`,
        ]),
    ...(line === undefined
      ? []
      : [
          () => `${line}[0] = heavy(${line}[0]) + ${number()};`,
          () => `for (let c = 0; c < ${line}.length; c++) ${line}[c] = heavy(${line}[c] + c);`,
          () => `if (${line}.length < 9) ${line}.push(${number()});`,
          () => `${line}.sort((a, b) => b - a);\nout.push(heavy(${line}[0]));`,
          () => `items[0][0] = ${number()};\nout.push(heavy(${line}[0]));`,
        ]),
  ] as const;
  return [first, ...rest];
};

const buffers: Kind = (at, number) => [
  () => `pixels[(${at}) * 4 % 24] = ${number()};`,
  () => `for (let c = 0; c < 3; c++) pixels[(${at}) % 6 * 4 + c] = heavy(c) + ${number()};`,
  () => `words[${at} % 12] = ${number()};\nout.push(heavy(pixels[3]));`,
  () => `pixels.set([${number()}, 1], (${at}) % 6 * 4);`,
  () => `pixels.fill(${number()}, (${at}) % 6 * 4, (${at}) % 6 * 4 + 4);`,
  () => `strips[${at} % 3][1] = heavy(strips[${at} % 3][0]) + ${number()};`,
  () => `sheets[${at} % 3][0] = heavy(sheets[${at} % 3][0]) + ${number()};`,
  () => `sheet.set(sheets[${at} % 3]);\nout.push(sheet[0] + ${number()});`,
  () => `new DataView(pixels.buffer).setUint8((${at}) % 24, ${number()});\nout.push(heavy(pixels[2]));`,
  () => `pixels.copyWithin(${at} % 8, 8, 12);\nout.push(heavy(pixels[0]) + ${number()});`,
];

/** Caches by index or key: filled on demand, read back, sometimes with more than the key decides. */
const memos: Kind = (at, number) => [
  () => `memoTable[${at} % 4] ??= heavy(${at});\nout.push(memoTable[0]);`,
  () => `if (memoTable[${at}] === undefined) memoTable[${at}] = ${number()};\nout.push(memoTable[1]);`,
  () =>
    `const $key = ${number()};\nif (!remembered.has($key)) remembered.set($key, heavy($key));\nout.push(remembered.get($key));`,
  () =>
    `const $key = ${number()} % 2;\nif (!remembered.has($key)) remembered.set($key, ${number()});\nout.push(remembered.get($key));`,
  () => `const $key = 'k' + ${number()};\nout.push((named[$key] ??= heavy($key.length)));`,
  () => `const $key = 'k' + (${number()} % 2);\nout.push((named[$key] ||= ${number()}));`,
];
